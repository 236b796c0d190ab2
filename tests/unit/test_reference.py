"""The command reference says what the program says."""

from __future__ import annotations

import pytest
from tools import reference

from policydiff import messages
from policydiff.cli.main import COMMANDS, speak


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("LANGUAGE", "")
    yield
    speak(None)
    messages.use(None)


def test_it_is_current() -> None:
    assert reference.TARGET.read_text(encoding="utf-8") == reference.reference()


def test_every_command_is_in_it_in_both_languages() -> None:
    text = reference.reference()
    for name in COMMANDS:
        assert f"\n## policydiff {name}\n" in text
        assert f"Usage: policydiff {name} " in text
        assert f"用法： policydiff {name} " in text


def test_it_tells_where_it_is_not_current(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = tmp_path_factory.mktemp("docs") / "cli.md"
    stale.write_text("old", encoding="utf-8")
    monkeypatch.setattr(reference, "TARGET", stale)
    assert reference.main(["--check"]) == 1
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
