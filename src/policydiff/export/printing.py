"""Values as JSON and CSV texts: the same value gives the same bytes, and nothing in them moves a terminal's cursor."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policydiff.synopsis.printable import printable

DECIMALS = 4
"""Of shares, similarities and probabilities: what lies below differs between machines."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
FORMULA = re.compile(r"['\t\r\n]|[\s\x00-\x20\ufeff]*[=+\-@＝＋－＠]")
"""How text begins that a spreadsheet might take for a formula, or for the sign that says it is none."""

BOM = "\ufeff"


def json_text(value: Mapping[str, Any]) -> str:
    """``value`` as JSON: Chinese as it is, lists of plain values on one line, everything else on lines of its own."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", _json(value, "")) + "\n"


def csv_text(rows: Iterable[Sequence[object]], *, bom: bool = False, guard: bool = True) -> str:
    """``rows`` as CSV with LF; None is an empty cell, True 1, False 0; characters that act on a terminal are made
    visible ones.

    ``bom`` puts a byte order mark first, by which Excel knows UTF-8. ``guard`` puts an apostrophe before text that a
    spreadsheet might take for a formula (`FORMULA`, which includes text that begins with an apostrophe), so whoever
    takes one leading apostrophe off every text has the text again. Numbers are left as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_cell(cell, guard) for cell in row] for row in rows)
    return (BOM if bom else "") + out.getvalue()


def guarded(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet might take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def _cell(cell: object, guard: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    if not isinstance(cell, str):
        return str(cell)
    text = printable(cell)
    return guarded(text) if guard else text


def rounded(number: float) -> float:
    """A share, similarity or probability as it is printed."""
    return round(number, DECIMALS) + 0.0


def _json(value: Any, indent: str) -> str:
    inner = indent + "  "
    if isinstance(value, Mapping) and value:
        lines = (f"{inner}{_plain(str(name))}: {_json(item, inner)}" for name, item in value.items())
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list | tuple) and any(isinstance(item, list | tuple | Mapping) for item in value):
        return "[\n" + ",\n".join(inner + _json(item, inner) for item in value) + f"\n{indent}]"
    return _plain(value)


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
