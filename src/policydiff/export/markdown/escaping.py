"""Text as Markdown that reads as that text in any renderer: nothing of it becomes a mark, a link, a table or a tag."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policydiff.synopsis import Mark, Run
from policydiff.synopsis.marks import MOVE_SIGNS
from policydiff.synopsis.printable import printable

SIGNS = re.compile(r"[\\`*_~\[\]<>|&#$^{}]|:(?=//)|(?<=www)\.|@")

LIST_START = re.compile(r"(\s*)(\d+(?=[.)])|[-+=])")
"""What begins a list or underlines a heading where a line begins with it."""

LINE_END = "<br>"

TAB = " ｜ "
"""Between the cells of a table inside a cell."""

DELIMITERS = {Mark.INSERTED: "**", Mark.DELETED: "~~", Mark.MOVED_AWAY: "*", Mark.MOVED_HERE: "*"}

TAGS = {Mark.INSERTED: "strong", Mark.DELETED: "del", Mark.MOVED_AWAY: "em", Mark.MOVED_HERE: "em"}


def inline(text: str) -> str:
    """``text`` inside a line; its line ends become ``<br>``."""
    shown = SIGNS.sub(lambda sign: f"\\{sign[0]}", printable(text))
    return shown.replace("\t", TAB).replace("\n", LINE_END)


def line(text: str) -> str:
    """``text`` as a line of its own, or what a list item begins with."""
    shown = inline(" ".join(text.split()))
    start = LIST_START.match(shown)
    return shown if start is None else f"{shown[: start.end(1)]}{_protected(start[2])}{shown[start.end() :]}"


def _protected(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in one line with one mark; ``text`` is ready."""

    text: str
    mark: Mark = Mark.PLAIN


def marked(runs: Iterable[Run]) -> str:
    """``runs`` in one line, marked with ``**``, ``~~`` and ``*``.

    Renderers take such signs for marks only where blanks and punctuation stand right (CommonMark 0.31, 6.2), which
    Chinese punctuation often does not; there, tags are written instead.
    """
    pieces = [piece for run in runs for piece in _pieces(run)]
    return "".join(_dressed(pieces, place) for place in range(len(pieces)))


def _pieces(run: Run) -> Iterable[_Piece]:
    """``run`` cut at line ends, with blanks at the edges left unmarked, which no mark may touch."""
    number = "" if run.move is None or run.mark not in MOVE_SIGNS else f"{MOVE_SIGNS[run.mark]}{run.move} "
    for place, text in enumerate(run.text.replace("\t", TAB).split("\n")):
        if place:
            yield _Piece(LINE_END)
        body = text.strip()
        if run.mark is Mark.PLAIN or not body:
            if text:
                yield _Piece(inline(text))
            continue
        start = text.index(body)
        head, tail = text[:start], text[start + len(body) :]
        yield from (
            piece for piece in (_Piece(head), _Piece(number + inline(body), run.mark), _Piece(tail)) if piece.text
        )


def _dressed(pieces: Sequence[_Piece], place: int) -> str:
    piece = pieces[place]
    if piece.mark is Mark.PLAIN:
        return piece.text
    before = pieces[place - 1] if place else None
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    sign = DELIMITERS[piece.mark]
    neighbours = {other.mark for other in (before, after) if other is not None}
    opens = _flanks(_edge(before, -1), piece.text[0])
    closes = _flanks(_edge(after, 0), piece.text[-1])
    if opens and closes and not any(DELIMITERS.get(mark, " ")[0] == sign[0] for mark in neighbours):
        return f"{sign}{piece.text}{sign}"
    tag = TAGS[piece.mark]
    return f"<{tag}>{piece.text}</{tag}>"


def _edge(piece: _Piece | None, place: int) -> str:
    """The character of a neighbour that touches; a mark of its own is punctuation."""
    if piece is None:
        return " "
    return "*" if piece.mark is not Mark.PLAIN else piece.text[place]


def _flanks(outer: str, inner: str) -> bool:
    """True where a sign between the two is taken for a mark of ``inner``."""
    return not inner.isspace() and (not _punctuation(inner) or outer.isspace() or _punctuation(outer))


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
