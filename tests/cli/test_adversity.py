"""Full disks, read-only folders, two programs at once, moved folders, documents that call home."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from policydiff.read.dispatch import reader_of
from policydiff.read.kinds import kind_of
from tests.bad_inputs import packages, pages, pdfs
from tests.cli.conftest import Run, Spawn
from tests.samples import PLAN

PROGRAM = f"{sys.executable} -m policydiff"
CALLERS = (
    pages.page_that_wants_the_network,
    packages.external_relations,
    packages.external_document_type,
    pdfs.pdf_with_actions,
)


def _may_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-r", "-m", "true"], capture_output=True, check=False).returncode == 0


mounts = pytest.mark.skipif(not _may_mount(), reason="no file system can be mounted here")


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``script`` in ``folder``, where it may mount file systems that nobody else sees."""
    return subprocess.run(
        ["unshare", "-r", "-m", "sh", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def sources(folder: Path, first: int, last: int, *, size: int = 1) -> Path:
    """A folder of different plans."""
    folder.mkdir(exist_ok=True)
    for number in range(first, last):
        text = PLAN.replace("甲市", f"第{number}市") + f"三、保障措施\n加强第{number}市组织领导。\n" * size
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@mounts
def test_a_full_disk_costs_what_does_not_fit(tmp_path: Path) -> None:
    sources(tmp_path / "first", 0, 2)
    sources(tmp_path / "second", 2, 5, size=4000)
    (tmp_path / "library").mkdir()
    done = shell(
        f"mount -t tmpfs -o size=400k none library && {PROGRAM} --library library import first >/dev/null && "
        f"cp -r library before && {PROGRAM} --library library import second; echo code $?; "
        f"{PROGRAM} --library library list; cp -r library after; ls -A library",
        tmp_path,
    )
    assert "code 2" in done.stdout, done.stderr
    assert "cannot be written" in done.stderr
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert ".partial" not in done.stdout
    kept = {path.name: path.read_bytes() for path in (tmp_path / "before").glob("*.md")}
    assert len(kept) == 2
    assert all((tmp_path / "after" / name).read_bytes() == data for name, data in kept.items())
    assert "第0市智慧城市建设规划" in done.stdout
    assert "第1市智慧城市建设规划" in done.stdout


@mounts
def test_a_read_only_library_can_be_read_and_is_not_changed(tmp_path: Path) -> None:
    sources(tmp_path / "first", 0, 1)
    sources(tmp_path / "second", 1, 2)
    (tmp_path / "library").mkdir()
    done = shell(
        f"{PROGRAM} --library library import first >/dev/null && ls -A library > before && "
        f"mount --bind library library && mount -o remount,ro,bind library && {PROGRAM} --library library list && "
        f"{PROGRAM} --library library import second; echo code $?; ls -A library > after",
        tmp_path,
    )
    assert "第0市智慧城市建设规划" in done.stdout, done.stderr
    assert "code 2" in done.stdout
    assert "cannot be written" in done.stderr
    assert "Read-only file system" in done.stderr
    assert "  Fix: " in done.stderr
    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()


def test_two_programs_import_at_once(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library"
    programs = [
        subprocess.Popen(
            [*PROGRAM.split(), "--library", library, "import", sources(tmp_path / name, first, first + 6)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name, first in (("one", 0), ("two", 3))
    ]
    for program in programs:
        _output, errors = program.communicate(timeout=120)
        assert (program.returncode, errors) == (0, b"")
    result = run("--library", library, "list")
    assert [f"第{number}市智慧城市建设规划" in result.stdout for number in range(9)] == [True] * 9
    assert len(list(library.glob("*.md"))) == 9


def test_a_moved_library_is_the_same(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "甲" / "new"
    run("--library", old, "import", sources(tmp_path / "plans", 0, 2))
    before = run("--library", old, "list").stdout
    new.parent.mkdir()
    old.rename(new)
    assert run("--library", new, "list").stdout == before
    assert "added" not in run("--library", new, "import", tmp_path / "plans").stdout
    assert not old.exists()


@pytest.mark.parametrize("caller", CALLERS, ids=lambda caller: caller.__name__)
@pytest.mark.parametrize("way", ["in the sandbox", "without it"])
def test_no_document_reaches_the_network(run: Run, tmp_path: Path, caller: Callable[[], bytes], way: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        data = redirected(caller(), server.getsockname()[1])
        if way == "without it":
            assert reader_of(kind_of(data)).source(data, name="x").text
        else:
            (tmp_path / "x").write_bytes(data)
            assert run("parse", tmp_path / "x").exit_code == 0
        with pytest.raises(BlockingIOError):
            server.accept()


def redirected(data: bytes, port: int) -> bytes:
    """``data`` with its addresses leading to ``port`` of this machine."""
    old, new = b"127.0.0.1:9/", f"127.0.0.1:{port}/".encode()
    if not data.startswith(b"PK"):
        assert old in data
        return data.replace(old, new)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    assert any(old in member for member in files.values())
    return packages.zipped({name: member.replace(old, new) for name, member in files.items()})


def test_a_program_without_the_right_to_make_a_library_says_so(spawn: Spawn, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (path,) = sources(tmp_path / "plans", 0, 1).iterdir()
    done = spawn("--library", tmp_path / "file" / "library", "import", path)
    assert done.returncode == 2
    assert b"cannot be made" in done.stderr
