"""The library screen, the reader, the matrix and the search for passages."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Label, ProgressBar, Static, TextArea, Tree

from policydiff.library import Library
from policydiff.model import Document
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.dialogs.importing import ImportDialog
from policydiff_tui.dialogs.panel import Panel
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.library import LibraryScreen
from policydiff_tui.screens.matrix import MatrixScreen
from policydiff_tui.screens.reader import ReaderScreen
from policydiff_tui.screens.search import SearchScreen
from policydiff_tui.typeset.cells import cell_width
from policydiff_tui.widgets.entries import EntryHead
from policydiff_tui.widgets.styled import StyledList
from tests.tui.conftest import Play, press


def library(app: PolicyDiffApp) -> LibraryScreen:
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


def listed(app: PolicyDiffApp) -> list[str]:
    return [entry.id for entry in library(app).shown]


def lines(screen: object) -> str:
    found = screen.query_one("#preview", StyledList)  # type: ignore[attr-defined]
    return "\n".join("".join(text for text, _style in line) for line in found._lines)


def test_it_lists_the_library_with_a_preview_and_its_damage(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        assert listed(app) == ["bing-note", "jia-2021", "jia-2025", "yi-2022"] or len(listed(app)) == 4
        library(app).table.cursor = listed(app).index("jia-2021")
        await press(app)
        assert "甲政发〔2021〕1号" in lines(app.screen)
        assert "（一）智慧医疗" in lines(app.screen)
        assert "page numbers 1" in lines(app.screen)
        assert "1 place to look at" in lines(app.screen)

    play(steps)


@pytest.mark.parametrize("columns", [60, 80, 100, 101, 110, 140, 200])
def test_the_head_stands_above_the_columns(play: Play, columns: int) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        head = app.screen.query_one(EntryHead).render().plain
        row = library(app).table.render_line(listed(app).index("jia-2025")).text
        for name, text in (("Date", "2025-01-10"), ("Number", "甲政发")):
            assert (name in head) == (text in row)
            if name in head:
                assert cell_width(head[: head.index(name)]) == cell_width(row[: row.index(text)])

    play(steps, size=(columns, 30))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("甲政发〔2025〕3号", {"jia-2025"}),
        ("远程会诊", {"yi-2022"}),
        ("甲市", {"jia-2021", "jia-2025"}),
        ("zzz", set()),
    ],
)
def test_typing_filters_by_metadata_and_text(play: Play, words: str, found: set[str]) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "slash")
        app.screen.query_one("#filter", Input).value = words
        await press(app)
        assert set(listed(app)) == found
        await press(app, pilot, "enter", "escape")
        await press(app)
        assert len(listed(app)) == 4

    play(steps)


def test_the_tree_shows_shelves(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        tree = app.screen.query_one(Tree)
        labels = {str(node.label) for node in tree._tree_nodes.values()}
        assert str(tree.root.label) == "All 4"
        assert {"city 3", "county 1", "甲市 2", "2021–2025 1"} <= labels
        tree.focus()
        target = next(node for node in tree._tree_nodes.values() if str(node.label) == "county 1")
        tree.move_cursor(target)
        await press(app)
        assert listed(app) == ["yi-2022"]
        await press(app, pilot, "t")
        assert len(listed(app)) == 4

    play(steps)


def test_two_marked_documents_are_compared_and_last_opens_them_again(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        table = library(app).table
        await press(app, pilot, "c")
        assert isinstance(app.screen, LibraryScreen)
        table.cursor = listed(app).index("jia-2021")
        await press(app, pilot, "space")
        table.cursor = listed(app).index("jia-2025")
        await press(app, pilot, "c")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert (screen.desk.comparison.old.id, screen.desk.comparison.new.id) == ("jia-2021", "jia-2025")
        await press(app, pilot, "q", "u", "r")
        assert isinstance(app.screen, CompareScreen)

    app = play(steps)
    assert app.state.last == ("jia-2021", "jia-2025")


def test_an_empty_library_says_what_to_do(play: Play, tmp_path: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app)
        assert "Press i to import" in lines(app.screen)
        await press(app, pilot, "down", "up", "enter", "space", "c", "m", "M", "r", "u", "t", "p", "end", "escape")
        assert isinstance(app.screen, LibraryScreen)

    play(steps, place=tmp_path / "nothing")


def test_importing_a_file_with_a_bar(play: Play, tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "新办法.txt"
    file.write_text(
        "丁市数据管理办法\n第一条　为了规范数据管理，制定本办法。\n第二条　本办法自2024年起施行。\n", encoding="utf-8"
    )

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "i")
        assert isinstance(app.screen, ImportDialog)
        app.screen.query_one(Input).value = str(file)
        await press(app, pilot, "enter")
        assert app.screen.query_one(ProgressBar).percentage == pytest.approx(0.9)
        assert "丁市数据管理办法" in str(app.screen.query_one("#report", Static).visual)
        await press(app, pilot, "enter")
        assert len(listed(app)) == 5
        entry = library(app).entry
        assert entry is not None
        assert "丁市" in entry.title

    play(steps)
    assert len(Library(folder).entries()) == 5


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\x00\x00", None])
def test_an_import_that_fails_says_why_and_the_library_is_as_it_was(
    play: Play, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "坏.txt"
    if content is not None:
        file.write_bytes(content)

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "i")
        app.screen.query_one(Input).value = str(file)
        await press(app, pilot, "enter")
        told = str(app.screen.query_one("#report", Static).visual)
        assert "✗ 坏.txt" in told
        assert len(told.splitlines()) >= 3
        await press(app, pilot, "escape")
        assert len(listed(app)) == 4

    play(steps)


def test_an_import_can_be_stopped(play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    go = threading.Event()
    place = tmp_path / "files"
    place.mkdir()
    for number in range(3):
        (place / f"{number}.txt").write_text(f"第{number}号办法\n第一条　内容。\n", encoding="utf-8")

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        true, begun = app.session.library.add, threading.Event()

        def slow(document: Document) -> Any:
            begun.set()
            go.wait(5)
            return true(document)

        monkeypatch.setattr(app.session.library, "add", slow)
        await press(app, pilot, "i")
        dialog = app.screen
        assert isinstance(dialog, ImportDialog)
        dialog.query_one(Input).value = str(place)
        app.post_message(events.Key("enter", None))
        while not begun.is_set():
            await asyncio.sleep(0.001)
        app.post_message(events.Key("escape", None))
        while not dialog.over:
            await asyncio.sleep(0.001)
        assert not go.is_set()
        assert "stopped" in str(dialog.query_one("#hint", Label).visual)
        go.set()
        await press(app, pilot, "escape")
        assert len(listed(app)) <= 5

    play(steps)


def test_reading_a_document(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        library(app).table.cursor = listed(app).index("jia-2021")
        await press(app, pilot, "enter")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await press(app, pilot, "slash")
        app.screen.query_one(Input).value = "电子病历"
        await press(app, pilot, "enter")
        assert screen.sections[screen.at] == "3.1"
        view = screen.view
        shown = "\n".join(view.render_line(y).text for y in range(view.size.height))
        assert "电子病历" in shown
        assert "p. 3" in shown
        await press(app, pilot, "g")
        app.screen.query_one(Input).value = "保障措施"
        await press(app, pilot, "enter", "y")
        assert "等级保护" in app.clipboard
        await press(app, pilot, "d")
        assert isinstance(app.screen, Panel)
        await press(app, pilot, "escape", "o", "o", "end", "home", "escape", "escape")
        assert isinstance(app.screen, LibraryScreen)

    play(steps)


def test_matrix_of_documents_opens_their_comparison(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "m")
        screen = app.screen
        assert isinstance(screen, MatrixScreen)
        heat = screen.heat
        assert heat is not None
        row, column = screen.map.places
        assert {heat.matrix.labels[row].id, heat.matrix.labels[column].id} == {"jia-2021", "jia-2025"}
        assert f"{round(100 * heat.matrix.values[row][column]):>3}" not in screen.map.render_line(1 + row).text
        await press(app, pilot, "number_sign")
        assert f"{round(100 * heat.matrix.values[row][column]):>3}" in screen.map.render_line(1 + row).text
        await press(app, pilot, "o")
        assert sorted(screen.map._order) == [0, 1, 2, 3]
        assert screen.map.places == (row, column)
        await press(app, pilot, "w", "down", "left", "up", "right")
        assert screen.measure == "tfidf-char"
        screen.map.show(heat.matrix, range(4))
        await press(app, pilot, "enter")
        assert isinstance(app.screen, CompareScreen | MatrixScreen)

    play(steps)


def test_matrix_of_sections_opens_the_comparison_at_the_section(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = library(app)
        screen.marks = ["jia-2021", "jia-2025"]
        await press(app, pilot, "M")
        found = app.screen
        assert isinstance(found, MatrixScreen)
        assert found.heat is not None
        ids = [label.id for label in found.heat.matrix.labels]
        found.map.row, found.map.column = ids.index("jia-2025#3.2"), ids.index("jia-2021#3.1")
        await press(app, pilot, "enter")
        compared = app.screen
        assert isinstance(compared, CompareScreen)
        assert compared.desk.pair(compared.block.row).old == ("3.1",)

    play(steps)


def test_a_passage_finds_sections_as_one_types_and_opens_them(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "s")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.query_one(TextArea).text = "检查检验结果互认，方便群众就医"
        await press(app)
        await press(app, pilot, "tab")
        hit = screen.hits.hit
        assert hit is not None
        assert hit.path[-1] == "（一）智慧医疗"
        await press(app, pilot, "down", "up", "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.names.sections[reader.sections[reader.at]].heading == "智慧医疗"
        await press(app, pilot, "escape", "slash", "escape")
        assert isinstance(app.screen, LibraryScreen)

    play(steps)
