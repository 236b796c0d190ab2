"""Edits as one line: ``[-deleted-]`` and ``{+inserted+}``, moved pieces with their number."""

from __future__ import annotations

from policydiff.edits import Unit, edits
from policydiff.model import EditKind

MARKS = {EditKind.EQUAL: "{}{}", EditKind.DELETE: "[-{}{}-]", EditKind.INSERT: "{{+{}{}+}}"}


def marked(old: str, new: str, unit: Unit = Unit.CHAR) -> str:
    """What changed from ``old`` to ``new``, marked in the text."""
    return "".join(
        MARKS[edit.kind].format("" if edit.move is None else f"{edit.move}:", edit.text)
        for edit in edits(old, new, unit=unit)
    )
