"""A table of contents with page numbers (damage class D10): taken out and kept as the list of expected titles."""

from __future__ import annotations

import re

from policydiff.model import ContentsEntry
from policydiff.repair.finding import Finding

KIND = "contents"

_CN = "一二三四五六七八九十百"
_NEXT_LABEL = (
    rf"[（(][{_CN}]{{1,4}}[）)]"  # （一）
    rf"|[{_CN}]{{1,3}}、"
    rf"|第[{_CN}]{{1,4}}[编篇章节]"
    r"|\d{1,2}[.．、]"
    r"|附[件录]"
)
_ENTRY = re.compile(
    r"(?P<title>[^\n]{2,120}?)[ ]?(?P<dots>[.．…·•]*)[ ]*(?P<page>\d{1,4})" + rf"(?={_NEXT_LABEL}|\n|\Z)"
)
_HEAD = re.compile(r"目[ \u3000]*[录錄次][ \u3000]*\n?")
_FEWEST_ENTRIES = 5


def find(text: str) -> tuple[list[Finding], list[ContentsEntry]]:
    """One finding that covers the table with its heading, and its entries; nothing where there is none."""
    for head in _HEAD.finditer(text):
        entries, end = _run(text, head.end())
        if len(entries) >= _FEWEST_ENTRIES:
            return [Finding(head.start(), end, "", 0.97)], entries
    return [], []


def _run(text: str, start: int) -> tuple[list[ContentsEntry], int]:
    """Entries one after the other whose pages do not fall."""
    entries: list[ContentsEntry] = []
    end = start
    while (m := _ENTRY.match(text, _after_breaks(text, end))) is not None:
        page = int(m["page"])
        if entries and page < (entries[-1].page or 0):
            break
        if not m["dots"] and not _closed(m["title"]) and text[m.end() : m.end() + 1] != "\n":
            break
        entries.append(ContentsEntry(title=m["title"].strip(), page=page))
        end = m.end()
    return entries, end


def _after_breaks(text: str, position: int) -> int:
    while position < len(text) and text[position] in "\n \u3000":
        position += 1
    return position


def _closed(title: str) -> bool:
    """Document numbers and dates in parentheses close a title, so that digits behind it are a page."""
    return title.endswith(("）", ")", "号", "號"))
