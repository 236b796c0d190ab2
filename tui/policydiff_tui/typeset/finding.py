"""Where a word stands in set lines."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff_tui.typeset.line import Line, Piece


def place_in(text: str, word: str) -> list[tuple[int, int]]:
    """Where ``word`` stands in ``text``, letter case aside."""
    if not word:
        return []
    low, wanted = text.lower(), word.lower()
    if len(low) != len(text):
        low, wanted = text, word
    found, at = [], low.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = low.find(wanted, at + len(wanted))
    return found


def line_of(lines: Sequence[Line], word: str, side: str, count: int) -> int:
    """The line in which the ``count``-th occurrence of ``word`` on a side begins; the first line where it is hidden."""
    starts: list[int] = []
    for number, line in enumerate(lines):
        piece = line.right if side == "right" and line.right is not None else line.left
        if piece is not None:
            starts += [number for start, _end in place_in(piece.half.text, word) if _begins(piece, start)]
    return starts[min(count, len(starts) - 1)] if starts else 0


def _begins(piece: Piece, start: int) -> bool:
    return piece.start <= start < piece.end
