"""The lines of one row of a comparison, for a width and an arrangement: set once, drawn on demand.

Invariant: in every line but those of a fold, both halves stand level: they begin the same row of the texts, or
continue it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from policydiff.model import Pair
from policydiff_tui.typeset.dimming import NOWHERE, Sides
from policydiff_tui.typeset.halves import Half, Level, Span, dim_spans, levels, merged
from policydiff_tui.typeset.line import (
    BOTH_SIGN,
    GAP,
    GUTTER_CELLS,
    NEW_SIGN,
    OLD_SIGN,
    Arrangement,
    Kind,
    Line,
    Piece,
    Setting,
    marked,
    pieces,
)
from policydiff_tui.typeset.signs import SIGNS
from policydiff_tui.typeset.tables import table_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What one block of lines shows: titles of both sides (``sides`` are what
    the sides are called); the pair's texts unless ``closed``; a text to ``peek`` at
    in the half that is empty; the number of a passage whose halves are brought level (``level``); and ``notes``, which
    stand below the titles. ``dim`` are the places to set back in the texts of both sides, what is peeked at too."""

    pair: Pair
    left_titles: tuple[str, ...] = ()
    right_titles: tuple[str, ...] = ()
    sides: tuple[str, str] = ("", "")
    closed: bool = False
    ghost: bool = False
    peek: str | None = None
    level: int | None = None
    fold: bool | None = None
    notes: tuple[str, ...] = ()
    dim: Sides = NOWHERE


def block_lines(content: Content, setting: Setting) -> tuple[Line, ...]:
    """Every line of a block, its titles first, an empty one last where its text is shown."""
    first, *more = _titles(content, setting)
    head = [replace(first, signs=(SIGNS[content.pair.relation][0], "")), *more]
    if content.closed:
        return tuple(head)
    fold = setting.fold if content.fold is None else content.fold
    setting = replace(setting, fold=fold)
    body = list(_body(content, setting))
    if content.level is not None and setting.arrangement is Arrangement.BESIDE:
        body = brought_level(body, content.level)
    return (*head, *_notes(content, setting), *body, *table_lines(content.pair, setting), GAP)


def _titles(content: Content, setting: Setting) -> Iterator[Line]:
    if setting.arrangement is Arrangement.BESIDE:
        for left, right in zip_longest(content.left_titles, content.right_titles):
            yield Line(Kind.HEAD, _title(left), _title(right))
        return
    if content.closed:
        yield Line(Kind.HEAD, _title((content.left_titles or content.right_titles)[0]))
        return
    for name, titles in zip(content.sides, (content.left_titles, content.right_titles), strict=True):
        for title in titles:
            yield Line(Kind.HEAD, _title(f"{name} {title}"))


def _title(text: str | None) -> Piece | None:
    return None if text is None else Piece(Half(text), 0, len(text))


def _notes(content: Content, setting: Setting) -> Iterator[Line]:
    for note in content.notes:
        half = Half(note, (Span(0, len(note), "note"),))
        yield from (Line(Kind.NOTE, piece) for piece in pieces(half, setting.width - GUTTER_CELLS))


def _body(content: Content, setting: Setting) -> Iterator[Line]:
    pair = content.pair
    if setting.arrangement is Arrangement.MERGED and pair.old and pair.new:
        for level in merged(pair, fold=setting.fold, signs=setting.signs, dim=content.dim):
            yield from _special(level)
            sign = BOTH_SIGN if level.left.changed else ""
            yield from _one_column(level.left, setting.column, sign)
        return
    found = list(levels(pair, fold=setting.fold, signs=setting.signs, dim=content.dim))
    if content.peek is not None:
        found = [_peeked(found, content.peek, content.dim, into_right=bool(pair.old))]
    for level in found:
        yield from _special(level)
        if setting.arrangement is Arrangement.BESIDE:
            yield from _two_columns(level, setting.column, pair)
        else:
            yield from _stacked(level, setting.column, pair)


def _peeked(found: Sequence[Level], text: str, dim: Sides, *, into_right: bool) -> Level:
    """One level: the row's own text, and beside it the text that is looked at."""
    own = "".join((level.left if into_right else level.right).text for level in found)
    left, right = (own, text) if into_right else (text, own)
    return Level(Half(left, dim_spans(dim[0])), Half(right, dim_spans(dim[1])))


def _special(level: Level) -> Iterator[Line]:
    if level.left_out:
        yield Line(Kind.FOLD, left_out=level.left_out)


def _two_columns(level: Level, column: int, pair: Pair) -> Iterator[Line]:
    left, right = pieces(level.left, column), pieces(level.right, column)
    for one, other in zip_longest(left, right):
        yield Line(Kind.TEXT, one, other, _signs(level, one, other, pair))


def _signs(level: Level, left: Piece | None, right: Piece | None, pair: Pair) -> tuple[str, str]:
    if not pair.new:
        return (OLD_SIGN if left else "", "")
    if not pair.old:
        return ("", NEW_SIGN if right else "")
    return (
        OLD_SIGN if left is not None and marked(left) else "",
        NEW_SIGN if right is not None and marked(right) else "",
    )


def _stacked(level: Level, column: int, pair: Pair) -> Iterator[Line]:
    same = level.left.text == level.right.text and not level.changed
    if same or not level.left.text or not level.right.text:
        own = level.left if level.left.text else level.right
        sign = "" if same and pair.old and pair.new else OLD_SIGN if own is level.left else NEW_SIGN
        yield from _one_column(own, column, sign)
        return
    yield from _one_column(level.left, column, OLD_SIGN)
    yield from _one_column(level.right, column, NEW_SIGN)


def _one_column(half: Half, column: int, sign: str) -> Iterator[Line]:
    for piece in pieces(half, column):
        yield Line(Kind.TEXT, piece, None, (sign, ""))


def brought_level(lines: Iterable[Line], move: int) -> list[Line]:
    """``lines`` with one column pushed down so that both halves of passage ``move`` begin in the same line."""
    found = list(lines)
    sides = [
        [(line.left, line.signs[0]) for line in found if line.left],
        [(line.right, line.signs[1]) for line in found if line.right],
    ]
    starts = [next((n for n, (piece, _sign) in enumerate(side) if move in piece.moves()), None) for side in sides]
    if starts[0] is None or starts[1] is None:
        return found
    shift = starts[0] - starts[1]
    filler: list[tuple[Piece | None, str]] = [(None, "")] * abs(shift)
    columns: list[list[tuple[Piece | None, str]]] = [[*sides[0]], [*sides[1]]]
    columns[1 if shift > 0 else 0] = filler + columns[1 if shift > 0 else 0]
    return [
        Line(Kind.TEXT, left, right, (sign, other))
        for (left, sign), (right, other) in zip_longest(*columns, fillvalue=(None, ""))
    ]
