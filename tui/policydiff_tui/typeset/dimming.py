"""Which parts of the stretches of folded rows are drawn dim, given the places in the texts of both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.model import Edit, EditKind
from policydiff.report.folding import Row, Stretch, rows

DIM = "dim"
"""The mark of what is set back; it stands together with the marks of changes."""

Place = tuple[int, int]
Sides = tuple[tuple[Place, ...], tuple[Place, ...]]
"""Places, as from and to, in the whole text of the old and of the new side, in order."""

NOWHERE: Sides = ((), ())

BESIDE_IT = Edit(kind=EditKind.INSERT, text="")
"""Stands for the changes around a run of unchanged text: they decide what of it folds."""


class Dressed(NamedTuple):
    """A stretch of text with its mark, the number of its move, and the places in it that are dim."""

    text: str
    mark: str
    move: int | None = None
    dim: tuple[Place, ...] = ()


class DressedRow(NamedTuple):
    """A row of the texts as stretches; ``left_out`` characters were folded away where both are empty."""

    left: list[Dressed]
    right: list[Dressed]
    left_out: int


def dressed_rows(edits: Sequence[Edit], *, fold: bool, dim: Sides) -> Iterator[DressedRow]:
    """The rows of ``edits``, with what of ``dim`` falls into each stretch."""
    found = rows(edits, fold=fold)
    left, right = (
        _dressed([s for row in found for s in half(row)], _starts(edits, fold, new), places)
        for new, half, places in ((False, _left, dim[0]), (True, _right, dim[1]))
    )
    for row in found:
        yield DressedRow([next(left) for _ in row.left], [next(right) for _ in row.right], row.left_out)


def _left(row: Row) -> list[Stretch]:
    return row.left


def _right(row: Row) -> list[Stretch]:
    return row.right


def _dressed(stretches: Sequence[Stretch], starts: Iterator[int], places: Sequence[Place]) -> Iterator[Dressed]:
    """``stretches`` of one side; each place is looked at by the stretches it may touch only."""
    if not places:
        yield from (Dressed(s.text, s.mark, s.move) for s in stretches)
        return
    first = 0
    for stretch, start in zip(stretches, starts, strict=True):
        end = start + len(stretch.text)
        while first < len(places) and places[first][1] <= start:
            first += 1
        inside: list[Place] = []
        for low, high in places[first:]:
            if low >= end:
                break
            inside.append((max(low, start) - start, min(high, end) - start))
        yield Dressed(stretch.text, stretch.mark, stretch.move, tuple(inside))


def _starts(edits: Sequence[Edit], fold: bool, new: bool) -> Iterator[int]:
    """Where in the text of one side each stretch of its rows begins."""
    start, last = 0, len(edits) - 1
    for number, edit in enumerate(edits):
        text = edit.new if new else edit.old
        if edit.kind is (EditKind.INSERT if new else EditKind.DELETE):
            yield start
        elif edit.kind is EditKind.EQUAL:
            around = ([BESIDE_IT] if number else []), ([BESIDE_IT] if number < last else [])
            yield from _starts_within(rows([*around[0], edit, *around[1]], fold=fold), start, len(text), new)
        start += len(text)


def _starts_within(found: Sequence[Row], start: int, length: int, new: bool) -> Iterator[int]:
    """The same for one run of unchanged text: what is kept at its end is counted from there."""
    halves = [[len(s.text) for s in (row.right if new else row.left) if s.text] for row in found]
    folds = [n for n, row in enumerate(found) if row.left_out]
    cut = folds[0] if folds else len(found)
    at = start
    for size in (size for half in halves[:cut] for size in half):
        yield at
        at += size
    tail = [size for half in halves[cut:] for size in half]
    at = start + length - sum(tail)
    for size in tail:
        yield at
        at += size
