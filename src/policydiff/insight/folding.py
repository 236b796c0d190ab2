"""A section's text in the shape the rules read, character by character the same length as the text.

Width and script are folded as in `policydiff.keys`; quotes keep their two sides, which the key does not need but a
rule about quoted names does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.keys import shaped

_QUOTE = re.compile('[“”「」『』"]')
_CLOSING = {"「": "“", "『": "“", "」": "”", "』": "”"}
_SENTENCE_END = re.compile("[。!?\n]+[”’)]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of characters of a section's folded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``text`` folded, ``start`` where it begins in the section's text."""

    text: str
    start: int
    clauses: tuple[Stretch, ...]

    @property
    def end(self) -> int:
        """The offset after its last character, in the section's text."""
        return self.start + len(self.text)

    def clause(self, offset: int) -> int:
        """The number of the clause that holds character ``offset`` of the sentence."""
        return max(0, bisect_right(self.clauses, offset, key=lambda clause: clause.start) - 1)


def folded(text: str) -> str:
    """``text`` with width and script folded and quotes as “ and ”; same length, same offsets."""
    shape = shaped(text)
    if not _QUOTE.search(text):
        return shape
    characters = list(shape)
    inside = False
    for match in _QUOTE.finditer(text):
        sign = match[0]
        if sign == '"':
            sign = "”" if inside else "“"
        sign = _CLOSING.get(sign, sign)
        inside = sign == "“"
        characters[match.start()] = sign
    return "".join(characters)


def sentences(shape: str) -> Iterator[Sentence]:
    """The sentences of a folded text, blank ones left out."""
    done = 0
    for match in _SENTENCE_END.finditer(shape):
        yield from _sentence(shape, done, match.end())
        done = match.end()
    yield from _sentence(shape, done, len(shape))


def _sentence(shape: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and shape[start].isspace():
        start += 1
    while end > start and shape[end - 1].isspace():
        end -= 1
    if end > start:
        text = shape[start:end]
        yield Sentence(text, start, tuple(_clauses(text)))


def _clauses(text: str) -> Iterator[Stretch]:
    """What stands between commas, semicolons and colons outside brackets."""
    start = depth = 0
    for offset, character in enumerate(text):
        if character in "(《":
            depth += 1
        elif character in ")》":
            depth = max(0, depth - 1)
        elif character in ",;:" and depth == 0 and not _thousands(text, offset):
            if offset > start:
                yield Stretch(start, offset)
            start = offset + 1
    if len(text) > start:
        yield Stretch(start, len(text))


def _thousands(text: str, offset: int) -> bool:
    """True for the comma of 1,000."""
    return (
        text[offset] == ","
        and offset > 0
        and text[offset - 1].isdigit()
        and text[offset + 1 : offset + 4].isdigit()
        and len(text[offset + 1 : offset + 4]) == 3
        and not text[offset + 4 : offset + 5].isdigit()
    )
