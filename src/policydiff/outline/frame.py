"""What stands around a document's text: title, number and recipients before; signature, attachments and imprint after.

A notice that only transmits a plan is told from the plan, so that plans are compared and not their covers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from policydiff.keys import key, mapped_key
from policydiff.outline.compilation import Part
from policydiff.outline.dates import DATE, dates_in
from policydiff.outline.issuers import ENDINGS, issuers_at_start, split_names
from policydiff.outline.labels import label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.numbers import number_alone
from policydiff.outline.titles import first_title_line, issuers_of, looks_like_title, printed_title, transmitted

_COVER_REACH_CHARS = 3000
_IMPRINT_REACH_CHARS = 4000
_HEAD_LINES = 40
_LONGEST_TITLE_LINE = 80

_RECIPIENTS = re.compile(
    r"\s*(?P<who>(?:各|国务院|省|市|县|区|本|有关|全国|中央|州|旗)[^。：:！？]{1,200}?|[^。：:！？\n]{2,120}?(?:政府|委员会|委|厅|局|部|办|单位|机构|公司|代表))(?:[：:]|(?=现将))"
)
_REMARK = re.compile(r"[（(](?:此件|本件|此文)[^（()）]{1,30}[）)]")
_COPIES = re.compile(r"抄送[：:]")
_IMPRINT = re.compile(
    r"(?P<who>[\u4e00-\u9fff（）]{2,40}?)[ \u3000\n]*(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)[ ]?印发[。]?\s*$"
)
_ATTACHED = re.compile(r"附[ \u3000]*件[ ]?(?:(?P<n>\d{1,2})[ ]?)?[：:]")
_ATTACHMENT_MARK = re.compile(r"附[ \u3000]*件[ ]?\d{0,2}[：:]?\s*$")
_ADOPTED = re.compile(
    r"[（(]?[^\n。]{0,20}?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^\n]{0,400}?(?:通过|修订|修正|公布|施行|批准|发布)"
)
_SUBTITLE = re.compile(
    r"——?[^\n]{0,10}(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^\n]{2,60}(?:会议上|大会上)|(?:来源|时间|日期|作者|发布日期|浏览次数|字号|索引号)[：:][^\n]*|[^\n]{0,20}(?:省长|市长|主席|总理|区长)[ ][^\n]{2,12}|.{0,6}(?:19|20)\d\d年\d{1,2}月\d{1,2}日在[^\n]{4,60}会议上"
)
_SIGNED_GAP = " \u3000\n"


@dataclass(slots=True)
class Frame:
    """A document's frame; ``body`` and ``end`` bound the text that holds its sections."""

    title: str
    body: int
    end: int
    start: int
    main_title: str | None = None
    doc_number: str | None = None
    printed_date: str | None = None
    signed_date: str | None = None
    recipients: str | None = None
    notice: str | None = None
    attachments: list[str] = field(default_factory=list)
    signature: str | None = None
    signers: tuple[str, ...] = ()
    remark: str | None = None
    copies_to: str | None = None
    printing: str | None = None
    after: list[str] = field(default_factory=list)
    preface: str = ""


def frame(manuscript: Manuscript, part: Part, *, name: str) -> Frame:
    """The frame of one document; ``name`` is the file's, for texts without a title."""
    result = _titled(manuscript, part, name)
    _header_lines(manuscript, result)
    _imprint(manuscript, result)
    _addressed(manuscript, result)
    _cover(manuscript, result)
    _signed(manuscript, result)
    return result


def _titled(manuscript: Manuscript, part: Part, name: str) -> Frame:
    if part.printed:
        printed = printed_title(part.printed)
        return Frame(
            title=printed.title, body=part.body, end=part.end, start=part.start,
            doc_number=printed.doc_number, printed_date=printed.date,
        )  # fmt: skip
    found = _title_lines(manuscript, part)
    if found is None:
        stem = re.sub(r"\.\w{1,8}$", "", name)
        return Frame(title=stem, body=part.body, end=part.end, start=part.start)
    start, end = found
    printed = printed_title(manuscript.text[start:end])
    return Frame(
        title=printed.title,
        body=end,
        end=part.end,
        start=start,
        doc_number=printed.doc_number,
        printed_date=printed.date,
    )


