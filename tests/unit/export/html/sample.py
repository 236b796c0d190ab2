"""A comparison with one of everything a page shows, and texts that attack it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from policydiff.compare import compare
from policydiff.model import (
    Candidate,
    Comparison,
    Edit,
    EditKind,
    Flow,
    Mode,
    Note,
    Pair,
    Relation,
    Table,
)
from tests import samples
from tests.factory import document, section

ATTACK = (
    "</script><script>window.hit=1</script>]]><img src=x onerror=hit()>&lt;"
    "\x00\x1b[31m\u202e\ufffe\"'=cmd|' /C calc'!A0"
)
"""What must come out as text, visible and harmless."""


def moved(kind: EditKind, text: str) -> Edit:
    """Half of a passage that changed place."""
    return Edit(kind=kind, text=text, move=1)


def comparison(mode: Mode = Mode.VERSION) -> Comparison:
    """One row of every relation and with every mark, a table, a note, flows, a doubtful pairing."""
    e, d, i = samples.equal, samples.deleted, samples.inserted
    old = document(
        section("第一条", "", "甲。乙。丙。"),
        section("第二条", "", "到2025年，共享率达到80%以上。"),
        section("第三条", "", "旧平台予以清理。"),
        section("第四条", "", "依照本办法执行。"),
        section("第五条", "", "数据与算力。"),
        section("一、", "总则", "以人民为中心。"),
        section("附表", "指标", "见下表。", tables=(Table(at=4, header=("指标", "值"), rows=(("共享率", "80%"),)),)),
        id="jia-2021",
        title="甲市数据办法",
        region="甲市",
        date="2021-03-05",
    )
    new = document(
        section("第一条", "", "丙。甲。乙。"),
        section("第二条", "", "到2027年，共享率达到95%以上。"),
        section("第三条", "", "新建场景。" + ATTACK),
        section("第五条", "", "依照本办法执行。"),
        section("第六条", "", "数据。"),
        section("第七条", "", "算力。"),
        section("一、", "总体要求", "以人民为中心。"),
        section("附表", "指标", "见下表。", tables=(Table(at=4, header=("指标", "值"), rows=(("共享率", "95%"),)),)),
        id="jia-2025",
        title="甲市数据办法",
        region="甲市",
        date="2025-06",
    )
    found = compare(old, new, mode=mode)
    table = next(pair for pair in found.pairs if pair.tables)
    r = samples.row
    pairs = (
        r(
            Relation.MODIFIED,
            ("1",),
            ("1",),
            moved(EditKind.INSERT, "丙。"),
            e("甲。乙。"),
            moved(EditKind.DELETE, "丙。"),
        ),
        r(
            Relation.MODIFIED,
            ("2",),
            ("2",),
            *(e("到"), d("2025年"), i("2027年"), e("，共享率达到"), d("80%"), i("95%"), e("以上。")),
            similarity=0.8,
        ),
        r(Relation.ONLY_OLD, ("3",), (), d("旧平台予以清理。"), candidates=(Candidate(section="3", confidence=0.4),)),
        r(Relation.ONLY_NEW, (), ("3",), i("新建场景。" + ATTACK)),
        r(Relation.UNCHANGED, ("4",), ("4",), e("依照本办法执行。"), moved=True, renumbered=True),
        r(Relation.SPLIT, ("5",), ("5", "6"), e("数据"), d("与"), i("。\n"), e("算力。")),
        replace(r(Relation.UNCHANGED, ("6",), ("7",), e("以人民为中心。")), pinned=True),
        table,
    )
    doubtful = {2: 0.6}
    noted = {1: (Note(kind="target", fields={"old": "80%", "new": "95%", "change": "raised"}),)}
    pairs = tuple(
        replace(pair, confidence=doubtful.get(n, pair.confidence), notes=noted.get(n, ()))
        for n, pair in enumerate(pairs)
    )
    return replace(
        found,
        pairs=pairs,
        flows=(
            Flow(old="1", new="1", old_share=1.0, new_share=1.0),
            Flow(old="5", new="6", old_share=0.5, new_share=1.0),
        ),
        counts={relation: Counter(pair.relation for pair in pairs)[relation] for relation in Relation},
        settings={},
        versions={},
    )


def long(rows: int, characters: int) -> Comparison:
    """Many rows, the first of them very long."""
    text = ("数据共享开放平台建设。" * (characters // 11 + 1))[:characters]
    texts = [text, *(f"第{n}项任务由甲部门办理。" for n in range(1, rows))]
    sides = [
        document(*(section(f"第{n}条", "", t) for n, t in enumerate(side, 1)), id=f"doc-{at}", title="长文")
        for at, side in enumerate((texts, [t.replace("甲部门", "乙部门") for t in texts]))
    ]
    pairs: tuple[Pair, ...] = tuple(
        samples.row(Relation.MODIFIED, (str(n),), (str(n),), samples.deleted(a), samples.inserted(b))
        for n, (a, b) in enumerate(zip(texts, (t.replace("甲", "乙") for t in texts), strict=True), 1)
    )
    base = samples.comparison()
    return replace(base, old=sides[0], new=sides[1], pairs=pairs, links=(), flows=())
