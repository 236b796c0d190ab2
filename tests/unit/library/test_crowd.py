from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from policydiff.errors import NotText
from policydiff.library import crowd
from policydiff.model import Parsed

FILES = 10


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_text(f"某市第{number}号办法\n第一条 河湖长每月巡查。\n", encoding="utf-8")
    return paths


def dying(path: Path, skip: frozenset[str], script: str) -> crowd.Understood:
    """Stands in for reading a file that kills the process."""
    if path.name == "4.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return crowd.Understood(path, ())


def test_processes_give_what_one_gives_in_the_same_order(folder: list[Path]) -> None:
    alone = list(crowd.understood(folder, processes=1))
    assert list(crowd.understood(folder, processes=2)) == alone
    assert [found.path for found in alone] == folder
    assert all(isinstance(outcome, Parsed) for found in alone for outcome in found.outcomes)


def test_a_file_that_cannot_be_read_is_an_outcome(folder: list[Path]) -> None:
    folder[2].write_bytes(b"")
    found = list(crowd.understood(folder, processes=1))
    assert [isinstance(f.outcomes[0], NotText) for f in found].index(True) == 2
    assert len(found) == FILES


def test_a_file_that_kills_its_process_costs_only_itself(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "_one", dying)
    found = list(crowd.understood(folder, processes=2))
    assert [f.path for f in found] == folder
    assert [f.path.name for f in found if f.outcomes] == ["4.txt"]
    (error,) = found[4].outcomes
    assert isinstance(error, NotText)
    assert "4.txt" in error.what
