"""What a printed title says: label and number taken off, issuers before 关于, the plan it transmits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.outline.dates import dates_in
from policydiff.outline.issuers import is_issuer, issuers_at_start, split_names
from policydiff.outline.kinds import kind_of
from policydiff.outline.labels import label_at
from policydiff.outline.numbers import number_alone

_PARENTHESES = re.compile(r"[（(](?P<inside>[^（()）]{4,40})[）)]\s*$")
_TRANSMITS = re.compile(
    r"(?:印发|转发|批转|发布|公布|下发)"
    r"(?:《(?P<titled>[^》]{4,80})》|“(?P<quoted>[^”]{4,80})”|(?P<plain>.{4,80}?))(?:[（(][^（()）]{2,12}[）)])?"
    r"的(?:通知|函|公告|决定|命令|令)$"
)
_ABOUT = re.compile(r"关于|印发(?=[《“\"])")
_TITLE_LINE_CHARS, _TITLE_LINES_BEFORE = 60, 3
_SHORTEST_TITLE_CHARS, _LONGEST_TITLE_CHARS = 4, 120
_FEWEST_DATE_CHARS = len("2021-03")
_MOST_ISSUERS_WITHOUT_ABOUT = 5


class PrintedTitle(NamedTuple):
    """A title freed of label, document number and date, and those."""

    title: str
    doc_number: str | None
    date: str | None


def printed_title(text: str) -> PrintedTitle:
    """``（七）国务院关于…的指导意见（国发〔2022〕14号）`` → title, number, date."""
    label = label_at(text)
    bare = re.sub(r"\s*\n\s*", "", text[label.end :] if label else text).strip()
    number = date = None
    if m := _PARENTHESES.search(bare):
        number = number_alone(m["inside"])
        date = None if number else _date_alone(m["inside"])
        if number or date:
            bare = bare[: m.start()].rstrip()
    return PrintedTitle(_without_idle_blanks(bare), number, date)


def _date_alone(text: str) -> str | None:
    """The date, month and year at least, that ``text`` consists of."""
    first = next((d for d in dates_in(text) if len(d.iso) >= _FEWEST_DATE_CHARS), None)
    return first.iso if first and first.end - first.start >= len(text.strip()) - 1 else None


def _without_idle_blanks(title: str) -> str:
    """A blank stays between issuers only."""
    parts = re.split(r"[ \u3000]+", title)
    text = parts[0]
    for before, after in pairwise(parts):
        text += (" " if is_issuer(before) else "") + after
    return text


def issuers_of(title: str) -> tuple[str, ...]:
    """The issuers a title names before 关于 or 印发."""
    m = _ABOUT.search(title)
    if m is None:
        names, end = issuers_at_start(title)
        return names if names and end < len(title) and len(names) <= _MOST_ISSUERS_WITHOUT_ABOUT else ()
    return split_names(title[: m.start()]) if m.start() >= 2 else ()


def transmitted(title: str) -> str | None:
    """The plan that a 关于印发…的通知 transmits."""
    m = _TRANSMITS.search(title)
    plan = (m["titled"] or m["quoted"] or m["plain"]) if m else ""
    return plan if kind_of(plan) or "关于" in plan else None


def looks_like_title(text: str) -> bool:
    """True for a line that could be a document's title."""
    bare = printed_title(text).title
    fits = _SHORTEST_TITLE_CHARS <= len(bare) <= _LONGEST_TITLE_CHARS
    return fits and not re.search("[。；！？]", bare) and kind_of(bare) is not None


def first_title_line(lines: Sequence[str], index: int) -> int:
    """Where the title begins that ends in line ``index``, at most three lines before (国务院关于印发… / 方案的通知)."""
    if _begins_title(lines[index]):
        above = index and lines[index].startswith("关于") and is_issuer(lines[index - 1])
        return index - 1 if above else index
    for first in range(index - 1, max(-1, index - 1 - _TITLE_LINES_BEFORE), -1):
        if len(lines[first]) > _TITLE_LINE_CHARS or re.search("[。：；！？]", lines[first]):
            break
        if _begins_title(lines[first]):
            return first
    return index


def _begins_title(line: str) -> bool:
    """A line with 关于, or one that begins with the name of an issuer."""
    return "关于" in line or bool(issuers_at_start(line)[0])
