from __future__ import annotations

from policydiff.compare import compare
from policydiff.model import Note
from tests.unit.insight.reading import plan

OLD = "到2025年，覆盖率达到80%，满意度达到95%。2022年底前，基本实现“一网通办”。（省大数据局牵头，省财政厅配合）"
NEW = "到2025年，覆盖率达到90%，满意度达到95%。2023年底前，基本实现“一网通办”。（省财政厅牵头，省审计厅配合）"


def notes(old: str, new: str, mode: str = "version") -> dict[str, Note]:
    (pair,) = compare(plan(old), plan(new, id="test-plan-2"), mode=mode).pairs
    return {note.kind: note for note in pair.notes if note.kind != "wording"}


def test_what_changed_hangs_on_the_row() -> None:
    found = notes(OLD, NEW)
    target, deadline, bodies = found["target"].fields, found["deadline"].fields, found["responsibility"].fields
    assert (target["change"], target["old"]["value"], target["new"]["value"]) == ("raised", 80, 90)
    assert (deadline["change"], deadline["old"]["task"]) == ("later", "基本实现“一网通办”")
    assert (bodies["change"], bodies["added"], bodies["dropped"]) == ("lead", ["省审计厅"], ["省大数据局"])
    assert (bodies["lead_old"], bodies["lead_new"]) == (["省大数据局"], ["省财政厅"])


def test_what_stayed_the_same_is_no_note() -> None:
    assert notes(OLD, OLD) == {}


def test_regions_are_told_nothing_was_dropped() -> None:
    text = "到2025年，覆盖率达到80%。加强统筹，推进智慧城市建设，完善体制机制，健全标准体系。"
    other = "到2025年，覆盖率达到90%，建成基站7万个。加强统筹，推进智慧城市建设，完善体制机制，健全标准体系。"
    found = compare(plan(text), plan(other, id="test-plan-2"), mode="region").pairs
    changes = [note.fields["change"] for pair in found for note in pair.notes if note.kind == "target"]
    assert changes == ["raised"]