def _title_lines(manuscript: Manuscript, part: Part) -> tuple[int, int] | None:
    """The title's range: the topmost format heading, or the first lines that make a title."""
    text = manuscript.text
    for heading in manuscript.headings_in(part.start, min(part.end, part.start + 2000)):
        if heading.depth == 1 and not label_at(text, heading.span.start):
            return heading.span.start, heading.span.end
    lines = _lines(text, part.body, part.end)[:_HEAD_LINES]
    for index, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        if len(line) <= _LONGEST_TITLE_LINE and not label_at(line) and looks_like_title(line):
            first = first_title_line([text[a:b].strip() for a, b in lines], index)
            last = index + 1 if _more_title(text, lines, index) else index
            return lines[first][0], lines[last][1]
    marked = manuscript.headings_in(part.start, min(part.end, part.start + 300))
    if marked and not label_at(text, marked[0].span.start):
        return marked[0].span.start, marked[0].span.end
    if lines and len(text[slice(*lines[0])]) <= 60 and len(lines) > 1 and not label_at(text, lines[0][0]):
        if not re.search("[。；]", text[slice(*lines[0])]):
            return lines[0]
    return None


def _more_title(text: str, lines: list[tuple[int, int]], last: int) -> bool:
    """The next line still belongs to the title (…的规定 / 通知)."""
    if last + 1 >= len(lines):
        return False
    following = text[slice(*lines[last + 1])].strip()
    return following in {"的通知", "通知", "的意见", "的决定", "的批复", "的函", "的公告", "（试行）", "（暂行）"}


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start, end)]


def _header_lines(manuscript: Manuscript, frame: Frame) -> None:
    """Number, subtitle and 题注 lines between the title and the text."""
    text = manuscript.text
    notes: list[str] = []
    for start, end in _lines(text, frame.body, min(frame.end, frame.body + 3000))[:20]:
        line = text[start:end].strip()
        number = number_alone(line) if len(line) <= 40 else None
        if number is not None and frame.doc_number is None:
            frame.doc_number = number.printed
        elif start == frame.body and text[start - 1 : start] != "\n" and len(line) > 400:
            break
        elif len(line) <= 600 and (_ADOPTED.match(line) or _SUBTITLE.fullmatch(line)) and not label_at(line):
            notes.append(line)
        elif number is None:
            break
        frame.body = end
    if notes:
        frame.preface = "\n".join(notes)
    if text.startswith(("）", ")"), frame.body):
        frame.body += 1


def _imprint(manuscript: Manuscript, frame: Frame) -> None:
    """Printing line, copies, remark: cut from the end."""
    text = manuscript.text
    base = max(frame.body, frame.end - _IMPRINT_REACH_CHARS)
    tail = text[base : frame.end]
    if m := _IMPRINT.search(tail):
        start = _imprint_start(tail, m)
        frame.printing = tail[start:].strip()
        tail = tail[:start]
    copies = [m for m in _COPIES.finditer(tail) if len(tail) - m.start() < 800]
    if copies and (frame.printing or _REMARK.search(tail) or tail.rstrip().endswith("。")):
        frame.copies_to = tail[copies[-1].end() :].strip()
        tail = tail[: copies[-1].start()]
    remarks = [m for m in _REMARK.finditer(tail) if len(tail.rstrip()) - m.end() <= 2]
    if remarks:
        frame.remark = remarks[-1][0]
        tail = tail[: remarks[-1].start()]
    frame.end = base + len(tail)
    while frame.end > frame.body and text[frame.end - 1] in _SIGNED_GAP:
        frame.end -= 1


def _imprint_start(tail: str, match: re.Match[str]) -> int:
    """The office that printed it begins behind the last full stop or line break."""
    stop = max(tail.rfind(mark, 0, match.start("date")) for mark in "。\n）")
    return max(match.start(), stop + 1)


def _addressed(manuscript: Manuscript, frame: Frame) -> None:
    m = _RECIPIENTS.match(manuscript.text, frame.body, frame.end)
    if m and "，现" not in m["who"] and len(m["who"]) <= 220 and not label_at(m["who"]):
        frame.recipients = m["who"].strip() + ("：" if manuscript.text[m.end() - 1] in "：:" else "")
        frame.body = m.end()


