"""Hypothesis strategies shared by all property tests: texts as nasty as texts get, sections, documents, comparisons.

Whatever can be built from the nouns' docstrings can come out; nothing else does. Texts hold LF as their only line
end and no surrogates, because no decoder yields them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from policydiff.model import (
    Candidate,
    Comparison,
    Document,
    Edit,
    EditKind,
    Flow,
    Level,
    Link,
    LinkKind,
    Mode,
    Origin,
    Pair,
    Problem,
    Relation,
    Repair,
    Section,
    Span,
    Table,
)
from tests.factory import numbered

NASTY_LINES = (
    "# 不是标题", "#", "#######", "---", "--- ", "===", "<!-- 注 -->", "<!-- repairs", "-->", "<!--", "<br>",
    "|", "| 甲 | 乙 |", "| --- | --- |", "\\", "\\#", "\\\\", "{附件} 一", "{}", "{", "}", "&amp;", "&#x41;",
    "&#x110000;", "&", "&lt;", "```", "~~~", "> 引", "- 项", "1. 项", "1.项", " 前空", "后空 ",
    "\u3000\u3000缩进", "\t制表\t", "    四空", "一、二、三产业融合发展", "（一）", "第三条", "第 三 条",
    "2.4G 频段", "5G应用", "2021", "null", "true", "~", "2021-03-05", "key: value", "- a", "'", '"', "%", "@",
    "`", "!tag", "*", "\x00", "\x1b[31m红\x1b[0m", "\x07", "\x7f", "\x85", "\xa0", "\u2028", "\u2029", "\ufeff",
    "\u200b", "𠮷野家", "👩‍👩‍👧", "\ud7ff", "\ufffe", "《数字中国》", "京大数据发〔2021〕1号",
    "到2025年达到80%以上，", "臺灣", "发展，", "，", "。", "[x](y)", "<b>", "1.2.3", "①", "---\ntitle: x\n---",
)  # fmt: skip
"""Lines that look like markup, metadata, labels or terminal escapes."""

HAN = "一二三四五六七八九十城市智慧数据建设推进加强管理服务发展规划的和在，。；：、“”《》（）"

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")

LABELS = st.sampled_from(
    [
        "",
        "",
        "一、",
        "（一）",
        "(一)",
        "1.",
        "1．",
        "1、",
        "（1）",
        "①",
        "第一篇",
        "第二章",
        "第三条",
        "第十条之一",
        "专栏1",
        "附件 2",
        "1.1",
        "一是",
    ]
)


def lines() -> st.SearchStrategy[str]:
    """A line without LF: prose, or something that looks like anything but prose, or noise."""
    nasty = st.sampled_from([line for line in NASTY_LINES if "\n" not in line])
    return st.one_of(
        st.text(HAN, max_size=24),
        nasty,
        st.text(CHARACTERS, max_size=8),
        nasty.map(lambda line: line + "建设"),
        nasty.map(lambda line: "设" + line),
    )


def texts(max_lines: int = 3) -> st.SearchStrategy[str]:
    """A section's text: paragraphs separated by LF, empty ones among them."""
    return st.one_of(st.just(""), st.lists(lines(), max_size=max_lines).map("\n".join), st.sampled_from(NASTY_LINES))


def spans() -> st.SearchStrategy[Span]:
    """A span anywhere."""
    return st.tuples(st.integers(0, 10**7), st.integers(0, 10**5)).map(lambda p: Span(start=p[0], end=p[0] + p[1]))


@st.composite
def tables(draw: st.DrawFn, length: int) -> Table:
    """A table somewhere in a text of ``length`` characters, ragged perhaps."""
    cells = st.lists(texts(2), max_size=3).map(tuple)
    return Table(at=draw(st.integers(0, length)), header=draw(cells), rows=tuple(draw(st.lists(cells, max_size=3))))


