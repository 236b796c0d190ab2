"""Which blocks of a page are headings, and which are its title: by what the page says and how it prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydiff.read.html.blocks import Block

TITLE_REACH_BLOCKS = 15
_MOST_TITLE_LINES = 5
_LONGEST_LINE_CHARS, _LONGEST_HEADING_CHARS = 60, 80
_TITLE_POINTS = 14.5
"""Print of this size and larger, centred, is a title's; texts are printed in 12 to 14 points."""
_CN = "一二三四五六七八九十百〇零"
LABEL = re.compile(
    rf"(?:第[{_CN}\d]{{1,6}}[编篇章节条]|[{_CN}]{{1,4}}、|[（(][{_CN}\d]{{1,4}}[）)]"
    r"|\d{1,3}(?:\.\d{1,3})*[.．、 \u3000]|专栏\s*\d+)[ \u3000]*"
)
_NO_HEADING = re.compile(
    r".*[，；,;：:、]"  # a sentence goes on
    r"|[（(【〔\[].*[）)】〕\]]"  # a note in parentheses
    r"|.{0,20}[〔\[（(]\s*(?:19|20)\d\d\s*[〕\]）)]\s*第?\d+\s*号|第[ ]?\d+[ ]?号"  # a document's number
    r"|.{0,16}[\d〇一二三四五六七八九十]{4}年[\d〇一二三四五六七八九十元]{1,3}月.{0,6}"  # a date
    r"|附[ \u3000]*件[ \u3000]*\d{0,2}[:：]?"
)


def title(found: Sequence[Block], named: Sequence[str]) -> tuple[int, int] | None:
    """The range of the blocks that are the page's title: what the page names so, or the first printed as one.

    ``named`` are the names the page gives itself, the surest first.
    """
    reach = min(len(found), TITLE_REACH_BLOCKS)
    for sought in filter(None, map(_bare, named)):
        for first in range(reach):
            if end := _spelled(found, first, reach, sought):
                return first, end
    for first in range(reach):
        if _is_title_line(found[first]) and not LABEL.match(found[first].text):
            return first, _group_end(found, first)
    return None


def _spelled(found: Sequence[Block], first: int, reach: int, sought: str) -> int:
    """Where the blocks from ``first`` on end that together read ``sought``; 0 where they read otherwise."""
    joined = ""
    for last in range(first, min(reach, first + _MOST_TITLE_LINES)):
        joined += _bare(found[last].text)
        if joined == sought:
            return last + 1
        if not sought.startswith(joined):
            break
    return 0


def merged(found: Sequence[Block], first_title: tuple[int, int] | None) -> list[Block]:
    """The blocks with titles that are printed on several lines each put on one."""
    result: list[Block] = []
    index = 0
    while index < len(found):
        if first_title and index == first_title[0]:
            end = first_title[1]
        else:
            end = _group_end(found, index) if _is_title_line(found[index]) else index + 1
        text = "".join(block.text for block in found[index:end])
        whole = all(block.bold >= len(block.text) for block in found[index:end])
        result.append(replace(found[index], text=text, bold=len(text) if whole else found[index].bold))
        index = end
    return result


def heading(block: Block) -> tuple[int, int] | None:
    """How many characters of the block are a heading, and its depth; None where it is none."""
    text = block.text
    if block.table is not None or not text:
        return None
    label = LABEL.match(text)
    short = len(text) <= _LONGEST_HEADING_CHARS and not _NO_HEADING.fullmatch(text)
    closed = not text.endswith("。") or label is not None
    if short and closed and (block.level or block.bold >= len(text) or _is_title_line(block)):
        return (len(text), max(2, block.level) if block.level else 0) if "。" not in text[:-1] else _lead(block)
    return _lead(block)


def _lead(block: Block) -> tuple[int, int] | None:
    """A bold label and heading at the beginning of a paragraph (（一）标题。正文)."""
    label = LABEL.match(block.text)
    if label is None or not label.end() + 2 <= block.bold < len(block.text) or block.bold > _LONGEST_HEADING_CHARS:
        return None
    return (block.bold, 0) if block.text[block.bold - 1] == "。" or block.text[block.bold] == "。" else None


def _is_title_line(block: Block) -> bool:
    if block.table is not None or len(block.text) > _LONGEST_LINE_CHARS or _NO_HEADING.fullmatch(block.text):
        return False
    if block.text.endswith("。"):
        return False
    large = block.size >= _TITLE_POINTS
    bold = block.bold >= len(block.text)
    return (
        bool(block.level and block.level <= 3)
        or (block.centred and (bold or large))
        or block.size >= 1.2 * _TITLE_POINTS
    )


def _group_end(found: Sequence[Block], first: int) -> int:
    """Behind the lines that go on the title in ``first``: printed alike, and no headings of their own."""
    end = first + 1
    head = found[first]
    while end < len(found) and end - first < _MOST_TITLE_LINES:
        block = found[end]
        alike = (block.size, block.centred, block.level) == (head.size, head.centred, head.level)
        parted = (block.level or not block.centred) and not block.broken
        if (
            parted
            or not alike
            or not _is_title_line(block)
            or LABEL.match(block.text)
            or LABEL.match(found[end - 1].text)
        ):
            break
        if (block.bold >= len(block.text)) != (head.bold >= len(head.text)):
            break
        end += 1
    return end


def _bare(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fffA-Za-z0-9]", text))
