"""Who signed a document and when: the names and the date at the end of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from policydiff.outline.dates import dates_in
from policydiff.outline.frame.attachments import attachments_before
from policydiff.outline.frame.record import Frame
from policydiff.outline.issuers import ENDINGS, issuers_at_start, split_names
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.titles import issuers_of

_DATE_REACH_CHARS = 30
_LONGEST_NAME_CHARS, _LONGEST_TITLED_NAME_CHARS = 40, 60
_AGENT = re.compile(r"[（(][^（()）]{2,20}代章?[）)]$")
"""``（办公厅代章）``: whose seal stands for the issuer's."""
_REMARKED = re.compile(r"(.+?)[（(][^（()）]{2,20}[）)]")


class _Signature(NamedTuple):
    start: int
    text: str
    signers: tuple[str, ...]
    date: str | None


def signed(manuscript: Manuscript, frame: Frame) -> Frame:
    """Signature and attachments at the end of ``frame``'s text, taken off it."""
    text = manuscript.text
    end = frame.body + len(text[frame.body : frame.end].rstrip())
    signature = _signature(text, frame, end)
    if signature is not None:
        frame = replace(frame, signature=signature.text, signers=signature.signers)
        frame = replace(frame, signed_date=signature.date or frame.signed_date)
        end = signature.start
    end, titles = attachments_before(text, frame.body, end)
    return replace(frame, attachments=frame.attachments + titles, end=end)


def _signature(text: str, frame: Frame, end: int) -> _Signature | None:
    window = text[max(frame.body, end - _DATE_REACH_CHARS) : end]
    full = [date for date in dates_in(window) if len(date.iso) == len("2021-03-05")]
    if full and full[-1].end == len(window):
        return _dated(text, frame, end - len(window) + full[-1].start, end, full[-1].iso)
    return _undated(text, frame.body, end)


def _dated(text: str, frame: Frame, date: int, end: int, iso: str) -> _Signature | None:
    titled = issuers_of(frame.title)
    start = _signers_start(text, frame.body, date, titled)
    if start is None:
        return None
    printed = re.sub(r"\s*\n\s*", "\n", text[start:end]).strip()
    return _Signature(start, printed, _names(text[start:date], titled), iso)


def _undated(text: str, body: int, end: int) -> _Signature | None:
    """A last line of nothing but issuers' names."""
    start = text.rfind("\n", body, end)
    line = text[start:end].strip() if start != -1 else ""
    names, covered = issuers_at_start(line)
    return _Signature(start, line, split_names(line), None) if names and covered == len(line) else None


def _signers_start(text: str, body: int, date: int, titled: tuple[str, ...]) -> int | None:
    """Where the names before a date begin: known names, the title's issuers, lines that are names.

    The date itself where it stands apart from the text; None where prose runs up to it.
    """
    position = date
    while (name := _name_before(text, body, body + len(text[body:position].rstrip()), titled)) is not None:
        position = name
    if position < date:
        return position
    apart = text[body:date].rstrip().endswith(("。", "；", "）")) or text[date - 1 : date] == "\n"
    return date if apart else None


def _name_before(text: str, body: int, stop: int, titled: tuple[str, ...]) -> int | None:
    """The start of an issuer's name that ends at ``stop``."""
    agent = _AGENT.search(text[max(body, stop - 26) : stop])
    end = stop - (len(agent[0]) if agent else 0)
    line = max(body, text.rfind("\n", body, end) + 1, text.rfind("。", body, end) + 1)
    piece = text[line:end].strip()
    if _is_name(piece):
        return end - len(piece)
    for length in range(min(_LONGEST_NAME_CHARS, end - body), 1, -1):
        candidate = text[end - length : end]
        names, covered = issuers_at_start(candidate)
        if candidate in titled or (len(names) == 1 and covered == length):
            return end - length
    reach = max(body, end - _LONGEST_TITLED_NAME_CHARS)
    return next((end - len(name) for name in titled if text.endswith(name, reach, end)), None)


def _is_name(piece: str) -> bool:
    """A line or a last sentence that is the name of one issuer, or of several known ones."""
    if not 2 <= len(piece) <= _LONGEST_NAME_CHARS or not piece.endswith(ENDINGS):
        return False
    if re.search("[，；：]", piece) or "附件" in piece:
        return False
    names, covered = issuers_at_start(piece)
    return covered == len(piece) or len(names) <= 1


def _names(text: str, titled: tuple[str, ...]) -> tuple[str, ...]:
    """Signers in order, without remarks on seals (…代章)."""
    names: list[str] = []
    for piece in re.split(r"[\n \u3000]+", text.strip()):
        if remarked := _REMARKED.fullmatch(piece):
            names.append(remarked[1])
        elif piece in titled:
            names.append(piece)
        elif piece:
            names += split_names(piece)
    return tuple(names)
