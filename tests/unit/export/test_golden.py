"""What each text format and the cells of a workbook hold, in full, for a comparison small enough to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from policydiff import messages
from policydiff.export import render
from policydiff.model import Comparison, Flow, Mode, Note, Relation
from tests import samples
from tests.golden.compare import assert_golden


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def comparison(mode: Mode = Mode.VERSION) -> Comparison:
    """The sample with a flow and a note."""
    made = samples.comparison(mode)
    fields = {
        "change": "raised",
        "old": {"indicator": "数据共享率", "comparator": ">=", "value": 80, "unit": "%"},
        "new": {"indicator": "数据共享率", "comparator": ">=", "value": 95, "unit": "%"},
    }
    notes = (Note(kind="target", fields=fields),)
    pairs = tuple(replace(p, notes=notes) if p.relation is Relation.MODIFIED else p for p in made.pairs)
    return replace(made, pairs=pairs, flows=(Flow(old="2.1", new="2.2", old_share=0.75, new_share=0.5),))


@pytest.mark.parametrize(
    ("name", "form", "options"),
    [
        ("comparison.csv", "csv", {"bom": False}),
        ("comparison-rows.csv", "csv", {"bom": False, "records": "rows", "full": True}),
        ("comparison.md", "markdown", {}),
        ("comparison.patch", "patch", {}),
    ],
)
def test_texts(name: str, form: str, options: dict[str, Any]) -> None:
    assert_golden(f"export/{name}", render(comparison(), form, **options).decode("utf-8"))


def test_regions() -> None:
    assert_golden("export/regions.md", render(comparison(Mode.REGION), "markdown").decode("utf-8"))


def test_workbook() -> None:
    assert_golden("export/comparison.xlsx.txt", dumped(render(comparison(), "xlsx")))


def dumped(data: bytes) -> str:
    """Every sheet's cells, a row a line; [-struck through-], {+bold+}."""
    lines = []
    for sheet in load_workbook(BytesIO(data), rich_text=True).worksheets:
        lines.append(
            f"══ {sheet.title} ══ {sheet.dimensions} frozen {sheet.freeze_panes} filter {sheet.auto_filter.ref}"
        )
        for row in sheet.iter_rows():
            cells = [f"{cell.coordinate}={_shown(cell.value)}" for cell in row if cell.value is not None]
            lines.append("  ".join(cells))
    return "\n".join(lines) + "\n"


def _shown(value: Any) -> str:
    if not isinstance(value, CellRichText):
        return repr(value)
    return "rich " + "".join(_run(part) for part in value).replace("\n", "⏎")


def _run(part: str | TextBlock) -> str:
    if isinstance(part, str):
        return part
    text: str = part.text
    if part.font.strike:
        return f"[-{text}-]"
    return f"{{+{text}+}}" if part.font.b else text