@st.composite
def sections(draw: st.DrawFn, section_id: str, depth: int = 0) -> Section:
    """A section called ``section_id`` with everything below it."""
    text = draw(texts())
    children: list[Section] = []
    if depth < 3:
        children = [
            draw(sections(f"{section_id}.{i + 1}", depth + 1)) for i in range(draw(st.sampled_from([0, 0, 1, 2])))
        ]
    label = draw(st.one_of(LABELS, LABELS, lines()))
    found = draw(st.lists(tables(len(text)), max_size=2)) if draw(st.integers(0, 4)) == 0 else []
    return Section(
        id=section_id,
        label=label,
        heading=draw(lines()),
        text=text,
        span=draw(spans()),
        page=draw(st.one_of(st.none(), st.integers(-20, 999))),
        tail=draw(st.one_of(st.none(), st.integers(0, len(text)))),
        tables=tuple(sorted(found, key=lambda table: table.at)),
        children=tuple(children),
    )


def repairs() -> st.SearchStrategy[Repair]:
    """A repair or a flag."""
    return st.builds(
        Repair,
        kind=st.sampled_from(["page_number", "chunk_counter", "doubled", "mojibake"]),
        span=spans(),
        before=texts(1),
        after=texts(1),
        confidence=st.floats(0, 1),
        candidates=st.lists(texts(1), max_size=2).map(tuple),
    )


def origins() -> st.SearchStrategy[Origin]:
    """Where a document came from."""
    return st.builds(
        Origin,
        name=st.text(CHARACTERS, max_size=12),
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        media_type=st.sampled_from(["text/plain", "text/markdown", "application/pdf"]),
        encoding=st.sampled_from(["utf-8", "gb18030", "big5"]),
    )


def document_ids() -> st.SearchStrategy[str]:
    """An id as an outline makes it, or a strange one."""
    return st.one_of(
        st.from_regex(r"[a-z]{2,8}-[a-z]{2,8}-20[0-9]{2}", fullmatch=True), st.text(CHARACTERS, min_size=1, max_size=8)
    )


def dates() -> st.SearchStrategy[str]:
    """An ISO date as precise as known."""
    return st.one_of(st.from_regex(r"20[0-2][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?", fullmatch=True))


@st.composite
def documents(draw: st.DrawFn, max_sections: int = 3) -> Document:
    """A whole document."""
    field = st.one_of(st.none(), st.none(), texts(3))
    first = draw(st.one_of(st.none(), st.none(), sections("0", depth=3)))
    if first is not None and draw(st.booleans()):
        first = Section(
            id="0", label="", heading="", text=first.text, span=first.span, page=first.page, tables=first.tables
        )
    rest = [draw(sections(str(i + 1))) for i in range(draw(st.integers(0, max_sections)))]
    fields: dict[str, Any] = {
        name: draw(field)
        for name in (
            "main_title", "doc_number", "region", "kind", "recipients", "signature", "notice", "closing",
            "copies_to", "printing", "remark",
        )
    }  # fmt: skip
    return Document(
        id=draw(document_ids()),
        title=draw(lines()),
        span=draw(spans()),
        origin=draw(origins()),
        issuers=tuple(draw(st.lists(lines(), max_size=2))),
        date=draw(st.one_of(st.none(), dates())),
        level=draw(st.one_of(st.none(), st.sampled_from(Level))),
        period=draw(st.one_of(st.none(), st.tuples(st.integers(1950, 2050), st.integers(1950, 2050)))),
        attachments=tuple(draw(st.lists(lines(), max_size=2))),
        excerpt=draw(st.booleans()),
        sections=tuple([first] if first else []) + tuple(rest),
        problems=tuple(draw(st.lists(st.builds(Problem, code=lines(), message=texts(1), span=spans()), max_size=2))),
        repairs=tuple(draw(st.lists(repairs(), max_size=3))),
        **fields,
    )


def variants(text: str) -> st.SearchStrategy[str]:
    """A text made from ``text`` by a few cuts and insertions."""
    return st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 6), texts(1)), max_size=3).map(
        lambda changes: _changed(text, changes)
    )


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, width, insert in changes:
        text = text[:start] + insert + text[start + width :]
    return text


