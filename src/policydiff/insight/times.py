"""Times of a sentence: by when, since when, or merely when.

A DEADLINE says by when something is to be done (到2025年, 2022年底前, “十四五”末, 三年内); a PERIOD when it happens
(2025年,… at the head of a clause, “十四五”期间, 今年); a BASE is what a figure is measured against (比2020年); all
else is a MENTION. Sort keys follow domain notes §4.4: a year or a plan's end counts to its last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from policydiff.insight.numbers import value

_Y = r"(?:20[0-4]\d|19[5-9]\d|二[〇零]{1}[〇零一二三四五六七八九]{2})"
_DAY = r"(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>3[01]|[12]\d|0?[1-9])日|(?P<third>底|末|初|上旬|中旬|下旬))?"
_TAIL = r"(?P<tail>年?底|年?末|上半年|下半年|(?:第)?[一二三四1-4]季度(?:末)?|中期)"
_BEFORE = "(?P<before>之前|以前|前(?!三|十|列|期|后|\\d)|止)?"
_YEARS = (
    r"(?P<lead>力争到|争取到|确保到|截至到|截至|截止|到|至|在|于|自|从|比|较|由|与|以|相比)? ?"
    rf"(?P<y0>{_Y})?(?:年?(?:-{{1,2}}|~|至|到))?(?P<y>{_Y}) ?年(?:度(?!过))?(?:{_DAY}|{_TAIL})?{_BEFORE}"
)
_PLANS = (
    "(?P<plead>力争到|到|至|在)?“?(?P<plan>十[一二三四五六七]?)五”?"
    "(?P<ptail>规划?期?末|期末|末期|末|期间|时期|规划期|期(?!待|望|盼|间))?(?P<pbefore>前)?"
)
_CN_COUNT = r"\d{1,2}|[一二两三四五六七八九十]{1,2}|半"
_RELATIVE = (
    rf"(?:未来|今后|接下来)(?:的)?(?P<next>{_CN_COUNT})(?:(?:-|至|到)(?P<next2>{_CN_COUNT}))?年(?:左右)?(?:的?时间)?(?:内|里)?"
    rf"|(?:力争|争取|计划|再|通过|经过|利用)?用?(?P<use>{_CN_COUNT})(?:(?:-|至|到)(?P<use2>{_CN_COUNT}))?(?:年|个月)(?:左右)?(?:的)?时间(?!内)"
    rf"|(?<![第\d一二两三四五六七八九十年满自])(?P<within>{_CN_COUNT})(?:年|个月)(?:之)?内(?!容|外|部|涵)"
    r"|(?:到|至)?(?P<this>今年|明年|本年度?|后年)(?P<thistail>年?底|年?末|上半年|下半年|(?:第)?[一二三四1-4]季度|内)?(?P<thisbefore>之前|以前|前)?"
    r"|(?<![\d年])(?:到)?(?P<bare>年底前|年底以前|年内|年末前|年底(?=完成|建成|实现|达到))"
)
_FIRST_YEAR = {
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
    "十七": 2036,
}
_QUARTERS = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}
_EACH = "分别"
_JOINTS = ("、", "和", "及")
_BASES = ("比", "较", "由", "从", "与", "以", "相比", "自")
_NOUNS = re.compile("(?:版|级|建设指标|远景|工作(?!目标)|行动|计划|规划|冬|北京|以来|起|修订|工业|度)")


class TimeKind(StrEnum):
    """What a time in a sentence is for."""

    DEADLINE = "deadline"
    PERIOD = "period"
    BASE = "base"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time at ``[start, end)`` of its sentence; ``iso`` as precise as printed (``2025``, ``2022-12``,
    ``2016-12-16``), None where the document's date would be needed and is unknown."""

    start: int
    end: int
    kind: TimeKind
    iso: str | None
    relative: bool = False

    @property
    def year(self) -> int | None:
        """Its year."""
        return int(self.iso[:4]) if self.iso else None


def due(iso: str | None) -> str:
    """The last day a deadline leaves, as a sort key: ``2025`` → ``2025-12-31``; unknown sorts last."""
    if not iso:
        return "9999-12-31"
    if len(iso) == 4:
        return f"{iso}-12-31"
    if len(iso) == 7:
        days = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}
        return f"{iso}-{days.get(iso[5:], '31')}"
    return iso


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{_YEARS})|(?:{_PLANS})|(?:{_RELATIVE})")


def times(text: str, issued: int | None) -> list[Time]:
    """The times of a sentence; ``issued`` is the year its document was issued in."""
    found = list(_times(text, issued))
    return _handed_out(found, text) if _EACH in text else found


def _handed_out(found: list[Time], text: str) -> list[Time]:
    """Years in a row before 分别 are each for a figure, wherever in the clause they begin."""
    row: list[int] = []
    for index, time in enumerate(found):
        row = [*row, index] if row and text[found[row[-1]].end : time.start] in _JOINTS else [index]
        if len(row) > 1 and text.startswith(_EACH, time.end):
            return [replace(one, kind=TimeKind.PERIOD) if at in row else one for at, one in enumerate(found)]
    return found


