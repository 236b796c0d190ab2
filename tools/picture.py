"""Draw the README's picture: the beginning of the comparison that `make demo` prints.

    python tools/picture.py          writes docs/images/comparison.svg

rich's own SVG export squeezes double-width characters, so the terminal's cells are drawn here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from rich.cells import get_character_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI

from policydiff import messages
from policydiff.compare import compare
from policydiff.library import Library, resolve
from policydiff.library.corpus import bundled
from policydiff.report.comparison import ViewOptions, render

TARGET = Path(__file__).parents[1] / "docs" / "images" / "comparison.svg"
OLD, NEW = "京大数据发〔2021〕1号", "津政办发〔2021〕52号"
COLUMNS, LINES = 112, 46
CELL, LINE, FONT = 9, 21, 17
"""Pixels: a cell's width, a line's height, the size of the letters."""

MARGIN = 14
FONTS = "'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',NSimSun,monospace"


def picture() -> str:
    """The first lines of the view as SVG."""
    lines = [list(segments) for segments in drawn()[:LINES]]
    width, height = COLUMNS * CELL + 2 * MARGIN, (len(lines) + 1) * LINE + 2 * MARGIN
    texts = [text for row, line in enumerate([_prompt(), *lines]) for text in _line(row, line)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FONTS}" '
            f'font-size="{FONT}">',
            f'<rect width="{width}" height="{height}" rx="8" fill="{MONOKAI.background_color.hex}"/>',
            *texts,
            "</svg>\n",
        ]
    )


def drawn() -> list[list[Segment]]:
    """The lines of the comparison of the bundled plans."""
    folder = bundled()
    if folder is None:
        raise SystemExit("there is no bundled corpus")
    messages.use("zh")
    with Library(folder) as library:
        comparison = compare(resolve(OLD, library), resolve(NEW, library))
    console = Console(
        width=COLUMNS,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        _environ={},
    )
    view = render(comparison, ViewOptions(only=("modified", "rewritten", "split", "merged")))
    return console.render_lines(view, pad=False)


def _prompt() -> list[Segment]:
    return [Segment("$ ", Style(color="green")), Segment(f"policydiff diff {OLD} {NEW}", Style(bold=True))]


def _line(row: int, segments: list[Segment]) -> Iterator[str]:
    column = 0
    for segment in segments:
        for (size, squeezed), group in groupby(segment.text, _kind):
            run = "".join(group)
            text, blanks = run.strip(" "), len(run) - len(run.lstrip(" "))
            if text:
                style = segment.style or Style()
                yield _text(text, column + size * blanks, row, size * len(text), style, squeezed=squeezed)
            column += size * len(run)


def _kind(char: str) -> tuple[int, bool]:
    """The cells of a character, and whether fonts for Chinese draw it wider than that (quotes, blocks)."""
    size = get_character_cell_size(char)
    return size, size == 1 and not char.isascii()


def _text(text: str, column: int, row: int, cells: int, style: Style, *, squeezed: bool) -> str:
    """One run of characters of one width, set to exactly its cells."""
    color = style.color.get_truecolor(MONOKAI) if style.color else MONOKAI.foreground_color
    facts = [
        f'x="{MARGIN + column * CELL}" y="{MARGIN + row * LINE + FONT}" textLength="{cells * CELL}"',
        f'fill="{color.hex}"',
    ]
    if squeezed:
        facts.append('lengthAdjust="spacingAndGlyphs"')
    if style.bold:
        facts.append('font-weight="bold"')
    if style.dim:
        facts.append('opacity="0.6"')
    lines = [name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on]
    if lines:
        facts.append(f'text-decoration="{" ".join(lines)}"')
    return f"<text {' '.join(facts)}>{escape(text)}</text>"


def main() -> None:
    """Write the picture."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
