"""Documents every field of which attacks, and very large ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.compare import compare
from policydiff.model import Comparison, Document, Link, LinkKind, Mode, Note, Pair, Relation, Span, Table
from tests.factory import document, section
from tests.samples import deleted, equal, inserted, row

TEXTS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    "\t=1+1",
    '  =HYPERLINK("http://x.example")',
    "'=1",
    "＝1＋1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]><x>",
    "--><!--",
    "&lt;b&gt;&amp;&#0;",
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert(1)) ![y](http://x.example/y)",
    "**a** ~~b~~ `c` | d | <br>",
    "https://x.example/?a=1",
    "_x0041_ _x000D_",
    "a\x00b\x01c\x08d\x0be\x1bf\x7fg\x85h\u2028i",
    "\u202e08%\u202c \u2066x\u2069 \u200f",
    "\ufffe\uffff",
    "\ud800",
    "𠮷野家 👩‍👩‍👧 e\u0301",
    '","\r\n"',
)
"""Formulas, markup, templates, controls, marks that turn the order round, what XML forbids, what UTF-8 cannot write."""


def comparison(mode: Mode = Mode.VERSION) -> Comparison:
    """Each of `TEXTS` as a heading, a label, a text, a table's cell and a note; as title, number and issuer."""
    old, new = (
        document(
            *(
                section(
                    text if n % 3 == 0 else f"第{n}条",
                    text,
                    f"{text}\n本条第{n}项规定{end}{text}。",
                    page=n,
                    span=Span(start=n * 100, end=n * 100 + 50),
                    tables=(Table(at=len(text), header=(text, f"列{n}"), rows=((f"行{n}{end}", text),)),),
                )
                for n, text in enumerate(TEXTS, 1)
            ),
            id="\"><script>'=1" + end,
            title=f"{end}《" + "".join(TEXTS) + "》",
            doc_number=TEXTS[0],
            issuers=TEXTS[:4],
            region=TEXTS[8],
            date="2021-03-05",
        )
        for end in ("甲", "乙")
    )
    found = compare(old, new, mode=mode)
    notes = [
        Note(kind="target", fields={"change": text, "old": {text: text}, "new": {"value": text}}) for text in TEXTS
    ]
    notes.append(Note(kind=TEXTS[8] + TEXTS[21] + "[]:*?/\\", fields=dict(zip(TEXTS, TEXTS, strict=True))))
    return replace(found, pairs=(replace(found.pairs[0], notes=tuple(notes)), *found.pairs[1:]))


def long_comparison() -> Comparison:
    """One section of 100,000 characters a side, changed all through."""
    items = [f"第{n}项工作由有关部门负责落实并按时报告。" for n in range(1, LONG_ITEMS + 1)]
    edits = [equal(items[0])]
    for start in range(1, LONG_ITEMS, 5):
        text = "".join(items[start : start + 5])
        edits += [equal(text[:-3]), deleted("报"), inserted("通"), equal("告。")]
    old = document(section("第一条", "", "".join(edit.old for edit in edits)))
    new = document(section("第一条", "", "".join(edit.new for edit in edits)))
    return made(old, new, [row(Relation.MODIFIED, ("1",), ("1",), *edits, similarity=0.9)])


LONG_ITEMS = 4_600


def many_rows(count: int = 3_000) -> Comparison:
    """So many articles, each changed."""
    texts = [f"单位{n}应当完成第{n}号任务" for n in range(1, count + 1)]
    old = document(*(section(f"第{n}条", "", text) for n, text in enumerate(texts, 1)))
    new = document(*(section(f"第{n}条", "", f"{text}并报告") for n, text in enumerate(texts, 1)))
    return made(
        old,
        new,
        [
            row(Relation.MODIFIED, (str(n),), (str(n),), equal(text), inserted("并报告"), similarity=0.9)
            for n, text in enumerate(texts, 1)
        ],
    )


def made(old: Document, new: Document, pairs: Sequence[Pair]) -> Comparison:
    """A comparison made by hand."""
    return Comparison(
        mode=Mode.VERSION,
        old=old,
        new=new,
        links=tuple(
            Link(old=p.old[0], new=p.new[0], kind=LinkKind.COUNTERPART, similarity=0.9, confidence=0.99) for p in pairs
        ),
        pairs=tuple(pairs),
        flows=(),
        counts={Relation.MODIFIED: len(pairs)},
        changed_share=0.1,
        settings={},
        versions={},
    )