@st.composite
def plain_documents(draw: st.DrawFn, name: str = "plan", max_sections: int = 3) -> Document:
    """A document of readable sections, for pipelines that would drown in noise."""

    def make(section_id: str, depth: int) -> Section:
        heading = draw(st.text(HAN, max_size=8))
        text = draw(st.lists(st.text(HAN, min_size=1, max_size=30), max_size=2).map("\n".join))
        below = draw(st.integers(0, 2)) if depth < 2 else 0
        return Section(
            id=section_id,
            label=draw(LABELS),
            heading=heading,
            text=text,
            span=Span(start=0, end=len(text)),
            children=tuple(make(f"{section_id}.{i + 1}", depth + 1) for i in range(below)),
        )

    return Document(
        id=name,
        title="测试市规划",
        span=Span(start=0, end=0),
        origin=Origin(name="x.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8"),
        region=draw(st.sampled_from([None, "北京市", "天津市"])),
        sections=tuple(make(str(i + 1), 0) for i in range(draw(st.integers(0, max_sections)))),
    )


@st.composite
def edited(draw: st.DrawFn, document: Document) -> Document:
    """Another version of ``document``: texts changed, top sections left out and put in another order."""
    sections = [_edited(draw, section) for section in document.sections if draw(st.integers(0, 5))]
    if draw(st.booleans()):
        sections = draw(st.permutations(sections))
    return replace(document, id=f"{document.id}-new", sections=numbered(sections))


def _edited(draw: st.DrawFn, section: Section) -> Section:
    return replace(
        section, text=draw(variants(section.text)), children=tuple(_edited(draw, child) for child in section.children)
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any comparison of two documents whose rows hold each section with text once: for renderers and exports."""
    old, new = draw(documents(2)), draw(documents(2))
    left = [s for s in old.walk() if s.text]
    right = [s for s in new.walk() if s.text]
    draw(st.randoms(use_true_random=False)).shuffle(right)
    pairs = [_pair(draw, a, b) for a, b in zip(left, right, strict=False)]
    pairs += [_pair(draw, a, None) for a in left[len(right) :]] + [_pair(draw, None, b) for b in right[len(left) :]]
    share = st.floats(0, 1)
    return Comparison(
        mode=draw(st.sampled_from(Mode)),
        old=old,
        new=new,
        links=tuple(
            Link(
                old=pair.old[0],
                new=pair.new[0],
                kind=draw(st.sampled_from(LinkKind)),
                similarity=pair.similarity,
                confidence=pair.confidence,
                pinned=pair.pinned,
            )
            for pair in pairs
            if pair.old and pair.new
        ),
        pairs=tuple(pairs),
        flows=tuple(
            Flow(old=a.id, new=b.id, old_share=draw(share), new_share=draw(share))
            for a, b in zip(old.sections, new.sections, strict=False)
        ),
        counts={relation: sum(pair.relation is relation for pair in pairs) for relation in Relation},
        changed_share=draw(share),
        settings={"preset": "balanced", "unit": "char", "mode": "auto"},
        versions={"policydiff": "0"},
    )


def _pair(draw: st.DrawFn, old: Section | None, new: Section | None) -> Pair:
    edits: list[Edit] = []
    if old is not None and new is not None and old.text == new.text:
        relation = Relation.UNCHANGED
        edits = [Edit(kind=EditKind.EQUAL, text=old.text)]
    elif old is not None and new is not None:
        relation = draw(st.sampled_from([Relation.MODIFIED, Relation.REWRITTEN]))
        move = draw(st.one_of(st.none(), st.just(1)))
        edits = [
            Edit(kind=EditKind.DELETE, text=old.text, move=move),
            Edit(kind=EditKind.INSERT, text=new.text, move=move),
        ]
    elif old is not None:
        relation, edits = Relation.ONLY_OLD, [Edit(kind=EditKind.DELETE, text=old.text)]
    else:
        assert new is not None
        relation, edits = Relation.ONLY_NEW, [Edit(kind=EditKind.INSERT, text=new.text)]
    return Pair(
        relation=relation,
        old=(old.id,) if old else (),
        new=(new.id,) if new else (),
        similarity=draw(st.floats(0, 1)),
        confidence=draw(st.floats(0, 1)),
        edits=tuple(edits),
        moved=draw(st.booleans()),
        renumbered=draw(st.booleans()),
        pinned=draw(st.booleans()),
        see_also_old=tuple(draw(st.lists(st.just("1"), max_size=1))),
        candidates=tuple(
            draw(st.lists(st.builds(Candidate, section=st.just("1"), confidence=st.floats(0, 1)), max_size=2))
        ),
    )
