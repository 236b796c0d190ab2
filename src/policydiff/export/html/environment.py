"""Pages from templates: everything that is not markup of ours is escaped and made harmless.

Invariant: a page needs no network and allows none; its content security policy names the one script that may run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from policydiff.export.svg import harmless
from policydiff.messages import _, language, ngettext

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = "templates"

HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}


@cache
def environment() -> Environment:
    """The templates of this package."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def finalized(value: Any) -> Any:
        return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    made = Environment(
        loader=PackageLoader("policydiff.export.html", TEMPLATES),
        autoescape=True,
        finalize=finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {"_": _, "ngettext": ngettext}
    return made


def page(template: str, *, script: str, styles: tuple[str, ...], extra_style: str = "", **values: Any) -> str:
    """The page of ``template`` with the style sheets and the script of these file names in it."""
    from markupsafe import Markup

    code = text_of(script)
    sheet = "".join(text_of(name) for name in styles) + extra_style
    return (
        environment()
        .get_template(template)
        .render(
            lang=HTML_LANGUAGES[language()],
            policy=content_policy(code),
            style=Markup(sheet),
            script=Markup(code),
            **values,
        )
    )


@cache
def text_of(name: str) -> str:
    """A style sheet or script of this package."""
    return files("policydiff.export.html").joinpath(TEMPLATES, name).read_text(encoding="utf-8")


def content_policy(script: str) -> str:
    """Nothing from anywhere; of scripts, this one."""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def data(value: Mapping[str, Any]) -> Any:
    """``value`` as JSON for a script of the page, harmless inside markup."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char, code in (("<", "003c"), (">", "003e"), ("&", "0026"), ("\u2028", "2028"), ("\u2029", "2029")):
        text = text.replace(char, f"\\u{code}")
    return Markup(harmless(text))
