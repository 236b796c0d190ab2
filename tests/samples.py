"""Small hand-made values with one of everything, for front ends and views."""

from __future__ import annotations

from collections import Counter

from policydiff.model import (
    Candidate,
    Comparison,
    Document,
    Edit,
    EditKind,
    Level,
    Link,
    LinkKind,
    Mode,
    Pair,
    Problem,
    Relation,
    Repair,
    Span,
)
from tests.factory import document, preamble, section

ESCAPE = "\x1b[31m\x07\x9b2J"
"""What must never reach a terminal."""

PLAN = (
    "甲市智慧城市建设规划\n一、总体要求\n坚持以人民为中心，推进数字化转型。\n"
    "二、主要任务\n到2025年，数据共享率达到80%以上。\n"
)
"""A plan as a text file holds it."""


def old() -> Document:
    """A plan of four sections, damaged here and there."""
    return document(
        preamble("为推进智慧城市建设，制定本规划。"),
        section("一、", "总体要求", "坚持以人民为中心。", page=1, span=Span(start=20, end=60)),
        section(
            "二、",
            "主要任务",
            "",
            section("（一）", "数据治理", "到2025年，数据共享率达到80%以上。", page=2, span=Span(start=70, end=120)),
            section("（二）", "旧平台", "清理旧平台。", page=3, span=Span(start=120, end=150)),
            page=2,
            span=Span(start=60, end=150),
        ),
        id="jia-2021",
        title="甲市人民政府关于印发《甲市智慧城市规划》的通知",
        main_title="甲市智慧城市规划",
        doc_number="甲政发〔2021〕1号",
        issuers=("甲市人民政府",),
        date="2021-03-05",
        region="甲市",
        level=Level.CITY,
        kind="规划",
        period=(2021, 2025),
        problems=(Problem(code="label_gap", message="（三） is missing", span=Span(start=130, end=133)),),
        repairs=(
            Repair(kind="page_number", span=Span(start=90, end=91), before="2", after="", confidence=0.99),
            Repair(kind="page_number", span=Span(start=125, end=126), before="3", after="", confidence=0.99),
            Repair(
                kind="mojibake",
                span=Span(start=130, end=132),
                before="锟斤",
                after="锟斤",
                confidence=0.4,
                candidates=("数据", "数字"),
            ),
        ),
    )


def new() -> Document:
    """Its next version."""
    return document(
        preamble("为推进智慧城市建设，制定本规划。"),
        section("一、", "总体要求", "坚持以人民为中心。", page=-1),
        section(
            "二、",
            "重点任务",
            "",
            section("（一）", "新场景", "建设新场景。" + ESCAPE),
            section("（二）", "数据治理", "到2027年，数据共享率达到95%以上。"),
        ),
        id="jia-2025",
        title="甲市智慧城市规划（2025年修订）",
        doc_number=None,
        date="2025",
        region="甲市",
        excerpt=True,
    )


def comparison(mode: Mode = Mode.VERSION) -> Comparison:
    """The two, compared by hand: two rows equal, one changed and moved, one only old, one only new."""
    pairs = (
        row(Relation.UNCHANGED, ("0",), ("0",), equal("为推进智慧城市建设，制定本规划。")),
        row(Relation.UNCHANGED, ("1",), ("1",), equal("坚持以人民为中心。")),
        row(
            Relation.MODIFIED,
            ("2.1",),
            ("2.2",),
            equal("到"),
            deleted("2025年"),
            inserted("2027年"),
            equal("，数据共享率达到"),
            deleted("80%"),
            inserted("95%"),
            equal("以上。"),
            similarity=0.8,
            moved=True,
            renumbered=True,
        ),
        row(
            Relation.ONLY_OLD,
            ("2.2",),
            (),
            deleted("清理旧平台。"),
            similarity=0.0,
            candidates=(Candidate(section="2.1", confidence=0.2),),
        ),
        row(Relation.ONLY_NEW, (), ("2.1",), inserted("建设新场景。" + ESCAPE), similarity=0.0),
    )
    return Comparison(
        mode=mode,
        old=old(),
        new=new(),
        links=tuple(
            Link(old=a, new=b, kind=LinkKind.COUNTERPART, similarity=1.0, confidence=0.99)
            for a, b in (("0", "0"), ("1", "1"), ("2.1", "2.2"))
        ),
        pairs=pairs,
        flows=(),
        counts={relation: Counter(pair.relation for pair in pairs)[relation] for relation in Relation},
        changed_share=0.4,
        settings={},
        versions={},
    )


def row(
    relation: Relation,
    old_ids: tuple[str, ...],
    new_ids: tuple[str, ...],
    *edits: Edit,
    similarity: float = 1.0,
    moved: bool = False,
    renumbered: bool = False,
    candidates: tuple[Candidate, ...] = (),
) -> Pair:
    """One row; confidence is of no interest here."""
    return Pair(
        relation=relation,
        old=old_ids,
        new=new_ids,
        similarity=similarity,
        confidence=0.97,
        edits=edits,
        moved=moved,
        renumbered=renumbered,
        candidates=candidates,
    )


def equal(text: str) -> Edit:
    """Text on both sides."""
    return Edit(kind=EditKind.EQUAL, text=text)


def deleted(text: str) -> Edit:
    """Text of the old side."""
    return Edit(kind=EditKind.DELETE, text=text)


def inserted(text: str) -> Edit:
    """Text of the new side."""
    return Edit(kind=EditKind.INSERT, text=text)
