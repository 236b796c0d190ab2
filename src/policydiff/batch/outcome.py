"""What came of a pair: the figures of its comparison and the files made of it, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policydiff.batch.listing import Wanted
from policydiff.model import Comparison, Mode, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file made of a pair, by its name in the folder."""

    format: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A pair asked for, and its comparison's figures; or ``trouble``, why there is none.

    ``old`` and ``new`` are ids, ``titles`` the two documents' titles; ``mean_confidence`` is that of the rows with both
    sides, None where there are none.
    """

    number: int
    wanted: Wanted
    trouble: str = ""
    mode: Mode | None = None
    old: str = ""
    new: str = ""
    titles: tuple[str, str] = ("", "")
    counts: Mapping[Relation, int] = field(default_factory=dict)
    moved: int = 0
    renumbered: int = 0
    changed_share: float = 0.0
    mean_confidence: float | None = None
    differs: bool = False
    files: tuple[Written, ...] = ()


def outcome_of(number: int, wanted: Wanted, comparison: Comparison, files: tuple[Written, ...]) -> Outcome:
    """The figures of ``comparison``, of which ``files`` were made."""
    sure = [pair.confidence for pair in comparison.pairs if pair.old and pair.new]
    return Outcome(
        number=number,
        wanted=wanted,
        mode=comparison.mode,
        old=comparison.old.id,
        new=comparison.new.id,
        titles=(
            comparison.old.main_title or comparison.old.title,
            comparison.new.main_title or comparison.new.title,
        ),
        counts=comparison.counts,
        moved=sum(pair.moved for pair in comparison.pairs),
        renumbered=sum(pair.renumbered for pair in comparison.pairs),
        changed_share=comparison.changed_share,
        mean_confidence=sum(sure) / len(sure) if sure else None,
        differs=comparison.differs,
        files=files,
    )
