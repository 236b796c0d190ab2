from __future__ import annotations

import pytest

from policydiff.search import Index, search
from policydiff.similarity import nearest, section_text, terms_of
from tests import samples
from tests.factory import document, preamble, section

DOCUMENTS = [
    document(
        preamble("为推进智慧城市建设，制定本规划。"),
        section("一、", "数据治理", "", section("（一）", "共享", "推进公共数据跨部门共享，建立数据目录。", page=3)),
        section("二、", "安全保障", "落实网络安全等级保护制度。"),
        id="jia",
    ),
    document(
        section("1.", "", "建立数据共享目录，推进公共数据共享。"), section("2.", "空"), id="yi", main_title="乙市方案"
    ),
]


def test_the_most_alike_come_first_with_where_they_stand() -> None:
    found = search(DOCUMENTS, "公共数据共享目录")
    first, second = found.hits[:2]
    assert (first.document, first.title, first.section, first.path) == ("yi", "乙市方案", "1", ("1.",))
    assert (second.document, second.section, second.page) == ("jia", "1.1", 3)
    assert second.path == ("一、数据治理", "（一）共享")
    assert second.text == "推进公共数据跨部门共享，建立数据目录。"
    assert 1 >= first.score >= second.score > 0


def test_a_section_is_most_like_itself() -> None:
    for each in DOCUMENTS:
        for one in each.walk():
            if one.text:
                best = search(DOCUMENTS, f"{one.heading}\n{one.text}").hits[0]
                assert (best.document, best.section) == (each.id, one.id)
                assert best.score > 0.999


def test_what_shares_no_word_is_left_out() -> None:
    assert search(DOCUMENTS, "水稻").hits == ()
    assert search(DOCUMENTS, "！？").hits == ()
    assert search([], "数据").hits == ()


def test_no_more_than_asked_for() -> None:
    assert len(search(DOCUMENTS, "数据", top=1).hits) == 1


def test_words_come_from_whoever_keeps_them() -> None:
    seen = []

    def cut(text: str) -> list[str]:
        seen.append(text)
        return ["数据"]

    search(DOCUMENTS, "数据", cut=cut)
    assert len(seen) == 4


def test_width_and_script_make_no_difference() -> None:
    plain, fancy = search(DOCUMENTS, "公共数据共享5G"), search(DOCUMENTS, "公共數據共享５Ｇ")
    assert [hit.score for hit in plain.hits] == [hit.score for hit in fancy.hits]


def test_the_query_is_kept() -> None:
    assert search([samples.old()], "数据").query == "数据"


def test_nothing_is_found_in_nothing() -> None:
    assert search([], "共享").hits == ()
    assert Index(DOCUMENTS).search("").hits == ()


@pytest.mark.parametrize("query", ["推进公共数据跨部门共享", "数据共享率达到95%", "网络安全 共享 水稻"])
def test_scores_are_the_cosines_of_similarity(query: str) -> None:
    sections = [(d.id, s) for d in DOCUMENTS for s in d.walk() if s.text.strip() or s.tables]
    texts = ["\n".join(part for part in (s.heading, section_text(s)) if part) for _id, s in sections]
    expected = nearest(query, terms_of(texts, "tfidf-word"), top=3)
    found = Index(DOCUMENTS).search(query, top=3).hits
    assert [(hit.document, hit.section) for hit in found] == [
        (sections[n][0], sections[n][1].id) for n, _score in expected
    ]
    assert [hit.score for hit in found] == pytest.approx([score for _n, score in expected])
