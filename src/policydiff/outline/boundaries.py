"""Where a heading ends when nothing marks its end: ``客观指标|重点对城市发展现状…``.

Text extraction loses the line break between a heading and its text. The place is found by what words headings end
with and sentences begin with (`heading_words.json`, counted by `benchmarks.quality.heading_words`), by the heading's
own words taken up again at once, and by usual lengths.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from policydiff.outline.lexicon import longest_first, words


class Break(NamedTuple):
    """A heading ends after ``length`` characters; ``score`` compares candidates; ``opened`` tells that the next word
    opens sentences and hardly ever stands in a heading, or quotes the heading."""

    length: int
    score: float
    opened: bool


class _Place(NamedTuple):
    """A boundary of words: the text before and after it up to the next stop, the words beside it, and what the words
    before it speak for a heading."""

    heading: str
    rest: str
    before: str
    after: str
    inside: float


_STOP = re.compile(r"[。；;？！?!\n]")
_ROLE = re.compile(
    rf"(?:{longest_first(words('headings', 'roles'))})(?=[\u4e00-\u9fff“])(?![和与及])"  # 指导思想|全面贯彻…
)
ROLE_SCORE = 9.0
"""Score of a heading that every plan has; what follows it at once is its text."""

_FEWEST_CHARS, _LONGEST_CHARS = 3, 44
_USUAL_CHARS, _SPREAD = 11.0, 0.55
"""Median length of the headings counted, and the standard deviation of its logarithm."""
_NEVER_END = frozenset("的和与及、在对将把被从向以为由按或，：“‘（《")
_NEVER_START = frozenset("的和与及、，。；：”’）》等了着")
_OPENERS = frozenset(words("headings", "sentence_openers"))
_QUOTES = "“”‘’《》"
_QUOTED = re.compile("[“‘《]([^“”‘’《》]{2,20})[”’》]")
_PREDICATE = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:按照?|由|应当?|要|将|需|可|依托|是|包含|包括)")
_ABOUT = re.compile("关于[^，。]{2,20}(?:工作|事项|问题|指标|方式|要求|安排|内容)$")
_TERM_TIMES = 4
"""From so many occurrences on a word is a term of its document."""
_OPENING_CHARS = 12

_UNKNOWN = -0.5
"""Log-odds of a word the table does not know."""
_OPENER_START, _OPENER_INSIDE, _INSIDE_WEIGHT = 2.5, -2.0, 0.5
_PAGE_BONUS, _SUBJECT_BONUS, _ANEW_BONUS, _REPEAT_BONUS, _ABOUT_BONUS = 2.0, 3.0, 1.0, 2.2, 3.5
_COMMA_COST, _JUNCTION_COST, _TWICE_COST, _UNPAIRED_COST, _NO_TEXT_COST = 2.5, 1.5, 3.0, 8.0, 4.0
"""Weights in units of log-odds, set by hand and measured by `benchmarks.quality.structure`."""


@cache
def _odds() -> Mapping[str, Mapping[str, float]]:
    text = resources.files("policydiff.outline").joinpath("heading_words.json").read_text("utf-8")
    table: dict[str, dict[str, float]] = json.loads(text)
    return table


def heading_end(text: str, *, around: str = "", page_breaks: tuple[int, ...] = ()) -> Break:
    """The likeliest end of the heading that ``text`` begins with (its label already taken off).

    ``around`` is the whole document, where the same junction of words tells that it is none; ``page_breaks`` are
    offsets in ``text`` where a page begins, which is often where a line ends.
    """
    if role := _ROLE.match(text):
        return Break(role.end(), ROLE_SCORE, True)
    stop = _STOP.search(text)
    reach = stop.start() if stop else len(text)
    best = Break(reach, -math.inf, False)
    for place in _places(text, reach):
        length = len(place.heading)
        subject = _subject(text, length, around)
        anew = _begins_anew(text, place)
        score = _score(place) - _JUNCTION_COST * _joined_elsewhere(text, length, around)
        score += _PAGE_BONUS * (length in page_breaks) + _SUBJECT_BONUS * subject + _ANEW_BONUS * anew
        if score > best.score:
            opened = place.after in _OPENERS or subject or anew or _quotes_heading(place)
            best = Break(length, score, opened)
    return best


def _places(text: str, reach: int) -> Iterator[_Place]:
    """Every boundary of words where a heading of usual length could end."""
    from policydiff.tokens import words as segmented

    odds = _odds()["inside"]
    position, inside = 0, 0.0
    parts = [part for word in segmented(text[: reach + 1]) for part in _parts(word)]
    for before, after in pairwise(parts):
        position += len(before)
        inside += _worth_inside(before, position, odds)
        if position > min(_LONGEST_CHARS, reach - 1):
            return
        if position >= _FEWEST_CHARS and before[-1] not in _NEVER_END and after[0] not in _NEVER_START:
            yield _Place(text[:position], text[position:reach], before, after, inside)


def _parts(word: str) -> list[str]:
    """Quotes stand alone, so that a quoted term can begin a sentence."""
    return [part for part in re.split(rf"([{_QUOTES}])", word) if part]


def _worth_inside(word: str, position: int, odds: Mapping[str, float]) -> float:
    """What a word that ends at ``position`` speaks for a heading around it."""
    if word in _OPENERS and position > len(word):
        return _OPENER_INSIDE * min(2, len(word))
    return _INSIDE_WEIGHT * odds.get(word, 0.0)


def _score(place: _Place) -> float:
    """The words' own evidence for a heading that ends here."""
    heading, rest = place.heading, place.rest
    score = _odds()["ends"].get(place.before, _UNKNOWN) + place.inside + _opening(place)
    score -= ((math.log(len(heading)) - math.log(_USUAL_CHARS)) / _SPREAD) ** 2 / 2
    score -= _COMMA_COST * len(re.findall("[，,]", heading))
    score += _REPEAT_BONUS * (_taken_up(heading, rest) + _quotes_heading(place))
    score += _ABOUT_BONUS * (_ABOUT.match(heading) is not None)
    score -= _TWICE_COST * _says_twice(heading)
    score -= _UNPAIRED_COST * any(heading.count(opened) != heading.count(closed) for opened, closed in ("“”", "（）"))
    return score - _NO_TEXT_COST * (len(rest) < 3)


