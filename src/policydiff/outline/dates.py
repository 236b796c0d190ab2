"""Dates as documents print them → ISO, as precise as printed; periods of plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.outline.numerals import number

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_CN_YEAR = r"[一二][〇○零Ｏ0O九][〇○零0-9一二三四五六七八九]{2}"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[元正一二三四五六七八九]"
_DAY = r"3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
DATE = re.compile(
    rf"(?P<y>{_YEAR}|{_CN_YEAR})[ ]?年[ ]?"
    rf"(?:(?P<m>{_MONTH})[ ]?月[ ]?(?:(?P<d>{_DAY})[ ]?日)?)?"
)
"""``2021年3月5日``, ``二〇二一年三月五日``, or the first part of it."""
_DASHED = re.compile(rf"(?P<y>{_YEAR})[-./](?P<m>0?[1-9]|1[0-2])[-./](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)")
_NAMED = re.compile(
    r"(?<!\d)(?P<y>(?:19[5-9]|20[0-4])\d)(?P<s>[-_.年]?)(?P<m>0[1-9]|1[0-2])(?:(?:(?P=s)|月)(?P<d>0[1-9]|[12]\d|3[01])日?)?(?!\d)"
)
_ZEROS = str.maketrans("○ＯO0", "〇〇〇〇")
_EARLIEST, _LATEST = 1949, 2049

_PERIOD = re.compile(rf"(?P<a>{_YEAR})[ ]?(?:年)?[ ]?[-—–－~～至]+[ ]?(?P<b>{_YEAR})[ ]?年?")
_FIVE_YEARS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}
"""The first year of each five-year plan."""
_FIVE_YEAR_PLAN = re.compile(
    r"第(?P<counted>十[一二三四五六]?)个五年"
    r"|(?<![一二三四五六七八九十百第])(?P<short>十[一二三四五六])五(?!届|次|条|章)"  # “十四五”规划
    r"|[“\"「](?P<tenth>十)五[”\"」]"  # without quotes 十五 is a mere number: 十五分钟生活圈
)


class Dated(NamedTuple):
    """An ISO date and where it stands."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> list[Dated]:
    """Every date in ``text``."""
    found = [_dated(m) for pattern in (DATE, _DASHED) for m in pattern.finditer(text)]
    return sorted((d for d in found if d is not None), key=lambda d: d.start)


def _dated(match: re.Match[str]) -> Dated | None:
    year = number(match["y"] if match["y"].isdigit() else match["y"].translate(_ZEROS))
    if year is None or not _EARLIEST <= year <= _LATEST:
        return None
    parts = [f"{year:04d}"]
    for name in ("m", "d"):
        if not match[name]:
            break
        value = number(match[name].replace("元", "一").replace("正", "一"))
        if value is None:
            break
        parts.append(f"{value:02d}")
    return Dated("-".join(parts), match.start(), match.end())


def date_in_name(name: str) -> str | None:
    """The date a file's name tells (``方案-202203.pdf``, ``公告 2021-03-05.docx``), to the month at least."""
    m = _NAMED.search(name)
    return "-".join(part for part in (m["y"], m["m"], m["d"]) if part) if m else None


def period_in(title: str) -> tuple[int, int] | None:
    """The years a plan covers, as its title says: ``2018-2022年`` or ``“十四五”``."""
    if m := _PERIOD.search(title):
        first, last = int(m["a"]), int(m["b"])
        return (first, last) if first <= last else None
    if m := _FIVE_YEAR_PLAN.search(title):
        first = _FIVE_YEARS[m["counted"] or m["short"] or m["tenth"]]
        return first, first + 4
    return None
