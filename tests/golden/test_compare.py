"""The comparer itself: it passes what is equal, and shows and keeps what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import compare


def test_equal_output_passes_and_clears_the_old_actual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "FOLDER", tmp_path)
    (tmp_path / "a.txt").write_text("一\n二\n", "utf-8")
    (tmp_path / "a.txt.actual").write_text("旧\n", "utf-8")

    compare.assert_golden("a.txt", "一\n二\n")

    assert not (tmp_path / "a.txt.actual").exists()


@pytest.mark.parametrize("existing", ["一\n二\n", None])
def test_other_output_fails_with_the_difference_and_is_written_beside(
    existing: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "FOLDER", tmp_path)
    if existing is not None:
        (tmp_path / "a.txt").write_text(existing, "utf-8")

    with pytest.raises(pytest.fail.Exception, match=r"\+三"):
        compare.assert_golden("a.txt", "一\n三\n")

    assert (tmp_path / "a.txt.actual").read_text("utf-8") == "一\n三\n"
