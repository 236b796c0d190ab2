"""A library, an application on it, and a way to play it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerError

from policydiff import messages
from policydiff.library import Library
from policydiff.model import Document
from policydiff_tui.actions import key_name
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.screens import library as library_screen
from policydiff_tui.screens import search as search_screen
from policydiff_tui.work.session import Session
from tests.tui import documents

Steps = Callable[[PolicyDiffApp, Pilot[None]], Awaitable[None]]
Play = Callable[..., PolicyDiffApp]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    messages.use("en")
    yield
    messages.use(None)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for typing to pause: nobody types."""
    for place in (library_screen, search_screen):
        monkeypatch.setattr(place, "TYPING_PAUSE_SECONDS", 0.001)
    monkeypatch.setattr(library_screen, "PREVIEW_PAUSE_SECONDS", 0.001)


@pytest.fixture(scope="session")
def _shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of four documents, made and indexed once."""
    place = tmp_path_factory.mktemp("shelf") / "library"
    with Library(place) as library:
        for document in documents.everything():
            library.add(document)
        library.entries()
    return place


@pytest.fixture
def folder(_shelf: Path, tmp_path: Path) -> Path:
    """A library of four documents of the test's own."""
    return Path(shutil.copytree(_shelf, tmp_path / "library"))


class TestSession(Session):
    """A session on one folder, without the bundled corpus."""

    __test__ = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.__dict__["library"] = Library(folder)


async def rest(app: PolicyDiffApp, _pilot: Pilot[Any] | None = None) -> None:
    """Until no message is waiting, no work is being done and nothing is left to draw."""
    quiet = 0
    while quiet < 3 and app.is_running:
        if app.workers and any(not worker.is_finished for worker in app.workers):
            with suppress(WorkerError):
                await app.workers.wait_for_complete()
        await asyncio.sleep(0)
        screen = app.screen
        screen._on_timer_update()
        pumps = (app, screen, *screen.walk_children())
        timers = (timer for timer in screen._timers if timer._repeat == 0)
        waiting = (
            any(pump.message_queue_size or pump._next_callbacks for pump in pumps)
            or screen._callbacks
            or screen._dirty_widgets
            or screen._layout_required
            or any(timer._task is not None and not timer._task.done() for timer in timers)
        )
        quiet = 0 if waiting else quiet + 1


async def press(app: PolicyDiffApp, _pilot: Pilot[Any] | None = None, *keys: str) -> None:
    """Press keys, each once the last has had its effect."""
    for key in keys:
        app.post_message(events.Key(key, character(key)))
        await rest(app)
    await rest(app)


def character(key: str) -> str | None:
    """What a terminal sends along with a key."""
    if len(key) == 1:
        return key
    if key in ("left", "right"):
        return None
    return " " if key == "space" else name if len(name := key_name(key)) == 1 else None


@pytest.fixture
def play(folder: Path, tmp_path: Path) -> Play:
    """Run the application on the library (opening ``pair``), do the steps, and hand it over."""

    def run(
        steps: Steps,
        *,
        pair: Sequence[Document] = (),
        size: tuple[int, int] = (140, 40),
        place: Path | None = None,
        **options: Any,
    ) -> PolicyDiffApp:
        found = (pair[0], pair[1]) if pair else None
        app = PolicyDiffApp(TestSession(place or folder), found, state_path=tmp_path / "state.json", **options)

        async def go() -> None:
            async with app.run_test(size=size) as pilot:
                await rest(app)
                await steps(app, pilot)

        asyncio.run(go())
        return app

    return run
