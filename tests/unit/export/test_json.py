"""What the JSON says, in full, for values small enough to read."""

from __future__ import annotations

import json
from pathlib import Path

from policydiff.export import (
    comparison_json,
    document_json,
    documents_json,
    entries_csv,
    entries_json,
    matrix_csv,
    matrix_json,
)
from policydiff.export.printing import csv_text, json_text
from policydiff.library import Entry
from policydiff.model import (
    Candidate,
    Comparison,
    Edit,
    EditKind,
    Flow,
    Level,
    Link,
    LinkKind,
    Listed,
    Matrix,
    MatrixLabel,
    Mode,
    Note,
    Pair,
    Parsed,
    Problem,
    Relation,
    Repair,
    Span,
    Table,
    TablePair,
    TableRow,
)
from tests.factory import ORIGIN, document, section

REPAIR = Repair(kind="page_number", span=Span(start=7, end=9), before="47", after="", confidence=0.98)
FLAG = Repair(
    kind="mojibake", span=Span(start=11, end=12), before="?", after="?", confidence=0.4, candidates=("。", "保")
)
PLAN = document(
    section(
        "一、",
        "目标",
        "到2025年。\n完。",
        section("（一）", "指标", "如下。", tables=(Table(at=3, header=("指标",), rows=(("80%",),)),)),
        tail=8,
        page=3,
    ),
    doc_number="测政发〔2021〕1号",
    issuers=("测试市人民政府",),
    date="2021-03",
    region="测试市",
    level=Level.CITY,
    kind="规划",
    period=(2021, 2025),
    problems=(Problem(code="odd", message="怪", span=Span(start=1, end=2)),),
    repairs=(REPAIR, FLAG),
)

DOCUMENTS = """\
{
  "schema": "policydiff.documents/1",
  "source": {
    "name": "原文.txt",
    "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
    "media_type": "text/plain",
    "encoding": "utf-8"
  },
  "documents": [
    {
      "id": "test-plan",
      "title": "测试市智慧城市规划",
      "main_title": null,
      "doc_number": "测政发〔2021〕1号",
      "issuers": ["测试市人民政府"],
      "date": "2021-03",
      "region": "测试市",
      "level": "city",
      "kind": "规划",
      "period": [2021, 2025],
      "recipients": null,
      "attachments": [],
      "signature": null,
      "excerpt": false,
      "notice": null,
      "closing": null,
      "copies_to": null,
      "printing": null,
      "remark": null,
      "series": null,
      "span": [0, 0],
      "sections": [
        {
          "id": "1",
          "label": "一、",
          "heading": "目标",
          "text": "到2025年。\\n完。",
          "page": 3,
          "span": [0, 10],
          "tail": 8,
          "children": [
            {
              "id": "1.1",
              "label": "（一）",
              "heading": "指标",
              "text": "如下。",
              "page": null,
              "span": [0, 3],
              "tables": [
                {
                  "at": 3,
                  "header": ["指标"],
                  "rows": [
                    ["80%"]
                  ]
                }
              ],
              "children": []
            }
          ]
        }
      ],
      "problems": [
        {
          "code": "odd",
          "message": "怪",
          "span": [1, 2]
        }
      ]
    }
  ],
  "listed": [
    {
      "number": 1,
      "issuers": ["国务院"],
      "title": "某意见",
      "doc_number": null,
      "year": 2023
    }
  ],
  "repairs": [
    {
      "kind": "page_number",
      "span": [7, 9],
      "before": "47",
      "after": "",
      "confidence": 0.98
    },
    {
      "kind": "mojibake",
      "span": [11, 12],
      "before": "?",
      "after": "?",
      "confidence": 0.4,
      "candidates": ["。", "保"]
    }
  ]
}
"""


def test_documents() -> None:
    listed = Listed(number=1, issuers=("国务院",), title="某意见", doc_number=None, year=2023)
    parsed = Parsed(origin=ORIGIN, documents=(PLAN,), listed=(listed,), repairs=PLAN.repairs)
    assert documents_json(parsed) == DOCUMENTS


def test_one_document_is_a_source_of_one() -> None:
    shown = json.loads(document_json(PLAN))
    assert shown == json.loads(DOCUMENTS) | {"listed": []}


ENTRY = Entry(
    id="a",
    title="规划，甲",
    main_title=None,
    doc_number="测政发〔2021〕1号",
    issuers=("甲市", "乙市"),
    date="2021",
    region="测试市",
    level=Level.CITY,
    kind="规划",
    period=(2021, 2025),
    excerpt=False,
    sections=12,
    characters=3456,
    series="测试市·city·规划",
    path=Path("library/a.md"),
    bundled=True,
)


def test_entries() -> None:
    shown = json.loads(entries_json([ENTRY]))
    assert shown["source"] is None
    (found,) = shown["documents"]
    assert "sections" not in found
    assert (found["section_count"], found["characters"], found["bundled"]) == (12, 3456, True)
    assert Path(found["path"]) == ENTRY.path


