"""The facts of one document, or of two with what became of each: the value that every face of `targets` draws."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from policydiff.insight.changes import (
    BodiesChange,
    CitationPair,
    DeadlinePair,
    bodies_change,
    citation_pairs,
    deadline_pairs,
    in_sections,
)
from policydiff.insight.extraction import facts
from policydiff.insight.joining import TargetPair, join
from policydiff.insight.lexicon import Lexicon, lexicon
from policydiff.insight.records import Facts
from policydiff.model import Comparison, Document, Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class RowBodies:
    """The change of who answers for a row: the sections on both sides, and what changed."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: BodiesChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One document's facts, or two documents' joined; ``new`` and what is joined are empty for one."""

    documents: tuple[Document, ...]
    facts: tuple[Facts, ...]
    targets: tuple[TargetPair, ...] = ()
    deadlines: tuple[DeadlinePair, ...] = ()
    bodies: tuple[RowBodies, ...] = ()
    citations: tuple[CitationPair, ...] = ()

    @property
    def joined(self) -> bool:
        """True for two documents."""
        return len(self.facts) > 1


def overview(document: Document, *, words: Lexicon | None = None, raw: str | None = None) -> Overview:
    """The facts of ``document``; ``raw`` is its source's text, where it is at hand."""
    return Overview(documents=(document,), facts=(facts(document, words=words, raw=raw),))


def joined(
    comparison: Comparison, *, words: Lexicon | None = None, raws: Sequence[str | None] = (None, None)
) -> Overview:
    """The facts of the two documents of ``comparison``, joined along its rows and links."""
    rules = words or lexicon()
    old, new = comparison.old, comparison.new
    left, right = facts(old, words=rules, raw=raws[0]), facts(new, words=rules, raw=raws[1])
    together = linked(comparison)
    return Overview(
        documents=(old, new),
        facts=(left, right),
        targets=join(left, right, together, (old, new), rules),
        deadlines=deadline_pairs(left, right, together),
        bodies=_bodies(comparison, left, right),
        citations=citation_pairs(left, right),
    )


def linked(comparison: Comparison) -> Collection[tuple[str, str]]:
    """The pairs of section ids that ``comparison`` links or shows in one row."""
    found = {(link.old, link.new) for link in comparison.links}
    return found | {(a, b) for pair in comparison.pairs for a in pair.old for b in pair.new}


def _bodies(comparison: Comparison, left: Facts, right: Facts) -> tuple[RowBodies, ...]:
    version = comparison.mode is Mode.VERSION
    found = []
    for pair in comparison.pairs:
        old = list(in_sections(left.responsibilities, pair.old))
        new = list(in_sections(right.responsibilities, pair.new))
        if not pair.old or not pair.new or (not version and not (old and new)):
            continue
        change = bodies_change(old, new, places=version)
        if change is not None:
            found.append(RowBodies(old=pair.old, new=pair.new, change=change))
    return tuple(found)