def _times(text: str, issued: int | None) -> Iterator[Time]:
    for match in _pattern().finditer(text):
        if match["y"]:
            yield _of_year(match, text)
        elif match["plan"]:
            made = _of_plan(match, text)
            if made is not None:
                yield made
        else:
            yield _relative(match, issued, text)


def _of_year(match: re.Match[str], text: str) -> Time:
    lead, tail, before = match["lead"] or "", match["tail"] or "", match["before"]
    year = int(value(match["y"]) or 0)
    kind = TimeKind.MENTION
    following = text[match.end() : match.end() + 4]
    if lead in _BASES or (lead == "到" and following.startswith("以来")):
        kind = TimeKind.BASE
    elif _is_end(lead, tail, before, match) and not following.startswith(("以来", "起")):
        kind = TimeKind.DEADLINE
    elif _heads_clause(text, match.start()) and not _NOUNS.match(following):
        kind = TimeKind.PERIOD
    if kind is TimeKind.PERIOD and following.startswith(",") and not match["y0"]:
        kind = TimeKind.DEADLINE
    start = match.start() + (len(match["lead"]) if lead in ("于", "在") and match["lead"] else 0)
    return Time(start=start, end=match.end(), kind=kind, iso=_iso(year, match))


def _is_end(lead: str, tail: str, before: str | None, match: re.Match[str]) -> bool:
    if before:
        return True
    return lead in ("到", "至", "力争到", "争取到", "确保到") or (
        tail.endswith(("底", "末")) and lead not in ("截至", "截止")
    )


def _heads_clause(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ",;:。“)" or before.endswith(("其中", "力争", "确保", "分别", "、"))


def _iso(year: int, match: re.Match[str]) -> str:
    if match["m"]:
        month = f"{year}-{int(match['m']):02d}"
        return f"{month}-{int(match['d']):02d}" if match["d"] else month
    tail = match["tail"] or ""
    if tail.endswith("半年"):
        return f"{year}-06" if tail[0] == "上" else f"{year}-12"
    if "季度" in tail:
        return f"{year}-{_QUARTERS[tail.removeprefix('第')[0]]:02d}"
    return f"{year}-12" if tail.endswith(("底", "末")) else str(year)


def _of_plan(match: re.Match[str], text: str) -> Time | None:
    tail, quoted = match["ptail"] or "", "“" in match[0]
    if not quoted and (match["plan"] == "十" or not (tail or text.startswith(("规划", "时期"), match.end()))):
        return None
    year = _FIRST_YEAR[match["plan"]] + 4
    kind = TimeKind.MENTION
    if tail.endswith("末") or tail == "末期" or match["pbefore"]:
        kind = TimeKind.DEADLINE
    elif tail in ("期间", "时期", "规划期", "期") and (
        text.startswith((",", "末"), match.end()) or _heads_clause(text, match.start())
    ):
        kind = TimeKind.PERIOD
    if text.startswith(("规划", "”规划", "开局", "的", "发展", "以来", "经济"), match.end()):
        kind = TimeKind.MENTION
    return Time(start=match.start(), end=match.end(), kind=kind, iso=str(year))


def _relative(match: re.Match[str], issued: int | None, text: str) -> Time:
    if match["this"]:
        return _this_year(match, issued, text)
    if match["bare"]:
        iso = None if issued is None else f"{issued}-12"
        return Time(start=match.start(), end=match.end(), kind=TimeKind.DEADLINE, iso=iso, relative=True)
    count = value(match["next2"] or match["use2"] or match["next"] or match["use"] or match["within"] or "")
    months = "个月" in match[0]
    iso = None
    if issued is not None and count and not months and not match["next"] and count == int(count):
        iso = str(issued + int(count))
    kind = TimeKind.PERIOD if match["next"] else TimeKind.DEADLINE
    return Time(start=match.start(), end=match.end(), kind=kind, iso=iso, relative=True)


def _this_year(match: re.Match[str], issued: int | None, text: str) -> Time:
    shift = {"明": 1, "后": 2}.get(match["this"][0], 0)
    tail = match["thistail"] or ""
    iso = None
    if issued is not None:
        year = issued + shift
        iso = str(year)
        if tail.endswith(("底", "末")):
            iso = f"{year}-12"
        elif tail.endswith("半年"):
            iso = f"{year}-06" if tail[0] == "上" else f"{year}-12"
        elif "季度" in tail:
            iso = f"{year}-{_QUARTERS[tail.removeprefix('第')[0]]:02d}"
    ends = tail.endswith(("底", "末", "内")) or match["thisbefore"]
    following = text.startswith(("以来", "初", "的", "政府", "工作"), match.end())
    kind = TimeKind.DEADLINE if ends else TimeKind.MENTION if following else TimeKind.PERIOD
    return Time(start=match.start(), end=match.end(), kind=kind, iso=iso, relative=True)
