"""Repairs and problems as one JSON array a line, inside a comment at the end of a file.

    <!-- repairs
    ["page_number", 1234, 1236, "47", "", 0.98]
    -->

Invariant: no line contains ``-->``; `repairs` undoes `repair_lines`, `problems` undoes `problem_lines`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from policydiff.model import Problem, Repair, Span

_UNSAFE = re.compile(r"[<>\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def repair_lines(repairs: Iterable[Repair]) -> list[str]:
    """Kind, start, end, before, after, confidence and, where there are any, candidates."""
    return [
        _line(
            [r.kind, r.span.start, r.span.end, r.before, r.after, r.confidence, r.candidates][
                : 7 if r.candidates else 6
            ]
        )
        for r in repairs
    ]


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Code, message, start, end."""
    return [_line([p.code, p.message, p.span.start, p.span.end]) for p in problems]


def repair(line: str) -> Repair:
    """The repair of a ``line``; ValueError where it is none."""
    fields = _fields(line, 6)
    kind, start, end, before, after, confidence, *rest = fields
    return Repair(
        kind=str(kind),
        span=Span(start=int(start), end=int(end)),
        before=str(before),
        after=str(after),
        confidence=float(confidence),
        candidates=tuple(map(str, rest[0])) if rest else (),
    )


def problem(line: str) -> Problem:
    """The problem of a ``line``; ValueError where it is none."""
    code, message, start, end, *_ = _fields(line, 4)
    return Problem(code=str(code), message=str(message), span=Span(start=int(start), end=int(end)))


def _line(fields: Sequence[Any]) -> str:
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(fields, ensure_ascii=False))


def _fields(line: str, least: int) -> list[Any]:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise ValueError(str(error)) from None
    if not isinstance(fields, list) or len(fields) < least:
        raise ValueError(f"at least {least} values are expected")
    return fields
