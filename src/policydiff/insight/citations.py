"""Documents referred to: 《titles》 with and without a 文号, and titles that lost their brackets, behind a verb.

A title without brackets is taken only where the text bounds it: a citing verb before it, a kind of document at its end,
and a 文号, 的通知, 要求 or a mark behind it (domain notes §6 D8: such spans are suggestions, so nothing else is).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policydiff.insight.folding import folded
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.places import Places
from policydiff.insight.records import Citation
from policydiff.model import Section

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_NUMBER = (
    rf"[\u3400-\u9fff]{{1,14}} ?[〔\[【(]{_YEAR}[〕\]】)] ?第?\d{{1,5}} ?号"
    rf"|[\u3400-\u9fff]{{2,30}}?(?:令|公告) ?第 ?\d{{1,4}} ?号"
)
_TITLED = re.compile(rf"《((?:[^《》\n]|《[^《》\n]*》){{2,80}})》(?:\(((?:{_NUMBER})[^()]{{0,20}})\))?")
_BARE = r"[^《》,。;“”()、\n]{4,60}?"
_REST = rf"(?:和[^,。;和()]{{0,8}}远景目标纲要)?(?:\({_YEAR}-{_YEAR}年?\))?(?:的通知)?"
_BEFORE_CHARACTERS = 14


@dataclass(frozen=True, slots=True)
class _Rules:
    verb: re.Pattern[str]
    bare: re.Pattern[str]
    numbered: re.Pattern[str]
    kind: re.Pattern[str]


@cache
def _rules(lexicon: Lexicon) -> _Rules:
    verbs, kinds = (alternatives(lexicon.words("citations", name)) for name in ("verbs", "kinds"))
    ends = (
        rf"(?P<number>\((?:{_NUMBER})[^()]{{0,10}}\))|(?=\(|的通知|有关要求|等要求|要求|精神|,|;|。|、|和|等|编制|部署)"
    )
    return _Rules(
        re.compile(rf"(?:{verbs})(?:[^。;《》]{{0,{_BEFORE_CHARACTERS}}})$"),
        re.compile(
            rf"(?P<verb>深入贯彻落实|深入贯彻|贯彻落实|贯彻执行|依据|根据|按照|遵照|落实)"
            rf"(?P<title>{_BARE}(?:{kinds}){_REST})(?:{ends})"
        ),
        re.compile(
            rf"(?:(?:^|(?<=[,。;、和及\n]))|{verbs})(?P<title>{_BARE}(?:{kinds}){_REST})(?P<number>\((?:{_NUMBER})[^()]{{0,10}}\))"
        ),
        re.compile(rf"(?:{kinds})(?:\([^()]*\))?$"),
    )


def citations_in(section: Section, lexicon: Lexicon, places: Places) -> Iterator[Citation]:
    """The documents a section's own text refers to, in order; one named twice is given once."""
    rules = _rules(lexicon)
    text = folded(section.text)
    seen: set[str] = set()
    done = 0
    for start, end, title, number, verb in sorted(_found(text, rules)):
        if title in seen or start < done:
            continue
        seen.add(title)
        done = end

        yield Citation(
            where=places.located(section, start, end),
            title=title,
            doc_number=number,
            verb=verb,
        )


def _found(text: str, rules: _Rules) -> Iterator[tuple[int, int, str, str | None, str | None]]:
    for match in _TITLED.finditer(text):
        verb = rules.verb.search(text, max(0, match.start() - 2 * _BEFORE_CHARACTERS), match.start())
        if match[2] or rules.kind.search(match[1]) or verb:
            yield match.start(), match.end(), match[1], match[2], _verb(verb)
    taken: list[tuple[int, int]] = []
    for match in rules.bare.finditer(text):
        title = match["title"].strip()
        if match["number"] or _dated(title):
            taken.append(match.span())
            yield match.start("title"), match.end(), title, _plain(match["number"]), match["verb"]
    for match in rules.numbered.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield match.start("title"), match.end(), match["title"].strip(), _plain(match["number"]), None


def _verb(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    found = re.match("[\u3400-\u9fff]{2,4}?(?=[^\u3400-\u9fff]|中|国|省|市|《|$)|.{2}", match[0])
    return found[0] if found else None


def _dated(title: str) -> bool:
    """Without a 文号 a bare title must be one: a state or party body's, or a plan's with its years or names."""
    return (
        bool(re.search(r"国务院关于|中共中央|人民政府|五年规划|总体规划|规划纲要|远景目标|\d{4}", title))
        and len(title) >= 8
    )


def _plain(number: str | None) -> str | None:
    return number.strip("()") if number else None
