"""A library, an application on it, and a way to play it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from policydiff import messages
from policydiff.library import Library
from policydiff.model import Document
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.work.session import Session
from tests.tui import documents

Steps = Callable[[PolicyDiffApp, Pilot[None]], Awaitable[None]]
Play = Callable[..., PolicyDiffApp]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    messages.use("en")
    yield
    messages.use(None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of four documents."""
    place = tmp_path / "library"
    with Library(place) as library:
        for document in documents.everything():
            library.add(document)
    return place


class TestSession(Session):
    """A session on one folder, without the bundled corpus."""

    __test__ = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.__dict__["library"] = Library(folder)


async def rest(app: PolicyDiffApp, pilot: Pilot[Any]) -> None:
    """Until nothing is being done any more."""
    for _round in range(2):
        await pilot.pause()
        await app.workers.wait_for_complete()
    await pilot.pause()


async def press(app: PolicyDiffApp, pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each once the last has had its effect."""
    for key in keys:
        await pilot.press(key)
        await rest(app, pilot)


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
                await rest(app, pilot)
                await rest(app, pilot)
                await steps(app, pilot)

        asyncio.run(go())
        return app

    return run
