"""Where a word stands in the texts of a comparison or a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policydiff.synopsis.flat_tables import flat
from policydiff_tui.desk.desk import Block, Desk
from policydiff_tui.typeset.halves import one_sided


class Hit(NamedTuple):
    """Occurrence ``number`` of a word in a block's ``side`` (``left`` or ``right``)."""

    block: int
    side: str
    number: int


def hits(desk: Desk, word: str) -> list[Hit]:
    """Every occurrence of ``word`` in the sections shown, in reading order; titles count as text."""
    return [hit for n, block in enumerate(desk.blocks) if not block.ghost for hit in _in_block(desk, n, block, word)]


def _in_block(desk: Desk, number: int, block: Block, word: str) -> Iterator[Hit]:
    pair = desk.pair(block.row)
    for side, names, ids, new in (("left", desk.old, pair.old, False), ("right", desk.new, pair.new, True)):
        if not ids:
            continue
        titles = "\n".join(map(names.heading, ids))
        text = f"{titles}\n{one_sided(pair.edits, new=new)}\n{one_sided(flat(pair.tables), new=new)}"
        for place in range(text.lower().count(word.lower())):
            yield Hit(number, side, place)