def _cover(manuscript: Manuscript, frame: Frame) -> None:
    """The plan's own title inside the document: what stands before it is the transmitting notice."""
    plan = transmitted(frame.title)
    text = manuscript.text
    reach = min(frame.end, frame.body + _COVER_REACH_CHARS)
    place = _plan_title(manuscript, frame, plan, reach) if plan else None
    if place is None:
        place = _marked_plan(manuscript, frame, reach)
    if place is None:
        return
    start, end = place
    cover = replace(frame, attachments=[], end=start)
    mark = _ATTACHMENT_MARK.search(text, frame.body, start)
    if mark and mark.end() == start:
        cover.end = mark.start()
    if (found := _REMARK.search(text, frame.body, cover.end)) and not text[found.end() : cover.end].strip():
        frame.remark, cover.end = found[0], found.start()
    _signed(manuscript, cover)
    frame.main_title = printed_title(text[start:end]).title
    frame.notice = text[frame.body : cover.end].strip() or None
    frame.attachments, frame.signature, frame.signers = cover.attachments, cover.signature, cover.signers
    frame.signed_date = cover.signed_date
    frame.body = end


def _plan_title(manuscript: Manuscript, frame: Frame, plan: str, reach: int) -> tuple[int, int] | None:
    """The plan's title where it stands as a heading: on a line of its own, marked, or after the date of the cover."""
    text = manuscript.text
    folded = mapped_key(text[frame.body : reach])
    for sought in {key(plan), key(f"关于{plan}"), key(plan.removeprefix("关于"))}:
        at = folded.text.find(sought)
        while at != -1:
            start = frame.body + folded.origins.start(at)
            end = frame.body + folded.origins.end(at + len(sought))
            if _stands_alone(manuscript, frame.body, start, end):
                return _whole_title(manuscript, start, end)
            at = folded.text.find(sought, at + 1)
    return None


def _stands_alone(manuscript: Manuscript, body: int, start: int, end: int) -> bool:
    text = manuscript.text
    before = text[body:start].rstrip("《 \u3000\n")
    own_line = "\n" in text[body + len(before) : start] or "\n" in text[max(body, start - 1) : start]
    after = text[end : end + 1]
    if after and after in "》”已印，、。的等":
        return False
    if own_line and (after in "\n（(" or not after):
        return bool(dates_in(before[-40:]) or _ATTACHMENT_MARK.search(before) or _REMARK.search(before[-40:]))
    dated = DATE.search(before[-14:])
    return bool((dated and before.endswith("日")) or re.search(r"日附[ ]?件\d?$", before) or _ends_with_remark(before))


def _ends_with_remark(before: str) -> bool:
    m = re.search(r"日\s*[（(](?:此件|本件)[^（()）]{1,30}[）)](?:附件\d?)?$", before)
    return m is not None


def _whole_title(manuscript: Manuscript, start: int, end: int) -> tuple[int, int]:
    """A marked heading that holds the title, or its line, is the title as a whole (关于… before it, （试行） behind)."""
    text = manuscript.text
    for heading in manuscript.headings_in(max(0, start - 4), start + 1):
        if heading.span.end >= end:
            return heading.span.start, heading.span.end
    stage = re.compile(r"[（(](?:试行|暂行|征求意见稿|\d{4}[^（()）]{1,12}年?)[）)]").match(text, end)
    return start, stage.end() if stage else end


def _marked_plan(manuscript: Manuscript, frame: Frame, reach: int) -> tuple[int, int] | None:
    """A marked title without label behind the signature's date."""
    text = manuscript.text
    for heading in manuscript.headings_in(frame.body + 1, reach):
        start, end = heading.span.start, heading.span.end
        before = text[frame.body : start].rstrip()
        dated = before.endswith("日") or re.search(r"日\s*附\s*件\d?$", before)
        if dated and not label_at(text, start) and looks_like_title(text[start:end]):
            return start, end
    return None


