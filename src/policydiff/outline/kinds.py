"""文种: the kinds of official documents, as the last word of a title tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydiff.outline.lexicon import lexicon, words

KINDS = tuple(sorted({*words("kinds", "statutory"), *words("kinds", "plans")}, key=lambda kind: (-len(kind), kind)))
"""Every kind, longest first: a 实施方案 is no mere 方案."""

SLUGS: Mapping[str, str] = lexicon()["kinds"]["slugs"]
"""The last word of a kind in Latin letters, for ids."""

_STAGE = re.compile(
    r"[（(](?:试行|暂行|征求意见稿|草案|修订草案|修订稿|送审稿"
    r"|修订|修正|\d{4}年修订|\d{4}年修正"
    r"|(?:试行)?第?[一二三四五六七八九十\d.]{1,4}(?:次修[订正]|[试修]?[订行]?版)(?:修订版?)?"  # （试行第九版）
    r"|[\d\-—～至年]{4,14}"  # （2018-2022年）
    r")[）)]$"
)
_CLOSING_MARKS = '》”"'


def kind_of(title: str) -> str | None:
    """The kind a title ends in (its stage mark in parentheses apart)."""
    bare = title.strip().rstrip(_CLOSING_MARKS)
    while (shorter := _STAGE.sub("", bare)) != bare:
        bare = shorter.rstrip(_CLOSING_MARKS)
    return next((kind for kind in KINDS if bare.endswith(kind)), None)


def slug(kind: str | None) -> str:
    """A kind in Latin letters; ``wenjian`` (document) where there is none."""
    if kind is None:
        return "wenjian"
    return next((SLUGS[end] for end in sorted(SLUGS, key=len, reverse=True) if kind.endswith(end)), "wenjian")
