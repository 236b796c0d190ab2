"""Laws of alignment: every section stands in one row, rows agree with links, order and side do not matter."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.align import align, rows
from policydiff.align.units import aligned
from policydiff.model import Document, LinkKind, Mode, Relation, Section
from tests.factory import document, section
from tests.strategies import documents

PHRASES = (
    "推进公共数据开放共享，建立数据目录。",
    "加强人才队伍建设，完善评价机制。",
    "设立专项资金，引导社会资本参与。",
    "健全网络安全防护体系，开展应急演练。",
    "布设传感器，实时掌握桥梁管网运行状态。",
    "违反本条例规定的，责令改正，处一万元罚款。",
    "县级以上人民政府应当加强组织领导。",
    "本条例自公布之日起施行。",
)


@st.composite
def plans(draw: st.DrawFn) -> Document:
    """Chapters of articles made of policy phrases, some alike."""
    texts = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3).map("".join)
    chapters: list[Section] = []
    for n in range(draw(st.integers(1, 3))):
        articles = [section(f"（{k + 1}）", "", t) for k, t in enumerate(draw(st.lists(texts, max_size=4)))]
        chapters.append(section(f"{n + 1}.", "总则", "", *articles))
    return document(*chapters)


PAIRS = st.tuples(st.one_of(plans(), documents()), st.one_of(plans(), documents()))
MODES = st.sampled_from(list(Mode))


@settings(max_examples=40)
@given(PAIRS, MODES)
def test_every_section_with_text_stands_in_exactly_one_row(pair: tuple[Document, Document], mode: Mode) -> None:
    old, new = pair
    found = rows(old, new, align(old, new, mode=mode))
    for side, document_ in (("old", old), ("new", new)):
        seen = Counter(i for row in found for i in getattr(row, side))
        assert seen == Counter(s.id for s in document_.walk() if aligned(s))


@settings(max_examples=40)
@given(PAIRS, MODES)
def test_rows_agree_with_links(pair: tuple[Document, Document], mode: Mode) -> None:
    old, new = pair
    alignment = align(old, new, mode=mode)
    links: Any = {(x.old, x.new): x for x in alignment.links}
    assert len(links) == len(alignment.links)
    in_rows = set()
    for row in rows(old, new, alignment):
        assert (len(row.old) > 1) == (row.relation is Relation.MERGED)
        assert (len(row.new) > 1) == (row.relation is Relation.SPLIT)
        for a in row.old:
            for b in row.new:
                assert links[a, b].kind is LinkKind.COUNTERPART
                in_rows.add((a, b))
        in_rows |= {(a, b) for a in row.old for b in row.see_also_new} | {
            (a, b) for a in row.see_also_old for b in row.new
        }
    assert in_rows >= set(links)


@settings(max_examples=25)
@given(PAIRS, MODES)
def test_probabilities_and_shares_are_between_nought_and_one(pair: tuple[Document, Document], mode: Mode) -> None:
    alignment = align(*pair, mode=mode)
    for link in alignment.links:
        assert alignment.threshold <= link.confidence <= 1
        assert 0 <= link.similarity <= 1
    for flow in alignment.flows:
        assert 0 <= flow.old_share <= 1
        assert 0 <= flow.new_share <= 1


@settings(max_examples=25)
@given(plans(), MODES)
def test_a_document_is_paired_with_itself(plan: Document, mode: Mode) -> None:
    texts = Counter(s.text for s in plan.walk())
    links = {(x.old, x.new) for x in align(plan, plan, mode=mode).links}
    assert {(s.id, s.id) for s in plan.walk() if s.text and texts[s.text] == 1} <= links


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_order_counts_nothing_between_regions(random: Any) -> None:
    texts = [a + b for a, b in zip(PHRASES, PHRASES[3:] + PHRASES[:3], strict=True)]
    old = document(*(section(f"（{n}）", "", text) for n, text in enumerate(PHRASES)))
    shuffled = list(texts)
    random.shuffle(shuffled)
    judged = []
    for order in (texts, shuffled):
        new = document(*(section("、", "", text) for text in order))
        found = align(old, new, mode=Mode.REGION)
        judged.append({(a, order[int(b) - 1]): w.confidence for (a, b), w in found.weighed.items()})
    assert judged[0].keys() == judged[1].keys()
    assert all(abs(judged[0][k] - judged[1][k]) < 1e-6 for k in judged[0])
