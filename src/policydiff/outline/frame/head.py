"""Title, document number, notes and recipients at the beginning of a document."""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.outline.compilation import Part
from policydiff.outline.frame.record import Frame
from policydiff.outline.labels import label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.numbers import number_alone
from policydiff.outline.titles import first_title_line, looks_like_title, printed_title

_TITLE_REACH_CHARS, _MARKED_TITLE_REACH_CHARS = 2000, 300
"""How far into a document a format's title, and a title told by bold print alone, may stand."""
_TITLE_LINES, _LONGEST_TITLE_LINE_CHARS, _LONGEST_FIRST_LINE_CHARS = 40, 80, 60
_HEAD_LINES, _HEAD_CHARS = 20, 3000
_LONGEST_NUMBER_CHARS, _LONGEST_NOTE_CHARS, _STREAM_LINE_CHARS = 40, 600, 400
_LONGEST_RECIPIENTS_CHARS = 220

_LINES_ABOVE = 8
_SIGNER = re.compile(r"签发人[：:].*$")

_TITLE_ENDS = frozenset({"的通知", "通知", "的意见", "的决定", "的批复", "的函", "的公告", "（试行）", "（暂行）"})
"""What may stand alone on a title's last line."""
_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_ADOPTED = re.compile(rf"[（(]?[^\n。]{{0,20}}?{_DAY}[^\n]{{0,400}}?(?:通过|修订|修正|公布|施行|批准|发布)")
"""题注 of laws: when they were adopted and amended."""
_SUBTITLE = re.compile(
    rf"——?[^\n]{{0,10}}{_DAY}[^\n]{{2,60}}(?:会议上|大会上)"  # ——2021年1月5日在某会议上
    rf"|.{{0,6}}{_DAY}在[^\n]{{4,60}}会议上"
    r"|(?:来源|时间|日期|作者|发布日期|浏览次数|字号|索引号)[：:][^\n]*"  # a site's lines
    r"|[^\n]{0,20}(?:省长|市长|主席|总理|区长)[ ][^\n]{2,12}"  # who delivered a report
)
_RECIPIENTS = re.compile(
    r"\s*(?P<who>"
    r"(?:各|国务院|省|市|县|区|本|有关|全国|中央|州|旗)[^。：:！？]{1,200}?"
    r"|[^。：:！？\n]{2,120}?(?:政府|委员会|委|厅|局|部|办|单位|机构|公司|代表)"
    r")(?:[：:]|(?=现将))"
)


def titled(manuscript: Manuscript, part: Part, name: str) -> Frame:
    """A frame with title, number and date as the title prints them; ``name`` without ending where there is none."""
    if part.printed:
        printed, start, body = printed_title(part.printed), part.start, part.body
    elif (found := _title(manuscript, part)) is not None:
        start, body = found
        printed = printed_title(manuscript.text[start:body])
    else:
        return Frame(title=re.sub(r"\.\w{1,8}$", "", name), start=part.start, body=part.body, end=part.end)
    return Frame(
        title=printed.title,
        start=start,
        body=body,
        end=part.end,
        doc_number=printed.doc_number or _number_above(manuscript.text, part.start, start),
        printed_date=printed.date,
    )


def _number_above(text: str, start: int, end: int) -> str | None:
    """The number between the letterhead (发文机关标志) and the title, the signer's name (签发人) beside it perhaps."""
    for first, last in _lines(text, start, end)[-_LINES_ABOVE:]:
        line = _SIGNER.sub("", text[first:last]).strip()
        if len(line) <= _LONGEST_NUMBER_CHARS and (number := number_alone(line)) is not None:
            return number
    return None


def _title(manuscript: Manuscript, part: Part) -> tuple[int, int] | None:
    """The title's range, by the surest sign there is."""
    lines = _lines(manuscript.text, part.body, part.end)[:_TITLE_LINES]
    return (
        _format_title(manuscript, part)
        or _title_among(manuscript.text, lines)
        or _bold_title(manuscript, part)
        or _first_line(manuscript.text, lines)
    )


def _format_title(manuscript: Manuscript, part: Part) -> tuple[int, int] | None:
    """The topmost heading of the file's format."""
    for heading in manuscript.headings_in(part.start, min(part.end, part.start + _TITLE_REACH_CHARS)):
        if heading.depth == 1 and not label_at(manuscript.text, heading.span.start):
            return heading.span.start, heading.span.end
    return None


def _title_among(text: str, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The first line that makes a title, with those before and behind that belong to it."""
    printed = [text[start:end].strip() for start, end in lines]
    for index, line in enumerate(printed):
        if len(line) <= _LONGEST_TITLE_LINE_CHARS and not label_at(line) and looks_like_title(line):
            more = printed[index + 1 : index + 2]
            last = index + 1 if more and more[0] in _TITLE_ENDS else index
            return lines[first_title_line(printed, index)][0], lines[last][1]
    return None


def _bold_title(manuscript: Manuscript, part: Part) -> tuple[int, int] | None:
    marked = manuscript.headings_in(part.start, min(part.end, part.start + _MARKED_TITLE_REACH_CHARS))
    if marked and not label_at(manuscript.text, marked[0].span.start):
        return marked[0].span.start, marked[0].span.end
    return None


def _first_line(text: str, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The first of several lines where it is short, no sentence, and has no label."""
    if len(lines) < 2:
        return None
    start, end = lines[0]
    short = end - start <= _LONGEST_FIRST_LINE_CHARS and not re.search("[。；]", text[start:end])
    return (start, end) if short and not label_at(text, start) else None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the lines in ``[start, end)`` that hold more than blanks."""
    return [(m.start(), m.end()) for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start, end)]


def headed(manuscript: Manuscript, frame: Frame) -> Frame:
    """Number, subtitle and 题注 lines between the title and the text, taken off it."""
    text = manuscript.text
    body, doc_number = frame.body, frame.doc_number
    notes: list[str] = []
    for start, end in _lines(text, body, min(frame.end, body + _HEAD_CHARS))[:_HEAD_LINES]:
        line = text[start:end].strip()
        number = number_alone(line) if len(line) <= _LONGEST_NUMBER_CHARS else None
        if number is not None:
            doc_number = doc_number or number
        elif not _runs_on(text, start, body, line) and _is_note(line):
            notes.append(line)
        else:
            break
        body = end
    if text.startswith(("）", ")"), body):
        body += 1
    return replace(frame, body=body, doc_number=doc_number, preface="\n".join(notes))


def _runs_on(text: str, start: int, body: int, line: str) -> bool:
    """The text of a stream follows its title on the same line."""
    return start == body and text[start - 1 : start] != "\n" and len(line) > _STREAM_LINE_CHARS


def _is_note(line: str) -> bool:
    fits = len(line) <= _LONGEST_NOTE_CHARS and not label_at(line)
    return fits and bool(_ADOPTED.match(line) or _SUBTITLE.fullmatch(line))


def addressed(manuscript: Manuscript, frame: Frame) -> Frame:
    """The recipients (主送机关) before the text, taken off it."""
    m = _RECIPIENTS.match(manuscript.text, frame.body, frame.end)
    if m is None or "，现" in m["who"] or len(m["who"]) > _LONGEST_RECIPIENTS_CHARS or label_at(m["who"]):
        return frame
    colon = "：" if m[0].endswith(("：", ":")) else ""
    return replace(frame, recipients=m["who"].strip() + colon, body=m.end())
