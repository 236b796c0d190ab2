"""What is compared, and how much of it differs, before the rows begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Comparison, Document, Relation
from policydiff.report.parts import safe
from policydiff.report.styles import STYLES
from policydiff.report.typesetting import in_flow, set_in_lines
from policydiff.synopsis.relations import MODES, relation_name, side_names

if TYPE_CHECKING:
    from rich.text import Text

BAR_CELLS = 10

FULL, EMPTY = "█", "░"


def head(comparison: Comparison, width: int) -> Iterator[Text]:
    """The two documents, and in which way they are compared."""
    for name, document in zip(side_names(comparison.mode), (comparison.old, comparison.new), strict=True):
        yield from _document(name, document, width)
    yield from set_in_lines(safe(_("Compared as {mode}").format(mode=_(MODES[comparison.mode])), "dim"), width)


def _document(name: str, document: Document, width: int) -> Iterator[Text]:
    from rich.text import Text

    label = Text(f"{name}  ", style="dim")
    indent = Text(" " * label.cell_len)
    known = (document.doc_number, document.date, document.region, document.id)
    facts = safe(" · ".join(fact for fact in known if fact), "dim")
    title = safe(document.main_title or document.title, "bold")
    room = width - label.cell_len
    for index, line in enumerate([*set_in_lines(title, room), *set_in_lines(facts, room)]):
        yield Text.assemble(label if index == 0 else indent, line)


def summary(comparison: Comparison, width: int) -> list[Text]:
    """How many rows stand in each relation, and how much of the text is not the same."""
    from rich.text import Text

    counts = ((relation, comparison.counts.get(relation, 0)) for relation in Relation)
    items = [
        Text(f"{relation_name(relation, comparison.mode)} {count}", style=STYLES[relation])
        for relation, count in counts
        if count
    ]
    items += [Text(f"{name} {count}") for count, name in _carried(comparison) if count]
    items.append(Text.assemble(_("changed text"), " ", bar(comparison.changed_share)))
    if comparison.substantive_share is not None:
        items.append(Text.assemble(_("without boilerplate"), f" {comparison.substantive_share:.0%}"))
    return in_flow(items, width)


def _carried(comparison: Comparison) -> tuple[tuple[int, str], ...]:
    return (
        (sum(pair.moved for pair in comparison.pairs), _("moved")),
        (sum(pair.renumbered for pair in comparison.pairs), _("renumbered")),
    )


def bar(share: float) -> Text:
    """A share as a bar of ten cells and in per cent."""
    from rich.text import Text

    full = round(min(max(share, 0.0), 1.0) * BAR_CELLS)
    return Text.assemble((FULL * full, ""), (EMPTY * (BAR_CELLS - full), "dim"), f" {share:.0%}")
