"""A law and its next version, small, with one of everything a comparison table tells."""

from __future__ import annotations

from functools import cache

from policydiff.model import Candidate, Comparison, Note, Relation, Repair, Span, Table
from tests.comparing import compared, pair
from tests.factory import document, section


def _body(term: str) -> str:
    return f"{term}由全体股东组成，{term}是公司的权力机构。"


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(at=5, header=("指标", "目标"), rows=rows)


OLD = document(
    section(
        "第一章", "总则", "",
        section("第一条", "", "为了规范公司的组织和行为，制定本章程。", page=1),
        section("第二条", "", "公司住所在甲市。"),
        section("第三条", "", _body("股东大会")),
        section("第四条", "", "股东大会每年召开一次。股东大会由董事会召集。"),
        section("第五条", "", "股东大会作出决议，应当经出席会议的股东过半数通过，登记率达到80%。"),
        section("第六条", "", "本条旧有规定。"),
        section("第七条", "", "董事任期三年。\n董事可以连选连任。"),
        section("第八条", "", "公司设经理。"),
        section("第九条", "", "指标如下：", tables=(_table(("登记率", "80%"), ("满意度", "85%")),)),
    ),
    id="old", title="甲公司章程", doc_number="甲司〔2023〕1号", issuers=("甲公司",), date="2023-05-06",
    repairs=(Repair(kind="page_number", span=Span(start=0, end=1), before="1", after="", confidence=0.9),),
)  # fmt: skip

NEW = document(
    section(
        "第一章", "一般规定", "",
        section("第一条", "", "为了规范公司的组织和行为，制定本章程。", page=1),
        section("第二条", "", "公司设党组织。"),
        section("第三条", "", "公司住所在甲市。"),
        section("第四条", "", _body("股东会")),
        section("第五条", "", "股东会每年召开一次。股东会由董事会召集。"),
        section("第六条", "", "股东会作出决议，应当经出席会议的股东三分之二以上通过，登记率达到90%。"),
        section("第七条", "", "公司设经理。"),
        section("第八条", "", "董事任期三年。"),
        section("第九条", "", "董事可以连选连任。"),
        section("第十条", "", "指标如下：", tables=(_table(("登记率", "90%"), ("覆盖率", "95%"), ("满意度", "85%")),)),
    ),
    id="new", title="甲公司章程", doc_number="甲司〔2025〕3号", issuers=("甲公司", "甲公司党委"), date="2025-09",
)  # fmt: skip


@cache
def comparison() -> Comparison:
    """Unchanged, renumbered, replaced, modified, added, removed, moved, split rows, and a table."""
    target = Note(
        kind="target",
        fields={
            "change": "raised",
            "old": {"indicator": "登记率", "comparator": "=", "value": 80.0, "unit": "%"},
            "new": {"indicator": "登记率", "comparator": "=", "value": 90.0, "unit": "%"},
        },
    )
    return compared(
        OLD,
        NEW,
        pair(OLD, NEW, "1.1", "1.1"),
        pair(OLD, NEW, "", "1.2"),
        pair(OLD, NEW, "1.2", "1.3", renumbered=True),
        pair(OLD, NEW, "1.3", "1.4", renumbered=True),
        pair(OLD, NEW, "1.4", "1.5", renumbered=True),
        pair(OLD, NEW, "1.5", "1.6", renumbered=True, notes=(target,), see_also_new=("1.4",)),
        pair(OLD, NEW, "1.6", "", candidates=(Candidate(section="1.2", confidence=0.31),)),
        pair(OLD, NEW, "1.8", "1.7", renumbered=True, moved=True),
        pair(OLD, NEW, "1.7", "1.8 1.9", Relation.SPLIT, renumbered=True),
        pair(OLD, NEW, "1.9", "1.10", renumbered=True),
    )
