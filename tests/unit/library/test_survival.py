"""Killed or crowded, the library is whole: every file complete, nothing lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.survival import survival

from policydiff.library import Library, markdown
from tests.factory import document, section

WRITER = """
import sys
from pathlib import Path
from dataclasses import replace
from policydiff.library import Library
from tests.factory import document, section
name, folder, first, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
library = Library(folder)
print("ready", flush=True)
for round in range(rounds):
    for number in range(first, first + 5):
        text = f"{name}第{round}轮。" + "建设智慧城市。" * 2000
        library.add(document(section("一、", "目标", text), id=f"plan-{number}"))
print("done", flush=True)
"""

ROOT = Path(__file__).parents[3]


def writer(name: str, folder: Path, first: int, rounds: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, name, str(folder), str(first), str(rounds)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_at_any_moment_every_file_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    generator = random.Random(20210305)
    for attempt in range(6):
        process = writer(f"{attempt}号", folder, 0, 1000)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(generator.uniform(0.0, 0.25))
        process.kill()
        process.communicate()
        for path in folder.glob("*.md"):
            text = path.read_text(encoding="utf-8")
            assert markdown.untouched(text)
            assert markdown.load(text).sections[0].text.endswith("建设智慧城市。")
        with Library(folder) as library:
            assert {entry.id for entry in library} == {path.stem for path in folder.glob("*.md")}
    assert list(folder.glob("*.md"))


def test_two_processes_import_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    processes = [writer("甲", folder, 0, 4), writer("乙", folder, 3, 4)]
    for process in processes:
        _output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    with Library(folder) as library:
        assert [entry.id for entry in library] == [f"plan-{number}" for number in range(8)]
        assert library.troubles() == ()
    assert all(markdown.untouched(path.read_text(encoding="utf-8")) for path in folder.glob("*.md"))


def test_what_killed_programs_left_is_swept_away(tmp_path: Path) -> None:
    old, young = tmp_path / ".plan.0a1b.partial", tmp_path / ".plan.2c3d.partial"
    for path in (old, young):
        path.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    with Library(tmp_path) as library:
        library.add(document(section("一、", "目标", "建设。")))
        assert len(library.entries()) == 1
    assert not old.exists()
    assert young.exists()


def test_a_killed_import_leaves_every_document_as_before_or_as_after(tmp_path: Path) -> None:
    """A small part of what `python -m benchmarks.survival` tries."""
    tally = survival(3, 20210305, tmp_path, files=6)
    assert tally.broken == []
    assert tally.kills == 3
