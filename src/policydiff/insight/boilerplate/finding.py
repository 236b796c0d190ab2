"""套话: clauses that say what every document of the genre says.

A clause is boilerplate where formulas and phrases that many documents share cover nearly all of it, and no number,
date, title or document number stands in it. The phrases are counted (``phrases.tsv``, rebuilt by
``python -m policydiff.insight.boilerplate.build``), the formulas written (``formulas.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from policydiff.keys import shaped
from policydiff.model import Edit, EditKind, Span

CLAUSE = re.compile(r"[^，。；：！？\n,;:!?]+")
BRACKETS = re.compile(r"[\s\"'“”‘’()（）]")
SPECIFIC = re.compile(r"[0-9%‰《〔]")
"""What makes a clause say something of its own."""

COVERED = 0.85
"""Share of a clause's characters that must be common."""

LONGEST_PHRASE = 24


def boilerplate(text: str) -> tuple[Span, ...]:
    """The places of ``text`` that are boilerplate, as offsets of it: whole clauses with the mark that ends them."""
    found: list[Span] = []
    folded = shaped(text)
    for clause in CLAUSE.finditer(folded):
        if _common(clause[0]):
            end = min(clause.end() + 1, len(text)) if folded[clause.end() : clause.end() + 1] != "\n" else clause.end()
            if found and found[-1].end == clause.start():
                found[-1] = Span(start=found[-1].start, end=end)
            else:
                found.append(Span(start=clause.start(), end=end))
    return tuple(found)


def substantive_share(pairs: Iterable[Iterable[Edit]]) -> float:
    """The share of all characters of both sides that are changed and no boilerplate; ``pairs`` are rows' edits."""
    changed = total = 0
    for edits in pairs:
        known = tuple(edits)
        total += sum(len(edit.old) + len(edit.new) for edit in known)
        for kind in (EditKind.DELETE, EditKind.INSERT):
            changed += _changed(known, kind)
    return changed / total if total else 0.0


def _changed(edits: tuple[Edit, ...], kind: EditKind) -> int:
    """Characters of ``kind`` outside the boilerplate of their side's text."""
    if all(edit.kind is not kind for edit in edits):
        return 0
    sides = [edit.old if kind is EditKind.DELETE else edit.new for edit in edits]
    common = bytearray(sum(map(len, sides)))
    for span in boilerplate("".join(sides)):
        common[span.start : span.end] = b"\1" * len(span)
    start = count = 0
    for edit, text in zip(edits, sides, strict=True):
        if edit.kind is kind:
            count += common.count(0, start, start + len(text))
        start += len(text)
    return count


@cache
def phrases() -> frozenset[str]:
    """The counted phrases."""
    table = files("policydiff.insight.boilerplate").joinpath("phrases.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in table.splitlines())


@cache
def formulas() -> re.Pattern[str]:
    """The formulas as one expression."""
    return re.compile("|".join(f"(?:{formula})" for formula in _raw()["formulas"]))


@cache
def fillers() -> re.Pattern[str]:
    """Words that neither make a formula nor unmake one."""
    return re.compile(_raw()["fillers"])


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(files("policydiff.insight.boilerplate").joinpath("formulas.toml").read_text(encoding="utf-8"))


def _common(clause: str) -> bool:
    plain = BRACKETS.sub("", clause)
    if len(plain) < 2 or SPECIFIC.search(plain):
        return False
    covered = bytearray(len(plain))
    said = [*_matches(formulas(), plain), *_phrases(plain)]
    if not said:
        return False
    for start, end in (*said, *_matches(fillers(), plain)):
        covered[start:end] = b"\1" * (end - start)
    return covered.count(1) >= COVERED * len(plain)


def _matches(pattern: re.Pattern[str], clause: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in pattern.finditer(clause) if match[0])


def _phrases(clause: str) -> Iterator[tuple[int, int]]:
    """The longest counted phrase from each place."""
    known = phrases()
    shortest = _shortest()
    for start in range(len(clause) - shortest + 1):
        for end in range(min(len(clause), start + LONGEST_PHRASE), start + shortest - 1, -1):
            if clause[start:end] in known:
                yield start, end
                break


@cache
def _shortest() -> int:
    return min(map(len, phrases()), default=LONGEST_PHRASE)
