"""Rows a reader sees, formed from counterpart links.

Every aligned section of both documents stands in exactly one row. A row pairs one section with one, one with several
(SPLIT), or several with one (MERGED): where counterparts form a larger knot, the surest links are kept and the others
become references (``see_also``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from policydiff.align.units import aligned, whole
from policydiff.align.values import Alignment, Row
from policydiff.keys import key
from policydiff.model import Candidate, Document, Link, LinkKind, Mode, Relation, Section

DOUBTFUL = 0.6
"""Rows less sure than this name the other candidates too."""


def rows(old: Document, new: Document, alignment: Alignment) -> tuple[Row, ...]:
    """The rows of ``alignment``, in the old document's order; rows of the new one only follow their predecessor."""
    left = {s.id: s for s in old.walk() if aligned(s)}
    right = {s.id: s for s in new.walk() if aligned(s)}
    links = [link for link in alignment.links if link.old in left and link.new in right]
    stars = _stars(links)
    ends = _by_end(links)
    paired = [_row(group, left, right, ends) for group in stars]
    paired = [_with_doubts(row, alignment.candidates_old) for row in paired]
    moved = _moved(paired, left, right) if alignment.mode is Mode.VERSION else set()
    paired = [replace(row, moved=True) if n in moved else row for n, row in enumerate(paired)]
    done_old = {i for row in paired for i in row.old}
    done_new = {i for row in paired for i in row.new}
    lone_old = [_lone(i, "old", ends, alignment.candidates_old) for i in left if i not in done_old]
    lone_new = [_lone(i, "new", ends, alignment.candidates_new) for i in right if i not in done_new]
    return _ordered(paired, lone_old, lone_new, list(left), list(right))


def _stars(links: Sequence[Link]) -> list[list[Link]]:
    """Counterpart links in groups in which one side has a single section, surest links first."""
    group_of: dict[tuple[str, str], list[Link]] = {}
    degree: dict[tuple[str, str], int] = defaultdict(int)
    for link in sorted(
        (x for x in links if x.kind is LinkKind.COUNTERPART), key=lambda x: (-x.pinned, -x.confidence, -x.similarity)
    ):
        ends = ("old", link.old), ("new", link.new)
        here, there = (group_of.get(end) for end in ends)
        if here is not None and there is not None:
            continue
        group = here if here is not None else there
        if group is None:
            group = []
        elif degree[ends[0] if here is not None else ends[1]] < len(group):
            continue
        group.append(link)
        for end in ends:
            group_of[end] = group
            degree[end] += 1
    return list({id(g): g for g in group_of.values()}.values())


End = tuple[str, str]


def _by_end(links: Sequence[Link]) -> Mapping[End, list[Link]]:
    """The links of each section, by (side, id)."""
    found: dict[End, list[Link]] = defaultdict(list)
    for link in links:
        found["old", link.old].append(link)
        found["new", link.new].append(link)
    return found


def _row(
    group: Sequence[Link], left: dict[str, Section], right: dict[str, Section], ends: Mapping[End, list[Link]]
) -> Row:
    olds, news = sorted({x.old for x in group}, key=_place), sorted({x.new for x in group}, key=_place)
    relation = Relation.SPLIT if len(news) > 1 else Relation.MERGED if len(olds) > 1 else Relation.MODIFIED
    also_new = [x.new for i in olds for x in ends.get(("old", i), ()) if x.new not in news]
    also_old = [x.old for i in news for x in ends.get(("new", i), ()) if x.old not in olds]
    return Row(
        relation=relation,
        old=tuple(olds),
        new=tuple(news),
        similarity=sum(x.similarity for x in group) / len(group),
        confidence=min(x.confidence for x in group),
        equal=relation is Relation.MODIFIED and _equal(left[olds[0]], right[news[0]]),
        renumbered=_renumbered([left[i] for i in olds], [right[i] for i in news]),
        pinned=any(x.pinned for x in group),
        see_also_old=tuple(dict.fromkeys(also_old)),
        see_also_new=tuple(dict.fromkeys(also_new)),
    )


def _with_doubts(row: Row, candidates: Mapping[str, tuple[Candidate, ...]]) -> Row:
    """``row`` with the other new sections considered, where it is doubtful itself."""
    if row.pinned or row.confidence >= DOUBTFUL:
        return row
    return replace(row, candidates=tuple(c for c in candidates.get(row.old[0], ()) if c.section not in row.new))


def _place(section: str) -> list[int]:
    return [int(part) for part in section.split(".")]


def _equal(old: Section, new: Section) -> bool:
    return key(whole(old)) == key(whole(new)) and key(old.heading) == key(new.heading)


def _renumbered(old: Sequence[Section], new: Sequence[Section]) -> bool:
    """True where both sides are numbered and no number of one is a number of the other."""
    labels = [{key(s.label) for s in side if s.label} for side in (old, new)]
    return bool(labels[0] and labels[1] and not labels[0] & labels[1])


def _moved(paired: Sequence[Row], left: Iterable[str], right: Iterable[str]) -> set[int]:
    """Indices of rows outside the longest run of rows that keep their order."""
    here = {i: n for n, i in enumerate(left)}
    there = {i: n for n, i in enumerate(right)}
    order = sorted(range(len(paired)), key=lambda n: (here[paired[n].old[0]], there[paired[n].new[0]]))
    kept = increasing([there[paired[n].new[0]] for n in order])
    return {n for position, n in enumerate(order) if position not in kept}


def increasing(values: Sequence[int]) -> set[int]:
    """The positions of a longest increasing subsequence of ``values`` (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(values)
    for position, value in enumerate(values):
        slot = bisect_left(tails, value)
        if slot == len(tails):
            tails.append(value)
            ends.append(position)
        else:
            tails[slot], ends[slot] = value, position
        before[position] = ends[slot - 1] if slot else -1
    kept: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept


def _lone(
    section: str, side: str, ends: Mapping[End, list[Link]], candidates: Mapping[str, tuple[Candidate, ...]]
) -> Row:
    named = candidates.get(section, ())
    mine = ends.get((side, section), ())
    return Row(
        relation=Relation.ONLY_OLD if side == "old" else Relation.ONLY_NEW,
        old=(section,) if side == "old" else (),
        new=(section,) if side == "new" else (),
        similarity=0.0,
        confidence=1.0 - max((c.confidence for c in named), default=0.0),
        see_also_old=tuple(x.old for x in mine) if side == "new" else (),
        see_also_new=tuple(x.new for x in mine) if side == "old" else (),
        candidates=named,
    )


def _ordered(
    paired: list[Row], lone_old: list[Row], lone_new: list[Row], left: list[str], right: list[str]
) -> tuple[Row, ...]:
    here = {i: n for n, i in enumerate(left)}
    there = {i: n for n, i in enumerate(right)}
    lead = sorted([*paired, *lone_old], key=lambda row: here[row.old[0]])
    after: dict[int, list[Row]] = defaultdict(list)
    place = {i: n for n, row in enumerate(lead) for i in row.new if not row.moved}
    starts = {row.new[0]: row for row in lone_new}
    last = -1
    for section in sorted(there, key=there.__getitem__):
        if section in starts:
            after[last].append(starts[section])
        elif section in place:
            last = place[section]
    out = list(after[-1])
    for n, row in enumerate(lead):
        out += [row, *after[n]]
    return tuple(out)