def test_entries_as_csv() -> None:
    head, row = entries_csv([ENTRY]).splitlines()
    assert head == (
        "id,title,main_title,doc_number,issuers,date,region,level,kind,period_from,period_to,sections,characters,bundled,series"
    )
    plain = "a,规划，甲,,测政发〔2021〕1号,甲市、乙市,2021,测试市,city,规划,2021,2025,12,3456,true"
    assert row == f"{plain},测试市·city·规划"


MATRIX = Matrix(
    by="document",
    measure="tfidf-word",
    labels=(MatrixLabel(id="a", title="甲"), MatrixLabel(id="b", title="乙")),
    values=((1.0, 0.123456), (0.123456, 1.0)),
)


def test_matrix() -> None:
    assert json.loads(matrix_json(MATRIX)) == {
        "schema": "policydiff.matrix/1",
        "by": "document",
        "measure": "tfidf-word",
        "labels": [{"id": "a", "title": "甲"}, {"id": "b", "title": "乙"}],
        "values": [[1.0, 0.1235], [0.1235, 1.0]],
    }
    assert matrix_csv(MATRIX) == "id,title,a,b\na,甲,1.0,0.1235\nb,乙,0.1235,1.0\n"


def edit(kind: EditKind, text: str, other: str | None = None, move: int | None = None) -> Edit:
    return Edit(kind=kind, text=text, other=other, move=move)


def test_comparison() -> None:
    edits = (
        edit(EditKind.EQUAL, "到"),
        edit(EditKind.EQUAL, "《甲》", other="甲"),
        edit(EditKind.EQUAL, "乙", other="乙"),
        edit(EditKind.DELETE, "15%"),
        edit(EditKind.INSERT, "13.5%", move=2),
    )
    comparison = Comparison(
        mode=Mode.VERSION,
        old=PLAN,
        new=document(id="new"),
        links=(Link(old="1", new="2", kind=LinkKind.PARTIAL, similarity=1 / 3, confidence=0.96, pinned=True),),
        pairs=(
            Pair(
                relation=Relation.MODIFIED,
                old=("1",),
                new=("2",),
                similarity=0.71,
                confidence=0.96,
                edits=edits,
                tables=(
                    TablePair(
                        old=0,
                        new=None,
                        columns=((0, None),),
                        header=((),),
                        rows=(TableRow(relation=Relation.ONLY_OLD, old=0, cells=((edit(EditKind.DELETE, "80%"),),)),),
                    ),
                ),
                moved=True,
                see_also_new=("5.3",),
                candidates=(Candidate(section="3.5", confidence=0.41),),
                notes=(Note(kind="target", fields={"change": "raised"}),),
            ),
            Pair(
                relation=Relation.ONLY_NEW,
                old=(),
                new=("3",),
                similarity=0.0,
                confidence=0.6,
                edits=(),
                candidates=(Candidate(section="1", confidence=0.4),),
            ),
        ),
        flows=(Flow(old="1", new="2", old_share=0.62, new_share=0.8),),
        counts={Relation.MODIFIED: 1, Relation.ONLY_NEW: 1},
        changed_share=0.42,
        substantive_share=0.31,
        settings={"preset": "balanced"},
        versions={"policydiff": "0"},
    )
    shown = json.loads(comparison_json(comparison))
    assert list(shown) == [
        "schema",
        "mode",
        "old",
        "new",
        "links",
        "pairs",
        "flows",
        "summary",
        "repairs",
        "settings",
        "versions",
    ]
    assert shown["links"] == [
        {"old": "1", "new": "2", "kind": "partial", "similarity": 0.3333, "confidence": 0.96, "pinned": True}
    ]
    first, second = shown["pairs"]
    assert first["edits"] == [
        ["equal", "到"],
        ["equal", "《甲》", "甲"],
        ["equal", "乙"],
        ["delete", "15%"],
        ["insert", "13.5%", 2],
    ]
    assert first["tables"] == [
        {
            "old": 0,
            "new": None,
            "columns": [[0, None]],
            "header": [[]],
            "rows": [{"relation": "only_old", "old": 0, "new": None, "cells": [[["delete", "80%"]]]}],
        }
    ]
    assert first["see_also"] == {"old": [], "new": ["5.3"]}
    assert first["candidates"] == [{"new": "3.5", "confidence": 0.41}]
    assert first["notes"] == [{"kind": "target", "change": "raised"}]
    assert second["candidates"] == [{"old": "1", "confidence": 0.4}]
    assert "tables" not in second
    assert shown["summary"] == {
        "unchanged": 0,
        "modified": 1,
        "rewritten": 0,
        "split": 0,
        "merged": 0,
        "only_old": 0,
        "only_new": 1,
        "changed_share": 0.42,
        "substantive_share": 0.31,
    }
    assert [(r["side"], r["kind"]) for r in shown["repairs"]] == [("old", "page_number"), ("old", "mojibake")]


def test_no_text_moves_the_cursor() -> None:
    hostile = "a\x1b[31m\x9b2J\x07\x85\u2028\ud800b"
    printed = json_text({"text": hostile})
    assert json.loads(printed) == {"text": hostile}
    table = csv_text([[hostile, None, 1]])
    for text in (printed, table):
        assert all(ch == "\n" or ch.isprintable() for ch in text)
    assert table.endswith(",,1\n")