def _signed(manuscript: Manuscript, frame: Frame) -> None:
    """Signature and attachments at the end of ``frame``'s text."""
    text = manuscript.text
    tail = text[frame.body : frame.end].rstrip()
    end = frame.body + len(tail)
    dates = [d for d in dates_in(tail[-30:]) if len(d.iso) == 10]
    if dates and dates[-1].end == len(tail[-30:]):
        start = end - len(tail[-30:]) + dates[-1].start
        first = _signers_start(text, frame.body, start, issuers_of(frame.title))
        if first is not None:
            frame.signature = re.sub(r"\s*\n\s*", "\n", text[first:end]).strip()
            frame.signers = _names(text[first:start], issuers_of(frame.title))
            frame.signed_date = dates[-1].iso
            end = first
    elif (last := text.rfind("\n", frame.body, end)) != -1 and _names_only(text[last:end]):
        frame.signature = text[last:end].strip()
        frame.signers = split_names(frame.signature)
        end = last
    frame.end = _attached(text, frame, end)


def _names_only(line: str) -> bool:
    names, end = issuers_at_start(line.strip())
    return bool(names) and end == len(line.strip())


def _signers_start(text: str, body: int, date: int, titled: tuple[str, ...]) -> int | None:
    """Where the names before a date begin: known names, the title's issuers, lines that are names; None where prose
    runs up to the date."""
    position = date
    while True:
        bare = len(text[body:position].rstrip())
        stop = body + bare
        name = _name_before(text, body, stop, titled)
        if name is None:
            break
        position = name
    if position < date:
        return position
    return date if text[body:date].rstrip().endswith(("。", "；", "）")) or text[date - 1 : date] == "\n" else None


def _name_before(text: str, body: int, stop: int, titled: tuple[str, ...]) -> int | None:
    """The start of an issuer's name that ends at ``stop``."""
    agent = re.compile(r"[（(][^（()）]{2,20}代章?[）)]$").search(text[max(body, stop - 26) : stop])
    end = stop - (len(agent[0]) if agent else 0)
    line = max(text.rfind("\n", body, end), text.rfind("。", body, end)) + 1
    piece = text[max(line, body) : end].strip()
    if 2 <= len(piece) <= 40 and piece.endswith(ENDINGS) and not re.search("[，；：]", piece) and "附件" not in piece:
        names, covered = issuers_at_start(piece)
        if covered == len(piece) or len(names) <= 1:
            return end - len(piece)
    for length in range(min(40, end - body), 1, -1):
        candidate = text[end - length : end]
        names, covered = issuers_at_start(candidate)
        if candidate in titled or (len(names) == 1 and covered == length):
            return end - length
    for name in titled:
        at = text.rfind(name, max(body, end - 60), end)
        if at != -1 and at + len(name) == end:
            return at
    return None


def _names(text: str, titled: tuple[str, ...]) -> tuple[str, ...]:
    """Signers in order, without remarks on seals (…代章)."""
    names: list[str] = []
    for piece in re.split(r"[\n \u3000]+", text.strip()):
        inner = re.fullmatch(r"(.+?)([（(][^（()）]{2,20}[）)])", piece)
        if inner:
            names.append(inner[1])
        elif piece in titled:
            names.append(piece)
        elif piece:
            names += split_names(piece)
    return tuple(names)


def _attached(text: str, frame: Frame, end: int) -> int:
    """The list of attachments right before ``end``; where it begins."""
    marks = [m for m in _ATTACHED.finditer(text, max(frame.body, end - 1200), end)]
    run: list[re.Match[str]] = []
    for m in reversed(marks):
        inside = text[m.end() : run[0].start() if run else end]
        if re.search("[。；！？]", inside.strip()) or len(inside) > 400:
            break
        run.insert(0, m)
        if not m["n"] or m["n"] == "1":
            break
    if not run or text[run[0].start() - 1 : run[0].start()] in ("（", "(", "见"):
        return end
    for m, following in zip(run, [*(r.start() for r in run[1:]), end], strict=True):
        frame.attachments += _titles_listed(text[m.end() : following])
    return run[0].start()


def _titles_listed(text: str) -> list[str]:
    """``1.甲2.乙`` → two titles."""
    flat = re.sub(r"\s*\n\s*", "\n", text).strip()
    starts = []
    expected = 1
    for m in re.finditer(r"(?<!\d)(\d{1,2})[.．、](?!\d)", flat):
        if int(m[1]) == expected:
            starts.append(m)
            expected += 1
    if not starts:
        return [flat.replace("\n", "")] if flat else []
    stops = [*(m.start() for m in starts[1:]), len(flat)]
    return [flat[m.end() : stop].strip().replace("\n", "") for m, stop in zip(starts, stops, strict=True)]
