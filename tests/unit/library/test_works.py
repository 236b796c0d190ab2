from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.library import open_library
from policydiff.library.values import AddedStatus
from policydiff.library.works import content_key, in_series, series_of
from policydiff.model import Document, Origin
from tests.factory import document, section

TEXT = "河湖长每月巡查责任河段一次，发现问题的，应当督促有关部门依法处理，并向社会公布处理结果。"


def plan(title: str, text: str = TEXT, **fields: object) -> Document:
    return document(section("一、", "巡查", text), title=title, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("某市河湖管理条例（2018修正）", "某市河湖管理条例（2022年修订）"),
        ("某市“十三五”河湖保护规划", "某市“十四五”河湖保护规划"),
        ("某市人民政府关于印发某市河湖保护方案的通知", "某市河湖保护方案（征求意见稿）"),
    ],
)
def test_versions_of_a_work_are_one_series(one: str, other: str) -> None:
    region = {"region": "某市"}
    assert series_of(plan(one, **region)) == series_of(plan(other, **region))


def test_other_regions_and_other_policies_are_other_works() -> None:
    works = (("甲市", "河湖管理条例"), ("乙市", "河湖管理条例"), ("甲市", "湿地管理条例"))
    assert len({series_of(plan(title, region=region)) for region, title in works}) == 3


def test_what_the_front_matter_says_comes_first() -> None:
    assert series_of(plan("河湖管理条例", series="治水")) == "治水"


def test_content_is_the_same_whatever_the_shape() -> None:
    assert content_key(plan("条例")) == content_key(plan("条例", TEXT.replace("，", ", ") + "\n"))
    assert content_key(plan("条例")) != content_key(plan("条例", TEXT + "另行规定。"))
    assert content_key(plan("甲")) != content_key(plan("乙"))


def test_a_document_from_another_file_is_kept_once(tmp_path: Path) -> None:
    origin = Origin(name="a.pdf", sha256="1" * 64, media_type="application/pdf", encoding="")
    first = plan("某市河湖管理条例", id="first", origin=origin)
    second = replace(first, id="second", origin=replace(origin, name="a.docx", sha256="2" * 64))
    with open_library(tmp_path / "library") as library:
        assert library.add(first).status is AddedStatus.ADDED
        again = library.add(second)
        assert (again.status, again.id) == (AddedStatus.DUPLICATE, "first")
        assert library.add(first).status is AddedStatus.UNCHANGED
        assert [entry.id for entry in library.entries() if not entry.bundled] == ["first"]


def test_works_with_several_versions_by_date(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as library:
        for number, (title, date) in enumerate(
            (("某市湿地条例（2022修订）", "2022-01-01"), ("某市湿地条例", "2010-01-01"), ("某市森林条例", "2015-01-01"))
        ):
            origin = Origin(name=f"{number}", sha256=str(number) * 64, media_type="text/plain", encoding="utf-8")
            fields = {"region": "某市", "date": date, "id": f"d{number}", "origin": origin}
            library.add(plan(title, TEXT + title, **fields))
        own = [entry for entry in library.entries() if not entry.bundled]
    assert [[entry.date for entry in work] for work in in_series(own)] == [["2010-01-01", "2022-01-01"]]
