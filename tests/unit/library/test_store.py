"""Adding, finding, listing and removing documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.errors import LibraryError, NoSuchDocument
from policydiff.library import AddedStatus, Filters, Library, markdown, open_library
from policydiff.model import Document, Level, Span
from tests.factory import ORIGIN, document, preamble, section

BEIJING = document(
    preamble("为建设智慧城市，制定本纲要。"),
    section("一、", "总体要求", "坚持以人民为中心。", section("（一）", "数据共享", "推动政务数据互联互通。")),
    id="beijing-smart-city-2021",
    title="关于印发《北京市“十四五”时期智慧城市发展行动纲要》的通知",
    main_title="北京市“十四五”时期智慧城市发展行动纲要",
    doc_number="京大数据发〔2021〕1号",
    region="北京市",
    level=Level.PROVINCE,
    kind="行动纲要",
    date="2021-03-05",
    period=(2021, 2025),
)
TIANJIN = document(
    section("一、", "发展基础", "物聯網感知设施初具规模。"),
    id="tianjin-smart-city-2021",
    title="天津市智慧城市建设“十四五”规划",
    doc_number="津政办发〔2021〕52号",
    region="天津市",
    level=Level.PROVINCE,
    kind="规划",
    date="2021-12",
    period=(2021, 2025),
)
NATION = document(
    section("第一条", "", "为了保护个人信息权益，制定本法。"),
    id="cn-information-law-2021",
    title="信息保护法",
    region="国家",
    level=Level.CENTRAL,
    kind="法律",
    date="2020",
)


def other_source(found: Document, **changes: object) -> Document:
    return replace(found, origin=replace(ORIGIN, sha256="f" * 64), **changes)  # type: ignore[arg-type]


@pytest.fixture
def filled(library: Library) -> Library:
    for item in (TIANJIN, NATION, BEIJING):
        library.add(item)
    return library


def test_an_added_document_comes_back(library: Library) -> None:
    added = library.add(BEIJING)
    assert (added.id, added.status, added.path) == (BEIJING.id, AddedStatus.ADDED, library.folder / f"{BEIJING.id}.md")
    assert library[BEIJING.id] == BEIJING
    (entry,) = library.entries()
    assert (entry.title, entry.main_title, entry.doc_number) == (BEIJING.title, BEIJING.main_title, BEIJING.doc_number)
    assert (entry.region, entry.level, entry.kind, entry.period) == ("北京市", Level.PROVINCE, "行动纲要", (2021, 2025))
    assert (entry.sections, entry.characters, entry.bundled) == (3, 14 + 6 + 9 + 7 + 11, False)


def test_entries_are_listed_from_the_centre_down(filled: Library) -> None:
    assert [entry.id for entry in filled] == [NATION.id, BEIJING.id, TIANJIN.id]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(regions=("北京",)), [BEIJING]),
        (Filters(regions=("北京市", "天津市")), [BEIJING, TIANJIN]),
        (Filters(levels=("central",)), [NATION]),
        (Filters(kinds=("规划",)), [TIANJIN]),
        (Filters(years=(2021,)), [BEIJING, TIANJIN]),
        (Filters(years=(2020,)), [NATION]),
        (Filters(period=(2020, 2025)), [BEIJING, TIANJIN]),
        (Filters(period=(2022, 2025)), []),
        (Filters(regions=("北京市",), kinds=("规划",)), []),
        (Filters(words=("数据",)), [BEIJING]),
        (Filters(words=("智慧",)), [BEIJING, TIANJIN]),
        (Filters(words=("互联互通",)), [BEIJING]),
        (Filters(words=("智慧", "物联网")), [TIANJIN]),
        (Filters(words=("物聯網",)), [TIANJIN]),
        (Filters(words=("通。",)), [BEIJING]),
        (Filters(words=("京大数据发2021 1号",)), [BEIJING]),
        (Filters(words=("法",)), [NATION]),
        (Filters(words=("中心。推动",)), []),
        (Filters(words=('"OR"',)), []),
        (Filters(words=("*",)), []),
        (Filters(words=("《》",)), [NATION, BEIJING, TIANJIN]),
    ],
)
def test_filters(filled: Library, filters: Filters, expected: list[Document]) -> None:
    assert [entry.id for entry in filled.entries(filters)] == [item.id for item in expected]


def test_words_are_found_without_a_full_text_index(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.entries()
    connection = filled._own.index._open()
    texts = connection.execute("SELECT rowid, text FROM texts").fetchall()
    connection.execute("DROP TABLE terms")
    connection.execute("DROP TABLE texts")
    connection.execute("CREATE TABLE texts (text TEXT)")
    connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", texts)
    assert [e.id for e in filled.entries(Filters(words=("互联互通", "数据")))] == [BEIJING.id]


def test_adding_again_changes_nothing(filled: Library) -> None:
    before = {path: path.read_bytes() for path in filled.folder.glob("*.md")}
    assert filled.add(BEIJING).status is AddedStatus.UNCHANGED
    assert {path: path.read_bytes() for path in filled.folder.glob("*.md")} == before


def test_another_document_of_that_id_is_kept_beside(filled: Library) -> None:
    other = other_source(BEIJING, title="另一个文件")
    added = filled.add(other)
    assert (added.id, added.status) == (f"{BEIJING.id}-2", AddedStatus.RENAMED)
    assert filled[BEIJING.id] == BEIJING
    assert filled[added.id] == replace(other, id=added.id)
    assert filled.add(other).status is AddedStatus.UNCHANGED
    assert filled.add(replace(other, title="第三个")).id == f"{BEIJING.id}-2"
    assert filled.add(other_source(BEIJING, title="四", span=Span(start=9, end=19))).id == f"{BEIJING.id}-3"


def test_a_new_reading_of_the_same_source_replaces_the_old(filled: Library) -> None:
    better = replace(BEIJING, signature="北京市大数据局")
    assert filled.add(better).status is AddedStatus.UPDATED
    assert filled[BEIJING.id] == better
    assert len(filled.entries()) == 3


def test_two_documents_of_one_source_are_not_taken_for_one(library: Library) -> None:
    first = replace(BEIJING, span=Span(start=0, end=100))
    second = replace(BEIJING, span=Span(start=100, end=200), title="另一篇")
    assert library.add(first).status is AddedStatus.ADDED
    assert library.add(second).status is AddedStatus.RENAMED


def test_hand_edits_survive_a_new_import(filled: Library) -> None:
    path = filled.folder / f"{BEIJING.id}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("人民", "群众"), encoding="utf-8")
    assert filled.add(BEIJING).status is AddedStatus.UNCHANGED
    changed = filled.add(replace(BEIJING, signature="北京市大数据局"))
    assert changed.status is AddedStatus.RENAMED
    assert "群众" in path.read_text(encoding="utf-8")
    assert filled.entries(Filters(words=("群众",)))[0].id == BEIJING.id


def test_a_damaged_file_is_not_overwritten(filled: Library) -> None:
    path = filled.folder / f"{BEIJING.id}.md"
    path.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert filled.add(BEIJING).status is AddedStatus.RENAMED
    (trouble,) = filled.troubles()
    assert f"{BEIJING.id}.md" in trouble.what


@pytest.mark.parametrize("name", ["京/津 规划", "..", ".hidden", "con", "甲" * 300, "a\x00b", "北京市规划"])
def test_any_id_makes_a_file(library: Library, name: str) -> None:
    added = library.add(replace(BEIJING, id=name))
    assert added.path.parent == library.folder
    assert [entry.id for entry in library] == [name]
    assert library.add(replace(BEIJING, id=name)).status is AddedStatus.UNCHANGED


def test_a_file_of_that_name_is_not_taken_for_the_document(library: Library) -> None:
    library.folder.mkdir()
    (library.folder / f"{BEIJING.id}.md").write_text("# 别人的笔记\n", encoding="utf-8")
    added = library.add(BEIJING)
    assert added.status is AddedStatus.ADDED
    assert [entry.id for entry in library] == [BEIJING.id]
    assert library.add(BEIJING).status is AddedStatus.UNCHANGED


def test_documents_may_be_moved_into_folders(filled: Library) -> None:
    (filled.folder / "地方").mkdir()
    (filled.folder / f"{BEIJING.id}.md").rename(filled.folder / "地方" / "北京.md")
    assert filled[BEIJING.id] == BEIJING
    assert filled.add(BEIJING).status is AddedStatus.UNCHANGED


def test_removing(filled: Library) -> None:
    assert filled.remove("京大数据发〔2021〕1号").id == BEIJING.id
    assert [entry.id for entry in filled] == [NATION.id, TIANJIN.id]
    with pytest.raises(NoSuchDocument):
        filled.remove(BEIJING.id)


class TestBundled:
    @pytest.fixture
    def both(self, tmp_path: Path) -> Library:
        with Library(tmp_path / "corpus") as corpus:
            corpus.add(BEIJING)
            corpus.add(NATION)
        return Library(tmp_path / "own", tmp_path / "corpus")

    def test_they_stand_beside_ones_own(self, both: Library) -> None:
        both.add(TIANJIN)
        assert [(entry.id, entry.bundled) for entry in both] == [
            (NATION.id, True),
            (BEIJING.id, True),
            (TIANJIN.id, False),
        ]
        assert both["京大数据发〔2021〕1号"] == BEIJING

    def test_they_cannot_be_removed(self, both: Library) -> None:
        with pytest.raises(LibraryError) as raised:
            both.remove(BEIJING.id)
        assert raised.value.fix
        assert both[BEIJING.id] == BEIJING

    def test_nothing_is_written_beside_them(self, both: Library, tmp_path: Path) -> None:
        both.entries()
        assert {path.name for path in (tmp_path / "corpus").iterdir()} >= {f"{BEIJING.id}.md"}
        assert (tmp_path / "cache").is_dir()

    def test_the_same_source_may_be_imported_into_ones_own(self, both: Library) -> None:
        assert both.add(BEIJING).status is AddedStatus.ADDED
        assert [(entry.id, entry.bundled) for entry in both] == [(NATION.id, True), (BEIJING.id, False)]

    def test_another_document_does_not_hide_a_bundled_one(self, both: Library) -> None:
        assert both.add(other_source(BEIJING, title="另")).id == f"{BEIJING.id}-2"
        assert both[BEIJING.id] == BEIJING

    def test_a_library_is_not_listed_twice(self, tmp_path: Path, both: Library) -> None:
        assert len(Library(tmp_path / "corpus", tmp_path / "corpus").entries()) == 2


def test_the_library_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_library(tmp_path / "a").folder == tmp_path / "a"
    monkeypatch.setenv("POLICYDIFF_LIBRARY", str(tmp_path / "b"))
    assert open_library().folder == tmp_path / "b"
    monkeypatch.delenv("POLICYDIFF_LIBRARY")
    assert open_library().folder.name == "library"


def test_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(LibraryError):
        open_library(tmp_path / "x")


def test_other_files_are_left_alone(filled: Library) -> None:
    (filled.folder / "README.md").write_text("# 说明\n\n---\ntitle: 不是\n---\n", encoding="utf-8")
    (filled.folder / "表.csv").write_text("a,b\n", encoding="utf-8")
    assert len(filled.entries()) == 3
    assert filled.troubles() == ()


def test_a_document_written_by_hand_is_part_of_the_library(filled: Library) -> None:
    (filled.folder / "手写.md").write_text(
        "---\ntitle: 手写规划\nregion: 上海市\n---\n# 一、目标\n\n到2025年。\n", encoding="utf-8"
    )
    assert filled["手写"].title == "手写规划"
    assert [e.id for e in filled.entries(Filters(regions=("上海",)))] == ["手写"]
    assert markdown.load(markdown.dump(filled["手写"])) == filled["手写"]
