"""The screen of findings: tables, passages, the way back into the comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.insight import FindingList, InsightScreen
from policydiff_tui.screens.reader import ReaderScreen
from policydiff_tui.widgets.diffview import DiffView
from tests.tui import documents
from tests.tui.conftest import Play, press

VERSIONS = (documents.old(), documents.new())


def insight(app: PolicyDiffApp) -> InsightScreen:
    screen = app.screen
    assert isinstance(screen, InsightScreen)
    return screen


def rows(screen: InsightScreen) -> list[str]:
    found = screen.query_one(FindingList)
    return [" ".join(text.strip() for text, _style in found.parts(n, 120)) for n in range(found.count)]


def passages(screen: InsightScreen) -> str:
    view = screen.query_one(DiffView)
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


def test_targets_are_joined_with_the_sentences_they_stand_in(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "I")
        screen = insight(app)
        assert [topic.kind for topic in screen.topics] == ["facts"] * 4 + ["wording"] * 2 + ["origins"]
        found = next(row for row in rows(screen) if "5G基站" in row)
        assert "3万个" in found
        assert "10万个" in found
        assert found.startswith("↑")
        while "5G基站" not in rows(screen)[screen.query_one(FindingList).cursor]:
            await press(app, pilot, "down")
        assert "建成5G基站3万个" in passages(screen)
        assert "建成5G基站10万个" in passages(screen)
        whole = len(rows(screen))
        await press(app, pilot, "c")
        assert 0 < len(rows(screen)) <= whole
        assert not any(row.startswith("=") for row in rows(screen))

    play(steps, pair=VERSIONS)


def test_every_table_is_reached_and_leads_back_into_the_comparison(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "I")
        for number in range(1, 8):
            await press(app, pilot, str(number))
            assert insight(app).topic == number - 1
            passages(insight(app))
        await press(app, pilot, "right")
        assert insight(app).topic == 0
        await press(app, pilot, "left", "f3")
        assert insight(app).topic == 6
        await press(app, pilot, "f3", "7", "end", "y", "greater_than_sign")
        assert isinstance(app.screen, ReaderScreen)
        await press(app, pilot, "escape")
        section = insight(app).query_one(FindingList).finding
        assert section is not None
        assert section.new is not None
        assert app.clipboard.split("\t")[1:] == list(section.cells)
        await press(app, pilot, "enter")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert section.new.section in screen.desk.pair(screen.block.row).new

    play(steps, pair=VERSIONS)


@pytest.mark.parametrize(("table", "name"), [("1", "facts"), ("5", "wording"), ("7", "origins")])
def test_findings_are_written_to_files(play: Play, tmp_path: Path, table: str, name: str) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "I", table, "E", "down")
        app.screen.query_one(Input).value = str(tmp_path / f"{name}.json")
        await press(app, pilot, "enter")

    play(steps, pair=VERSIONS, size=(80, 24))
    assert '"schema": "policydiff.' in (tmp_path / f"{name}.json").read_text(encoding="utf-8")


def test_nothing_found_is_said(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "I", "enter", "y", "c", "less_than_sign")
        assert "Nothing of this kind" in passages(insight(app))
        await press(app, pilot, "escape")
        assert isinstance(app.screen, CompareScreen)

    play(steps, pair=(documents.paragraph(), documents.paragraph()))
