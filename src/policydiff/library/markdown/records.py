"""Repairs and problems as one JSON array a line, inside a comment at the end of a file.

    <!-- repairs
    ["page_number", 1234, 1236, "47", "", 0.98]
    ["width", ",", "，", 0.95, [25114, 25121, 25203]]
    -->

The second form stands for many of one kind, at the places where they start: a clean text has hundreds of folded
commas. It is used only where sorting by place brings back the order. Invariant: no line contains ``-->``; `repairs`
undoes `repair_lines`, `problem` undoes `problem_lines`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from policydiff.model import Problem, Repair, Span

_UNSAFE = re.compile(r"[<>\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")

LEAST_GROUPED = 3
"""So many like repairs are written as one."""

LEAST_FIELDS = 4


def repair_lines(found: Sequence[Repair]) -> list[str]:
    """Kind, start, end, before, after, confidence and, where there are any, candidates; or many at once."""
    short = _grouped(found)
    return short if repairs(short) == tuple(found) else [_single(repair) for repair in found]


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Code, message, start, end."""
    return [_line([p.code, p.message, p.span.start, p.span.end]) for p in problems]


def repairs(lines: Iterable[str]) -> tuple[Repair, ...]:
    """The repairs of all ``lines``; ValueError where one makes no sense."""
    found: list[Repair] = []
    grouped = False
    for fields in map(_fields, lines):
        if isinstance(fields[1], str):
            grouped = True
            kind, before, after, confidence, starts = fields
            ends = (start + len(before) for start in starts)
            found += (_repair((kind, *place, before, after, confidence)) for place in zip(starts, ends, strict=True))
        else:
            found.append(_repair(fields))
    return tuple(sorted(found, key=_place) if grouped else found)


def problem(line: str) -> Problem:
    """The problem of a ``line``; ValueError where it is none."""
    code, message, start, end = _fields(line)
    return Problem(code=str(code), message=str(message), span=Span(start=int(start), end=int(end)))


def _grouped(found: Sequence[Repair]) -> list[str]:
    """One line for each group of like repairs, in the order of their first."""
    groups: dict[tuple[object, ...], list[Repair]] = {}
    for repair in found:
        alike = (repair.kind, repair.before, repair.after, repair.confidence)
        plain = not repair.candidates and len(repair.span) == len(repair.before)
        groups.setdefault(alike if plain else (len(groups), *alike), []).append(repair)
    lines: list[str] = []
    for members in groups.values():
        first = members[0]
        if len(members) < LEAST_GROUPED:
            lines += map(_single, members)
        else:
            starts = [repair.span.start for repair in members]
            lines.append(_line([first.kind, first.before, first.after, first.confidence, starts]))
    return lines


def _single(repair: Repair) -> str:
    r = repair
    fields = [r.kind, r.span.start, r.span.end, r.before, r.after, r.confidence]
    return _line([*fields, r.candidates] if r.candidates else fields)


def _repair(fields: Sequence[Any]) -> Repair:
    kind, start, end, before, after, confidence, *rest = fields
    return Repair(
        kind=str(kind),
        span=Span(start=int(start), end=int(end)),
        before=str(before),
        after=str(after),
        confidence=float(confidence),
        candidates=tuple(map(str, rest[0])) if rest else (),
    )


def _place(repair: Repair) -> tuple[int, int]:
    return repair.span.start, repair.span.end


def _line(fields: Sequence[Any]) -> str:
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(fields, ensure_ascii=False))


def _fields(line: str) -> list[Any]:
    fields = json.loads(line)
    if not isinstance(fields, list) or len(fields) < LEAST_FIELDS:
        raise ValueError(f"at least {LEAST_FIELDS} values are expected")
    return fields
