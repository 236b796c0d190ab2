"""Draw the README's picture: the beginning of the comparison that `make demo` prints.

python tools/picture.py          writes docs/images/comparison.svg
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI

from policydiff import messages
from policydiff.compare import compare
from policydiff.library import Library, resolve
from policydiff.library.corpus import bundled
from policydiff.report.comparison import ViewOptions, render
from policydiff_tui.picture import svg

TARGET = Path(__file__).parents[1] / "docs" / "images" / "comparison.svg"
OLD, NEW = "京大数据发〔2021〕1号", "津政办发〔2021〕52号"
COLUMNS, LINES = 112, 46


def picture() -> str:
    """The first lines of the view as SVG."""
    return svg([_prompt(), *drawn()[:LINES]], COLUMNS, theme=MONOKAI)


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


def main() -> None:
    """Write the picture."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
