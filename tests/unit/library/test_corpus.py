"""The bundled documents are found wherever the program is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.library import corpus


def test_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "policydiff"
    (package / "corpus").mkdir(parents=True)
    monkeypatch.setattr(corpus, "files", lambda _name: package)
    assert corpus.bundled() == package / "corpus"


def test_in_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "policydiff"
    package.mkdir(parents=True)
    monkeypatch.setattr(corpus, "files", lambda _name: package)
    assert corpus.bundled() is None
    (tmp_path / "corpus" / "documents").mkdir(parents=True)
    assert corpus.bundled() == tmp_path / "corpus" / "documents"


def test_here() -> None:
    found = corpus.bundled()
    assert found is not None
    assert found.is_dir()
