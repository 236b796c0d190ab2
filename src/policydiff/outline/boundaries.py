"""Where a heading ends when nothing marks its end: ``客观指标|重点对城市发展现状…``.

Text extraction loses the line break between a heading and its text. The place is found by what words headings end
with and sentences begin with (`heading_words.json`, counted by `benchmarks.quality.heading_words`), by the heading's
own words taken up again at once, and by usual lengths.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache
from importlib import resources
from typing import NamedTuple


class Break(NamedTuple):
    """A heading ends after ``length`` characters; ``score`` compares candidates; ``opened`` tells that the next word
    opens sentences and hardly ever stands in a heading, or quotes the heading."""

    length: int
    score: float
    opened: bool


_STOP = re.compile(r"[。；;？！?!\n]")
_ROLE = re.compile(
    r"(?:指导思想|基本原则|总体要求|工作要求|主要目标|总体目标|发展目标|工作目标|建设目标|主要任务|重点任务|总体思路|基本思路|保障措施|组织保障|工作步骤|发展基础|发展形势|现状与形势)(?=[\u4e00-\u9fff“])(?![和与及])"
)
"""Headings that every plan has; what follows them at once is their text."""
_ROLE_SCORE = 9.0
_PREDICATE = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:按照?|由|应当?|要|将|需|可|依托|是|包含|包括)")
_TERM_TIMES = 4
_SUBJECT_BONUS = 3.0
_ANEW_BONUS = 1.0
_ENDING_BONUS = 2.5
_FEWEST, _LONGEST = 3, 44
_USUAL_CHARS, _SPREAD = 11.0, 0.55
"""Median length of the headings counted, and the standard deviation of its logarithm."""
_NEVER_END = frozenset("的和与及、在对将把被从向以为由按或，：“‘（《")
_NEVER_START = frozenset("的和与及、，。；：”’）》等了着")
_COMMA_COST = 2.5
_PAGE_BONUS = 2.0
_REPEAT_BONUS = 2.2
_ABOUT_BONUS = 3.5
_TWICE_COST = 3.0
_UNKNOWN = -0.5
_OPENERS = frozenset(
    ["以", "为", "为了", "到", "由", "在", "自", "从", "按照", "按", "根据", "依据", "依托", "围绕", "坚持", "适应", "迎接", "聚焦", "针对", "立足", "面向", "随着", "通过", "请", "指", "是指", "各", "各地", "各省", "各市", "各区", "各级", "各部门", "本", "本次", "本市", "本省", "我市", "我省", "我国", "全市", "全省", "全国", "近年来", "当前", "目前", "今年", "凡", "对", "对于", "经", "现", "该", "其", "重点", "主要", "充分", "积极", "全面", "应", "要", "需", "将", "可", "不得", "有"]
)
"""Words that open a sentence or belong to one and hardly ever stand inside a heading of an official document."""
_OPENER_START, _OPENER_INSIDE = 2.5, -2.0
_INSIDE_WEIGHT = 0.5
_JUNCTION_COST = 1.5
_QUOTES = "“”‘’《》"
_QUOTED = re.compile("[“‘《]([^“”‘’《》]{2,20})[”’》]")
_ABOUT = re.compile("关于[^，。]{2,20}(?:工作|事项|问题|指标|方式|要求|安排|内容)$")


@cache
def _odds() -> dict[str, dict[str, float]]:
    text = resources.files("policydiff.outline").joinpath("heading_words.json").read_text("utf-8")
    table: dict[str, dict[str, float]] = json.loads(text)
    return table


def heading_end(
    text: str, *, around: str = "", page_breaks: tuple[int, ...] = (), endings: frozenset[str] = frozenset()
) -> Break:
    """The likeliest end of the heading that ``text`` begins with (its label already taken off).

    ``around`` is the whole document, where the same junction of words tells that it is none; ``page_breaks`` are
    offsets in ``text`` where a page begins, which is often where a line ends; ``endings`` are last words of sibling
    headings.
    """
    if role := _ROLE.match(text):
        return Break(role.end(), _ROLE_SCORE, True)
    stop = _STOP.search(text)
    reach = min(len(text), stop.start() if stop else len(text))
    best = Break(reach, -math.inf, False)
    for place, before, after, inside in _places(text[: reach + 1], reach):
        score = _score(text, place, before, after, reach, inside) + _junction(text, place, around)
        score += _PAGE_BONUS if place in page_breaks else 0.0
        score += _ENDING_BONUS if text[place - 2 : place] in endings else 0.0
        subject = _subject(text, place, around)
        score += _SUBJECT_BONUS if subject else 0.0
        score += _ANEW_BONUS if _begins_anew(text, place, after) else 0.0
        if score > best.score:
            begun = after in _OPENERS or subject or _quotes_heading(text, place) or _begins_anew(text, place, after)
            best = Break(place, score, begun)
    return best


def _subject(text: str, place: int, around: str) -> bool:
    """A term of the document stands here, and the word behind it opens a predicate: ``感知终端|按…``."""
    m = _PREDICATE.match(text, place)
    return m is not None and around.count(m[1]) >= _TERM_TIMES


def _begins_anew(text: str, place: int, after: str) -> bool:
    """The heading's first word begins the sentence too: ``加强资金保障|加强政府资金保障``."""
    return len(after) >= 2 and place >= 4 and text.startswith(after[:2])


