"""The comments that tell the program what Markdown has no words for."""

from __future__ import annotations

import re

NOTICE = "notice"
"""The transmittal's text follows."""

CLOSING = "closing"
"""What belongs to no section follows."""

REPAIRS = "repairs"
PROBLEMS = "problems"
"""Lists of records, one a line (see `policydiff.library.markdown.records`)."""

CONTINUED = "continued"
SAME_PARAGRAPH = "in the same paragraph"
"""``## continued``: text of the section at that depth, printed after its children."""

TABLE = "table"
HEADLESS = "without header"
"""``table at 120 without header @900-1200``: what a pipe table cannot say of itself, its place in the source last."""

CONTINUED_LINE = re.compile(rf"(#+) {CONTINUED}(?: ({SAME_PARAGRAPH}))?\Z")
TABLE_LINE = re.compile(rf"{TABLE}(?: at (-?\d{{1,18}}))?(?: ({HEADLESS}))?(?: @(\d{{1,18}})-(\d{{1,18}}))?\Z")
PLACE_LINE = re.compile(r"(?:p-?\d+ )?@\d+-\d+\Z")


def mark(*words: str) -> str:
    """A comment on a line of its own; empty words are left out."""
    return f"<!-- {' '.join(word for word in words if word)} -->"
