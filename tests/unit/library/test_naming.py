"""What a name leads to, and what is said where it leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.errors import Ambiguous, InputError, NoSuchDocument, UnreadableFile
from policydiff.library import Library, markdown, naming, resolve, split_section
from policydiff.model import Document, Parsed, Source
from tests.factory import ORIGIN, document, section

BEIJING = document(
    section("一、", "目标", "建设。"), id="beijing-plan-2021", title="北京市规划", doc_number="京政发〔2021〕1号"
)
TIANJIN = document(
    section("一、", "目标", "建设。"), id="tianjin-plan-2021", title="天津市规划", doc_number="津政发〔2021〕1号"
)
TIANJIN_NEXT = document(
    section("一、", "目标", "建设。"), id="tianjin-plan-2026", title="天津市新规划", doc_number="津政发〔2021〕1号"
)


@pytest.fixture
def filled(library: Library) -> Library:
    for item in (BEIJING, TIANJIN, TIANJIN_NEXT):
        library.add(item)
    return library


@pytest.fixture
def compilation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def parse(source: Source, **_treatment: object) -> Parsed:
        return Parsed(origin=source.origin, documents=(BEIJING, TIANJIN, TIANJIN_NEXT) if "汇编" in source.text else ())

    naming._parsed.cache_clear()
    monkeypatch.setattr("policydiff.outline.parse", parse)
    path = tmp_path / "汇编.txt"
    path.write_text("汇编", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("beijing-plan-2021", BEIJING),
        ("beijing", BEIJING),
        ("tianjin-plan-2026", TIANJIN_NEXT),
        ("京政发〔2021〕1号", BEIJING),
        ("京政发[2021]1号", BEIJING),
        ("京政发 2021 1 号", BEIJING),
        ("京政发（2021）1号", BEIJING),
    ],
)
def test_names(filled: Library, name: str, expected: Document) -> None:
    assert resolve(name, filled) == expected


@pytest.mark.parametrize("name", ["tianjin", "津政发〔2021〕1号"])
def test_ambiguous_names_are_listed(filled: Library, name: str) -> None:
    with pytest.raises(Ambiguous) as raised:
        resolve(name, filled)
    assert "tianjin-plan-2021" in raised.value.cause
    assert "tianjin-plan-2026" in raised.value.cause
    assert "beijing" not in raised.value.cause


@pytest.mark.parametrize("name", ["bejing-plan", "北京规划", "京政发〔2021〕2号"])
def test_an_unknown_name_lists_the_nearest(filled: Library, name: str) -> None:
    with pytest.raises(NoSuchDocument) as raised:
        resolve(name, filled)
    assert name in raised.value.what
    assert "beijing-plan-2021" in raised.value.cause


@pytest.mark.parametrize("name", ["", "zzzz", "#", "#1", "x.txt#1", "a\x00b", "长" * 5000, "a/" * 3000])
def test_nothing_near(library: Library, name: str) -> None:
    with pytest.raises(NoSuchDocument):
        resolve(name, library)


def test_a_directory_is_no_document(filled: Library, tmp_path: Path) -> None:
    with pytest.raises(NoSuchDocument) as raised:
        resolve(str(tmp_path), filled)
    assert str(tmp_path) in raised.value.fix


def test_a_copy_under_another_name_does_not_hide_the_document(filled: Library) -> None:
    (filled.folder / "备份.md").write_bytes((filled.folder / "beijing-plan-2021.md").read_bytes())
    assert filled.find("beijing-plan-2021").path.name == "beijing-plan-2021.md"


def test_a_file_goes_before_an_id(filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("beijing").write_text(markdown.dump(TIANJIN), encoding="utf-8")
    Path("beijing.md").write_text(markdown.dump(TIANJIN), encoding="utf-8")
    assert resolve("beijing.md", filled) == TIANJIN


@pytest.mark.parametrize(
    ("part", "expected"), [("1", BEIJING), ("3", TIANJIN_NEXT), ("tianjin-plan-2021", TIANJIN), ("beijing", BEIJING)]
)
def test_one_of_several_documents_in_a_file(filled: Library, compilation: Path, part: str, expected: Document) -> None:
    assert resolve(f"{compilation}#{part}", filled) == expected


def test_a_file_of_several_documents_asks_which(filled: Library, compilation: Path) -> None:
    with pytest.raises(Ambiguous) as raised:
        resolve(str(compilation), filled)
    assert f"{compilation}#2  天津市规划" in raised.value.cause


@pytest.mark.parametrize(
    ("part", "error"), [("4", NoSuchDocument), ("0", NoSuchDocument), ("", NoSuchDocument), ("tianjin", Ambiguous)]
)
def test_a_part_that_is_not_there(filled: Library, compilation: Path, part: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        resolve(f"{compilation}#{part}", filled)


def test_a_file_without_documents(filled: Library, compilation: Path) -> None:
    compilation.write_text("无", encoding="utf-8")
    with pytest.raises(InputError):
        resolve(str(compilation), filled)


def test_a_file_is_parsed_once_until_it_changes(filled: Library, compilation: Path) -> None:
    resolve(f"{compilation}#1", filled)
    resolve(f"{compilation}#2", filled)
    assert naming._parsed.cache_info().misses == 1
    compilation.write_text("汇编二", encoding="utf-8")
    resolve(f"{compilation}#1", filled)
    assert naming._parsed.cache_info().misses == 2


def test_a_missing_part_of_a_path_is_said(filled: Library) -> None:
    with pytest.raises(NoSuchDocument) as raised:
        resolve("没有.txt", filled)
    assert "没有.txt" in raised.value.what
    assert not isinstance(raised.value, UnreadableFile)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("beijing#4.1", ("beijing", "4.1")), ("a.txt#3#4.1", ("a.txt#3", "4.1")), ("beijing", ("beijing", ""))],
)
def test_document_and_section(name: str, expected: tuple[str, str]) -> None:
    assert split_section(name) == expected


def test_origin_is_kept_for_library_files_read_by_path(filled: Library) -> None:
    assert resolve(str(filled.folder / "beijing-plan-2021.md"), filled).origin == ORIGIN
