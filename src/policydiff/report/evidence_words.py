"""What the kinds of evidence of an alignment are called in front of a reader, who does not care for cosines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policydiff.messages import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason in a reader's words: its ``name``, the figure that stands for it (None where none says anything to a
    reader) and its ``vote``, what it added to the log odds."""

    name: str
    measured: float | None
    vote: float


_RANKS = ("sentence_rank", "sentence_lead", "chance", "rest_")

_NAMES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (N_("same text"), "same_key", ("same_key",)),
    (N_("words in common"), "word_cosine", ("word_cosine", "word_centred", "local_", "held_", "shared_mass", "rare_")),
    (N_("phrases in common"), "bigram_cosine", ("bigram_", "trigram_", "phrase_")),
    (N_("sentences alike"), "sentence_mean", ("sentence_", "first_")),
    (N_("headings or first clauses"), "lead_both", ("lead_", "headed")),
    (N_("place in the document"), "group_cosine", ("path_", "group_c")),
    (N_("role (purpose, funding, penalty …)"), "role_shared", ("role_", "penalty_")),
    (N_("figures in common"), "numbers", ("numbers",)),
    (N_("length"), "", ("length_",)),
    (N_("rank among all candidates"), "", ("word_rank", "word_lead", "local_rank", "local_lead", *_RANKS)),
    (N_("shared with no rival"), "novel_least", ("novel_",)),
    (N_("pairings under the same headings"), "group_share", ("group_votes", "group_share", "document_votes")),
    (N_("pairings of like sections"), "", ("kin_",)),
    (N_("pairings of the sections before and after"), "next", ("next",)),
)
"""Name, the evidence shown as its figure, and the beginnings of the names of what counts towards it."""


def grounds(evidence: Mapping[str, float], votes: Sequence[tuple[str, float]]) -> list[Ground]:
    """The reasons for one pairing, the weightiest first; evidence of one kind speaks with one voice."""
    sums: dict[str, float] = {}
    for name, vote in votes:
        known = _named(name)
        sums[known] = sums.get(known, 0.0) + vote
    figures = {name: figure for name, figure, _starts in _NAMES}
    found = [
        Ground(
            name=_(name) if name in figures else name,
            measured=evidence.get(figures.get(name, name)),
            vote=vote,
        )
        for name, vote in sums.items()
    ]
    return sorted(found, key=lambda ground: -abs(ground.vote))


def _named(evidence: str) -> str:
    """The reader's name of one kind of evidence: that of the longest beginning it has; its own where there is none."""
    matches = [(len(start), name) for name, _figure, starts in _NAMES for start in starts if evidence.startswith(start)]
    return max(matches)[1] if matches else evidence
