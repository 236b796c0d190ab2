"""Pictures of pages and heat maps for the manual, from the bundled corpus.

    python tools/html_pictures.py          writes docs/images/export-html*.png and docs/images/export-matrix*

Needs Chromium and Chinese fonts; without the program it says so and changes nothing.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from policydiff import messages
from policydiff.compare import compare
from policydiff.export.heatmap import matrix_html, matrix_svg
from policydiff.export.html.comparison import comparison_html
from policydiff.library import Library, open_library
from policydiff.model import Comparison
from policydiff.similarity import matrix

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"

REGIONS = ("京大数据发〔2021〕1号", "津政办发〔2021〕52号")
YEARS = ("发改办高技〔2016〕2476号", "发改办高技〔2018〕1688号")

WIDTH, HEIGHT = 1360, 900


def main() -> int:
    """Write the pictures; 1 where Chromium is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not on the path; nothing was written", file=sys.stderr)
        return 1
    messages.use("zh")
    with tempfile.TemporaryDirectory() as folder:
        pages = write_pages(Path(folder))
        photograph(chromium, pages)
    return 0


def write_pages(folder: Path) -> dict[str, Path]:
    """The pages to be shown, by name; the heat map goes to its place at once."""
    with open_library(folder / "library") as library:
        pages = {
            "regions": comparison_html(compared(library, REGIONS, "region")),
            "versions": comparison_html(compared(library, YEARS, "version")),
        }
        found = matrix([library.document(entry) for entry in library.entries()])
    pages["matrix"] = matrix_html(found, order="likeness")
    (IMAGES / "export-matrix.svg").write_text(matrix_svg(found, order="likeness"), encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


def compared(library: Library, names: tuple[str, str], mode: str) -> Comparison:
    """Two bundled documents, compared."""
    old, new = (library[name] for name in names)
    return compare(old, new, mode=mode)


def photograph(chromium: str, pages: dict[str, Path]) -> None:
    """Draw the pages as a reader first sees them, and further down in the other theme."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, page, scheme, keys in (
            ("export-html", "regions", "light", ""),
            ("export-html-rows", "versions", "light", "jjj"),
            ("export-html-merged", "versions", "dark", "vjjj"),
            ("export-matrix-page", "matrix", "dark", ""),
        ):
            view = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)
            view.goto(pages[page].as_uri())
            for key in keys:
                view.keyboard.press(key)
            view.screenshot(path=IMAGES / f"{name}.png")
            view.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
