"""What is known of the row under the cursor, in lines of names and values for the detail bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.messages import _
from policydiff.model import Document, Pair, Repair
from policydiff.synopsis.names import repair_name
from policydiff.synopsis.relations import marks_of, relation_name, side_names
from policydiff_tui.desk.desk import Desk
from policydiff_tui.desk.findings import NOTE_SIGN, note_texts
from policydiff_tui.desk.naming import Names, one_line
from policydiff_tui.desk.options import is_uncertain


class Fact(NamedTuple):
    """A name and what it comes to; ``line`` says in which line of the bar it stands."""

    name: str
    value: str
    line: int = 0


def facts(desk: Desk, row: int) -> list[Fact]:
    """Everything the detail bar says about a row."""
    pair = desk.pair(row)
    found = [Fact("", " · ".join((relation_name(pair.relation, desk.comparison.mode), *marks_of(pair))))]
    if pair.old and pair.new:
        found += [
            Fact(_("similarity"), f"{pair.similarity:.0%}"),
            Fact(_("confidence"), f"{pair.confidence:.0%}" + (f" {_('to be checked')}" if is_uncertain(pair) else "")),
        ]
    elif is_uncertain(pair):
        found.append(Fact("", _("to be checked")))
    found += _places(desk, pair)
    found += _relatives(desk, pair)
    found += _damage(desk, pair)
    found += [Fact(NOTE_SIGN, text, 3) for text in note_texts(pair)]
    found += _remark(desk, pair)
    return found


def _places(desk: Desk, pair: Pair) -> Iterator[Fact]:
    for name, names, ids in zip(
        side_names(desk.comparison.mode), (desk.old, desk.new), (pair.old, pair.new), strict=True
    ):
        if ids:
            pages = names.pages(ids)
            page = f"  {_('p. {page}').format(page=pages)}" if pages else ""
            yield Fact(name, names.path(ids[0]) + (f" +{len(ids) - 1}" if len(ids) > 1 else "") + page, 1)


def _relatives(desk: Desk, pair: Pair) -> Iterator[Fact]:
    also = [*map(desk.new.title, pair.see_also_new), *map(desk.old.title, pair.see_also_old)]
    if also:
        yield Fact(_("See also"), "；".join(also), 2)
    if pair.candidates:
        other = desk.new if pair.old else desk.old
        listed = (f"{other.title(c.section)} {c.confidence:.0%}" for c in pair.candidates)
        yield Fact(_("Might be"), "；".join(listed), 2)


def _damage(desk: Desk, pair: Pair) -> Iterator[Fact]:
    for name, names, ids in zip(
        side_names(desk.comparison.mode), (desk.old, desk.new), (pair.old, pair.new), strict=True
    ):
        counted = Counter(repair.kind for repair in repairs_of(names, ids))
        if counted:
            listed = "、".join(f"{repair_name(kind)} {count}" for kind, count in counted.most_common())
            yield Fact(_("Repaired ({side})").format(side=name), listed, 4)


def repairs_of(names: Names, ids: Sequence[str]) -> Iterator[Repair]:
    """The repairs inside sections, those of a whole source left out."""
    document: Document = names.document
    spans = [names.sections[i].span for i in ids if i in names.sections]
    for repair in document.repairs:
        if repair.kind != "script" and any(s.start <= repair.span.start < s.end for s in spans):
            yield repair


def _remark(desk: Desk, pair: Pair) -> Iterator[Fact]:
    remark = desk.remark(pair)
    if remark is not None:
        text = one_line(remark.text)
        star = "★ " if remark.bookmark else ""
        yield Fact(_("Note"), f"{star}{text}".strip(), 3)
