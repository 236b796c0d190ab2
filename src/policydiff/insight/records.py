"""The facts insight finds. Every record says where it stands and repeats the text that says it.

``place`` is a half-open range of characters in the text of its ``section`` (for a table's cell, where the table stands
in it); ``span`` the same place in the raw source. ``exact`` is false where only the section's own span is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policydiff.model import Span


class Comparator(StrEnum):
    """How a figure binds."""

    AT_LEAST = ">="
    MORE = ">"
    EQUAL = "="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "≈"


class DeadlineFrom(StrEnum):
    """Where a deadline was read: in the record's own sentence, elsewhere in its section, or above it."""

    SENTENCE = "sentence"
    SECTION = "section"
    PARENT = "parent"


class Direction(StrEnum):
    """What a figure does: it grows by, or to; it falls by, or to."""

    UP = "up"
    DOWN = "down"


class Period(StrEnum):
    """What stretch of time a figure is for."""

    ANNUAL_AVERAGE = "annual_average"
    CUMULATIVE = "cumulative"
    EACH_YEAR = "each_year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where a record stands."""

    document: str
    section: str
    place: tuple[int, int]
    span: Span
    exact: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline: ISO as precise as printed, as it is printed, and where it was read."""

    iso: str | None
    text: str
    source: DeadlineFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A quantified target. ``text`` is its clause; ``value_text`` the figure in it as printed.

    ``value`` has its multiplier carried out (7万个 is 70000 个); ``value2`` is the end of a range. ``delta`` is true
    where the figure is a change and not a level (增长 5 %). ``implicit`` is true for wholes (全覆盖).
    """

    where: Located
    sentence: str
    indicator: str
    comparator: Comparator
    value: int | float
    value2: int | float | None = None
    unit: str
    kind: str
    value_text: str
    base_value: int | float | None = None
    base_year: int | None = None
    due: Due | None = None
    scope: str | None = None
    modality: str | None = None
    attribute: str | None = None
    period: Period | None = None
    direction: Direction | None = None
    delta: bool = False
    implicit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A task with a date and no figure. ``text`` is the date as printed, ``task`` what is to be done by then."""

    where: Located
    sentence: str
    task: str
    due: Due
    scope: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who answers for a section (or a passage of it).

    ``bodies`` are named departments in printed order, ``local`` governments named as a whole (各市人民政府); ``lead``
    and ``supporting`` are those of them whose part is said. ``and_others`` is true for a list that ends in 等.
    """

    where: Located
    bodies: tuple[str, ...]
    local: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    and_others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document referred to. ``verb`` says how (根据, 贯彻落实), where it is said."""

    where: Located
    title: str
    doc_number: str | None = None
    verb: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that was found in a document, each kind in reading order."""

    document: str
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    citations: tuple[Citation, ...] = ()
