from __future__ import annotations

import pytest

from policydiff.errors import UsageError
from policydiff.model import Matrix, MatrixLabel
from policydiff.similarity import clustering, in_time, matrix, reordered, timeline
from tests.factory import document, section


def square(*rows: tuple[float, ...]) -> Matrix:
    labels = tuple(MatrixLabel(id=str(n), title=str(n)) for n in range(len(rows)))
    return Matrix(by="document", measure="tfidf-word", labels=labels, values=rows)


PAIRED = square((1, 0.1, 0.9, 0.1), (0.1, 1, 0.1, 0.8), (0.9, 0.1, 1, 0.1), (0.1, 0.8, 0.1, 1))


def test_like_stands_beside_like() -> None:
    order = clustering(PAIRED).order
    assert sorted(order) == [0, 1, 2, 3]
    assert abs(order.index(0) - order.index(2)) == 1
    assert abs(order.index(1) - order.index(3)) == 1


def test_joints_are_distances_from_the_leaves_up() -> None:
    joints = clustering(PAIRED).joints
    assert [round(joint.distance, 6) for joint in joints] == [0.1, 0.2, 0.9]
    assert {joints[0].first, joints[0].second} == {0, 2}
    assert {joints[2].first, joints[2].second} == {4, 5}


@pytest.mark.parametrize("count", [0, 1])
def test_one_row_has_no_tree(count: int) -> None:
    found = clustering(square(*[(1.0,)] * count))
    assert found.order == tuple(range(count))
    assert found.joints == ()


def test_reordering_keeps_every_value_with_its_labels() -> None:
    order = (3, 1, 0, 2)
    moved = reordered(PAIRED, order)
    assert [label.id for label in moved.labels] == ["3", "1", "0", "2"]
    assert all(moved.values[i][j] == PAIRED.values[a][b] for i, a in enumerate(order) for j, b in enumerate(order))


def versions(*dates: str | None) -> list[object]:
    return [document(section("一、", "", f"第{n}版数据共享开放。"), id=f"v{n}", date=d) for n, d in enumerate(dates)]


def test_versions_stand_in_order_of_date() -> None:
    assert [d.id for d in in_time(versions("2021", "2014-03-05", "2019-12"))] == ["v1", "v2", "v0"]  # type: ignore[arg-type]


def test_where_a_date_is_missing_the_order_given_stands() -> None:
    assert [d.id for d in in_time(versions("2021", None, "2019"))] == ["v0", "v1", "v2"]  # type: ignore[arg-type]


def test_a_timeline_is_what_the_matrix_says() -> None:
    documents = [
        document(section("一、", "", text), id=name)
        for name, text in (("a", "推进数据共享。"), ("b", "推进数据开放。"), ("c", "加强消防检查。"))
    ]
    values, steps = matrix(documents).values, timeline(documents).steps
    assert [step.to_previous for step in steps] == [None, values[1][0], values[2][1]]
    assert [step.to_first for step in steps] == [1.0, values[1][0], values[2][0]]


def test_one_version_is_no_timeline() -> None:
    with pytest.raises(UsageError):
        timeline([document(id="a")])
