"""Dates as documents print them → ISO, as precise as printed; periods of plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.outline.numerals import number

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_CN_YEAR = r"[一二][〇○零Ｏ0O九][〇○零0-9一二三四五六七八九]{2}"
DATE = re.compile(
    rf"(?P<y>{_YEAR}|{_CN_YEAR})[ ]?年[ ]?"
    r"(?:(?P<m>1[0-2]|0?[1-9]|十[一二]?|[元正一二三四五六七八九])[ ]?月[ ]?"
    r"(?:(?P<d>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[ ]?日)?)?"
)
_DASHED = re.compile(rf"(?P<y>{_YEAR})[-./](?P<m>0?[1-9]|1[0-2])[-./](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)")
_PERIOD = re.compile(rf"(?P<a>{_YEAR})[ ]?(?:年)?[ ]?[-—–－~～至]+[ ]?(?P<b>{_YEAR})[ ]?年?")
_FIVE_YEARS = {
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
    "十五": 2001,
}
_ORDINAL_FIVE = {
    "第十个": 2001,
    "第十一个": 2006,
    "第十二个": 2011,
    "第十三个": 2016,
    "第十四个": 2021,
    "第十五个": 2026,
}


class Dated(NamedTuple):
    """An ISO date and where it stands."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> list[Dated]:
    """Every date in ``text``."""
    found = [_dated(m) for pattern in (DATE, _DASHED) for m in pattern.finditer(text)]
    return sorted((d for d in found if d is not None), key=lambda d: d.start)


def date_at_end(text: str) -> Dated | None:
    """The full date that ``text`` ends with."""
    tail = text.rstrip()
    last = next((d for d in reversed(dates_in(tail[-24:])) if len(d.iso) >= 7), None)
    if last is None or last.end != len(tail[-24:]):
        return None
    shift = len(tail) - len(tail[-24:])
    return Dated(last.iso, last.start + shift, last.end + shift)


def _dated(match: re.Match[str]) -> Dated | None:
    year = number(match["y"].translate(str.maketrans("○ＯO0", "〇〇〇〇")) if not match["y"].isdigit() else match["y"])
    if year is None or not 1949 <= year <= 2049:
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


def period_in(title: str) -> tuple[int, int] | None:
    """The years a plan covers, as its title says: ``2018-2022年`` or ``“十四五”``."""
    if m := _PERIOD.search(title):
        first, last = int(m["a"]), int(m["b"])
        return (first, last) if first <= last else None
    for words, year in {**_ORDINAL_FIVE, **_FIVE_YEARS}.items():
        if (
            (words.startswith("第") and f"{words}五年" in title)
            or (re.search(rf"[“\"「]?{words}[”\"」]?(?!届|次|条|章)", title)
            and not words.startswith("第"))
        ):
            return (year, year + 4)
    return None
