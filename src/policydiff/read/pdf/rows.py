"""Characters → lines: those on one baseline, from left to right, blanks where a reader sees blanks.

Bold that a program faked by printing a character twice, slightly moved, is told by the places and printed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from policydiff.read.pdf.glyphs import BOLD, PLAIN, Glyph

_SAME_PLACE = 0.25
"""A second print of a character stands nearer to the first than this share of its size."""
_SAME_LINE = 0.35
"""Baselines nearer than this share of the size are one line's."""
_SMALL = 0.8
"""Print below this share of a line's size is an index, raised or lowered."""
_RAISED = 0.12
_GAP_OF_WORDS, _GAP_OF_HAN, _GAP_OF_CELLS = 0.22, 0.75, 1.6
"""Gaps, in sizes, that are a blank between Latin letters or figures, between Han, and between two columns."""
_BLANKS = frozenset(" \t\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff")
_SUPERSCRIPTS = dict(zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True))


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one in a column. ``heavy`` is how many of its first characters are printed bold."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    font: str
    heavy: int
    page: int = 0
    column: int = 0

    @property
    def bold(self) -> bool:
        """True where all of it is printed bold."""
        return self.heavy >= len(self.text)


def once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs with every second print of a character dropped; the first is then bold."""
    kept: list[Glyph] = []
    places: dict[tuple[str, int, int], int] = {}
    for glyph in glyphs:
        if glyph.char in _BLANKS:
            kept.append(glyph)
            continue
        reach = max(1.0, glyph.size * _SAME_PLACE)
        column, row = round(glyph.x0 / reach), round(glyph.base / reach)
        near = [(glyph.char, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        other = next(
            (places[place] for place in near if place in places and _covers(kept[places[place]], glyph, reach)), None
        )
        if other is None:
            places[glyph.char, column, row] = len(kept)
            kept.append(glyph)
        else:
            first = kept[other]
            kept[other] = first._replace(font=first.font._replace(weight=BOLD))
    return kept


def _covers(first: Glyph, second: Glyph, reach: float) -> bool:
    return abs(first.x0 - second.x0) < reach and abs(first.base - second.base) < reach


def baselines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line, from top to bottom, each from left to right; indices belong to the line they stand in."""
    if not glyphs:
        return []
    usual = median(glyph.size for glyph in glyphs)
    large = sorted((g for g in glyphs if g.size >= _SMALL * usual), key=lambda g: g.base)
    small = [g for g in glyphs if g.size < _SMALL * usual]
    lines: list[list[Glyph]] = []
    for glyph in large:
        if lines and glyph.base - lines[-1][-1].base <= _SAME_LINE * min(glyph.size, lines[-1][-1].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    alone: list[Glyph] = []
    bases = [median(g.base for g in line) for line in lines]
    for glyph in small:
        home = _home(glyph, lines, bases)
        (home if home is not None else alone).append(glyph)
    if alone and len(alone) < len(glyphs):
        lines += baselines(alone)
    elif alone:
        lines += [alone]
    lines.sort(key=lambda line: median(g.base for g in line))
    return [sorted(line, key=lambda g: g.x0) for line in lines]


def _home(glyph: Glyph, lines: list[list[Glyph]], bases: list[float]) -> list[Glyph] | None:
    """The line a small glyph is an index of: it touches a larger one there."""
    middle = (glyph.top + glyph.bottom) / 2
    for line, base in zip(lines, bases, strict=True):
        size = line[0].size
        if base - 1.1 * size <= middle <= base + 0.35 * size and any(
            abs(g.x1 - glyph.x0) < 0.6 * g.size or abs(glyph.x1 - g.x0) < 0.6 * g.size
            for g in line
            if g.size > glyph.size
        ):
            return line
    return None


def segments(row: Sequence[Glyph]) -> list[list[Glyph]]:
    """The row cut at gaps too wide for blanks in a sentence."""
    parts: list[list[Glyph]] = []
    for glyph in row:
        if glyph.char in _BLANKS:
            continue
        if parts and glyph.x0 - parts[-1][-1].x1 <= _GAP_OF_CELLS * max(glyph.size, parts[-1][-1].size):
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return parts


def line(row: Sequence[Glyph], *, page: int = 0, plain: int = PLAIN) -> Line | None:
    """The row as a line; None where there is nothing but blanks. What is heavier than ``plain`` is bold."""
    shown = [glyph for glyph in row if glyph.char not in _BLANKS]
    if not shown:
        return None
    size = _usual_size(shown)
    base = median(g.base for g in shown if g.size >= _SMALL * size)
    pieces: list[str] = []
    before: Glyph | None = None
    blank = False
    heavy, running = 0, True
    for glyph in row:
        if glyph.char in _BLANKS:
            blank = before is not None
            continue
        gap = _gap(before, glyph, blank) if before is not None else ""
        raised = glyph.size < _SMALL * size and base - glyph.base > _RAISED * size
        pieces.append(gap + (_SUPERSCRIPTS.get(glyph.char, glyph.char) if raised else glyph.char))
        running = running and glyph.font.weight > plain
        heavy += len(pieces[-1]) if running else 0
        before, blank = glyph, False
    main = [g for g in shown if g.size >= _SMALL * size]
    fonts = [g.font.name for g in main]
    return Line(
        text="".join(pieces),
        x0=shown[0].x0,
        top=min(g.top for g in main),
        x1=max(g.x1 for g in shown),
        bottom=max(g.bottom for g in main),
        base=base,
        size=size,
        font=max(set(fonts), key=fonts.count),
        heavy=heavy,
        page=page,
    )


def moved(line: Line, *, page: int, column: int) -> Line:
    """The line with its page and column set."""
    return replace(line, page=page, column=column)


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    sizes = [round(g.size, 1) for g in glyphs]
    return max(set(sizes), key=lambda size: (sizes.count(size), size))


def _gap(before: Glyph, glyph: Glyph, blank: bool) -> str:
    """The blank between two neighbours, if a reader sees one."""
    size = max(before.size, glyph.size)
    gap = (glyph.x0 - before.x1) / size if size else 0.0
    han = _is_wide(before.char), _is_wide(glyph.char)
    if all(han):
        return "\u3000" if gap >= _GAP_OF_HAN else ""
    if any(han):
        return " " if gap >= _GAP_OF_HAN or (blank and gap >= _GAP_OF_WORDS / 2) else ""
    return " " if gap >= _GAP_OF_WORDS or (blank and gap > _GAP_OF_WORDS / 2) else ""


def _is_wide(char: str) -> bool:
    return char >= "\u2e80" or char in "“”‘’—…·"
