from __future__ import annotations

import csv
import io
import json

import jsonschema

from policydiff.export import hits_csv, hits_json
from policydiff.schemas import schema
from policydiff.search import search
from tests.unit.test_search import DOCUMENTS


def test_json_is_as_the_schema_says() -> None:
    found = search(DOCUMENTS, "公共数据共享目录")
    value = json.loads(hits_json(found))
    jsonschema.validate(value, schema("hits"))
    assert [hit["section"] for hit in value["hits"]] == [hit.section for hit in found.hits]
    assert value["hits"][1]["path"] == ["一、数据治理", "（一）共享"]


def test_csv_has_a_row_per_hit() -> None:
    found = search(DOCUMENTS, "公共数据共享目录")
    rows = list(csv.DictReader(io.StringIO(hits_csv(found))))
    assert [row["document"] for row in rows] == [hit.document for hit in found.hits]
    assert rows[1]["path"] == "一、数据治理 › （一）共享"
