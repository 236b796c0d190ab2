"""Wholes that a text sets as a target without a figure: 全部, 所有, 全覆盖, 应接尽接. They count as 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.quantities import Quantity

WHOLE = 100


@dataclass(frozen=True, slots=True)
class _Words:
    whole: re.Pattern[str]
    coverage: frozenset[str]
    no_whole: tuple[str, ...]
    predicate: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    coverage = lexicon.words("implicit", "coverage")
    determiners = (*lexicon.words("implicit", "determiners"), *lexicon.words("implicit", "adverbs"))
    return _Words(
        re.compile(alternatives((*coverage, *determiners))),
        frozenset(coverage),
        lexicon.words("implicit", "not_whole"),
        re.compile(alternatives(lexicon.words("implicit", "predicates"))),
    )


def wholes(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """The wholes of a sentence; their ``kind`` is ``whole``, their ``unit`` ``coverage`` where the word covers all."""
    rules = _words(lexicon)
    for match in rules.whole.finditer(text):
        around = text[max(0, match.start() - 2) : match.end() + 2]
        if any(word in around for word in rules.no_whole):
            continue
        unit = "coverage" if match[0] in rules.coverage else ""
        yield Quantity(start=match.start(), end=match.end(), value=WHOLE, unit=unit, kind="whole")


def predicate_at(text: str, lexicon: Lexicon) -> int | None:
    """Where in ``text`` those who are counted begin to do something; None where they do nothing."""
    match = _words(lexicon).predicate.search(text, 1) if text else None
    return match.start() if match else None
