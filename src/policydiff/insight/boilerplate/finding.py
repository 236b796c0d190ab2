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
            end = _with_mark(folded, clause.end())
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
    """Characters of ``kind`` outside the boilerplate of their side's text; only clauses they touch are looked at."""
    stretches: list[tuple[int, int]] = []
    sides: list[str] = []
    start = 0
    for edit in edits:
        sides.append(edit.old if kind is EditKind.DELETE else edit.new)
        if edit.kind is kind:
            stretches.append((start, start + len(edit.text)))
        start += len(sides[-1])
    count = sum(last - first for first, last in stretches)
    folded = shaped("".join(sides)) if stretches else ""
    todo = iter(stretches)
    first, last = next(todo, (start, start))
    for clause in CLAUSE.finditer(folded):
        end = _with_mark(folded, clause.end())
        touched = 0
        while first < end:
            touched += max(0, min(last, end) - max(first, clause.start()))
            if last > end:
                break
            first, last = next(todo, (start, start))
        if touched and _common(clause[0]):
            count -= touched
    return count


def _with_mark(folded: str, end: int) -> int:
    """``end`` of a clause, past the mark that ends it."""
    return end + 1 if folded[end : end + 1].strip() else end


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
    known, (shortest, beginnings) = phrases(), _beginnings()
    for start in range(len(clause) - shortest + 1):
        if clause[start : start + shortest] in beginnings:
            for end in range(min(len(clause), start + LONGEST_PHRASE), start + shortest - 1, -1):
                if clause[start:end] in known:
                    yield start, end
                    break


@cache
def _beginnings() -> tuple[int, frozenset[str]]:
    """The length of the shortest phrase, and what the phrases begin with in that length."""
    shortest = min(map(len, phrases()), default=LONGEST_PHRASE)
    return shortest, frozenset(phrase[:shortest] for phrase in phrases())
