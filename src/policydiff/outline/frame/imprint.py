"""Printing line, copies and remark (版记, 附注) at the end of a document."""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.outline.frame.record import Frame
from policydiff.outline.manuscript import Manuscript

REMARK = re.compile(r"[（(](?:此件|本件|此文|本文)[^（()）]{1,30}[）)]")
"""``（此件公开发布）``."""

_REACH_CHARS = 4000
_LONGEST_COPIES_CHARS = 800
_REMARK_SLACK_CHARS = 2
_COPIES = re.compile(r"抄送[：:]")
_PRINTED = re.compile(
    r"(?P<who>[\u4e00-\u9fff（）]{2,40}?)[ \u3000\n]*"
    r"(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)[ ]?印发[。]?\s*$"
)


def without_imprint(manuscript: Manuscript, frame: Frame) -> Frame:
    """Printing line, copies and remark, cut from the end of the text."""
    base = max(frame.body, frame.end - _REACH_CHARS)
    tail = manuscript.text[base : frame.end]
    tail, printing = _printing(tail)
    tail, copies_to = _copies(tail, printed=printing is not None)
    tail, remark = _remark(tail)
    return replace(
        frame, end=base + len(tail.rstrip(" \u3000\n")), printing=printing, copies_to=copies_to, remark=remark
    )


def _printing(tail: str) -> tuple[str, str | None]:
    """The office that printed it begins behind the last full stop or line break."""
    m = _PRINTED.search(tail)
    if m is None:
        return tail, None
    start = max(m.start(), 1 + max(tail.rfind(mark, 0, m.start("date")) for mark in "。\n）"))
    return tail[:start], tail[start:].strip()


def _copies(tail: str, *, printed: bool) -> tuple[str, str | None]:
    copies = [m for m in _COPIES.finditer(tail) if len(tail) - m.start() < _LONGEST_COPIES_CHARS]
    if copies and (printed or REMARK.search(tail) or tail.rstrip().endswith("。")):
        return tail[: copies[-1].start()], tail[copies[-1].end() :].strip()
    return tail, None


def _remark(tail: str) -> tuple[str, str | None]:
    remarks = [m for m in REMARK.finditer(tail) if len(tail.rstrip()) - m.end() <= _REMARK_SLACK_CHARS]
    return (tail[: remarks[-1].start()], remarks[-1][0]) if remarks else (tail, None)
