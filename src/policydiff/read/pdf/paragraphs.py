"""Which line breaks are the page's and which are the document's.

A line goes on in the next where it reaches the right margin (what comes next would not have fitted) and the next is
not moved in. Titles on several centred lines are one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.read.pdf.margins import Margins
from policydiff.read.pdf.rows import Line

_INDENT, _HANGING = 1.2, 0.5
_SLACK = 1.3
"""Characters that a full line may lack beyond what the next word needs."""
_PITCH = 1.45
"""Lines further apart than so many usual distances are two paragraphs' (where the first is not full)."""
_WIDE_PITCH = 1.9
_OTHER_SIZE = 0.12
_CN = "一二三四五六七八九十百〇零"
LABEL = re.compile(
    rf"(?:第[{_CN}\d]{{1,6}}[编篇章节条]|[{_CN}]{{1,4}}、|[（(][{_CN}\d]{{1,4}}[）)]|\d{{1,3}}(?:[.．]\d{{1,3}})*[.．、）)](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=[\s\u3000\u4e00-\u9fff])|[①-⑳]|专栏[ ]?\d+|附件[ ]?\d*[:：]?$|[•●■◆▪◇○\-—]\s?)[ \u3000]*"
)
_SURE_LABEL = re.compile(rf"(?:第[{_CN}\d]{{1,6}}[编篇章节条][ \u3000]|[{_CN}]{{1,4}}、(?=[\u4e00-\u9fff]))")
"""Labels that no sentence has at a line's beginning by chance, unless it goes on from a comma."""
_ITEM = re.compile(r"(?:\d{1,3}[.．、）)]|[（(]\d{1,3}[）)]|[①-⑳•●■◆▪◇○])")
LEADER = re.compile(r"[.．…·]{4,}\s*\S{0,6}$|(?:\s*[.．…·]\s*){5,}\d*$")
"""The dots of a table of contents, with the page they lead to."""
_SENTENCE_END = re.compile(r"[。！？；：!?;][”’）)]*$")
_TOKEN = re.compile(r"[A-Za-z0-9.,%+\-/：:～~]+|.")
_ATTACHED = frozenset("，。、；：！？）》”’%％")
"""Signs that never begin a line, and so take the character before them along."""
_OPENING = frozenset("（《“‘(")


class Break(NamedTuple):
    """Whether two lines are one paragraph, and what stands between them then."""

    joined: bool
    glue: str = ""


_APART = Break(False)


def between(before: Line, after: Line, first: Margins, second: Margins, *, pitch: float, same_column: bool) -> Break:
    """``before`` and ``after`` follow each other; ``pitch`` is the usual distance of lines (points)."""
    if LEADER.search(before.text) or LEADER.search(after.text):
        return _APART
    if _is_title_pair(before, after, first, second, same_column=same_column):
        return Break(True, _glue(before.text, after.text))
    if abs(before.size - after.size) > _OTHER_SIZE * before.size:
        return _APART
    if before.bold != after.bold and (before.bold or (after.bold and after.heavy > 4)) and first.slack(before) > _SLACK:
        return _APART
    distance = after.base - before.base if same_column else 0.0
    if distance > _WIDE_PITCH * pitch or first.slack(before) > _SLACK + _first_word(after):
        return _APART
    if distance > _PITCH * pitch and _SENTENCE_END.search(before.text):
        return _APART
    moved_in = second.indent(after)
    if moved_in > _INDENT:
        return _hanging(before, after, first, moved_in)
    if _SURE_LABEL.match(after.text) and before.text[-1:] not in "，、":
        return _APART
    if _is_label(after.text) and (_SENTENCE_END.search(before.text) or moved_in > _HANGING):
        return _APART
    if _SENTENCE_END.search(before.text) and first.slack(before) > 1 and first.indent(before) < _INDENT and same_column:
        return Break(first.slack(before) <= _SLACK, "") if moved_in < _HANGING else _APART
    return Break(True, _glue(before.text, after.text))


def _is_title_pair(before: Line, after: Line, first: Margins, second: Margins, *, same_column: bool) -> bool:
    """Two centred lines of one print, larger or bolder than sentences, that no label or stop parts."""
    alike = before.size == after.size or abs(before.size - after.size) < 0.3
    if not (same_column and alike and before.bold and after.bold and before.font == after.font):
        return False
    if LABEL.match(after.text) or LABEL.match(before.text) or _SENTENCE_END.search(before.text):
        return False
    near = after.base - before.base <= 2.4 * before.size
    full = first.slack(before) < _INDENT + _SLACK and first.indent(before) < _INDENT
    if full:
        return near and second.is_centred(after)
    return near and first.is_centred(before) and (second.is_centred(after) or second.indent(after) > _INDENT)


def _hanging(before: Line, after: Line, first: Margins, moved_in: float) -> Break:
    """A line that is moved in goes on an item whose text stands just as far in."""
    outdent = first.indent(before)
    item = _ITEM.match(before.text)
    deeper = outdent + _INDENT / 2 < moved_in
    if item and deeper and not _is_label(after.text) and moved_in - outdent <= 3.5:
        return Break(True, _glue(before.text, after.text))
    same = abs(outdent - moved_in) < _HANGING and outdent > _INDENT
    if same and not _is_label(after.text) and not _SENTENCE_END.search(before.text) and moved_in > 2.6:
        return Break(True, _glue(before.text, after.text))
    return _APART


def _is_label(text: str) -> bool:
    return LABEL.match(text) is not None


def _first_word(line: Line) -> float:
    """How many characters wide the least is that could have moved up to the line before."""
    first = _TOKEN.match(line.text)
    word = first[0] if first else ""
    width = len(word) * (0.5 if word.isascii() else 1.0)
    rest = line.text[len(word) : len(word) + 2]
    if word in _OPENING:
        width += 1.0
        rest = rest[1:]
    for sign in rest:
        if sign not in _ATTACHED:
            break
        width += 1.0
    return width


def _glue(before: str, after: str) -> str:
    """A blank between Latin words, nothing beside Han or within a figure."""
    last, first = before[-1:], after[:1]
    if not (last.isascii() and first.isascii()) or (last.isdigit() and first.isdigit()):
        return ""
    return " " if (last.isalnum() or last in ".,;:)") and first.isalnum() else ""
