"""Where a section stands on the page, and links to there."""

from __future__ import annotations

import re

from policydiff.export.markdown.escaping import inline
from policydiff.model import Comparison
from policydiff.synopsis import Citations
from policydiff.synopsis.row_cells import Sides
from policydiff.synopsis.table_head import column_names

ODD = re.compile(r"[^0-9A-Za-z]+")

OLD, NEW = "old", "new"


def anchor(side: str, section_id: str = "") -> str:
    """The name of the place of a section, or of the document."""
    return "-".join(filter(None, (side, ODD.sub("-", section_id).strip("-"))))


def place(side: str, section_id: str = "") -> str:
    """What a link to there leads to."""
    return f'<a id="{anchor(side, section_id)}"></a>'


class Links:
    """Links to sections of both documents; remembers which were made."""

    def __init__(self, comparison: Comparison, sides: Sides) -> None:
        self._names = dict(zip((OLD, NEW), column_names(comparison), strict=True))
        self._citations: dict[str, Citations] = {OLD: sides.old, NEW: sides.new}
        self.made: dict[tuple[str, str], None] = {}

    def both(self, old: tuple[str, ...], new: tuple[str, ...], absent: str) -> str:
        """Both sides' sections; where one has none, its document, with ``absent`` for a name."""
        return " → ".join(self._side(side, ids, absent) for side, ids in ((OLD, old), (NEW, new)))

    def _side(self, side: str, ids: tuple[str, ...], absent: str) -> str:
        name = inline(self._names[side])
        if not ids:
            return f"[{name} {inline(absent)}](#{anchor(side)})"
        return " ".join(self._link(side, name, section_id) for section_id in ids)

    def _link(self, side: str, name: str, section_id: str) -> str:
        self.made[side, section_id] = None
        return f"[{name} {inline(self._citations[side].cite(section_id))}](#{anchor(side, section_id)})"
