"""Which line breaks are the page's and which are the document's.

A line goes on in the next where it reaches the right margin (what comes next would not have fitted) and the next is
not moved in. Titles on several centred lines are one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.read.pdf.margins import Margins
from policydiff.read.pdf.rows import Line

_INDENT, _DEEP_INDENT = 1.2, 2.6
"""Characters from which on a line is moved in, and moved in further than the first of a paragraph."""
_HANGING, _DEEPEST_HANGING = 0.5, 3.5
"""Characters within which lines stand equally far in; how much further in an item's text stands than its label."""
_SLACK = 1.3
"""Characters that a full line may lack beyond what the next word needs."""
_PITCH = 1.45
"""Lines further apart than so many usual distances are two paragraphs' (where the first is not full)."""
_WIDE_PITCH = 1.9
_OTHER_SIZE = 0.12
_CN = "一二三四五六七八九十百〇零"
LABEL = re.compile(
    rf"(?:第[{_CN}\d]{{1,6}}[编篇章节条]|[{_CN}]{{1,4}}、|[（(][{_CN}\d]{{1,4}}[）)]"
    r"|\d{1,3}(?:[.．]\d{1,3})*[.．、）)](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=[\s\u3000\u4e00-\u9fff])"
    r"|[①-⑳]|专栏[ ]?\d+|附件[ ]?\d*[:：]?$|[•●■◆▪◇○\-—]\s?)[ \u3000]*"
)
_SURE_LABEL = re.compile(rf"第[{_CN}\d]{{1,6}}[编篇章节条][ \u3000]")
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
    whole = Break(True, _glue(before.text, after.text))
    if LEADER.search(before.text) or LEADER.search(after.text):
        return _APART
    if _is_title_pair(before, after, first, second, same_column=same_column):
        return whole
    distance = (after.base - before.base) / pitch if same_column else 1.0
    if _printed_apart(before, after, first, distance) or first.slack(before) > _SLACK + _first_word(after):
        return _APART
    if second.indent(after) > _INDENT:
        return whole if _hangs(before, after, first, second.indent(after)) else _APART
    return _APART if _begins(before, after, second) or _ends(before, first, same_column=same_column) else whole


def _printed_apart(before: Line, after: Line, first: Margins, distance: float) -> bool:
    """In another size or weight, or with more space between than lines of a paragraph have."""
    if abs(before.size - after.size) > _OTHER_SIZE * before.size or distance > _WIDE_PITCH:
        return True
    heavier = before.bold != after.bold and (before.bold or after.bold) and first.slack(before) > _SLACK
    return heavier or (distance > _PITCH and _SENTENCE_END.search(before.text) is not None)


def _begins(before: Line, after: Line, second: Margins) -> bool:
    """A label that no sentence goes on with."""
    if _SURE_LABEL.match(after.text) and before.text[-1:] not in "，、":
        return True
    closed = _SENTENCE_END.search(before.text) is not None
    return _is_label(after.text) and (closed or second.indent(after) > _HANGING)


def _ends(before: Line, first: Margins, *, same_column: bool) -> bool:
    """A sentence that ends well before the margin, in a text whose paragraphs are not moved in."""
    stopped = _SENTENCE_END.search(before.text) is not None and first.indent(before) < _INDENT
    return stopped and same_column and first.slack(before) > _SLACK


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


def _hangs(before: Line, after: Line, first: Margins, moved_in: float) -> bool:
    """A line that is moved in goes on an item whose text stands just as far in."""
    outdent = first.indent(before)
    if _is_label(after.text):
        return False
    if _ITEM.match(before.text) and outdent + _INDENT / 2 < moved_in:
        return moved_in - outdent <= _DEEPEST_HANGING
    level = abs(outdent - moved_in) < _HANGING and moved_in > _DEEP_INDENT
    return level and not _SENTENCE_END.search(before.text)


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
