"""The screen as an SVG picture in which every character has the cells it takes.

rich's own export counts characters where it should count cells, so that Chinese is squeezed to half its width, and
fetches a font that has no Chinese. Frames, bars and shades are drawn as shapes, because no font fills its cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme

from policydiff_tui.typeset.cells import cell_width

CELL, LINE, FONT = 9, 21, 17
"""Pixels: a cell's width, a line's height, the size of the letters."""

BASE = 16
"""Pixels from the top of a line to the feet of its letters."""

MARGIN = 12
FONTS = "'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',NSimSun,monospace"

FRAMES = {
    "─": "H", "│": "V", "╭": "SE", "╮": "SW", "╰": "NE", "╯": "NW", "┌": "SE", "┐": "SW", "└": "NE", "┘": "NW",
    "├": "NSE", "┼": "HV", "┤": "NSW", "━": "H", "┃": "V", "┏": "SE", "┓": "SW", "┗": "NE", "┛": "NW",
    "╸": "W", "╺": "E",
}  # fmt: skip
HEAVY = frozenset("━┃┏┓┗┛╸╺")

BLOCKS: dict[str, tuple[float, float, float, float]] = {
    "█": (0, 0, 1, 1), "▌": (0, 0, 0.5, 1), "▐": (0.5, 0, 1, 1), "▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 1),
    "▏": (0, 0, 1 / 8, 1), "▎": (0, 0, 2 / 8, 1), "▍": (0, 0, 3 / 8, 1), "▋": (0, 0, 5 / 8, 1),
    "▊": (0, 0, 6 / 8, 1), "▉": (0, 0, 7 / 8, 1), "▕": (7 / 8, 0, 1, 1), "▔": (0, 0, 1, 1 / 8), "▁": (0, 7 / 8, 1, 1),
    "▂": (0, 6 / 8, 1, 1), "▃": (0, 5 / 8, 1, 1), "▅": (0, 3 / 8, 1, 1), "▆": (0, 2 / 8, 1, 1), "▇": (0, 1 / 8, 1, 1),
    "░": (0, 0, 1, 1), "▒": (0, 0, 1, 1), "▓": (0, 0, 1, 1),
}  # fmt: skip
"""Left, top, right and bottom of what is filled, as shares of the cell."""

SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}


def svg(
    lines: Sequence[Iterable[Segment]],
    columns: int,
    *,
    theme: TerminalTheme = DEFAULT_TERMINAL_THEME,
    ground: str | None = None,
) -> str:
    """``lines`` of ``columns`` cells as SVG; ``ground`` (``#rrggbb``) is what is seen where no style says another."""
    drawing = _Drawing(theme, ground or theme.background_color.hex)
    for row, line in enumerate(lines):
        drawing.add(row, line)
    width, height = columns * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    classes = "".join(f".s{number}{{{rule}}}" for rule, number in drawing.classes.items())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            f"<style>text{{font-family:{FONTS};font-size:{FONT}px;white-space:pre}}rect{{shape-rendering:crispEdges}}{classes}</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="{drawing.ground}"/>',
            *drawing.grounds,
            *drawing.shapes,
            "</svg>\n",
        ]
    )


class _Drawing:
    """Grounds first, then what stands on them; equal styles share a class."""

    def __init__(self, theme: TerminalTheme, ground: str) -> None:
        self.theme, self.ground = theme, ground
        self.classes: dict[str, int] = {}
        self.grounds: list[str] = []
        self.shapes: list[str] = []

    def add(self, row: int, line: Iterable[Segment]) -> None:
        """Draw a line."""
        column = 0
        for segment in line:
            if segment.control:
                continue
            style = segment.style or Style()
            ink, ground = self._colours(style)
            cells = cell_width(segment.text)
            if ground != self.ground:
                place = f'x="{_x(column):g}" y="{_y(row):g}" width="{cells * CELL}" height="{LINE}"'
                self.grounds.append(f'<rect {place} fill="{ground}"/>')
            for _same, group in groupby(segment.text, _kind):
                run = "".join(group)
                self._run(run, column, row, style=style, ink=ink)
                column += cell_width(run)

    def _colours(self, style: Style) -> tuple[str, str]:
        ink = style.color.get_truecolor(self.theme).hex if style.color else self.theme.foreground_color.hex
        default = style.bgcolor is None or style.bgcolor.is_default
        ground = self.ground if default else style.bgcolor.get_truecolor(self.theme, foreground=False).hex  # type: ignore[union-attr]
        return (ground, ink) if style.reverse else (ink, ground)

    def _run(self, run: str, column: int, row: int, *, style: Style, ink: str) -> None:
        kind = _kind(run[0])
        if kind == "shape":
            opacity = ' opacity="0.6"' if style.dim else ""
            for n, char in enumerate(run):
                self.shapes += [f'{shape} fill="{ink}"{opacity}/>' for shape in _shapes(char, column + n, row)]
            return
        text, blanks = run.strip(" "), len(run) - len(run.lstrip(" "))
        if not text:
            return
        cells = cell_width(text)
        squeezed = ' lengthAdjust="spacingAndGlyphs"' if kind == "squeezed" else ""
        shown = escape(text, quote=False).replace(" ", "&#160;")
        self.shapes.append(
            f'<text class="s{self._class(style, ink)}" x="{_x(column + blanks):g}" y="{_y(row) + BASE:g}" '
            f'textLength="{cells * CELL}"{squeezed}>{shown}</text>'
        )

    def _class(self, style: Style, ink: str) -> int:
        facts = [f"fill:{ink}"]
        if style.bold:
            facts.append("font-weight:bold")
        if style.italic:
            facts.append("font-style:italic")
        if style.dim:
            facts.append("opacity:.6")
        lines = [name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on]
        if lines:
            facts.append(f"text-decoration:{' '.join(lines)}")
        return self.classes.setdefault(";".join(facts), len(self.classes))


def _kind(char: str) -> str:
    """How a character is drawn: as a shape, wide, narrow, or narrow where fonts for Chinese draw it wide."""
    if char in BLOCKS or char in FRAMES:
        return "shape"
    if cell_width(char) > 1:
        return "wide"
    return "narrow" if char.isascii() else "squeezed"


def _shapes(char: str, column: int, row: int) -> Iterator[str]:
    """The rectangles of a bar, a shade or a part of a frame, not yet closed."""
    if char in BLOCKS:
        shade = f' fill-opacity="{SHADES[char]}"' if char in SHADES else ""
        yield _rect(column, row, BLOCKS[char]) + shade
        return
    thick = 0.24 if char in HEAVY else 0.12
    low, high = 0.5 - thick / 2, 0.5 + thick / 2
    flat = thick * CELL / LINE / 2
    boxes = {
        "H": (0, 0.5 - flat, 1, 0.5 + flat),
        "V": (low, 0, high, 1),
        "N": (low, 0, high, 0.5),
        "S": (low, 0.5 - flat, high, 1),
        "E": (low, 0.5 - flat, 1, 0.5 + flat),
        "W": (0, 0.5 - flat, high, 0.5 + flat),
    }
    for way in FRAMES[char]:
        yield _rect(column, row, boxes[way])


def _rect(column: int, row: int, box: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = box
    x, y = _x(column) + left * CELL, _y(row) + top * LINE
    return f'<rect x="{x:.6g}" y="{y:.6g}" width="{(right - left) * CELL:.6g}" height="{(bottom - top) * LINE:.6g}"'


def _x(column: int) -> float:
    return MARGIN + column * CELL


def _y(row: int) -> float:
    return MARGIN + row * LINE
