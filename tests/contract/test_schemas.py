"""Whatever is printed as JSON is what its schema promises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, ValidationError

from policydiff import schemas
from policydiff.compare import compare
from policydiff.errors import UsageError
from policydiff.export import comparison_json, document_json, documents_json, entries_json, matrix_json
from policydiff.library import Library
from policydiff.model import Comparison, Document, Matrix, MatrixLabel
from tests import strategies
from tests.seed import seed


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schemas.schema(name))


def check(name: str, text: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    validator(name).validate(value)
    assert next(iter(value)) == "schema"
    assert value["schema"] == f"policydiff.{name}/1"
    return value


def test_every_schema_is_named_and_one() -> None:
    found = {
        item.name.removesuffix(".json") for item in files("policydiff.schemas").iterdir() if item.name.endswith(".json")
    }
    assert found == set(schemas.NAMES)
    for name in schemas.NAMES:
        Draft202012Validator.check_schema(schemas.schema(name))
    with pytest.raises(UsageError):
        schemas.schema("nothing")


@given(strategies.documents())
@settings(max_examples=60)
def test_any_document(document: Document) -> None:
    check("documents", document_json(document))


@given(strategies.comparisons())
@settings(max_examples=40)
def test_any_comparison(comparison: Comparison) -> None:
    value = check("comparison", comparison_json(comparison))
    for pair, shown in zip(comparison.pairs, value["pairs"], strict=True):
        for side, ids, document in (("old", pair.old, comparison.old), ("new", pair.new, comparison.new)):
            texts = [section.text for section in document.walk() if section.id in ids]
            assert "".join(side_of(shown["edits"], side)) == "\n".join(texts)


def side_of(edits: list[list[str]], side: str) -> Iterator[str]:
    """A reader's way to one side's text, as the contract and the schema describe it."""
    for kind, text, *rest in edits:
        if kind == "equal":
            yield rest[0] if rest and side == "new" else text
        elif kind == ("delete" if side == "old" else "insert"):
            yield text


def test_the_seed() -> None:
    value = check("documents", documents_json(seed()))
    assert len(value["documents"]) == 19
    assert len(value["listed"]) == 32


def test_a_library_s_list(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        for document in seed().documents:
            library.add(document)
        assert len(check("documents", entries_json(library.entries()))["documents"]) == 19


def test_a_real_comparison() -> None:
    documents = {document.doc_number: document for document in seed().documents}
    old, new = documents["京大数据发〔2021〕1号"], documents["津政办发〔2021〕52号"]
    value = check("comparison", comparison_json(compare(old, new)))
    assert value["mode"] == "region"
    assert len(value["pairs"]) > 10


def test_a_matrix() -> None:
    matrix = Matrix(by="section", measure="tfidf-char", labels=(MatrixLabel(id="a#1", title="甲"),), values=((1.0,),))
    check("matrix", matrix_json(matrix))


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": "policydiff.matrix/2"},
        {"by": "paragraph"},
        {"values": [[1.5]]},
        {"extra": 1},
    ],
)
def test_schemas_refuse_what_is_wrong(wrong: dict[str, Any]) -> None:
    right = {"schema": "policydiff.matrix/1", "by": "section", "measure": "tfidf-char", "labels": [], "values": []}
    validator("matrix").validate(right)
    with pytest.raises(ValidationError):
        validator("matrix").validate(right | wrong)
