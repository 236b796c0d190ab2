"""The words a user reads, in Simplified Chinese or English, through the standard library's gettext.

Msgids are English; format after translating: ``_("no such file: {path}").format(path=path)``. Nothing is read
from disk before the first message is needed. The language is a context variable, so that two front ends in one
process do not disturb each other.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")

DOMAIN = "policydiff"

CATALOGUES = Path(__file__).parent / "locale"

LOCALES: Mapping[Language, str] = {"zh": "zh_CN", "en": "en"}
"""The catalogue of each language, as gettext names it."""

SPEECHLESS = frozenset({"", "c", "posix"})
"""Locales that say nothing of a language. The product's users are Chinese, so these mean Chinese."""

_chosen: ContextVar[Language | None] = ContextVar("policydiff language", default=None)


def use(language: Language | None) -> None:
    """Speak ``language`` from now on; None goes back to the locale's."""
    _chosen.set(language)


def language() -> Language:
    """The language in use: the chosen one, else the locale's."""
    return _chosen.get() or locale_language(os.environ)


def locale_language(environ: Mapping[str, str]) -> Language:
    """The language the first of ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` that is set asks for (POSIX's order).

    Chinese for Chinese locales and for those that say nothing, English for all others.
    """
    name = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(key))), "")
    bare = name.partition(".")[0].partition("@")[0].lower()
    return "zh" if bare in SPEECHLESS or bare.startswith("zh") else "en"


@cache
def _catalogue(language: Language) -> NullTranslations:
    return translation(DOMAIN, CATALOGUES, languages=[LOCALES[language]], fallback=True)


def _(msgid: str) -> str:
    """``msgid`` in the language in use; the msgid itself where there is no translation."""
    return _catalogue(language()).gettext(msgid) if msgid else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits ``count`` things, in the language in use."""
    return _catalogue(language()).ngettext(singular, plural, count)


def N_(msgid: str) -> str:
    """``msgid`` itself: marks a text that is translated later, where it is shown."""
    return msgid
