"""Nothing a user can press makes the application crash.

``POLICYDIFF_RANDOM_KEYS`` says how many keys are pressed (1,500 unless set; releases are tried with 5,000).
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

from policydiff_tui.actions import EVERYWHERE, ROOMS, key_name
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.screens.room import Room
from tests.tui import documents
from tests.tui.conftest import Play, rest

PRESSES = int(os.environ.get("POLICYDIFF_RANDOM_KEYS", "1500"))
BETWEEN_SECONDS = 0.004
"""Quicker than anybody types; what a key begins is often still going on when the next one comes."""
SEED = int(os.environ.get("POLICYDIFF_RANDOM_SEED", "20260101"))
SIZES = ((80, 24), (160, 50), (30, 8), (120, 40), (10, 3), (200, 60))

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


def character(key: str) -> str | None:
    """What a terminal sends along with a key."""
    return key if len(key) == 1 else key_name(key) if len(key_name(key)) == 1 and key != "enter" else None


async def stay(_app: PolicyDiffApp) -> None:
    """Quitting would end the trial; it has a test of its own."""


def test_random_keys(play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(webbrowser, "open", lambda _url: False)
    monkeypatch.setattr(PolicyDiffApp, "action_quit", stay)
    chance = random.Random(SEED)
    seen: set[str] = set()
    pressed: list[str] = []

    pair = (documents.old(), documents.new())
    openers: tuple[Callable[[PolicyDiffApp], None], ...] = (
        lambda app: app.open_search(),
        lambda app: app.read(pair[0], "3.1"),
        lambda app: app.open_matrix(pair, "section"),
        lambda app: app.show_comparison(CompareScreen(app.session.compare(*pair, app.options))),
    )

    async def steps(app: PolicyDiffApp, pilot: Pilot[None]) -> None:
        for number in range(PRESSES):
            if number % 50 == 49:
                await rest(app, pilot)
            if number % 100 == 99:
                openers[number // 100 % len(openers)](app)
                await rest(app, pilot)
            if number % 150 == 149:
                await pilot.resize_terminal(*chance.choice(SIZES))
            key = chance.choice(pool(app))
            pressed.append(key)
            app.post_message(events.Key(key, character(key)))
            await asyncio.sleep(BETWEEN_SECONDS)
            seen.add(type(app.screen).__name__)
            assert app.is_running, pressed[-20:]
        await rest(app, pilot)
        assert app.is_running

    play(steps, pair=pair)
    if PRESSES >= 1_000:
        assert {"LibraryScreen", "CompareScreen", "MatrixScreen", "SearchScreen", "ReaderScreen"} <= seen
