"""The YAML front matter: every field of a document but its text.

Written in one fixed order, unset fields left out. Read by field, not by YAML's guesses: `2021-03` stays a text,
``2021`` a year, and a key nobody knows is passed over. Invariant: `read` undoes `write`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from policydiff.errors import LibraryError
from policydiff.library.markdown.split import called
from policydiff.messages import _
from policydiff.model import Document, Level, Origin, Span

if TYPE_CHECKING:
    import yaml

SCHEMA = "policydiff.document/1"
"""The value of the first key: what says that a Markdown file is one of ours."""

UNKNOWN_ORIGIN = Origin(name="", sha256="", media_type="text/markdown", encoding="utf-8")
"""The origin of a document that was written by hand."""

_TEXTS = (
    *("main_title", "doc_number", "date", "region", "kind"),
    *("recipients", "signature", "copies_to", "printing", "remark", "series"),
)

_ESCAPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""What only YAML's double quotes carry: elsewhere some of them are line ends."""

FAST_CHARACTERS = 16_384
"""Longer front matters are read by the parser in Python: the one in C has no limit to nesting but the stack's."""


class _Flow(list[int]):
    """A list written on one line."""


def write(document: Document) -> str:
    """The front matter of ``document``, without the lines of dashes."""
    import yaml

    return yaml.dump(
        _fields(document),
        Dumper=_dumper(),
        allow_unicode=True,
        sort_keys=False,
        width=2**31 - 1,
        default_flow_style=False,
    )


def read(text: str, *, file: str = "", first_line: int = 2) -> dict[str, Any]:
    """The fields of a `Document`, for its constructor, that ``text`` sets; LibraryError with file and line.

    ``first_line`` is the number of the text's first line in ``file``.
    """
    fields: dict[str, Any] = {}
    for name, node in _nodes(text, file, first_line).items():
        if name in _READERS:
            try:
                value = _READERS[name](_value(node))
            except (ValueError, TypeError, KeyError, AttributeError):
                cause = _("What stands there is no value for “{name}”.").format(name=name)
                raise _broken(file, first_line + node.start_mark.line, cause) from None
            if value is not None:
                fields[name] = value
    return fields


def scalars(text: str, *, file: str = "", first_line: int = 2) -> dict[str, str]:
    """All top-level keys with a plain value, known or not."""
    import yaml

    nodes = _nodes(text, file, first_line)
    return {name: node.value for name, node in nodes.items() if isinstance(node, yaml.ScalarNode)}


def _fields(document: Document) -> dict[str, Any]:
    d = document
    fields: dict[str, Any] = {
        "schema": SCHEMA,
        "id": d.id,
        "title": d.title,
        "main_title": d.main_title,
        "doc_number": d.doc_number,
        "issuers": list(d.issuers) or None,
        "date": d.date,
        "region": d.region,
        "level": d.level and str(d.level),
        "kind": d.kind,
        "period": d.period and _Flow(d.period),
        "series": d.series,
        "recipients": d.recipients,
        "attachments": list(d.attachments) or None,
        "signature": d.signature,
        "excerpt": d.excerpt or None,
        "copies_to": d.copies_to,
        "printing": d.printing,
        "remark": d.remark,
        "origin": None if d.origin == UNKNOWN_ORIGIN else _origin(d.origin),
        "span": _Flow([d.span.start, d.span.end]),
        "repairs": dict(sorted(Counter(r.kind for r in d.repairs).items())) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _origin(origin: Origin) -> dict[str, str]:
    return {
        "name": origin.name,
        "sha256": origin.sha256,
        "media_type": origin.media_type,
        "encoding": origin.encoding,
    }


@cache
def _dumper() -> type[yaml.SafeDumper]:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Dates plain, several lines as a block, pairs of numbers on one line."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
        style = '"' if _ESCAPED.search(value) else "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def flow(dumper: yaml.SafeDumper, value: _Flow) -> yaml.Node:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)

    Dumper.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }
    Dumper.add_representer(str, text)
    Dumper.add_representer(_Flow, flow)
    return Dumper


def _nodes(text: str, file: str, first_line: int) -> Mapping[str, yaml.Node]:
    """The values by key; whatever is no mapping of plain keys is an error."""
    import yaml

    fast = len(text) <= FAST_CHARACTERS
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader) if fast else yaml.BaseLoader
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark is not None else 0)
        raise _broken(file, line, getattr(error, "problem", None) or str(error)) from None
    except RecursionError:
        raise _broken(file, first_line, _("It is nested too deeply.")) from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise _broken(file, first_line, _("Lines of the form “key: value” are expected."))
    return {key.value: value for key, value in root.value if isinstance(key, yaml.ScalarNode)}


def _value(node: yaml.Node, depth: int = 0) -> Any:
    """What ``node`` says: a text, None, or a list or mapping of such; ValueError where that is nested further."""
    import yaml

    if depth > 1:
        raise ValueError("nested too deeply")
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, depth + 1) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {_value(key, depth + 1): _value(value, depth + 1) for key, value in node.value}
    quoted = bool(getattr(node, "style", None))
    return None if not quoted and node.value in {"", "~", "null"} else node.value


def _broken(file: str, line: int, cause: str) -> LibraryError:
    return LibraryError(
        _("{file}, line {line}: the front matter cannot be read.").format(file=called(file), line=line),
        cause=cause,
        fix=_("Correct that line; texts with “: ” or “#” in them need quotation marks."),
    )


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(value)
    return value


def _list(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if value is not None and not isinstance(value, list):
        raise ValueError(value)
    return tuple(_text(item) or "" for item in value or ())


def _level(value: Any) -> Level | None:
    return None if value is None else Level(value)


def _period(value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    first, last = value
    return int(first), int(last)


def _flag(value: Any) -> bool:
    return {"true": True, "yes": True, "false": False, "no": False}[(value or "false").lower()]


def _span(value: Any) -> Span | None:
    if value is None:
        return None
    start, end = value
    return Span(start=int(start), end=int(end))


def _read_origin(value: Any) -> Origin | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ValueError(value)
    known = {name: value[name] or "" for name in ("name", "sha256", "media_type", "encoding") if name in value}
    return Origin(**{**_origin(UNKNOWN_ORIGIN), **known})


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("id", "title", *_TEXTS), _text),
    "issuers": _list,
    "attachments": _list,
    "level": _level,
    "period": _period,
    "excerpt": _flag,
    "span": _span,
    "origin": _read_origin,
}
