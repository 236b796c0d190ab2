"""What the print of a paragraph, and the file's bookmarks, say of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.read.pdf.layout import Body
from policydiff.read.pdf.paragraphs import LABEL, LEADER

_LARGER = 1.07
"""Print from this ratio to the text's size on is a heading's."""
_TITLE_LARGER, _TITLE_MUCH_LARGER = 1.15, 1.3
"""The same for a title: centred, and where it fills its lines."""
_FIRST_PARAGRAPHS = 5
"""Among these a title may be bold only."""
_LONGEST_CHARS, _LONGEST_TITLE_CHARS, _SHORTEST_TITLE_CHARS = 80, 120, 4
_TITLE_PAGES = 2
_NO_HEADING = re.compile(
    r".*[，；,;：:、]"
    r"|[（(【〔\[].*[）)】〕\]]"
    r"|.{0,20}[〔\[（(]\s*(?:19|20)\d\d\s*[〕\]）)]\s*第?\d+\s*号|第[ ]?\d+[ ]?号"
    r"|.{0,16}[\d〇一二三四五六七八九十]{4}\s*年\s*[\d〇一二三四五六七八九十元]{1,3}\s*月.{0,6}"
    r"|[\d\s.．,，%％—-]+"
)
_LETTERHEAD = re.compile(r".{2,40}文件|目[\s\u3000]*[录次]|附[\s\u3000]*件[\s\u3000]*\d*|.{2,30}(?:令|公告|公报)")
"""What may be printed larger than a document's title, or stand before it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is read; ``heavy`` is how many of its first characters are bold, ``centred`` its place."""

    text: str
    page: int
    size: float
    font: str
    heavy: int
    centred: bool


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline; ``depth`` 1 is the topmost, ``page`` -1 where it leads nowhere."""

    title: str
    page: int
    depth: int


def headings(paragraphs: Sequence[Paragraph], body: Body, bookmarks: Sequence[Bookmark]) -> dict[int, tuple[int, int]]:
    """By a paragraph's index: how many of its characters are a heading, and its depth."""
    found: dict[int, tuple[int, int]] = {}
    title = _title(paragraphs, body)
    ranks = _ranks(paragraphs, body)
    for index, paragraph in enumerate(paragraphs):
        if index == title:
            found[index] = len(paragraph.text), 1
        elif _is_heading(paragraph, body):
            found[index] = len(paragraph.text), ranks.get(round(paragraph.size), 0)
        elif (lead := _lead(paragraph)) is not None:
            found[index] = lead, 0
    for index, chars, depth in _bookmarked(paragraphs, bookmarks):
        if index != title and found.get(index, (0, 0))[1] == 0:
            found[index] = chars, depth + 1
    return found


def _title(paragraphs: Sequence[Paragraph], body: Body) -> int | None:
    """The largest paragraph of the first pages, or a bold one among the first."""
    candidates = [
        (index, p)
        for index, p in enumerate(paragraphs)
        if p.page < _TITLE_PAGES
        and _SHORTEST_TITLE_CHARS <= len(p.text) <= _LONGEST_TITLE_CHARS
        and not LABEL.match(p.text)
        and not _NO_HEADING.fullmatch(p.text)
        and not _LETTERHEAD.fullmatch(p.text)
        and "。" not in p.text
        and (_is_large(p, body) or (index < _FIRST_PARAGRAPHS and p.centred and _is_bold(p)))
    ]
    best = max(candidates, key=lambda found: (round(found[1].size), -found[0]), default=None)
    return best[0] if best else None


def _is_large(paragraph: Paragraph, body: Body) -> bool:
    ratio = paragraph.size / body.size if body.size else 1.0
    return ratio >= (_TITLE_LARGER if paragraph.centred else _TITLE_MUCH_LARGER)


def _ranks(paragraphs: Sequence[Paragraph], body: Body) -> dict[int, int]:
    """Depths by size, the largest of the headings' sizes first."""
    sizes = {round(p.size) for p in paragraphs if p.size >= _LARGER * body.size and _is_heading(p, body)}
    return {size: rank for rank, size in enumerate(sorted(sizes, reverse=True), 2)}


def _is_bold(paragraph: Paragraph) -> bool:
    return paragraph.heavy >= len(paragraph.text)


def _is_heading(paragraph: Paragraph, body: Body) -> bool:
    text = paragraph.text
    if not 2 <= len(text) <= _LONGEST_CHARS or LEADER.search(text) or _NO_HEADING.fullmatch(text) or "。" in text[:-1]:
        return False
    if text.endswith("。") and not LABEL.match(text):
        return False
    return paragraph.size >= _LARGER * body.size or _is_bold(paragraph)


def _lead(paragraph: Paragraph) -> int | None:
    """A bold label and heading before the text of the same paragraph."""
    label = LABEL.match(paragraph.text)
    heavy = paragraph.heavy
    if label is None or not label.end() + 2 <= heavy < len(paragraph.text) or heavy > _LONGEST_CHARS:
        return None
    return heavy if "。" in (paragraph.text[heavy - 1], paragraph.text[heavy]) else None


def _bookmarked(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> list[tuple[int, int, int]]:
    """Paragraphs that an entry of the outline names, on its page or the next, in order."""
    found = []
    by_page: dict[int, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if not LEADER.search(paragraph.text):
            by_page.setdefault(paragraph.page, []).append(index)
    for bookmark in bookmarks:
        sought = _bare(bookmark.title)
        if len(sought) < 2:
            continue
        for page in (bookmark.page, bookmark.page - 1, bookmark.page + 1):
            named = next((i for i in by_page.get(page, ()) if _names(paragraphs[i].text, sought)), None)
            if named is not None:
                found.append((named, _reach(paragraphs[named].text, sought), bookmark.depth))
                break
    return found


def _names(text: str, sought: str) -> bool:
    """The paragraph is the entry, or begins with it and a full stop."""
    reach = _reach(text, sought)
    return reach > 0 and (reach >= len(text.rstrip("。：: ")) or text[reach] in "。：:")


def _reach(text: str, sought: str) -> int:
    """How many characters of ``text`` are ``sought``, blanks and signs apart; 0 where it begins otherwise."""
    done = 0
    for place, char in enumerate(text):
        if done == len(sought):
            return place
        if not _bare(char):
            continue
        if sought[done] != char:
            return 0
        done += 1
    return len(text) if done == len(sought) else 0


def _bare(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fffA-Za-z0-9]", text))
