"""Counters ``12、`` before pieces of equal length into which a site cut the text (damage class D2).

Real numbered lists are told apart by two facts: pieces are equally long, and they end in mid-sentence.
"""

from __future__ import annotations

import re
from statistics import median
from typing import NamedTuple

from policydiff.repair.finding import Finding

KIND = "chunk_counter"

_COUNTER = re.compile(r"^(\d{1,6})、", re.M)
_SENTENCE_END = '。！？!?；;：:”"」）)'
_FEWEST_PIECES = 3
_WIDTH_SLACK_CHARS = 6
_SHORTEST_PIECE_CHARS = 40
_EVEN_SHARE, _UNFINISHED_SHARE = 0.95, 0.5
"""Shares of pieces that must have the usual length, and must end in mid-sentence (domain rule D2)."""


class _Piece(NamedTuple):
    """A line: its counter's value, the counter's place, the text behind it."""

    value: int
    start: int
    end: int
    body: str


def find(text: str) -> list[Finding]:
    """All counters, with the line break before each, or none."""
    pieces = _pieces(text)
    if len(pieces) < _FEWEST_PIECES or not _cut_by_length([piece.body for piece in pieces]):
        return []
    return [Finding(_line_break_before(text, p.start) if p.value > 1 else p.start, p.end, "", 1.0) for p in pieces]


def _pieces(text: str) -> list[_Piece]:
    """A piece per line that is not empty; none where they are not counted 1, 2, 3 without exception."""
    pieces: list[_Piece] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            match = _COUNTER.match(text, position)
            if match is None or int(match[1]) != len(pieces) + 1:
                return []
            pieces.append(_Piece(len(pieces) + 1, position, match.end(), line[match.end() - position :]))
        position += len(line) + 1
    return pieces


def _line_break_before(text: str, start: int) -> int:
    while start > 0 and text[start - 1] in "\n \t":
        start -= 1
    return start


def _cut_by_length(bodies: list[str]) -> bool:
    """Equal lengths but for the last piece (it takes the rest), and most ends in mid-sentence (domain rule D2)."""
    full = bodies[:-1]
    width = median(map(len, full))
    even = sum(abs(len(body) - width) <= _WIDTH_SLACK_CHARS for body in full)
    unfinished = sum(not body.rstrip().endswith(tuple(_SENTENCE_END)) for body in full)
    return (
        width >= _SHORTEST_PIECE_CHARS
        and even >= _EVEN_SHARE * len(full)
        and unfinished >= _UNFINISHED_SHARE * len(full)
    )
