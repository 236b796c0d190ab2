"""Steps up and down the ladders of strength: what was to be explored is now to be done everywhere.

A word of a ladder counts with what it is said of: the words that follow it up to the next mark. Where two paired
sections say it of the same thing (the words after it alike, each the other's best match) on different steps, wording
moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policydiff import tokens
from policydiff.insight.places import Places
from policydiff.insight.wording.lexicon import Ladder, Lexicon
from policydiff.insight.wording.quoting import quotation
from policydiff.keys import shaped
from policydiff.model import Section
from policydiff.model.wording import Direction, Quotation, Strength
from policydiff.similarity.background import background

CLAUSE = re.compile(r"[^，。；：！？\n,;:!?]+")
ITEM_END = "、"
OBJECT_WORDS = 6
"""Content words after a ladder's word that say what it is said of."""

LEAST_LIKENESS = 0.6
"""Weighted share of common words from which two are said of the same thing."""

NEAREST = 2
"""The first word of either must be among so many first words of the other."""

LEAST_WEIGHT = 3.0
"""Background weight of the rarest word that both must share: one that a section in twenty has."""

LINKS = "地和与、并 "
"""What may stand between two words of a ladder that act as one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a ladder at ``start``–``end`` of a section's text, on ``step``, said of ``things``."""

    section: Section
    start: int
    end: int
    step: int
    things: tuple[str, ...]
    weights: tuple[float, ...]


def strengths(
    old: Places, new: Places, paired: Iterable[tuple[Sequence[Section], Sequence[Section]]], lexicon: Lexicon
) -> Iterator[Strength]:
    """The steps taken in ``paired`` sections, in their order."""
    for left, right in paired:
        for ladder in lexicon.ladders:
            here, there = (
                [m for section in side for m in mentions(section, ladder, lexicon)] for side in (left, right)
            )
            for one, other in _matched(here, there):
                if one.step != other.step:
                    direction = Direction.STRONGER if other.step > one.step else Direction.WEAKER
                    yield Strength(
                        ladder=ladder.name,
                        direction=direction,
                        subject="".join(w for w in other.things if w in one.things),
                        old=_quoted(old, one),
                        new=_quoted(new, other),
                    )


def mentions(section: Section, ladder: Ladder, lexicon: Lexicon) -> Iterator[Mention]:
    """Where ``ladder`` is climbed in the text of ``section``, with what is said of what."""
    text = shaped(section.text)
    pattern = _pattern(ladder)
    for clause in CLAUSE.finditer(text):
        for match in pattern.finditer(text, clause.start(), clause.end()):
            step = max(ladder.step_of[word] for word in _words(ladder).findall(match[0]))
            said_of = text[match.end() : clause.end()].lstrip(ITEM_END).partition(ITEM_END)[0]
            things = _things(said_of, ladder, lexicon)
            if things:
                weights = tuple(background().word_weights(things))
                yield Mention(section, match.start(), match.end(), step, things, weights)


@cache
def _words_source(ladder_words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, ladder_words), key=len, reverse=True))


def _words(ladder: Ladder) -> re.Pattern[str]:
    return re.compile(_words_source(tuple(ladder.step_of)))


def _pattern(ladder: Ladder) -> re.Pattern[str]:
    """A word of ``ladder``, or several that act as one: 加快推进, 稳步有序推进."""
    word = f"(?:{_words_source(tuple(ladder.step_of))})"
    return re.compile(f"{word}(?:[{LINKS}]?{word})*")


def _things(text: str, ladder: Ladder, lexicon: Lexicon) -> tuple[str, ...]:
    found = (w for w in tokens.words(text) if w.isalnum() and w not in lexicon.intensifiers)
    content = (w for w in found if w not in ladder.step_of and len(w) > 1)
    return tuple(w for _, w in zip(range(OBJECT_WORDS), content, strict=False))


def _matched(left: Sequence[Mention], right: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Mentions of the same thing, each the other's likest; of equally like ones the one on the same step."""
    if not left or not right:
        return []
    table = [[(_likeness(a, b), -abs(a.step - b.step)) for b in right] for a in left]
    best_right = [max(range(len(right)), key=lambda n: row[n]) for row in table]
    best_left = [max(range(len(left)), key=lambda n: table[n][column]) for column in range(len(right))]
    return [
        (left[n], right[m]) for n, m in enumerate(best_right) if best_left[m] == n and table[n][m][0] >= LEAST_LIKENESS
    ]


def _likeness(one: Mention, other: Mention) -> float:
    """Twice the weight of the shared words by the weight of all (Dice); 0 where only common words are shared, or not
    those next to the ladder's."""
    if one.things[0] not in other.things[:NEAREST] and other.things[0] not in one.things[:NEAREST]:
        return 0.0
    shared = [w for thing, w in zip(one.things, one.weights, strict=True) if thing in other.things]
    if not shared or max(shared) < LEAST_WEIGHT:
        return 0.0
    return 2 * sum(shared) / (sum(one.weights) + sum(other.weights))


def _quoted(places: Places, mention: Mention) -> Quotation:
    return quotation(places, mention.section, mention.start, mention.end)
