"""The application opens a comparison, walks its changes, and ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from policydiff import messages
from policydiff.errors import InputError
from policydiff.model import Comparison
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.screens.compare import CompareScreen
from tests import samples

Steps = Callable[[PolicyDiffApp, Pilot[Exception | None]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _english() -> object:
    messages.use("en")
    yield
    messages.use(None)


def play(steps: Steps, comparison: Comparison | None = None, size: tuple[int, int] = (140, 40)) -> PolicyDiffApp:
    """Run the application on a comparison and do ``steps`` once it is shown."""
    app = PolicyDiffApp(lambda: comparison or samples.comparison())

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(run())
    return app


def texts(app: PolicyDiffApp) -> tuple[str, str]:
    """What the two passages show."""
    old, new = (str(app.screen.query_one(f"#{side} Static", Static).visual) for side in ("old", "new"))
    return old, new


def highlighted(app: PolicyDiffApp) -> int | None:
    return app.screen.query_one("#outline", OptionList).highlighted


def test_it_opens_at_the_first_change_with_both_texts() -> None:
    async def steps(app: PolicyDiffApp, _pilot: Pilot[Exception | None]) -> None:
        assert isinstance(app.screen, CompareScreen)
        assert highlighted(app) == 2
        assert texts(app) == ("到2025年，数据共享率达到80%以上。", "到2027年，数据共享率达到95%以上。")

    play(steps)


def test_keys_walk_the_changes_round_and_round() -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[Exception | None]) -> None:
        seen = [highlighted(app)]
        for key in "nnnppp":
            await pilot.press(key)
            seen.append(highlighted(app))
        assert seen == [2, 3, 4, 2, 4, 3, 2]

    play(steps)


def test_a_side_without_counterpart_says_so() -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[Exception | None]) -> None:
        await pilot.press("n")
        await pilot.pause()
        assert texts(app) == ("清理旧平台。", "No counterpart found.")

    play(steps)


def test_no_control_characters_reach_the_screen() -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[Exception | None]) -> None:
        await pilot.press("n", "n")
        await pilot.pause()
        assert not set(texts(app)[1]) & {"\x1b", "\x07", "\x9b"}

    play(steps)


@pytest.mark.parametrize(("columns", "side_by_side"), [(80, False), (160, True)])
def test_texts_stand_side_by_side_where_there_is_room(columns: int, side_by_side: bool) -> None:
    async def steps(app: PolicyDiffApp, _pilot: Pilot[Exception | None]) -> None:
        old, new = app.screen.query_one("#old").region, app.screen.query_one("#new").region
        assert (old.y == new.y) is side_by_side
        assert (old.x == new.x) is not side_by_side

    play(steps, size=(columns, 24))


def test_quit() -> None:
    async def steps(app: PolicyDiffApp, pilot: Pilot[Exception | None]) -> None:
        await pilot.press("q")

    assert play(steps).return_value is None


def test_an_error_ends_the_application_and_is_handed_out() -> None:
    def fail() -> Comparison:
        raise InputError("no")

    app = PolicyDiffApp(fail)

    async def run() -> None:
        async with app.run_test() as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()

    asyncio.run(run())
    assert isinstance(app.return_value, InputError)
