from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from policydiff.errors import UsageError
from policydiff.similarity import entries, matrix, nearest, terms_of
from policydiff.similarity.background import Background, background, parsed, printed
from policydiff.similarity.build import counted
from policydiff.similarity.terms import bigrams, sentences, words
from policydiff.similarity.vectors import Space, likeness, paired
from tests.factory import document, section

PLANS = [
    document(section("一、", "数据", "推进公共数据开放共享。"), section("二、", "人才", "加强人才队伍建设。"), id="a"),
    document(section("一、", "资金", "加大财政资金投入。"), section("二、", "数据", "推动公共数据共享开放。"), id="b"),
]


def test_words_keep_numbers_whole_and_drop_punctuation() -> None:
    assert words("到2025年，增长13.5%。") == ["到", "2025年", "增长", "13.5%"]


def test_terms_of_equal_keys_are_equal() -> None:
    assert words("數據（開放）") == words("数据(开放)")
    assert bigrams("《公共数据》 开放") == bigrams("公共数据开放")


def test_sentences_are_not_lost() -> None:
    assert sentences("甲。乙；\n丙") == ["甲。", "乙；", "丙"]


@pytest.mark.parametrize("by", ["document", "section"])
@pytest.mark.parametrize("measure", ["tfidf-word", "tfidf-char"])
def test_a_matrix_is_symmetric_with_ones_on_its_diagonal(by: str, measure: str) -> None:
    values = np.array(matrix(PLANS, by=by, measure=measure).values)
    assert (values == values.T).all()
    assert (np.diag(values) == 1).all()
    assert values.min() >= 0
    assert values.max() <= 1


def test_matrix_labels_name_sections() -> None:
    assert [label.id for label in matrix(PLANS, by="section").labels] == ["a#1", "a#2", "b#1", "b#2"]


def test_a_matrix_of_nothing_is_empty() -> None:
    assert matrix([]).values == ()


def test_a_value_does_not_depend_on_the_company() -> None:
    alone, among = matrix(PLANS), matrix([*PLANS, document(section("一、", "", "消防安全检查。"), id="c")])
    assert alone.values[0][1] == pytest.approx(among.values[0][1])


def test_unknown_units_and_measures_are_usage_errors() -> None:
    with pytest.raises(UsageError):
        matrix(PLANS, by="page")
    with pytest.raises(UsageError):
        matrix(PLANS, measure="bm25")


def test_nearest_finds_the_passage_and_leaves_strangers_out() -> None:
    found = entries(PLANS, "section")
    hits = nearest("公共数据共享", terms_of([text for _, text in found], "tfidf-char"), measure="tfidf-char")
    assert [found[n][0].id for n, _ in hits] == ["b#2", "a#1"]


def test_boilerplate_weighs_less_than_substance() -> None:
    assert background().word_weights(["推进"]) < background().word_weights(["湿地"])


def test_a_background_table_reads_back() -> None:
    table = Background(total=7, words={"数据": 3, "建设": 5}, bigrams={"数据": 3})
    assert parsed(printed(table)) == table


def test_genres_weigh_the_same_however_large() -> None:
    laws, plans = [f"第{n}种情形应当申报。" for n in range(40)], [f"智慧城市第{n}期。" for n in range(5)]
    table = counted([laws, plans])
    assert table.words["应当"] == table.words["智慧"] == table.total / 2


def test_chosen_pairs_get_their_dot_products() -> None:
    space = Space([[["甲", "乙"], []], [["乙"], ["丙"]]], lambda terms: [1.0 for _ in terms])
    left, right = space.vectors(0), space.vectors(1)
    rows, columns = np.array([0, 0, 1]), np.array([0, 1, 0])
    assert paired(left, right, rows, columns).tolist() == pytest.approx([2**-0.5, 0.0, 0.0])
    assert likeness(left, right).toarray() == pytest.approx((left @ right.T).toarray())


def test_aligning_loads_no_scikit_learn() -> None:
    code = (
        "import sys; from policydiff.align import align; from policydiff.model import Mode; "
        "from tests.factory import document, section; d = document(section('一、', '数据', '公共数据开放。')); "
        "align(d, d, mode=Mode.REGION); sys.exit('sklearn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
