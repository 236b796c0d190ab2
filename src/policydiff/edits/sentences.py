"""The sentences of a side: the passages whose changes are told one by one.

Invariant: a side's sentences cover its tokens in order, and none is longer than `LIMIT_SENTENCE_TOKENS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from policydiff.edits.side import Side
from policydiff.tokens import AtomKind

SENTENCE_ENDS = frozenset("。！？；!?;")

QUOTES = frozenset("\"'")

LONG_SENTENCE_TOKENS = 100
"""From here on a run without a full stop is cut, where its own words say so."""

LIMIT_SENTENCE_TOKENS = 400
"""A sentence never gets longer than this."""

CUT_ONE_IN = 32
"""A long run is cut after one in so many word pairs: places found again after an insertion further up."""

UNTELLING = frozenset({AtomKind.MARK, AtomKind.LABEL})
"""Kinds of token that say nothing of what a sentence is about: items are renumbered all the time."""

FUNCTION_WORDS = frozenset("的和与及了或等在对将由并为以按向中是从把被")


class Sentence(NamedTuple):
    """Tokens ``[start, end)`` of a side, their joined ``key``, and the words that tell what it is about."""

    start: int
    end: int
    key: str
    content: tuple[str, ...]


def split(side: Side) -> list[Sentence]:
    """The sentences of ``side``; overlong ones cut at places their own words determine."""
    return [_sentence(side, start, end) for start, end in pairwise(_cuts(side))]


def _cuts(side: Side) -> Iterator[int]:
    tokens = side.tokens
    start, quotes = 0, 0
    yield 0
    for index, token in enumerate(tokens):
        quotes += token.key in QUOTES
        follows = tokens[index + 1].key if index + 1 < len(tokens) else ""
        ended = token.key in SENTENCE_ENDS and not (follows in SENTENCE_ENDS or (follows in QUOTES and quotes % 2))
        closed = token.key in QUOTES and index and tokens[index - 1].key in SENTENCE_ENDS and quotes % 2 == 0
        if ended or closed or _too_long(token.key, follows, index + 1 - start):
            start, quotes = index + 1, 0
            yield start
    if start < len(tokens):
        yield len(tokens)


def _too_long(word: str, follows: str, length: int) -> bool:
    if length < LONG_SENTENCE_TOKENS:
        return False
    return length >= LIMIT_SENTENCE_TOKENS or crc32(f"{word} {follows}".encode("utf-8", "replace")) % CUT_ONE_IN == 0


def _sentence(side: Side, start: int, end: int) -> Sentence:
    tokens = side.tokens[start:end]
    content = tuple(t.key for t in tokens if t.kind not in UNTELLING and t.key not in FUNCTION_WORDS)
    return Sentence(start, end, side.key[tokens[0].start : tokens[-1].end], content or tuple(t.key for t in tokens))
