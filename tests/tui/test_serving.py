"""The application in a browser: on this machine only, for its own pages only, and drawn."""

from __future__ import annotations

import asyncio
import base64
import importlib.util
import os
import shutil
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policydiff.errors import UsageError
from policydiff_tui import serving

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
INSTALLED = importlib.util.find_spec("textual_serve") is not None
STARTING_SECONDS = 30

needs_server = pytest.mark.skipif(not INSTALLED, reason="the extra “serve” (textual-serve) is not installed")


@pytest.mark.parametrize(
    ("asked", "origin", "host", "answer"),
    [
        ("127.0.0.1:8000", None, "127.0.0.1", True),
        ("localhost:8000", "http://localhost:8000", "127.0.0.1", True),
        ("127.0.0.1:8000", "http://evil.example", "127.0.0.1", False),
        ("127.0.0.1:8000", "null", "127.0.0.1", False),
        ("evil.example:8000", "http://evil.example:8000", "127.0.0.1", False),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", "127.0.0.1", False),
        ("desk.example:8000", "http://desk.example:8000", "0.0.0.0", True),
    ],
)
def test_only_its_own_pages_are_served(asked: str, origin: str | None, host: str, answer: bool) -> None:
    assert serving.allowed(asked, origin, host) is answer


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    with pytest.raises(UsageError) as raised:
        serving.server([], host="127.0.0.1", port=1)
    assert "policydiff[serve]" in raised.value.fix


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    """A server on the library, while it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "POLICYDIFF_STATE": str(tmp_path / "state.json"), "LC_ALL": "C.UTF-8"}
    command = (sys.executable, "-m", "policydiff", "--library", str(folder), "tui", "jia-2021", "jia-2025")
    server = subprocess.Popen(
        (*command, "--serve", "--port", str(port)),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _ready(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(10)


def _ready(url: str) -> str:
    """``url``, once something answers there."""
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return url
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")


@needs_server
def test_pages_of_other_sites_are_refused(address: str) -> None:
    request = urllib.request.Request(f"{address}ws", headers={"Origin": "http://evil.example"})
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(request, timeout=5)
    with raised.value as answer:
        assert answer.code == 403


@needs_server
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to show it in")
def test_a_browser_draws_the_comparison(address: str, tmp_path: Path) -> None:
    """The terminal is drawn on a canvas: its picture is looked at for the colours of title bar and ground."""
    asyncio.run(_drawn(address, tmp_path, wanted={(0x2F, 0x6F, 0x9F), (0x12, 0x16, 0x1B)}))


async def _drawn(address: str, folder: Path, wanted: set[tuple[int, ...]]) -> None:
    """Look at the page until it has the colours; AssertionError where it never does."""
    import aiohttp

    assert CHROMIUM is not None
    profile = folder / "profile"
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--window-size=640,360")
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM, *switches, f"--user-data-dir={profile}", address,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        port = await _debugging_port(profile / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            page = await _page(session, port, address)
            async with session.ws_connect(page, max_msg_size=0) as tab:
                found: set[tuple[int, ...]] = set()
                until = time.monotonic() + STARTING_SECONDS
                while not found >= wanted and time.monotonic() < until:
                    await asyncio.sleep(0.5)
                    found = colours(await _picture(tab))
                assert found >= wanted
    finally:
        browser.terminate()
        await browser.wait()


async def _debugging_port(file: Path) -> int:
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until:
        if file.exists() and (lines := file.read_text().splitlines()):
            return int(lines[0])
        await asyncio.sleep(0.1)
    raise AssertionError("the browser did not start")


async def _page(session: Any, port: int, address: str) -> str:
    async with session.get(f"http://127.0.0.1:{port}/json") as answer:
        tabs = await answer.json()
    return next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["url"].startswith(address))


async def _picture(tab: Any) -> bytes:
    await tab.send_json({"id": 1, "method": "Page.captureScreenshot", "params": {"format": "png"}})
    while True:
        answer = await tab.receive_json()
        if answer.get("id") == 1:
            return base64.b64decode(answer["result"]["data"])


def colours(picture: bytes) -> set[tuple[int, ...]]:
    """The colours of a PNG with 8-bit RGB or RGBA samples, without a library for it."""
    width, height, _depth, kind = struct.unpack(">IIBB", picture[16:26])
    body, at = b"", 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            body += picture[at + 8 : at + 8 + length]
        at += 12 + length
    return set(_pixels(zlib.decompress(body), width, height, 4 if kind == 6 else 3))


def _pixels(raw: bytes, width: int, height: int, samples: int) -> Iterator[tuple[int, ...]]:
    """Undo the filters of the PNG specification (§9), a line at a time."""
    before = bytearray(width * samples)
    for number in range(height):
        start = number * (width * samples + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + width * samples])
        for n in range(len(line)):
            left = line[n - samples] if n >= samples else 0
            above, corner = before[n], before[n - samples] if n >= samples else 0
            line[n] = (line[n] + (0, left, above, (left + above) // 2, _paeth(left, above, corner))[kind]) & 255
        before = line
        for n in range(0, len(line), samples):
            yield tuple(line[n : n + 3])


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))
