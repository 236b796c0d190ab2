"""Versions made from a document by known operations, and how well rows name what was done.

A made version knows for every new section which old ones its text came from and what was moved; sections are numbered
anew in the end, as drafters do. Seeded: the same seed makes the same version.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from policydiff.align import Alignment, Row
from policydiff.model import Document, Relation, Section
from policydiff.outline.numerals import numeral

WORDINGS = {
    "应当": "须",
    "加强": "强化",
    "推进": "推动",
    "鼓励": "支持",
    "建立健全": "完善",
    "以及": "和",
    "有关": "相关",
    "依法": "依照法律规定",
    "及时": "立即",
    "按照": "依照",
    "提高": "提升",
    "或者": "或",
    "不得": "禁止",
    "会同": "商",
    "制定": "拟订",
    "进行": "开展",
    "保障": "确保",
}
"""Rewordings a drafter makes."""

NUMBER = re.compile(r"\d+|[一二三四五六七八九]十?(?=[日年个万])")
LARGEST_NUMERAL = 999
MOVE_LEAST_SECTIONS = 6
SPLIT_LEAST_CHARACTERS = 40


@dataclass(slots=True)
class Piece:
    """A section in the making: the old ids its text is from, its text, its parent's place."""

    sources: tuple[str, ...]
    section: Section
    text: str
    parent: int
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A made version and the truth about it: pairs are (old ids, new ids)."""

    old: Document
    new: Document
    moved: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    renumbered: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    split: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    merged: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    links: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def made(document: Document, seed: int, foreign: Sequence[str] = (), share: float = 0.08) -> Version:
    """A version of ``document`` in which about ``share`` of the sections undergo each operation.

    ``foreign`` are texts that inserted sections take theirs from.
    """
    random = Random(seed)
    parents, pieces = _pieces(document)
    count = max(1, round(len(pieces) * share))
    used: set[int] = set()

    def pick(number: int, fits: Any = lambda n: True) -> list[int]:
        free = [n for n in range(len(pieces)) if n not in used and fits(n)]
        chosen = random.sample(free, min(number, len(free)))
        used.update(chosen)
        return chosen

    split = pick(count, lambda n: _cut_at(pieces[n].text) > 0)
    merge = []
    for n in pick(
        count, lambda n: n + 1 < len(pieces) and n + 1 not in used and pieces[n].parent == pieces[n + 1].parent
    ):
        if n + 1 not in used:
            used.add(n + 1)
            merge.append(n)
    moves, drops = pick(count), pick(count // 2 or 1)
    for n in pick(2 * count):
        pieces[n].text = _reworded(pieces[n].text, random)
    for n in pick(count):
        pieces[n].text = NUMBER.sub(lambda m: _retargeted(m[0], random), pieces[n].text)
    return _version(document, parents, _operated(pieces, split, merge, moves, drops, random, foreign, count))


def _pieces(document: Document) -> tuple[list[Section], list[Piece]]:
    parents: list[Section] = []
    pieces: list[Piece] = []

    def visit(section: Section, parent: int) -> None:
        if section.children:
            parents.append(section)
            here = len(parents) - 1
            for child in section.children:
                visit(child, here)
        elif section.text.strip():
            pieces.append(Piece((section.id,), section, section.text, parent))

    for top in document.sections:
        visit(top, -1)
    return parents, pieces


def _cut_at(text: str) -> int:
    """Where a text is best cut in two sections of whole sentences; 0 where it cannot."""
    ends = [m.end() for m in re.finditer("[。\n]+", text)]
    inner = [e for e in ends if e >= SPLIT_LEAST_CHARACTERS and len(text) - e >= SPLIT_LEAST_CHARACTERS]
    return min(inner, key=lambda e: abs(2 * e - len(text)), default=0)


def _reworded(text: str, random: Random) -> str:
    for before, after in WORDINGS.items():
        if random.random() < 0.6:
            text = text.replace(before, after)
    return text


def _retargeted(number: str, random: Random) -> str:
    return str(int(number) + random.randint(1, 9)) if number.isdigit() else number


def _operated(
    pieces: list[Piece], split: list[int], merge: list[int], moves: list[int], drops: list[int], random: Random,
    foreign: Sequence[str], inserts: int,
) -> list[Piece]:  # fmt: skip
    out: list[Piece] = []
    taken: list[Piece] = []
    for n, piece in enumerate(pieces):
        if n in drops or n - 1 in merge:
            continue
        if n in moves:
            taken.append(replace(piece, moved=True))
        elif n in merge:
            other = pieces[n + 1]
            out.append(replace(piece, sources=piece.sources + other.sources, text=f"{piece.text}\n{other.text}"))
        elif n in split:
            at = _cut_at(piece.text)
            out += [replace(piece, text=piece.text[:at].strip()), replace(piece, text=piece.text[at:].strip())]
        else:
            out.append(piece)
    for piece in taken:
        home = next((n for n, p in enumerate(out) if p.sources[0] > piece.sources[0]), 0)
        far = [n for n in range(len(out) + 1) if abs(n - home) >= MOVE_LEAST_SECTIONS] or [0]
        at = random.choice(far)
        out.insert(at, replace(piece, parent=out[min(at, len(out) - 1)].parent))
    for text in random.sample(list(foreign), min(inserts, len(foreign))):
        at = random.randrange(len(out))
        blank = replace(out[at].section, heading="")
        out.insert(at, Piece((), blank, text, out[at].parent))
    return out


def _version(document: Document, parents: list[Section], pieces: list[Piece]) -> Version:
    labels = all(p.section.label.startswith("第") for p in pieces)
    ids: list[str] = []
    order: list[int] = []
    groups: dict[int, list[Section]] = {}
    for n, piece in enumerate(pieces):
        if piece.parent not in groups:
            groups[piece.parent] = []
            order.append(piece.parent)
        label = (
            f"第{numeral(n + 1) if n < LARGEST_NUMERAL else n + 1}条"
            if labels
            else f"（{numeral(len(groups[piece.parent]) + 1)}）"
        )
        groups[piece.parent].append(replace(piece.section, label=label, text=piece.text, children=()))
    top: list[Section] = []
    place: dict[int, str] = {}
    for parent in order:
        base = f"{len(top) + 1}"
        children = tuple(
            replace(s, id=f"{base}.{n + 1}" if parent >= 0 else f"{len(top) + n + 1}")
            for n, s in enumerate(groups[parent])
        )
        if parent >= 0:
            top.append(replace(parents[parent], id=base, children=children, text=""))
        else:
            top.extend(children)
        place[parent] = ""
        groups[parent] = list(children)
    seen = dict.fromkeys(order, 0)
    for piece in pieces:
        ids.append(groups[piece.parent][seen[piece.parent]].id)
        seen[piece.parent] += 1
    new = replace(document, id=document.id + "-made", sections=tuple(top))
    return _truth(document, new, pieces, ids)


def _truth(old: Document, new: Document, pieces: list[Piece], ids: list[str]) -> Version:
    by_old: dict[str, list[int]] = {}
    for n, piece in enumerate(pieces):
        for source in piece.sources:
            by_old.setdefault(source, []).append(n)
    single = [(p.sources[0], n) for n, p in enumerate(pieces) if len(p.sources) == 1 and len(by_old[p.sources[0]]) == 1]
    before = {s.id: s.label for s in old.walk()}
    after = {s.id: s.label for s in new.walk()}
    return Version(
        old=old,
        new=new,
        moved=frozenset((o, ids[n]) for o, n in single if pieces[n].moved),
        renumbered=frozenset((o, ids[n]) for o, n in single if before[o] and before[o] != after[ids[n]]),
        split=frozenset((o, ids[n]) for o, places in by_old.items() if len(places) > 1 for n in places),
        merged=frozenset((o, ids[n]) for n, p in enumerate(pieces) if len(p.sources) > 1 for o in p.sources),
        links=frozenset((o, ids[n]) for n, p in enumerate(pieces) for o in p.sources),
    )


def labelled(rows: Sequence[Row]) -> dict[str, set[tuple[str, str]]]:
    """What rows say was done, as pairs of ids by operation."""
    out: dict[str, set[tuple[str, str]]] = {name: set() for name in ("moved", "renumbered", "split", "merged", "links")}
    for row in rows:
        pairs = {(o, n) for o in row.old for n in row.new}
        out["links"] |= pairs
        if row.relation is Relation.SPLIT:
            out["split"] |= pairs
        elif row.relation is Relation.MERGED:
            out["merged"] |= pairs
        else:
            if row.moved:
                out["moved"] |= pairs
            if row.renumbered:
                out["renumbered"] |= pairs
    return out


__all__ = ["Alignment", "Version", "labelled", "made"]
