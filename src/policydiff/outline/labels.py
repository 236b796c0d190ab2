"""Section labels: how each is written, its number, and which of them go above which.

The grammar is that of 公文 (一、（一）1.（1）), of laws (编章节条) and of plans (篇章节专栏); docs/domain rules 1.2.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from policydiff.outline.numerals import CN, number


class Style(IntEnum):
    """Label styles in their usual order of rank."""

    PART = 1  # 第一篇, 第一编
    CHAPTER = 2  # 第一章
    SUBCHAPTER = 3  # 第一节
    ARTICLE = 4  # 第一条
    COMMA = 5  # 一、
    PAREN = 6  # （一）
    ARABIC = 7  # 1.  1、  1，
    DECIMAL = 8  # 1.1 (see `policydiff.outline.decimals`)
    SUBDECIMAL = 9  # 1.1.1
    SUBSUBDECIMAL = 10  # 1.1.1.1
    ARABIC_PAREN = 11  # （1）
    CIRCLED = 12  # ①
    BOX = 13  # 专栏1


class Label(NamedTuple):
    """A label as printed at ``[start, end)`` of a text. ``branch`` is 之一's number in 第三条之一, else 0."""

    style: Style
    value: int
    branch: int
    printed: str
    start: int
    end: int


_N = f"[{CN}]"
_GAP = r"[ \u3000]*"
_PATTERNS: tuple[tuple[Style, str], ...] = (
    (Style.PART, rf"第(?P<n1>{_N}{{1,4}}|\d{{1,3}})(?:分)?[编篇](?![制写])"),
    (Style.CHAPTER, rf"第(?P<n2>{_N}{{1,4}}|\d{{1,3}})章(?!程)"),
    (Style.SUBCHAPTER, rf"第(?P<n3>{_N}{{1,4}}|\d{{1,3}})节"),
    (Style.ARTICLE, rf"第(?P<n4>{_N}{{1,6}}|\d{{1,4}})条(?:之(?P<b4>{_N}{{1,3}}))?(?!规[定则约]|约)"),
    (Style.COMMA, rf"(?P<n5>{_N}{{1,4}})[、](?!{_N}[、])"),
    (Style.PAREN, rf"[（(](?P<n6>{_N}{{1,4}})[）)]"),
    (Style.ARABIC, r"(?P<n7>\d{1,3})(?:[.．](?![\d])|[、](?!\d{1,3}[、.．])|，(?=[\u4e00-\u9fff]))"),
    (Style.ARABIC_PAREN, r"[（(](?P<n11>\d{1,3})[）)]"),
    (Style.CIRCLED, r"(?P<n12>[①-⑳])"),
    (Style.BOX, r"专栏[ \u3000]*(?P<n13>\d{1,3})"),
)
_ANY = re.compile("|".join(f"(?P<s{int(style)}>{pattern})" for style, pattern in _PATTERNS))

SENTENCE_REFERENCE = re.compile(
    r"规定|所称|所列|的|，|。|、|）|\)"
    rf"|第(?:[（(]|{_N}{{1,4}}[款项目]|\d{{1,3}}[款项目])"  # 第三条第二款
    r"|(?:和|至|与|及|以及|或者?)(?:第|[（(])"  # （一）和（二）
    r"|中(?:的|所)|以(?:外|上|下|内)"
    r"|[项款目条](?:[、，。）)的和至或与及中所规]|$)"  # 第（一）项和
)
"""What follows a label that is only cited in a sentence (第三条规定的…)."""


def label_at(text: str, position: int = 0) -> Label | None:
    """The label that begins at ``position``."""
    match = _ANY.match(text, position)
    return _label(match) if match else None


def labels_in(text: str) -> list[Label]:
    """Everything that looks like a label anywhere in ``text``."""
    return [label for m in _ANY.finditer(text) if (label := _label(m)) is not None]


def _label(match: re.Match[str]) -> Label | None:
    style = next(style for style, _ in _PATTERNS if match[f"s{int(style)}"] is not None)
    printed = match[f"n{int(style)}"]
    value = ord(printed) - ord("①") + 1 if style is Style.CIRCLED else number(printed)
    if value is None or value == 0:
        return None
    branch = (number(match["b4"]) or 0) if style is Style.ARTICLE and match["b4"] else 0
    return Label(style, value, branch, match[0], match.start(), match.end())
