from __future__ import annotations

from policydiff.insight.wording.lexicon import lexicon
from policydiff.insight.wording.terms import Candidate, candidates, passages
from policydiff.model.wording import TermKind
from tests.factory import document, section


def found(old: str, new: str) -> dict[str, Candidate]:
    sides = [passages(document(section("一、", "", text))) for text in (old, new)]
    return {c.term: c for c in candidates(sides[0], sides[1], lexicon())}


def test_quoted_coinages_are_terms_at_once_and_counted_unquoted_too() -> None:
    terms = found("推行“一网统管”。深化一网统管应用。", "")
    assert terms["一网统管"] == Candidate("一网统管", TermKind.QUOTED, (2, 0))


def test_words_that_stand_together_are_found() -> None:
    text = "建立供水价格机制。完善供水价格机制，公开信息。供水价格机制由市政府公布。游客来访，信息透明。" * 2
    terms = found(text, "")
    assert terms["供水价格机制"].kind is TermKind.PHRASE
    assert "供水价格" not in terms, "it stands in the longer phrase only"
    assert "供水" not in terms, "and so does each of its words"
    assert "推进供水" not in terms


def test_phrases_do_not_reach_over_marks() -> None:
    assert "供水价格" not in found("居民供水，价格公开。" * 3, "")


def test_words_that_head_every_table_are_left_out() -> None:
    terms = found("加强建设工作。加强水库工作。水库安全。", "")
    assert "水库" in terms
    assert not {"建设", "工作", "加强"} & set(terms)


def test_what_stands_once_is_no_term_unless_quoted() -> None:
    terms = found("安装水表。", "推行“河长制”。")
    assert set(terms) == {"河长制"}
