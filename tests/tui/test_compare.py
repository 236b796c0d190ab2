"""The compare screen, key by key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from policydiff.library import CorrectionsFile
from policydiff.library.remarks import RemarksFile
from policydiff.model import Relation
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.dialogs.panel import Panel
from policydiff_tui.dialogs.pick import Pick
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.compare.names import differing
from policydiff_tui.screens.library import LibraryScreen
from policydiff_tui.screens.matrix import MatrixScreen
from policydiff_tui.screens.reader import ReaderScreen
from policydiff_tui.state import load
from policydiff_tui.typeset.dimming import DIM
from policydiff_tui.typeset.line import Arrangement, Kind
from policydiff_tui.widgets.detail import DetailBar
from policydiff_tui.widgets.diffview import DiffView
from tests import samples
from tests.factory import document, section
from tests.tui import documents
from tests.tui.conftest import Play, press, rest

VERSIONS = (documents.old(), documents.new())


def compare(app: PolicyDiffApp) -> CompareScreen:
    screen = app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def titles(screen: CompareScreen) -> tuple[str, str]:
    """The headings of the row under the cursor."""
    pair = screen.desk.pair(screen.block.row)
    sides = (screen.desk.old, pair.old), (screen.desk.new, pair.new)
    left, right = (names.bare(ids) if ids else "" for names, ids in sides)
    return left, right


def shown(screen: CompareScreen) -> str:
    """The text on the screen."""
    view = screen.view
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


def rows(screen: CompareScreen, relation: Relation) -> list[int]:
    return [n for n, pair in enumerate(screen.desk.comparison.pairs) if pair.relation is relation]


def test_it_opens_at_the_first_change_with_both_texts_level(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        assert titles(screen) == ("二、发展目标", "二、发展目标")
        line = next(line for line in shown(screen).split("\n") if "2025年" in line)
        assert "2027年" in line.split("│")[1]

    play(steps, pair=VERSIONS)


def test_next_and_previous_change_go_round(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        first, seen = screen.block.row, []
        pairs = screen.desk.comparison.pairs
        changed = [n for n, pair in enumerate(pairs) if pair.moved or pair.relation is not Relation.UNCHANGED]
        for _step in range(12):
            await press(app, pilot, "n")
            seen.append(screen.block.row)
            if screen.block.row == first:
                break
        assert seen[-1] == first
        assert sorted(seen) == changed
        await press(app, pilot, "p")
        assert screen.block.row == seen[-2]

    play(steps, pair=VERSIONS)


def test_next_of_a_kind_and_next_uncertain(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        kind = screen.desk.pair(screen.block.row).relation
        await press(app, pilot, "right_square_bracket")
        assert screen.desk.pair(screen.block.row).relation is kind
        before = screen.block.row
        await press(app, pilot, "t")
        here = screen.desk.pair(screen.block.row)
        assert screen.block.row == before or here.confidence < 0.75

    play(steps, pair=VERSIONS)


def test_a_moved_row_has_two_places_and_m_goes_between_them(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        moved = next(n for n, pair in enumerate(screen.desk.comparison.pairs) if pair.moved)
        screen.go_to(moved)
        await press(app, pilot, "m")
        assert screen.block.row == moved
        assert screen.block.ghost
        number = screen.desk.index[screen.block]
        lines = screen.view.page.blocks[number]
        assert any(line.kind is Kind.TEXT and line.left and line.right for line in lines)
        await press(app, pilot, "m")
        assert not screen.block.ghost

    play(steps, pair=VERSIONS)


def test_a_row_without_counterpart_is_read_beside_likely_ones_and_pinned(play: Play, folder: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        lonely = next(n for n in rows(screen, Relation.ONLY_OLD) if screen.desk.partners(n))
        screen.go_to(lonely)
        await press(app, pilot, "m")
        beside = screen.desk.peeked(lonely)
        section = screen.desk.pair(lonely).old[0]
        assert beside is not None
        assert "[beside]" in shown(screen)
        await press(app, pilot, "a")
        assert CorrectionsFile(folder).of("jia-2021", "jia-2025").pinned == {(section, beside)}
        pair = screen.desk.pair(screen.block.row)
        assert section in pair.old
        assert beside in pair.new
        assert pair.pinned
        await press(app, pilot, "u")
        assert CorrectionsFile(folder).of("jia-2021", "jia-2025").pinned == frozenset()
        await press(app, pilot, "U")
        assert CorrectionsFile(folder).of("jia-2021", "jia-2025").pinned == {(section, beside)}
        await press(app, pilot, "d")
        assert CorrectionsFile(folder).of("jia-2021", "jia-2025").pinned == frozenset()

    play(steps, pair=VERSIONS)


def test_rejecting_survives_leaving(play: Play, folder: Path) -> None:
    async def reject(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        assert screen.desk.pair(screen.block.row).old == ("2",)
        await press(app, pilot, "x")
        assert screen.desk.pair(screen.block.row).new == ()

    async def look(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        assert screen.desk.row_of("old", "2") in rows(screen, Relation.ONLY_OLD)

    play(reject, pair=VERSIONS)
    assert CorrectionsFile(folder).of("jia-2021", "jia-2025").forbidden == {("2", "2")}
    play(look, pair=VERSIONS)


def test_the_counterpart_is_chosen_among_all_sections(play: Play, folder: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        screen.go_to(screen.desk.row_of("old", "3.4"))
        await press(app, pilot, "c")
        assert isinstance(app.screen, Pick)
        app.screen.query_one(Input).value = "人工智能"
        await press(app, pilot, "enter")
        assert CorrectionsFile(folder).of("jia-2021", "jia-2025").pinned == {("3.4", "3.4")}
        assert titles(compare(app)) == ("（四）清理旧系统", "（四）人工智能应用")

    play(steps, pair=VERSIONS)


def test_cancelling_takes_the_correction_back(play: Play, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    go = threading.Event()

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        true = app.session.compare

        def slow(*args: Any) -> Any:
            go.wait(5)
            return true(*args)

        monkeypatch.setattr(app.session, "compare", slow)
        await pilot.press("x")
        await pilot.pause(0.05)
        assert screen.busy
        await pilot.press("escape")
        go.set()
        await press(app, pilot, "i")
        assert not screen.busy
        assert screen.desk.pair(screen.block.row).new == ("2",)
        assert not screen.history.done

    play(steps, pair=VERSIONS)
    assert CorrectionsFile(folder).of("jia-2021", "jia-2025").forbidden == frozenset()


def test_bookmark_and_note_are_kept_and_exported(
    play: Play, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        await press(app, pilot, "b", "e")
        app.screen.query_one(Input).value = "指标提高"
        await press(app, pilot, "enter", "5")
        assert len(screen.desk.rows) == 1
        await press(app, pilot, "E", "enter")
        assert "指标提高" in next(tmp_path.glob("jia*.json")).read_text(encoding="utf-8")

    play(steps, pair=VERSIONS)
    (remark,) = RemarksFile(CorrectionsFile(folder)).of("jia-2021", "jia-2025").values()
    assert (remark.text, remark.bookmark) == ("指标提高", True)


def test_filters_by_key_and_by_dialog(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        whole = len(screen.desk.rows)
        await press(app, pilot, "2")
        assert {screen.desk.pair(n).relation for n in screen.desk.rows} == {Relation.ONLY_OLD}
        await press(app, pilot, "3")
        assert {screen.desk.pair(n).relation for n in screen.desk.rows} == {Relation.ONLY_NEW}
        await press(app, pilot, "3")
        assert len(screen.desk.rows) == whole
        await press(app, pilot, "f", "space", "enter")
        assert screen.desk.only == {"changed"}
        await press(app, pilot, "0")
        assert len(screen.desk.rows) == whole

    play(steps, pair=VERSIONS)


def test_a_filter_that_leaves_nothing_does_no_harm(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(
            app, pilot, "5", "n", "p", "t", "m", "z", "a", "x", "d", "c", "b", "w", "y", "e", "escape", "0", "n"
        )
        assert compare(app).desk.rows

    play(steps, pair=VERSIONS)


def test_searching_goes_through_both_texts_and_unfolds(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        await press(app, pilot, "slash")
        app.screen.query_one(Input).value = "以人民为中心"
        await press(app, pilot, "enter")
        assert titles(screen)[0] == "一、总体要求"
        assert "以人民为中心" in shown(screen)
        assert [hit.side for hit in screen.found] == ["left", "right"]
        await press(app, pilot, "full_stop", "comma", "escape")
        assert screen.word == ""

    play(steps, pair=VERSIONS)


def test_going_to_a_section(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "g")
        app.screen.query_one(Input).value = "3.2 医疗"
        await press(app, pilot, "enter")
        assert "智慧医疗" in titles(compare(app))[1]

    play(steps, pair=VERSIONS)


def test_folding(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        assert "责任分工" not in shown(screen)
        await press(app, pilot, "Z")
        assert "责任分工" in shown(screen)
        height = screen.view.page.height
        await press(app, pilot, "z")
        assert screen.view.page.height < height

    play(steps, pair=VERSIONS)


@pytest.mark.parametrize(("columns", "beside"), [(80, False), (160, True)])
def test_texts_stand_side_by_side_where_there_is_room(play: Play, columns: int, beside: bool) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        setting = compare(app).view.setting
        assert (setting.arrangement is Arrangement.BESIDE) is beside

    play(steps, pair=VERSIONS, size=(columns, 24))


def test_every_arrangement_and_resizing_keep_the_place(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        await press(app, pilot, "n", "n")
        block = screen.block
        seen = set()
        for _arrangement in range(4):
            await press(app, pilot, "v")
            seen.add(screen.view.setting.arrangement)
            assert screen.block == block
        assert seen == set(Arrangement)
        for size in ((80, 24), (200, 60), (40, 10), (20, 5), (140, 40)):
            await pilot.resize_terminal(*size)
            await press(app, pilot)
            assert screen.block == block
            widths = {screen.view.render_line(y).cell_length for y in range(screen.view.size.height)}
            assert widths <= {screen.view.scrollable_content_region.width}

    play(steps, pair=VERSIONS)


def test_signs_mark_changes_without_any_style(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "s")
        assert "[-" in shown(compare(app))
        assert "{+" in shown(compare(app))

    play(steps, pair=VERSIONS)


def dim_text(app: PolicyDiffApp) -> str:
    """What of the texts is dim."""
    blocks = app.screen.query_one(DiffView).page.blocks
    found = [piece for block in blocks for line in block for piece in (line.left, line.right) if piece]
    return "".join(
        piece.half.text[max(span.start, piece.start) : min(span.end, piece.end)]
        for piece in found
        for span in piece.half.spans
        if span.mark == DIM
    )


def test_boilerplate_is_dimmed_here_and_in_the_reader_and_remembered(play: Play, tmp_path: Path) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "Z")
        assert dim_text(app) == ""
        await press(app, pilot, "D")
        assert "确保各项任务落到实处" in dim_text(app)
        assert "网上可办率" not in dim_text(app)
        assert load(tmp_path / "state.json").dim
        await press(app, pilot, "less_than_sign")
        assert isinstance(app.screen, ReaderScreen)
        assert "确保各项任务落到实处" in dim_text(app)
        await press(app, pilot, "D")
        assert dim_text(app) == ""
        await press(app, pilot, "q")
        assert compare(app).desk.unfolded
        assert dim_text(app) == ""
        await press(app, pilot, "D")

    async def again(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "Z")
        assert "确保各项任务落到实处" in dim_text(app)

    play(steps, pair=VERSIONS)
    play(again, pair=VERSIONS)


def test_dim_text_is_drawn_dim_and_keeps_its_mark(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "D")
        view = compare(app).view
        styles = {
            segment.style
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style and "确保各项任务落到实处" in segment.text
        }
        assert any(style.dim and style.strike for style in styles)

    old, new = (
        document(section("一、", "目标", goal), title="某市规划", id=name)
        for name, goal in (("a", "建成基站三万个，确保各项任务落到实处。"), ("b", "建成基站三万个。"))
    )
    play(steps, pair=(old, new))


@pytest.mark.parametrize(
    ("share", "said"),
    [(None, "62% of the text differs"), (0.616, "62% of the text differs")],
)
def test_the_share_without_boilerplate_is_told_where_it_is_another(share: float | None, said: str) -> None:
    found = replace(samples.comparison(), changed_share=0.62, substantive_share=share)
    assert differing(found) == said
    assert differing(replace(found, substantive_share=0.58)) == "62% of the text differs, 58% without boilerplate"


def test_mode_unit_and_preset_are_switched(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "N", "L", "M", "M")
        screen = compare(app)
        assert screen.outcome.options.unit == "word"
        assert screen.outcome.options.preset == "loose"
        assert screen.desk.comparison.mode == "region"
        assert (app.state.unit, app.state.preset) == ("word", "loose")

    play(steps, pair=VERSIONS)


def test_panes_hide_and_come_back(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        wide = screen.view.size.width
        await press(app, pilot, "o", "i")
        assert screen.view.size.width > wide
        await press(app, pilot, "o", "i")
        assert screen.view.size.width == wide

    play(steps, pair=VERSIONS)


def test_why_copy_matrix_and_reading_from_a_comparison(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "w")
        assert isinstance(app.screen, Panel)
        await press(app, pilot, "escape", "y")
        assert "2027年" in app.clipboard
        await press(app, pilot, "X")
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.by == "section"
        await press(app, pilot, "escape", "greater_than_sign")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.document.id == "jia-2025"
        await press(app, pilot, "escape", "escape")
        assert isinstance(app.screen, LibraryScreen)

    play(steps, pair=VERSIONS)


def test_scrolling_leads_the_outline(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        await press(app, pilot, "Z", "tab", "end")
        assert screen.block.row > 5
        assert screen.outline.cursor == screen.desk.rows.index(screen.block.row)

    play(steps, pair=VERSIONS, size=(100, 20))


def test_the_mouse_opens_rows_and_moves_the_cursor(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        await pilot.click("#outline", offset=(10, 0))
        await press(app, pilot)
        assert screen.block.row == 0
        assert not screen.desk.is_open(screen.block)
        top = screen.view.page.tops[0] - round(screen.view.scroll_y)
        await pilot.click("#texts", offset=(10, top))
        await press(app, pilot)
        assert screen.desk.is_open(screen.block)

    play(steps, pair=VERSIONS)


def test_one_paragraph_against_itself_has_no_change(play: Play) -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "n", "p", "m", "z", "t")
        assert compare(app).desk.comparison.differs is False

    play(steps, pair=(documents.paragraph(), documents.paragraph()))


def test_documents_without_text_have_no_rows_and_do_no_harm(play: Play) -> None:
    empty = document(id="empty", title="空文件")

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        assert not screen.desk.rows
        for key in ("n", "p", "t", "m", "a", "x", "d", "b", "w", "y", "z", "Z", "v", "1", "0", "u", "U", "X", "escape"):
            await press(app, pilot, key)
        for key in ("c", "e", "g", "slash", "f", "E"):
            await press(app, pilot, key, "escape")
        assert app.is_running

    play(steps, pair=(empty, replace(empty, id="empty-2")))


def test_no_control_characters_reach_the_screen(play: Play) -> None:
    from tests import samples

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        screen = compare(app)
        for _row in screen.desk.rows:
            await press(app, pilot, "n")
            assert not set(shown(screen)) & {"\x1b", "\x07", "\x9b"}

    play(steps, pair=(samples.old(), samples.new()))


def test_findings_of_any_kind_are_told_in_rows_texts_and_details(play: Play) -> None:
    from policydiff.model import Note

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        found = app.session.compare(*VERSIONS, app.options)
        note = Note(kind="weather", fields={"old": "sunny", "new": "rainy"})
        pairs = tuple(replace(pair, notes=(note,)) for pair in found.comparison.pairs)
        await app.push_screen(CompareScreen(replace(found, comparison=replace(found.comparison, pairs=pairs))))
        await rest(app)
        screen = compare(app)
        assert "※ weather sunny→rainy" in shown(screen)
        assert "※" in screen.outline.render_line(0).text
        assert "weather sunny→rainy" in str(screen.query_one(DetailBar).render())

    play(steps, pair=VERSIONS)