def _opening(place: _Place) -> float:
    """How much the word behind speaks for the beginning of a sentence."""
    odds = _odds()["starts"]
    first = place.after if place.after[0] not in _QUOTES else _after_quote(place.rest)
    if first in _OPENERS:
        return max(_OPENER_START, odds.get(first, 0.0))
    return odds.get(first, _UNKNOWN)


def _after_quote(rest: str) -> str:
    from policydiff.tokens import words as segmented

    return next(iter(segmented(rest.lstrip(_QUOTES)[:_OPENING_CHARS])), "")


def _subject(text: str, length: int, around: str) -> bool:
    """A term of the document stands here, and the word behind it opens a predicate: ``感知终端|按…``."""
    m = _PREDICATE.match(text, length)
    return m is not None and around.count(m[1]) >= _TERM_TIMES


def _begins_anew(text: str, place: _Place) -> bool:
    """The heading's first word begins the sentence too: ``加强资金保障|加强政府资金保障``."""
    return len(place.after) >= 2 and len(place.heading) >= 4 and text.startswith(place.after[:2])


def _joined_elsewhere(text: str, length: int, around: str) -> int:
    """How often (three times at most) the two characters on either side stand together elsewhere: no two lines."""
    if not around or len(text) < length + 2:
        return 0
    return max(0, min(3, around.count(text[length - 2 : length + 2]) - 1))


def _taken_up(heading: str, rest: str) -> bool:
    """The text begins with words of its heading: ``填报系统访问|“填报系统”部署在…``."""
    opening = rest.lstrip(_QUOTES)[:_OPENING_CHARS]
    return any(len(opening) >= n and opening[:n] in heading for n in (3, 4)) or _same_topic(heading, opening)


def _same_topic(heading: str, opening: str) -> bool:
    fits = len(opening) >= 6 and len(heading) >= 6
    return fits and any(opening[k : k + 4] in heading for k in range(2, len(opening) - 3))


def _says_twice(heading: str) -> bool:
    """A heading with four characters in a row twice, or its first two again, has run into its text."""
    grams = [heading[k : k + 4] for k in range(len(heading) - 3)]
    return len(set(grams)) < len(grams) or (len(heading) > 4 and heading[:2] in heading[4:])


def _quotes_heading(place: _Place) -> bool:
    """``填报系统访问|“填报系统”部署``: the text begins with a term of the heading in quotes."""
    quoted = _QUOTED.match(place.rest)
    return quoted is not None and quoted[1] in place.heading
