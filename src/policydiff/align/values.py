"""The values alignment takes and gives. They hold ids and numbers, no user text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from policydiff.model import Candidate, Flow, Link, Mode, Relation


class Preset(StrEnum):
    """How sure a link must be, by the precision to expect of what is asserted.

    STRICT: of the links asserted in a comparison 95 in 100 are right. BALANCED (default): the best trade of links
    missed against links wrong. LOOSE: three in four are right; for finding, not for counting.
    """

    STRICT = "strict"
    BALANCED = "balanced"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What a person decided: pairs of section ids (old, new) that are counterparts, and pairs that are not."""

    pinned: frozenset[tuple[str, str]] = frozenset()
    forbidden: frozenset[tuple[str, str]] = frozenset()


NONE = Corrections()
"""No corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """How one candidate was judged. ``evidence`` holds the numbers measured, ``votes`` what each added to the log
    odds of the pairing (strongest first), ``confidence`` the outcome; ``margin`` is its lead over the best other
    pairing of either section (negative where another is better)."""

    old: str
    new: str
    confidence: float
    clear: float
    margin: float
    asserted: bool
    evidence: Mapping[str, float] = field(default_factory=dict)
    votes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a section was paired as it was: every candidate weighed, best first; ``threshold`` is the confidence that
    was asked for, ``refused`` the candidates below it and those a person forbade."""

    section: str
    side: str
    threshold: float
    weighed: tuple[Weighing, ...]

    @property
    def asserted(self) -> tuple[Weighing, ...]:
        """The candidates that became links."""
        return tuple(w for w in self.weighed if w.asserted)

    @property
    def refused(self) -> tuple[Weighing, ...]:
        """The candidates that did not."""
        return tuple(w for w in self.weighed if not w.asserted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The links asserted between two documents, and what else was considered.

    ``candidates_old`` gives for an old section up to three new ones that were considered and not asserted, and
    ``candidates_new`` the other way round. ``flows`` say where text went. ``order_old`` / ``order_new`` are the ids
    that take part, in reading order. ``weighed`` has the judgement of every candidate worth naming, by id pair.
    """

    mode: Mode
    preset: Preset
    threshold: float
    links: tuple[Link, ...]
    flows: tuple[Flow, ...]
    order_old: tuple[str, ...]
    order_new: tuple[str, ...]
    candidates_old: Mapping[str, tuple[Candidate, ...]]
    candidates_new: Mapping[str, tuple[Candidate, ...]]
    weighed: Mapping[tuple[str, str], Weighing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row of a comparison pairs: the fields of `model.Pair` that need no edits.

    ``relation`` is SPLIT, MERGED, ONLY_OLD, ONLY_NEW, or MODIFIED for one section on each side, which stands for
    "unchanged, modified or rewritten": the texts' edits decide. ``equal`` says that keys of text, tables and headings
    are equal.
    """

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float
    confidence: float
    equal: bool = False
    moved: bool = False
    renumbered: bool = False
    pinned: bool = False
    see_also_old: tuple[str, ...] = ()
    see_also_new: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
