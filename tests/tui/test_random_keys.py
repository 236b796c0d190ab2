"""Nothing a user can press makes the application crash.

Five thousand keys are pressed, a quarter of them from each of four seeds; ``POLICYDIFF_RANDOM_KEYS`` says how many
from each, ``POLICYDIFF_RANDOM_SEED`` where the seeds begin.
"""

from __future__ import annotations

import asyncio
import os
import random
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from policydiff_tui.actions import EVERYWHERE, ROOMS
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.room import Room
from policydiff_tui.work.session import Outcome
from tests.tui import documents
from tests.tui.conftest import Play, character, rest

PRESSES = int(os.environ.get("POLICYDIFF_RANDOM_KEYS", "1250"))
SEED = int(os.environ.get("POLICYDIFF_RANDOM_SEED", "20260101"))
LONGEST_BURST = 40
"""So many keys come at once, quicker than anybody types: what one begins is still going on when the next comes."""
SIZES = ((80, 24), (60, 16), (30, 8), (100, 20), (10, 3), (80, 12))

MOVES = ("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "shift+tab", "enter", "escape")
TYPED = (
    "a",
    "1",
    "数",
    "据",
    "。",
    "space",
    "backspace",
    "minus",
    "slash",
    "full_stop",
    "ctrl+a",
    "ctrl+k",
    "f10",
    "y",
    "n",
)
ROOM_OPENERS = ("m", "M", "s", "i", "c", "r", "enter", "space", "X", "E", "less_than_sign")


def pool(app: PolicyDiffApp) -> list[str]:
    """Keys that are likely to do something on the screen at hand."""
    screen = app.screen
    keys = [*MOVES, *TYPED]
    if isinstance(screen, Room):
        own = [key for command in (*ROOMS[screen.ROOM], *EVERYWHERE) for key in command.keys.split(",")]
        keys = [*own, *own, *MOVES, *ROOM_OPENERS]
    return keys


async def stay(_app: PolicyDiffApp) -> None:
    """Quitting would end the trial; it has a test of its own."""


def back_to_the_library(app: PolicyDiffApp) -> None:
    """Close what was opened one over the other."""
    while len(app.screen_stack) > 2:
        app.pop_screen()


@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
def test_random_keys(play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(webbrowser, "open", lambda _url: False)
    monkeypatch.setattr(PolicyDiffApp, "action_quit", stay)
    chance = random.Random(seed)
    seen: set[str] = set()
    pressed: list[str] = []
    pair = (documents.old(), documents.new())
    outcome: list[Outcome] = []
    openers: tuple[Callable[[PolicyDiffApp], None], ...] = (
        back_to_the_library,
        lambda app: app.open_search(),
        lambda app: app.read(pair[0], "3.1"),
        lambda app: app.open_matrix(pair, "section"),
        lambda app: app.show_comparison(CompareScreen(outcome[0])),
        lambda app: app.open_insight(outcome[0]),
    )

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        outcome.append(app.session.compare(*pair, app.options))
        burst = 0
        for number in range(PRESSES):
            if number % 125 == 124:
                await rest(app)
                openers[number // 125 % len(openers)](app)
                await rest(app)
                seen.add(type(app.screen).__name__)
            if number % 250 == 249:
                await pilot.resize_terminal(*chance.choice(SIZES))
            key = chance.choice(pool(app))
            pressed.append(key)
            app.post_message(events.Key(key, character(key)))
            await asyncio.sleep(0)
            if burst == 0:
                await rest(app)
                burst = chance.randint(1, LONGEST_BURST)
            burst -= 1
            seen.add(type(app.screen).__name__)
            assert app.is_running, pressed[-20:]
        await rest(app)
        assert app.is_running

    play(steps, pair=pair, size=(80, 24))
    if PRESSES >= 1_000:
        assert {
            "LibraryScreen",
            "CompareScreen",
            "MatrixScreen",
            "SearchScreen",
            "ReaderScreen",
            "InsightScreen",
        } <= seen
