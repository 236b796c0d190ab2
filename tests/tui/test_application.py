"""What holds everywhere: help, palette, themes, language, state, errors, exports, the registry, the layers."""

from __future__ import annotations

import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.widgets import Input
from tools import tui_pictures

from policydiff import messages
from policydiff.errors import InputError
from policydiff.export import formats_for
from policydiff.model import Comparison
from policydiff_tui import state, themes
from policydiff_tui.actions import EVERYWHERE, ROOMS, commands, key_name
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.dialogs.export import ExportDialog
from policydiff_tui.dialogs.options import OptionList
from policydiff_tui.dialogs.panel import Panel
from policydiff_tui.dialogs.paths import completed
from policydiff_tui.dialogs.pick import Pick
from policydiff_tui.dialogs.prompt import Confirm
from policydiff_tui.picture import svg
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.insight import InsightScreen
from policydiff_tui.screens.library import LibraryScreen
from policydiff_tui.screens.matrix import MatrixScreen
from policydiff_tui.screens.reader import ReaderScreen
from policydiff_tui.screens.search import SearchScreen
from policydiff_tui.widgets.styled import StyledList
from policydiff_tui.widgets.titlebar import TitleBar
from tests.tui import documents
from tests.tui.conftest import Play, press

VERSIONS = (documents.old(), documents.new())
SCREENS = {
    "library": LibraryScreen,
    "reader": ReaderScreen,
    "compare": CompareScreen,
    "insight": InsightScreen,
    "matrix": MatrixScreen,
    "search": SearchScreen,
}


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_is_given_twice(room: str) -> None:
    keys = [key for command in commands(room) for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("room", ROOMS)
def test_every_command_has_its_action(room: str) -> None:
    for command in commands(room):
        name = command.action.removeprefix("app.").partition("(")[0]
        owner = PolicyDiffApp if command.action.startswith("app.") else SCREENS[room]
        assert callable(getattr(owner, f"action_{name}"))


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_command_is_named_in_both_languages(language: messages.Language) -> None:
    messages.use("zh")
    for room in ROOMS:
        for command in commands(room):
            for text in (command.label, command.about):
                assert messages._(text) != text or text == "中文 / English"


def test_help_shows_every_key_of_the_screen(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "f1")
        panel = app.screen
        assert isinstance(panel, Panel)
        from rich.console import Console

        console = Console(width=120, record=True, file=StringIO())
        console.print(panel._content)
        told = console.export_text()
        for command in (*ROOMS["compare"], *EVERYWHERE):
            assert key_name(command.keys.split(",")[0]) in told
            assert messages._(command.about)[:28] in told
        await press(app, pilot, "pagedown", "up", "escape")
        assert isinstance(app.screen, CompareScreen)

    play(steps, pair=VERSIONS, size=(160, 50))


def test_the_palette_runs_actions(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "ctrl+p")
        palette = app.screen
        assert isinstance(palette, Pick)
        assert len(palette._items) == len(commands("compare")) - 1
        palette.query_one(Input).value = "section by number"
        await press(app, pilot, "enter")
        assert isinstance(app.screen, Pick)
        assert app.screen is not palette

    play(steps, pair=VERSIONS)


def test_themes_go_round_and_are_remembered(play: Play, tmp_path: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        seen = []
        for _theme in themes.THEMES:
            await press(app, pilot, "f2")
            seen.append(app.theme)
        assert sorted(seen) == sorted(theme.name for theme in themes.THEMES)
        await press(app, pilot, "f2")

    app = play(steps, pair=VERSIONS)
    assert state.load(tmp_path / "state.json").theme == app.theme == themes.LIGHT.name


def test_the_language_changes_everywhere_and_the_place_is_kept(play: Play, tmp_path: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "n", "2")
        before = app.screen
        assert isinstance(before, CompareScreen)
        await press(app, pilot, "f3")
        await press(app, pilot)
        after = app.screen
        assert isinstance(after, CompareScreen)
        assert after is not before
        assert (after.block, after.desk.only) == (before.block, before.desk.only)
        assert after.query_one(TitleBar)._right == "两版比较 · 字 · 均衡"
        await press(app, pilot, "escape")
        assert "政策库" in app.screen.query_one(TitleBar)._left
        await press(app, pilot, "f3")
        await press(app, pilot)
        assert "Library" in app.screen.query_one(TitleBar)._left

    play(steps, pair=VERSIONS)
    assert state.load(tmp_path / "state.json").language == "en"


def test_arrangement_and_panes_are_remembered(play: Play, tmp_path: Path) -> None:
    async def change(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "v", "o", "i", "s")

    async def look(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.view.setting.arrangement == "beside"
        assert screen.view.setting.signs
        assert not screen.outline.display

    play(change, pair=VERSIONS)
    play(look, pair=VERSIONS, size=(60, 24))


@pytest.mark.parametrize("content", ["", "[]", "{", '{"theme": 3, "last": [1], "signs": "x", "new": 1}'])
def test_a_damaged_state_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(content, encoding="utf-8")
    assert state.load(path) == state.State()


def test_a_state_that_cannot_be_kept_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    state.save(tmp_path / "file" / "state.json", state.State())


def test_errors_are_told_and_nothing_is_lost(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        def fail(*_args: object) -> None:
            raise InputError("no \x1b", cause="because", fix="do this")

        monkeypatch.setattr(app.session, "compare", fail)
        await press(app, pilot, "N")
        assert isinstance(app.screen, Panel)
        await press(app, pilot, "escape")
        assert isinstance(app.screen, CompareScreen)

        def break_(*_args: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(app.session, "compare", break_)
        await press(app, pilot, "N")
        assert isinstance(app.screen, Panel)
        await press(app, pilot, "escape", "n", "p")

    play(steps, pair=VERSIONS)


def test_exporting_asks_before_overwriting(play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "对照.json"
    path.write_text("precious", encoding="utf-8")

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "E")
        assert isinstance(app.screen, ExportDialog)
        app.screen.query_one(Input).value = str(path)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, Confirm)
        await press(app, pilot, "enter")
        assert path.read_text(encoding="utf-8") == "precious"
        await press(app, pilot, "enter", "y")
        assert "policydiff.comparison/1" in path.read_text(encoding="utf-8")
        await press(app, pilot, "enter")
        assert app.clipboard == str(path)
        await press(app, pilot, "escape")
        assert isinstance(app.screen, CompareScreen)

    play(steps, pair=VERSIONS)


def test_exporting_to_nowhere_is_told(play: Play, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "E")
        for name in ("", "x.unknown", str(tmp_path)):
            app.screen.query_one(Input).value = name
            await press(app, pilot, "enter")
            assert isinstance(app.screen, ExportDialog)
        app.screen.query_one(Input).value = str(tmp_path / "file" / "x.json")
        await press(app, pilot, "enter")
        assert isinstance(app.screen, Panel)

    play(steps, pair=VERSIONS)


def test_every_format_of_the_command_line_is_offered_with_its_options(play: Play, tmp_path: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "E")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        offered = [f"{part[0][0].strip()}" for part in dialog.query_one("#formats", StyledList)._lines]
        assert offered == [found.suffixes[0] for found in formats_for(Comparison)]
        options = dialog.query_one(OptionList)
        while not dialog.query_one(Input).value.endswith(".csv"):
            await press(app, pilot, "down")
        names = list(options.chosen)
        assert {"full", "records"} <= set(names)
        await press(app, pilot, "tab")
        assert options.has_focus
        options.cursor = names.index("records")
        await press(app, pilot, "space")
        assert options.chosen["records"] == "rows"
        dialog.query_one(Input).value = str(tmp_path / "out.csv")
        await press(app, pilot, "enter")

    play(steps, pair=VERSIONS)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) > 3


def test_the_matrix_is_exported_too(play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "m", "E", "down", "enter")

    play(steps)
    assert (tmp_path / "matrix-document.csv").read_text(encoding="utf-8-sig").count("\n") == 5


def test_paths_are_completed(tmp_path: Path) -> None:
    (tmp_path / "政策").mkdir()
    (tmp_path / "政策" / "甲.txt").write_text("", encoding="utf-8")
    assert completed(f"{tmp_path}/政") == f"{tmp_path}/政策/"
    assert completed(f"{tmp_path}/政策/甲") == f"{tmp_path}/政策/甲.txt"
    assert completed(f"{tmp_path}/政策/甲.txt") is None
    assert completed(f"{tmp_path}/none/x") is None
    assert completed("") is None


def test_pictures_give_every_character_its_cells() -> None:
    line = [Segment("ab政策", Style(bold=True, color="#ff0000")), Segment("“<│█", Style(bgcolor="#0000ff"))]
    picture = svg([line], 12, ground="#000000")
    assert re.findall(r'x="([\d.]+)" y="28" textLength="(\d+)"[^>]*>([^<]*)<', picture) == [
        ("12", "18", "ab"),
        ("30", "36", "政策"),
        ("66", "9", "“"),
        ("75", "9", "&lt;"),
    ]
    assert ".s0{fill:#ff0000;font-weight:bold}" in picture
    assert '<rect x="66" y="12" width="36" height="21" fill="#0000ff"/>' in picture
    assert '<rect x="93" y="12" width="9" height="21" fill="#000000"/>' in picture


def test_quitting(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await pilot.press("q")

    assert play(steps).return_code == 0


def test_the_core_never_loads_the_toolkit() -> None:
    code = (
        "import sys, policydiff, policydiff.cli.main, policydiff.compare, policydiff.library, policydiff.export\n"
        "import policydiff.library.remarks\n"
        "assert not [m for m in sys.modules if m.partition('.')[0] in ('textual', 'policydiff_tui')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_widgets_know_no_pipeline() -> None:
    root = Path(sys.modules["policydiff_tui"].__path__[0]) / "widgets"
    allowed = {"policydiff.model", "policydiff.messages"}
    for path in root.glob("*.py"):
        found = {
            line.split()[1]
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip().startswith(("from policydiff.", "import policydiff."))
        }
        assert found <= allowed, path.name


def test_no_module_is_longer_than_can_be_read() -> None:
    root = Path(sys.modules["policydiff_tui"].__path__[0])
    for path in root.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path.name


def test_the_manual_has_every_key_and_picture() -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, str(root / "tools" / "tui_keys.py"), "--check"], check=True)
    manual = (root / "docs" / "tui.md").read_text(encoding="utf-8")
    for scene in tui_pictures.SCENES:
        assert (root / "docs" / "images" / f"tui-{scene.name}.svg").exists()
        assert f"images/tui-{scene.name}.svg" in manual or scene.name == "help"
