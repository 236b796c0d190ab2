"""Quantities of a sentence: number, multiplier, unit, range and what bounds them from behind.

Grammar: domain notes §4.2. Look-alikes (§4.3) are covered up first, so what they are written with is never read as a
number; which they are stands in the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.numbers import times, value

COVER = "\x00"
"""Stands for a character that belongs to a look-alike."""

_D = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_CN = "[一二三四五六七八九十百千万亿两零〇]{1,12}(?:点[一二三四五六七八九零〇]{1,4})?"
_PER = "(?:/(?:万人|千人|人|万元|元|立方米|平方公里|公里|年|天|日|月|户|亩|升|小时|千瓦时))?"
_DASH = "(?:-{1,2}|~|至)"
_FRACTIONS = {"百": 100.0, "千": 1000.0, "万": 10_000.0}
_TIMES = re.compile(r"翻(?P<twice>(?:[一二两三四五1-9])?)番|(?P<double>倍增|翻倍)|翻(?P<folds>[一二两三四五1-9])倍")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity at ``[start, end)`` of its sentence.

    ``value`` (and ``value2``, of a range) with the multiplier carried out; ``unit`` as printed without it, ``kind`` its
    class in the lexicon, both empty where there is none. ``after`` is the comparator that a bound behind it gives.
    ``chinese`` is true where it is written in numerals, ``round`` where these are nothing but a power (千, 万);
    ``multiple`` for doublings.
    """

    start: int
    end: int
    value: int | float
    unit: str
    kind: str
    value2: int | float | None = None
    after: str | None = None
    chinese: bool = False
    round: bool = False
    multiple: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled expressions of a lexicon."""

    quantity: re.Pattern[str]
    lookalike: re.Pattern[str]
    kinds: Mapping[str, str]
    multipliers: Mapping[str, float]
    after: Mapping[str, str]


@cache
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of ``lexicon``, compiled when first used."""
    kinds = {unit: kind for kind, units in _classes(lexicon) for unit in units}
    exceptions = lexicon.table("units", "not_before")
    unit = "|".join(
        re.escape(name) + (f"(?![{re.escape(str(exceptions[name]))}])" if exceptions.get(name) else "")
        for name in sorted(kinds, key=lambda name: (-len(name), name))
    )
    multipliers = {name: float(number) for name, number in lexicon.table("units", "multipliers").items()}
    powers = alternatives(multipliers)
    bounds = {word: sign for sign, words in lexicon.table("comparators", "after").items() for word in words}
    more = "(?:多|余)?"
    first = rf"(?P<n>{_D})(?P<more>[多余])?(?P<m>{powers})?(?P<u>(?:{unit}){_PER})?"
    second = rf"(?P<n2>{_D})(?P<m2>{powers})?{more}(?:(?P<u2>(?:{unit}){_PER}))?"
    source = (
        rf"(?P<fraction>[百千万])分之(?P<fn>{_D}|{_CN})(?:{_DASH}[百千万]分之(?P<fn2>{_D}|{_CN}))?"
        rf"|(?P<whole>{_CN}|\d{{1,3}})分之(?P<part>{_CN}|\d{{1,3}})"
        rf"|(?<![\d.A-Za-z])(?:{first})(?:{_DASH}(?:{second}))?(?P<tail>[多余])?"
        rf"|(?<![第〇零一二三四五六七八九十百千万亿两])(?P<cn>{_CN})(?P<cu>(?:{unit}){_PER})"
    )
    return Grammar(
        quantity=re.compile(rf"(?:{source})(?P<after>{alternatives(bounds)})?"),
        lookalike=re.compile("|".join(f"(?:{pattern})" for _name, pattern in lexicon.lookalikes)),
        kinds=kinds,
        multipliers=multipliers,
        after=bounds,
    )


def covered(text: str, lexicon: Lexicon) -> str:
    """``text`` with every look-alike covered up; same length."""
    return grammar(lexicon).lookalike.sub(lambda match: COVER * len(match[0]), text)


def quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    """The quantities of a sentence whose look-alikes and times are covered, in order."""
    rules = grammar(lexicon)
    found = [made for match in rules.quantity.finditer(text) if (made := _quantity(match, rules)) is not None]
    return sorted((*found, *_multiples(text)), key=lambda quantity: quantity.start)


def _classes(lexicon: Lexicon) -> Iterator[tuple[str, list[str]]]:
    for kind, units in lexicon.tables["units"].items():
        if isinstance(units, list):
            yield kind, units


def _quantity(match: re.Match[str], rules: Grammar) -> Quantity | None:
    if match["fraction"] or match["whole"]:
        return _share(match, rules)
    if match["cn"]:
        return _chinese(match, rules)
    unit = match["u2"] or match["u"] or ""
    if match["n2"] and match["u"] and match["u2"] and match["u"] != match["u2"]:
        return None
    power = rules.multipliers.get(match["m"] or "", 1.0)
    number = value(match["n"])
    if number is None:
        return None
    last = value(match["n2"]) if match["n2"] else None
    last_power = rules.multipliers.get(match["m2"] or "", 1.0)
    if match["n2"] and not match["m"]:
        power = last_power
    more = ">" if match["more"] or match["tail"] else None
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=times(number, power),
        value2=None if last is None else times(last, last_power),
        unit=unit,
        kind=_kind(unit, rules),
        after=rules.after.get(match["after"] or "") or more,
    )


def _share(match: re.Match[str], rules: Grammar) -> Quantity | None:
    """百分之六十, 三分之一 as per cent."""
    last = None
    if match["fraction"]:
        number, factor = value(match["fn"]), 100.0 / _FRACTIONS[match["fraction"]]
        last = value(match["fn2"]) if match["fn2"] else None
    else:
        whole, number = value(match["whole"]), value(match["part"])
        factor = 100.0 / whole if whole else 0.0
    if number is None or not factor:
        return None
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=times(number, factor),
        value2=None if last is None else times(last, factor),
        unit="%",
        kind="share",
        after=rules.after.get(match["after"] or ""),
        chinese=True,
    )


def _chinese(match: re.Match[str], rules: Grammar) -> Quantity | None:
    number = value(match["cn"])
    if number is None:
        return None
    unit = match["cu"]
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=times(number, 1.0),
        unit=unit,
        kind=_kind(unit, rules),
        after=rules.after.get(match["after"] or ""),
        chinese=True,
        round=not match["cn"].strip("十百千万亿"),
    )


def _kind(unit: str, rules: Grammar) -> str:
    return "per" if "/" in unit and unit not in rules.kinds else rules.kinds.get(unit, "")


def _multiples(text: str) -> Iterator[Quantity]:
    """翻一番 is ×2, 翻两番 ×4, 翻 n 番 ×2ⁿ; 倍增 and 翻倍 ×2."""
    for match in _TIMES.finditer(text):
        if match["double"]:
            number = 2.0
        elif match["folds"]:
            number = value(match["folds"]) or 2.0
        else:
            number = 2.0 ** (value(match["twice"]) or 1.0) if match["twice"] else 2.0
        yield Quantity(
            start=match.start(), end=match.end(), value=times(number, 1.0), unit="倍", kind="times", multiple=True
        )
