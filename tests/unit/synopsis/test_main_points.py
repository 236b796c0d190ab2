from __future__ import annotations

from collections.abc import Iterator

import pytest

from policydiff import messages
from policydiff.synopsis import highlights
from tests.unit.synopsis.factory import comparison


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def test_every_point_names_the_sections_it_rests_on() -> None:
    found = highlights(comparison())
    assert found.counts == (("未变", 3), ("修改", 4), ("拆分", 1), ("删除", 1), ("新增", 1))
    assert [(p.text, p.old, p.new, p.size) for p in found.added] == [("第二条", (), ("1.2",), 7)]
    assert [(p.text, p.old, p.new) for p in found.removed] == [("第六条", ("1.6",), ())]
    assert [(p.text, p.old, p.new) for p in found.moved] == [("由原第八条移入第七条", ("1.8",), ("1.7",))]
    assert [(item.old, item.new, item.count) for item in found.replacements] == [("股东大会", "股东会", 5)]
    assert {kind: [p.text for p in points] for kind, points in found.notes.items()} == {
        "target": ["指标 登记率 80%→90%（提高）"]
    }
    assert found.notes["target"][0].new == ("1.6",)


def test_the_largest_changes_come_first() -> None:
    sizes = [point.size for point in highlights(comparison()).largest]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == 4
