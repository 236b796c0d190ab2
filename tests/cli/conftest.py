"""A program to run: in this process with a library of its own, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policydiff import messages
from policydiff.cli.main import cli

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """English, an empty library, caches of its own, nothing said about colours or width."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LANG", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("POLICYDIFF_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield
    messages.use(None)


@pytest.fixture
def run() -> Run:
    """Run a command line in this process; an unforeseen exception fails the test."""

    def invoke(*arguments: str | Path, typed: str | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=typed, catch_exceptions=False)

    return invoke


@pytest.fixture
def spawn() -> Spawn:
    """Run a command line as a process."""

    def start(*arguments: str | Path, env: Mapping[str, str] | None = None, timeout: float = 120) -> object:
        return subprocess.run(
            [sys.executable, "-m", "policydiff", *map(str, arguments)],
            env={**os.environ, **(env or {})},
            capture_output=True,
            timeout=timeout,
            check=False,
        )

    return start  # type: ignore[return-value]
