"""The long table: its texts rebuild both sides, its places are those of the sections."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from policydiff.export.comparison_csv import comparison_csv, in_records
from policydiff.export.printing import guarded
from policydiff.model import Comparison, Edit, EditKind
from tests import samples


def rows(comparison: Comparison, **options: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(comparison_csv(comparison, **options))))


def test_a_record_for_each_change_with_its_place() -> None:
    found = rows(samples.comparison())
    assert [(r["row"], r["record"], r["kind"], r["old_text"], r["new_text"]) for r in found][:3] == [
        ("3", "1", "replace", "2025年", "2027年"),
        ("3", "2", "replace", "80%", "95%"),
        ("4", "1", "delete", "清理旧平台。", ""),
    ]
    first = found[0]
    assert (first["old_section"], first["old_label"], first["old_heading"], first["old_page"]) == (
        *("2.1", "（一）", "数据治理"),
        "2",
    )
    assert (first["old_span_start"], first["old_span_end"]) == ("70", "120")
    assert (first["old_start"], first["old_end"], first["new_start"], first["new_end"]) == ("1", "6", "1", "6")
    assert (first["moved"], first["renumbered"], first["pinned"], first["confidence"]) == ("1", "1", "0", "0.97")
    assert (found[2]["new_section"], found[2]["new_page"]) == ("", "")


@pytest.mark.parametrize("full", [False, True])
def test_texts_and_offsets_agree(full: bool) -> None:
    comparison = samples.comparison()
    for record in rows(comparison, full=full, guard=False):
        pair = comparison.pairs[int(record["row"]) - 1]
        old = "".join(edit.old for edit in pair.edits)
        assert old[int(record["old_start"]) : int(record["old_end"])] == record["old_text"]


def test_full_rebuilds_both_texts() -> None:
    comparison = samples.comparison()
    found = rows(comparison, full=True)
    for number, pair in enumerate(comparison.pairs[:-1], 1):
        own = [record for record in found if record["row"] == str(number)]
        assert "".join(record["old_text"] for record in own) == "".join(edit.old for edit in pair.edits)
        assert "".join(record["new_text"] for record in own) == "".join(edit.new for edit in pair.edits)


def test_a_record_a_row() -> None:
    found = rows(samples.comparison(), records="rows", only=("modified",))
    assert [(r["row"], r["old_text"], r["new_text"]) for r in found] == [
        ("3", "到2025年，数据共享率达到80%以上。", "到2027年，数据共享率达到95%以上。")
    ]
    assert "kind" not in found[0]


def test_moves_are_no_replacements() -> None:
    edits = (
        Edit(kind=EditKind.DELETE, text="甲", move=1),
        Edit(kind=EditKind.INSERT, text="乙"),
        Edit(kind=EditKind.EQUAL, text="丙", other="（丙）"),
        Edit(kind=EditKind.INSERT, text="甲", move=1),
    )
    found = [(r.kind, r.move, r.old_start, r.new_start, r.old, r.new) for r in in_records("text", edits)]
    assert found == [
        ("move_from", 1, 0, 0, "甲", ""),
        ("insert", None, 1, 0, "", "乙"),
        ("equal", None, 1, 1, "丙", "（丙）"),
        ("move_to", 1, 2, 4, "", "甲"),
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1", "'=1", "'", "\ufeff-1", "\nx"]
)
def test_what_a_spreadsheet_might_compute_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "第一条", "1-1", "（=1）", "80%", " 甲=乙"])
def test_what_it_takes_for_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_the_mark_excel_needs_is_there_where_it_is_wanted() -> None:
    assert comparison_csv(samples.comparison(), bom=True).startswith("\ufeffold_document,")
