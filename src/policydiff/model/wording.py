"""How the wording moved between two documents: terms that came, went, rose and fell, and steps up or down a ladder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policydiff.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """``text`` stands in section ``section`` of document ``document``, in the sentence ``sentence``.

    ``at`` are its offsets in the section's own text, or in its heading where ``heading`` is true; ``span`` is its place
    in the raw source, or where ``exact`` is false the section's.
    """

    document: str
    section: str
    at: Span
    span: Span
    exact: bool
    text: str
    sentence: str
    heading: bool = False


class TermKind(StrEnum):
    """QUOTED: a coinage in quotation marks; PHRASE: several words that go together; WORD: one word."""

    QUOTED = "quoted"
    PHRASE = "phrase"
    WORD = "word"


class TermChange(StrEnum):
    """NEW and DROPPED stand on one side only; RISEN and FALLEN differ significantly in rate."""

    NEW = "new"
    DROPPED = "dropped"
    RISEN = "risen"
    FALLEN = "fallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with its counts, its rates per 10,000 characters, its ranks by count (1 is the most used; None where it
    is absent), and how surely the rates differ.

    ``log_likelihood`` is G² (Dunning 1993; Rayson & Garside 2000); ``significance`` the smallest of 0.05, 0.01,
    0.001, 0.0001 that it stays below by the χ² distribution with one degree of freedom, or None.
    """

    term: str
    kind: TermKind
    change: TermChange
    old_count: int
    new_count: int
    old_rate: float
    new_rate: float
    old_rank: int | None
    new_rank: int | None
    log_likelihood: float
    significance: float | None
    old_examples: tuple[Quotation, ...] = ()
    new_examples: tuple[Quotation, ...] = ()


class Direction(StrEnum):
    """Up or down a ladder of strength."""

    STRONGER = "stronger"
    WEAKER = "weaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """In paired sentences about the same thing, ``old`` became ``new``, ``direction`` on the ladder called ``ladder``.

    ``subject`` is what both are said of, as the new side words it.
    """

    ladder: str
    direction: Direction
    subject: str
    old: Quotation
    new: Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How the wording moved from document ``old`` to document ``new`` (their ids); ``characters`` are the lengths
    that rates are made with."""

    old: str
    new: str
    characters: tuple[int, int]
    terms: tuple[Term, ...]
    strength: tuple[Strength, ...]
