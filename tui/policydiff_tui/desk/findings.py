"""What was found on a row (targets, deadlines, wording …) in words, of whatever kind it is."""

from __future__ import annotations

from policydiff.model import Pair
from policydiff.synopsis.note_texts import note_order, note_text
from policydiff_tui.desk.naming import one_line

NOTE_SIGN = "※"


def note_texts(pair: Pair) -> tuple[str, ...]:
    """A line for each note of the row."""
    return tuple(one_line(note_text(note)) for note in sorted(pair.notes, key=note_order))
