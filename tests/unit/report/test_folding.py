from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.edits import edits
from policydiff.model import Edit, EditKind
from policydiff.report.folding import FOLDED_CHARACTERS, rows
from tests.strategies import texts, variants

RUN = "全市建成覆盖城乡的网络，重点区域实现连续覆盖，政务云平台统一承载各部门业务系统，避免重复建设和资源闲置。"


def halves(found: list) -> list[tuple[str, str, int]]:  # type: ignore[type-arg]
    return [("".join(s.text for s in row.left), "".join(s.text for s in row.right), row.left_out) for row in found]


@given(texts().flatmap(lambda text: st.tuples(st.just(text), variants(text))))
def test_unfolded_rows_rebuild_both_texts(pair: tuple[str, str]) -> None:
    found = halves(rows(edits(*pair), fold=False))
    assert "".join(left for left, _, _ in found) == pair[0]
    assert "".join(right for _, right, _ in found) == pair[1]


@given(texts().flatmap(lambda text: st.tuples(st.just(text), variants(text))))
def test_folding_leaves_out_only_unchanged_text_and_counts_it(pair: tuple[str, str]) -> None:
    found = rows(edits(*pair), fold=True)
    kept = "".join(s.text for row in found for s in row.left)
    assert len("".join(pair[0].split())) == len("".join(kept.split())) + sum(row.left_out for row in found)
    assert all(row.left_out == 0 or row.left_out >= FOLDED_CHARACTERS for row in found)


def test_context_reaches_to_a_stop_on_both_sides_of_a_fold() -> None:
    found = halves(rows(edits(f"到2020年，{RUN}降低15%。", f"到2025年，{RUN}降低13.5%。"), fold=True))
    assert found == [
        ("到2020年，全市建成覆盖城乡的网络，", "到2025年，全市建成覆盖城乡的网络，", 0),
        ("", "", 28),
        ("避免重复建设和资源闲置。降低15%。", "避免重复建设和资源闲置。降低13.5%。", 0),
    ]


def test_shared_paragraphs_start_level_whatever_was_put_before_them() -> None:
    found = halves(rows(edits("甲段。\n乙段。", "新段，写了些别的。\n甲段。\n乙段。"), fold=False))
    assert found == [("", "新段，写了些别的。\n", 0), ("甲段。\n", "甲段。\n", 0), ("乙段。", "乙段。", 0)]


def test_an_equal_run_shown_differently_shows_each_side_its_own() -> None:
    found = rows([Edit(kind=EditKind.EQUAL, text="《规划》", other="规划")], fold=True)
    assert halves(found) == [("《规划》", "规划", 0)]
