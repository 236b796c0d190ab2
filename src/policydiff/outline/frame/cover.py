"""The notice that transmits a plan, told from the plan."""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.keys import key, mapped_key
from policydiff.outline.dates import DATE, dates_in
from policydiff.outline.frame.imprint import REMARK
from policydiff.outline.frame.record import Frame
from policydiff.outline.frame.signature import signed
from policydiff.outline.labels import label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.titles import looks_like_title, printed_title, transmitted

_REACH_CHARS = 3000
"""A cover is shorter than this."""
_NEAR_CHARS, _DATE_CHARS = 40, 14
_ATTACHMENT = re.compile(r"附[ \u3000]*件[ ]?\d{0,2}[：:]?\s*$")
_DATE_AND_ATTACHMENT = re.compile(r"日\s*附[ ]?件\d?$")
_DATE_AND_REMARK = re.compile(r"日\s*[（(](?:此件|本件|本文)[^（()）]{1,30}[）)]\s*(?:附[ ]?件[ ]?\d?)?$")
_STAGE = re.compile(r"[（(](?:试行|暂行|征求意见稿|\d{4}[^（()）]{1,12}年?)[）)]")
_WITHIN_SENTENCE = frozenset("》”已印，、。的等")
"""What follows a plan's title where it is only mentioned."""


def uncovered(manuscript: Manuscript, frame: Frame) -> Frame:
    """The frame of the plan: what stands before the plan's own title is the transmitting notice."""
    place = _plan_title(manuscript, frame)
    if place is None:
        return frame
    text = manuscript.text
    start, body = place
    cover, remark = _cover(manuscript, frame, start)
    return replace(
        frame,
        main_title=printed_title(text[start:body]).title,
        notice=text[frame.body : cover.end].strip() or None,
        attachments=cover.attachments,
        signature=cover.signature,
        signers=cover.signers,
        signed_date=cover.signed_date,
        remark=remark or frame.remark,
        body=body,
    )


def _cover(manuscript: Manuscript, frame: Frame, end: int) -> tuple[Frame, str | None]:
    """The frame of the notice that ends before ``end``, and the remark under its date."""
    text = manuscript.text
    mark = _ATTACHMENT.search(text, frame.body, end)
    if mark and mark.end() == end:
        end = mark.start()
    remark = REMARK.search(text, frame.body, end)
    if remark and text[remark.end() : end].strip():
        remark = None
    cover = replace(frame, attachments=(), end=remark.start() if remark else end)
    return signed(manuscript, cover), remark[0] if remark else None


def _plan_title(manuscript: Manuscript, frame: Frame) -> tuple[int, int] | None:
    """The plan's title where it stands as a heading: on a line of its own, marked, or after the date of the cover."""
    reach = min(frame.end, frame.body + _REACH_CHARS)
    plan = transmitted(frame.title)
    return (plan and _announced(manuscript, frame.body, reach, plan)) or _marked(manuscript, frame.body, reach)


def _announced(manuscript: Manuscript, body: int, reach: int, plan: str) -> tuple[int, int] | None:
    """The title that the notice's own title names."""
    folded = mapped_key(manuscript.text[body:reach])
    for sought in dict.fromkeys((key(plan), key(f"关于{plan}"), key(plan.removeprefix("关于")))):
        at = folded.text.find(sought)
        while at != -1:
            start, end = (body + offset for offset in folded.origins.span(at, at + len(sought)))
            if _stands_alone(manuscript.text, body, start, end):
                return _whole_title(manuscript, start, end)
            at = folded.text.find(sought, at + 1)
    return None


def _stands_alone(text: str, body: int, start: int, end: int) -> bool:
    after = text[end : end + 1]
    if after in _WITHIN_SENTENCE:
        return False
    before = text[body:start].rstrip("《 \u3000\n")
    own_line = "\n" in text[body + len(before) : start] or "\n" in text[max(body, start - 1) : start]
    if own_line and (after in "\n（(" or not after):
        near = before[-_NEAR_CHARS:]
        return bool(dates_in(near) or _ATTACHMENT.search(before) or REMARK.search(near))
    dated = DATE.search(before[-_DATE_CHARS:]) and before.endswith("日")
    return bool(dated or _DATE_AND_ATTACHMENT.search(before) or _DATE_AND_REMARK.search(before))


def _whole_title(manuscript: Manuscript, start: int, end: int) -> tuple[int, int]:
    """A marked heading that holds the title is the title as a whole (关于… before it); so is （试行） behind it."""
    for heading in manuscript.headings_in(max(0, start - 4), start + 1):
        if heading.span.end >= end:
            return heading.span.start, heading.span.end
    stage = _STAGE.match(manuscript.text, end)
    return start, stage.end() if stage else end


def _marked(manuscript: Manuscript, body: int, reach: int) -> tuple[int, int] | None:
    """A marked title without label behind the signature's date."""
    text = manuscript.text
    for heading in manuscript.headings_in(body + 1, reach):
        start, end = heading.span.start, heading.span.end
        before = text[body:start].rstrip()
        dated = before.endswith("日") or _DATE_AND_ATTACHMENT.search(before) or _DATE_AND_REMARK.search(before)
        if dated and not label_at(text, start) and looks_like_title(text[start:end]):
            return start, end
    return None
