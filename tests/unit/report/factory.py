"""A small comparison of every kind of row, made by hand, for the views."""

from __future__ import annotations

from typing import Any

from policydiff.edits import changed_share, edits
from policydiff.model import (
    Candidate,
    Comparison,
    Document,
    Edit,
    EditKind,
    Mode,
    Pair,
    Relation,
)
from tests.factory import document, section

OLD = document(
    section("一、", "总体要求", "以习惯用语为例，坚持以人民为中心，统筹推进智慧城市建设。", page=1),
    section(
        "二、", "重点任务", "",
        section(
            "（一）", "夯实数字底座",
            "到2020年，全市建成5G基站3万个以上，重点区域实现连续覆盖；政务云平台统一承载各部门业务系统，"
            "为全市各级各部门提供计算、存储、网络和安全服务，按需分配、弹性伸缩，避免重复建设和资源闲置；"
            "单位能耗降低15%。\n鼓励高等院校和科研机构建设开放共享的大数据实验室。\n各区要加强组织领导。",
            page=2,
        ),
        section("（二）", "优化惠企服务", "推进教育、医疗、养老服务领域数据共享。", page=3),
        page=2,
    ),
    section("三、", "保障措施", "财政部门应当足额安排建设资金。", page=4),
    id="old-plan", title="某市智慧城市行动计划（2018-2020年）", doc_number="某政发〔2018〕1号",
    date="2018-03-05", region="某市",
)  # fmt: skip

NEW = document(
    section("一、", "总体要求", "以习惯用语为例，坚持以人民为中心，统筹推进智慧城市建设。", page=1),
    section(
        "二、", "主要任务", "",
        section("（一）", "优化企业服务", "推进教育、医疗、托育、养老服务领域数据共享。", page=1),
        section(
            "（二）", "夯实数字底座",
            "鼓励高等院校和科研机构建设开放共享的大数据实验室。\n到2025年，全市建成5G基站10万个以上，重点区域实现连续覆盖；"
            "政务云平台统一承载各部门业务系统，为全市各级各部门提供计算、存储、网络和安全服务，按需分配、弹性伸缩，"
            "避免重复建设和资源闲置；单位能耗降低13.5%。\n各区要加强组织领导。",
            page=2,
        ),
        page=1,
    ),
    section("三、", "开放合作", "举办智慧城市国际论坛。", page=3),
    id="new-plan", title="某市智慧城市行动计划（2021-2025年）", doc_number="某政发〔2021〕2号",
    date="2021-04-01", region="某市",
)  # fmt: skip


def text_of(found: Document, ids: tuple[str, ...]) -> str:
    """The texts of the sections, joined as a row's edits rebuild them."""
    sections = [found.section(section_id) for section_id in ids]
    return "\n".join(s.text for s in sections if s is not None)


def pair(relation: Relation, old: str = "", new: str = "", **fields: Any) -> Pair:
    """A row of `OLD` and `NEW`; ids separated by blanks."""
    ids = tuple(old.split()), tuple(new.split())
    texts = text_of(OLD, ids[0]), text_of(NEW, ids[1])
    if relation is Relation.ONLY_OLD:
        found: tuple[Edit, ...] = (Edit(kind=EditKind.DELETE, text=texts[0]),)
    elif relation is Relation.ONLY_NEW:
        found = (Edit(kind=EditKind.INSERT, text=texts[1]),)
    else:
        found = edits(*texts)
    values = {"similarity": 0.71, "confidence": 0.96, "edits": found} | fields
    return Pair(relation=relation, old=ids[0], new=ids[1], **values)


ROWS = (
    pair(Relation.UNCHANGED, "1", "1", similarity=1.0),
    pair(Relation.MODIFIED, "2.1", "2.2", moved=True, renumbered=True, see_also_new=("3",)),
    pair(Relation.MODIFIED, "2.2", "2.1", renumbered=True),
    pair(Relation.ONLY_OLD, "3", candidates=(Candidate(section="2.1", confidence=0.31),)),
    pair(Relation.ONLY_NEW, "", "3"),
)


def comparison(*rows: Pair, mode: Mode = Mode.VERSION, old: Document = OLD, new: Document = NEW) -> Comparison:
    """A comparison of ``rows``; by default a row of every kind."""
    found = rows or ROWS
    return Comparison(
        mode=mode,
        old=old,
        new=new,
        links=(),
        pairs=found,
        flows=(),
        counts={relation: sum(row.relation is relation for row in found) for relation in Relation},
        changed_share=changed_share([edit for row in found for edit in row.edits]),
        settings={},
        versions={},
    )
