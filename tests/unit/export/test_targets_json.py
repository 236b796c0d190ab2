from __future__ import annotations

import csv
import io
import json

from jsonschema import Draft202012Validator

from policydiff.compare import compare
from policydiff.export.targets_json import targets_csv, targets_json
from policydiff.insight.overview import Overview, joined, overview
from policydiff.schemas import schema
from tests.unit.insight.reading import plan

OLD = "到2025年，覆盖率达到80%，建成基站7万个。2022年底前，基本实现“一网通办”。（省大数据局，各市政府）"
NEW = "到2025年，覆盖率达到90%。2023年底前，基本实现“一网通办”。（省大数据局、省财政厅，各市政府）"


def both() -> Overview:
    return joined(compare(plan(OLD), plan(NEW, id="test-plan-2"), mode="version"))


def test_one_document_is_what_the_schema_promises() -> None:
    value = json.loads(targets_json(overview(plan(OLD))))
    Draft202012Validator(schema("targets")).validate(value)
    assert [target["value"] for target in value["targets"]] == [80, 70_000]
    assert value["pairs"] == []


def test_pairs_number_the_records_through() -> None:
    value = json.loads(targets_json(both()))
    Draft202012Validator(schema("targets")).validate(value)
    told = {pair["change"]: pair for pair in value["pairs"]}
    raised = told["raised"]
    assert value["targets"][raised["old"]]["value"] == 80
    assert value["targets"][raised["new"]]["value"] == 90
    assert value["targets"][raised["new"]]["document"] == "test-plan-2"
    assert value["targets"][told["dropped"]["old"]]["value"] == 70_000
    (later,) = value["changes"]["deadlines"]
    assert later["change"] == "later"
    assert value["deadlines"][later["new"]]["deadline"] == "2023-12"
    (bodies,) = value["changes"]["responsibilities"]
    assert (bodies["added"], bodies["dropped"]) == (["省财政厅"], [])


def test_a_row_per_target_and_per_pair() -> None:
    one = list(csv.DictReader(io.StringIO(targets_csv(overview(plan(OLD))))))
    assert [(row["value_text"], row["deadline"]) for row in one] == [("80%", "2025"), ("7万个", "2025")]
    pairs = list(csv.DictReader(io.StringIO(targets_csv(both()))))
    assert [(row["change"], row["old_value"], row["new_value"]) for row in pairs] == [
        ("raised", "80", "90"),
        ("dropped", "70000", ""),
    ]