def _places(text: str, reach: int) -> list[tuple[int, str, str, float]]:
    """(offset, word before, word after, what the words so far speak for a heading) per boundary."""
    from policydiff.tokens import words

    places = []
    position, inside = 0, 0.0
    odds = _odds()["inside"]
    parts = [part for word in words(text) for part in _parts(word)]
    for before, after in zip(parts, parts[1:], strict=False):
        position += len(before)
        inside += _cost_inside(before, position, odds)
        if position > min(_LONGEST, reach - 1):
            break
        if position >= _FEWEST and before[-1] not in _NEVER_END and after[0] not in _NEVER_START:
            places.append((position, before, after, inside))
    return places


def _cost_inside(word: str, position: int, odds: dict[str, float]) -> float:
    if word in _OPENERS and position > len(word):
        return _OPENER_INSIDE * min(2, len(word))
    return _INSIDE_WEIGHT * odds.get(word, 0.0)


def _parts(word: str) -> list[str]:
    """Quotes stand alone, so that a quoted term can begin a sentence."""
    return [part for part in re.split(rf"([{_QUOTES}])", word) if part]


def _score(text: str, length: int, before: str, after: str, reach: int, inside: float) -> float:
    odds = _odds()
    heading, rest = text[:length], text[length:reach]
    score = odds["ends"].get(before, _UNKNOWN) + inside
    first = after if after[0] not in _QUOTES else _after_quote(rest)
    score += (
        max(_OPENER_START, odds["starts"].get(first, 0.0)) if first in _OPENERS else odds["starts"].get(first, _UNKNOWN)
    )
    score -= ((math.log(length) - math.log(_USUAL_CHARS)) / _SPREAD) ** 2 / 2
    score -= _COMMA_COST * len(re.findall("[，,]", heading))
    if _taken_up(heading, rest):
        score += _REPEAT_BONUS
    if _quotes_heading(text, length):
        score += _REPEAT_BONUS
    if _ABOUT.match(heading):
        score += _ABOUT_BONUS
    if _says_twice(heading) or (len(heading) > 4 and heading[:2] in heading[4:]):
        score -= _TWICE_COST
    if heading.count("“") != heading.count("”") or heading.count("（") != heading.count("）"):
        score -= 8.0
    if len(rest) < 3:
        score -= 4.0
    return score


def _junction(text: str, length: int, around: str) -> float:
    """The two characters on either side stand together elsewhere: they are no two lines."""
    if len(text) < length + 2 or length < 2:
        return 0.0
    seen = min(3, around.count(text[length - 2 : length + 2]) - 1) if around else 0
    return -_JUNCTION_COST * max(0, seen)


def _after_quote(rest: str) -> str:
    from policydiff.tokens import words

    return next((w for w in words(rest.lstrip(_QUOTES)[:12])), "")


def _taken_up(heading: str, rest: str) -> bool:
    """The text begins with words of its heading: ``填报系统访问|“填报系统”部署在…``."""
    opening = rest.lstrip(_QUOTES)[:12]
    return any(len(opening) >= n and opening[:n] in heading for n in (3, 4)) or _same_topic(heading, opening)


def _says_twice(heading: str) -> bool:
    """A heading with four characters in a row twice has run into its text."""
    grams = [heading[k : k + 4] for k in range(len(heading) - 3)]
    return len(set(grams)) < len(grams)


def _quotes_heading(text: str, length: int) -> bool:
    """``填报系统访问|“填报系统”部署``: the text begins with a term of the heading in quotes."""
    quoted = _QUOTED.match(text, length)
    return quoted is not None and quoted[1] in text[:length]


def _same_topic(heading: str, opening: str) -> bool:
    return (
        len(opening) >= 6
        and len(heading) >= 6
        and any(opening[k : k + 4] in heading for k in range(2, len(opening) - 3))
    )
