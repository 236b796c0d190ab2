"""Pictures of the screen with every character in the cells it takes.

rich's SVG export counts characters where it should count cells, so that Chinese is squeezed to half its width, and
names no font that has Chinese.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import groupby

from policydiff_tui.typeset.cells import cell_width

CELL_UNITS = 12.2
"""The width of a cell in the pictures' units (rich: 20 units of height × 0.61)."""

TEXT = re.compile(r'<text\b([^>]*?) x="([\d.]+)"([^>]*?) textLength="[\d.]+"([^>]*)>([^<]*)</text>')

FONTS = "Fira Code, Sarasa Mono SC, Noto Sans Mono CJK SC, Source Han Mono SC, NSimSun, monospace"

WEB_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def widened(svg: str) -> str:
    """``svg`` with narrow and wide characters in texts of their own, each as long as its cells; no font is fetched."""
    svg = TEXT.sub(_runs, WEB_FONT.sub("", svg))
    return svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")


def _runs(match: re.Match[str]) -> str:
    before, x, between, after, text = match.groups()
    place, parts = float(x), []
    for _wide, group in groupby(unescape(text).replace("\xa0", " "), key=lambda char: cell_width(char) > 1):
        run = "".join(group)
        length = cell_width(run) * CELL_UNITS
        if run.strip():
            shown = escape(run, quote=False).replace(" ", "&#160;")
            parts.append(f'<text{before} x="{place:g}"{between} textLength="{length:g}"{after}>{shown}</text>')
        place += length
    return "".join(parts)
