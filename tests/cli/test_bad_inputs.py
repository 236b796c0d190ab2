"""Every bad input imported: the exit code and message expected, nothing written elsewhere, nothing lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from policydiff import messages
from tests.bad_inputs import CASES, GROUPS, Case
from tests.cli.conftest import Run
from tests.cli.test_hostile_input import escapes

KEPT = "kept.txt"
PLAN = "乙县乡村振兴规划\n一、总体要求\n坚持农业农村优先发展，保障粮食安全。\n"
NEEDS = {"soffice": shutil.which("soffice") is not None, "a user who is not root": os.geteuid() != 0}
SLOW = "POLICYDIFF_SLOW_TESTS"
"""Set in the environment, inputs that take seconds are imported too."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with inputs, and a library with one document that must survive them all."""
    from click.testing import CliRunner

    from policydiff.cli.main import cli

    folder = tmp_path_factory.mktemp("bad")
    (folder / KEPT).write_text(PLAN, encoding="utf-8")
    done = CliRunner().invoke(cli, ["--library", str(folder / "library"), "import", str(folder / KEPT)])
    assert done.exit_code == 0, done.stderr
    yield folder
    messages.use(None)


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60
    assert all(case.about for case in CASES)
    for group in GROUPS.values():
        assert len({case.name for case in group}) == len(group)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_input_costs_only_itself(run: Run, place: Path, case: Case) -> None:
    if not NEEDS.get(case.needs, True):
        pytest.skip(f"needs {case.needs}")
    if case.slow and SLOW not in os.environ:
        pytest.skip(f"takes seconds; set {SLOW} to have it")
    library, inputs = place / "library", place / case.name
    inputs.mkdir()
    path = case.build(inputs)
    before, elsewhere = documents(library), everything(place)

    result = run("--library", library, "import", path)

    after = documents(library)
    shown = result.stdout + result.stderr
    assert result.exit_code == case.exit_code, shown
    assert "Traceback" not in shown
    assert "Unexpected error" not in shown
    assert not escapes(shown)
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067") & set(shown)
    assert everything(place) == elsewhere
    assert before.items() <= after.items()
    text = "".join(data for name, data in after.items() if name not in before)
    assert case.text in text
    assert bool(case.text) == bool(text)
    assert case.problem in text
    if case.refused:
        assert case.refused in result.stderr
        assert result.stderr.count("Error: ") == result.stderr.count("  Cause: ") == result.stderr.count("  Fix: ") > 0
    else:
        assert not result.stderr
    for name in after.keys() - before.keys():
        (library / name).unlink()


def test_the_library_is_listed_after_all_of_them(run: Run, place: Path) -> None:
    result = run("--library", place / "library", "list")
    assert result.exit_code == 0
    assert "乙县乡村振兴规划" in result.stdout
    assert len(documents(place / "library")) == 1


def documents(library: Path) -> dict[str, str]:
    """What stands in the library, by file."""
    return {path.name: path.read_text(encoding="utf-8") for path in library.rglob("*.md")}


def everything(place: Path) -> set[str]:
    """The names of all files but those of the library."""
    return {
        os.path.join(folder, name)
        for folder, _folders, names in os.walk(place)
        for name in names
        if not folder.startswith(os.fspath(place / "library"))
    }


def test_they_are_written_down() -> None:
    from tools import bad_inputs

    assert bad_inputs.main(["--check"]) == 0, "run tools/bad_inputs.py"
