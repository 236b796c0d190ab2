"""A replaced word looked into: the part that stays, where most of it does.

Invariant: the borders of a refined step lie inside words only, never inside a number, date, 文号, title or term.
Steps go in over tokens and come out over the characters of the keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from policydiff.edits.script import Step
from policydiff.edits.side import Side, Token
from policydiff.tokens.segmenter import known

STRETCH_LIMIT_CHARACTERS = 12
"""Longer replacements are passages, not words."""

SHARED_PART = 2 / 3
"""A word is looked into when so much of the longer form stays, in one piece at its head, its tail or both."""

NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两0123456789")


def in_characters(steps: Iterable[Step], old: Side, new: Side) -> Iterator[Step]:
    """``steps`` over tokens as steps over the keys' characters."""
    for equal, old_start, old_end, new_start, new_end in steps:
        yield Step(equal, old.ends(old_start), old.ends(old_end), new.ends(new_start), new.ends(new_end))


def refined(steps: Iterable[Step], old: Side, new: Side, *, inside_words: bool) -> Iterator[Step]:
    """``steps`` over characters, the common ends of replaced words split off.

    A word that the segmenter's dictionary does not have (a guess, often cut wrong) may always be cut; one it has,
    only with ``inside_words``.
    """
    for step in steps:
        spans = (old.tokens[step.old_start : step.old_end], new.tokens[step.new_start : step.new_end])
        span = next(in_characters([step], old, new))
        if not step.replaces or not all(map(_ordinary, spans)):
            yield span
            continue
        texts = old.key[span.old_start : span.old_end], new.key[span.new_start : span.new_end]
        ends = _ends(texts, [_cuts(tokens, guessed) for tokens in spans])
        if inside_words:
            wider = _ends(texts, [_cuts(tokens, compounded) for tokens in spans])
            ends = wider if _keeps_most(texts, wider) and _marks_words(texts, wider, spans) else ends
        yield from _split(span, *ends)


def _marks_words(texts: tuple[str, str], ends: tuple[int, int], spans: Sequence[Sequence[Token]]) -> bool:
    """True where what is left to mark, on a side that has any, is whole words."""
    for text, tokens in zip(texts, spans, strict=True):
        cuts = _cuts(tokens, guessed)
        if ends[0] < len(text) - ends[1] and not {ends[0], len(text) - ends[1]} <= cuts:
            return False
    return True


def _ordinary(tokens: Sequence[Token]) -> bool:
    """True for a few words, none of them a number, date, title or the like."""
    length = tokens[-1].end - tokens[0].start if tokens else 0
    return length <= STRETCH_LIMIT_CHARACTERS and not any(token.fixed for token in tokens)


def guessed(word: str) -> Iterable[int]:
    """Where a word may be cut that the segmenter only guessed: anywhere."""
    return () if known(word) else range(1, len(word))


def compounded(word: str) -> Iterable[int]:
    """Where a word is made of two that the dictionary has: 委托|人, 多种|形式."""
    return [k for k in range(1, len(word)) if not known(word) or (known(word[:k]) and known(word[k:]))]


def _cuts(tokens: Sequence[Token], inside: Callable[[str], Iterable[int]]) -> set[int]:
    """Where the joined keys may be cut: between tokens, and ``inside`` words."""
    places, offset = {0}, 0
    for token in tokens:
        places.update(offset + k for k in inside(token.key))
        offset += len(token.key)
        places.add(offset)
    return places


def _ends(texts: tuple[str, str], cuts: Sequence[set[int]]) -> tuple[int, int]:
    """The lengths of the longest common head and tail at which both may be cut."""
    before, after = texts
    head = max(k for k in range(_common(before, after) + 1) if k in cuts[0] and k in cuts[1])
    room = min(_common(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    tail = max(k for k in range(room + 1) if len(before) - k in cuts[0] and len(after) - k in cuts[1])
    return head, tail


def _common(before: str, after: str) -> int:
    room = min(len(before), len(after))
    return next((k for k in range(room) if before[k] != after[k]), room)


def _keeps_most(texts: tuple[str, str], ends: tuple[int, int]) -> bool:
    """True where so much of the word stays, and what changes is a word of its own, that it reads better in part."""
    shared = sum(ends)
    middles = [text[ends[0] : len(text) - ends[1]] for text in texts]
    if all(middles) and min(map(len, middles)) < 2:
        return False
    return shared >= max(2, SHARED_PART * max(map(len, texts))) and not NUMERALS.intersection("".join(middles))


def _split(step: Step, head: int, tail: int) -> Iterator[Step]:
    old_start, old_end = step.old_start + head, step.old_end - tail
    new_start, new_end = step.new_start + head, step.new_end - tail
    yield Step(True, step.old_start, old_start, step.new_start, new_start)
    yield Step(False, old_start, old_end, new_start, new_end)
    yield Step(True, old_end, step.old_end, new_end, step.new_end)
