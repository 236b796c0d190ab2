from __future__ import annotations

from dataclasses import replace

from policydiff.insight.wording import worded
from policydiff.model import Pair, Relation
from tests.factory import document, section

OLD = document(section("一、", "", "探索数据交易机制。"), section("二、", "", "限制露天焚烧。"), id="old")
NEW = document(section("一、", "", "加快数据交易机制建设。"), section("二、", "", "限制露天焚烧。"), id="new")

ROW = Pair(relation=Relation.MODIFIED, old=("1",), new=("1",), similarity=0.8, confidence=0.9, edits=(), candidates=())


def test_a_step_is_a_note_on_its_row() -> None:
    (row,) = worded([ROW], OLD, NEW)
    (note,) = row.notes
    assert note.kind == "wording"
    assert (note.fields["from"], note.fields["to"], note.fields["change"]) == ("探索", "加快", "stronger")
    assert (note.fields["old"]["section"], note.fields["new"]["document"]) == ("1", "new")


def test_rows_of_one_side_and_unchanged_rows_have_none() -> None:
    rows = [
        replace(ROW, relation=Relation.UNCHANGED),
        replace(ROW, relation=Relation.ONLY_OLD, new=()),
        replace(ROW, old=("2",), new=("2",)),
    ]
    assert worded(rows, OLD, NEW) == tuple(rows)
