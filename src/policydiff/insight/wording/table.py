"""The wording of two documents beside each other: which terms came, went, rose and fell, and what grew stronger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policydiff.insight.places import Places
from policydiff.insight.wording.keyness import log_likelihood, significance
from policydiff.insight.wording.ladder import strengths
from policydiff.insight.wording.lexicon import Lexicon
from policydiff.insight.wording.lexicon import lexicon as shipped
from policydiff.insight.wording.quoting import quotation
from policydiff.insight.wording.terms import Candidate, Passage, candidates, passages
from policydiff.keys import key
from policydiff.model import Comparison, Mode, Relation, Section
from policydiff.model.wording import Quotation, Term, TermChange, TermKind, Wording

RATE_CHARACTERS = 10_000
EXAMPLES = 2
"""Sentences quoted for a term on each side."""

ORDER = (TermKind.QUOTED, TermKind.PHRASE, TermKind.WORD)


def wording(comparison: Comparison, *, lexicon: Lexicon | None = None) -> Wording:
    """How the wording moved from ``comparison.old`` to ``comparison.new``.

    Terms: those that stand on one side only (coinages in quotation marks first, then phrases, then words), and those
    whose rates differ significantly (5 %); in region mode names of places are left out. Strength: ladders climbed or
    descended in paired sections. ``lexicon`` holds other word lists than the shipped ones.
    """
    known = lexicon or shipped()
    sides = passages(comparison.old), passages(comparison.new)
    places = Places(comparison.old), Places(comparison.new)
    return Wording(
        old=comparison.old.id,
        new=comparison.new.id,
        characters=(_characters(sides[0]), _characters(sides[1])),
        terms=_terms(comparison.mode, places, sides, known),
        strength=tuple(strengths(*places, paired(comparison), known)),
    )


def paired(comparison: Comparison) -> Iterator[tuple[list[Section], list[Section]]]:
    """The sections of each row that has both sides and differs."""
    old, new = ({s.id: s for s in document.walk()} for document in (comparison.old, comparison.new))
    for pair in comparison.pairs:
        if pair.old and pair.new and pair.relation is not Relation.UNCHANGED:
            yield [old[name] for name in pair.old], [new[name] for name in pair.new]


def _characters(side: Sequence[Passage]) -> int:
    return sum(len(key(passage.text)) for passage in side)


Passages = tuple[Sequence[Passage], Sequence[Passage]]
BothPlaces = tuple[Places, Places]


def _terms(mode: Mode, places: BothPlaces, sides: Passages, known: Lexicon) -> tuple[Term, ...]:
    found = candidates(*sides, known)
    if mode is Mode.REGION:
        names = {w.text for side in sides for p in side for w in p.words if w.tag == "ns"}
        found = [c for c in found if not any(name in c.term for name in names)]
    sizes = _characters(sides[0]), _characters(sides[1])
    ranks = _ranks(found, 0), _ranks(found, 1)
    changed = [_term(c, sizes, ranks, places, sides) for c in found]
    return tuple(
        sorted(
            (term for term in changed if term is not None),
            key=_rank,
        )
    )


def _rank(term: Term) -> tuple[int, int, float, int, str]:
    one_sided = term.change in (TermChange.NEW, TermChange.DROPPED)
    kind = ORDER.index(term.kind) if one_sided else 0
    return list(TermChange).index(term.change), kind, -term.log_likelihood, -len(term.term), term.term


def _change(candidate: Candidate, sizes: tuple[int, int]) -> TermChange | None:
    old, new = candidate.counts
    if not old or not new:
        return TermChange.NEW if new else TermChange.DROPPED
    if significance(log_likelihood(candidate.counts, sizes)) is None:
        return None
    return TermChange.RISEN if new * sizes[0] > old * sizes[1] else TermChange.FALLEN


def _ranks(found: Sequence[Candidate], side: int) -> Mapping[int, int]:
    """The place of each count among the counts of a side: 1 + how many terms are used more."""
    counts = sorted((c.counts[side] for c in found if c.counts[side]), reverse=True)
    ranks: dict[int, int] = {}
    for place, count in enumerate(counts, 1):
        ranks.setdefault(count, place)
    return ranks


def _term(
    candidate: Candidate,
    sizes: tuple[int, int],
    ranks: tuple[Mapping[int, int], Mapping[int, int]],
    places: BothPlaces,
    sides: Passages,
) -> Term | None:
    change = _change(candidate, sizes)
    if change is None:
        return None
    likelihood = log_likelihood(candidate.counts, sizes)
    old, new = candidate.counts
    return Term(
        term=candidate.term,
        kind=candidate.kind,
        change=change,
        old_count=old,
        new_count=new,
        old_rate=old * RATE_CHARACTERS / max(1, sizes[0]),
        new_rate=new * RATE_CHARACTERS / max(1, sizes[1]),
        old_rank=ranks[0].get(old),
        new_rank=ranks[1].get(new),
        log_likelihood=likelihood,
        significance=significance(likelihood),
        old_examples=tuple(_examples(candidate.term, places[0], sides[0])) if old else (),
        new_examples=tuple(_examples(candidate.term, places[1], sides[1])) if new else (),
    )


def _examples(term: str, places: Places, side: Sequence[Passage]) -> Iterator[Quotation]:
    """The first sentences that say it, each from another section, texts before headings."""
    found = 0
    for passage in sorted(side, key=lambda p: p.heading):
        start = passage.text.find(term)
        if start >= 0:
            yield quotation(places, passage.section, start, start + len(term), heading=passage.heading)
            found += 1
            if found == EXAMPLES:
                return
