"""Values as JSON and CSV texts: the same value gives the same bytes, and nothing in them moves a terminal's cursor."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

DECIMALS = 4
"""Of shares, similarities and probabilities: what lies below differs between machines."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_text(value: Mapping[str, Any]) -> str:
    """``value`` as JSON: Chinese as it is, lists of plain values on one line, everything else on lines of its own."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", _json(value, "")) + "\n"


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """``rows`` as CSV with LF; None is an empty cell, control characters become U+FFFD."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_CONTROL.sub("\ufffd", "" if cell is None else str(cell)) for cell in row] for row in rows)
    return out.getvalue()


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
