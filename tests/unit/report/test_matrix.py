from __future__ import annotations

import re

from policydiff.cli.output import drawn
from policydiff.model import Matrix, MatrixLabel
from policydiff.report.matrix import MatrixView
from tests import samples


def matrix(size: int) -> Matrix:
    values = tuple(tuple(1.0 if i == j else (1 + (i + j) % 9) / 10 for j in range(size)) for i in range(size))
    labels = tuple(MatrixLabel(id=f"d{i}", title=f"第{i}号文件" + samples.ESCAPE) for i in range(size))
    return Matrix(by="document", measure="tfidf-word", labels=labels, values=values)


def text(size: int, width: int) -> str:
    return drawn(MatrixView(matrix(size)), width=width, terminal=False)


def test_numbers_and_shades_stand_together() -> None:
    row = next(line for line in text(3, 80).splitlines() if "第1号" in line)
    assert re.search(r"░20 +── +▒40", row)


def test_the_diagonal_is_no_finding() -> None:
    assert text(4, 80).count("──") == 4


def test_a_wide_matrix_comes_in_blocks_that_hold_every_value_once() -> None:
    shown = text(20, 60)
    rows = "\n".join(line for line in shown.splitlines() if "号" in line)
    assert shown.count("──") == 20
    assert len(re.findall(r"[ ░▒▓█]\d{2}(?=\s|$)", rows)) == 20 * 19
    assert max(map(len, shown.splitlines())) <= 60


def test_a_document_like_another_is_not_called_the_same() -> None:
    near = Matrix(
        by="document",
        measure="tfidf-word",
        labels=matrix(2).labels,
        values=((1.0, 0.999), (0.999, 1.0)),
    )
    assert "█99" in drawn(MatrixView(near), width=60, terminal=False)


def test_no_control_characters() -> None:
    assert "\x1b" not in text(3, 80)
