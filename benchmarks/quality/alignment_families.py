"""The kinds of evidence by family, for leaving one family out at a time."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.quality.alignment_fit import ORDER


def _both(*stems: str) -> tuple[str, ...]:
    return tuple(f"{stem}_{side}" for stem in stems for side in ("old", "new"))


FAMILIES: Mapping[str, tuple[str, ...]] = {
    "bigrams, trigrams, phrases": (
        "bigram_cosine",
        "bigram_centred",
        "bigram_local_cosine",
        "bigram_local_centred",
        "trigram_cosine",
        "phrase_cosine",
    ),
    "sentences": (
        *("sentence_max", "sentence_mean", "first_both"),
        *_both("sentence", "first", "sentence_rank", "sentence_lead"),
    ),
    "centred scores": ("word_centred", "local_centred", "bigram_centred", "bigram_local_centred", "group_centred"),
    "ranks and leads": _both("word_rank", "word_lead", "local_rank", "local_lead", "sentence_rank", "sentence_lead"),
    "headings and parents": (
        *("lead_both", "lead_bigram", "path_cosine", "headed", "group_cosine", "group_centred"),
        *_both("lead"),
    ),
    "roles": ("role_shared", "role_apart", "penalty_apart", "penalty_both"),
    "competition": ("chance_lead_both", *_both("chance_rank", "chance_lead", "rest")),
    "group and document votes": ("group_votes", "group_share", "document_votes"),
    "kin": _both("kin"),
    "novelty": ("novel_least", "novel_share_least", *_both("novel", "novel_share")),
    "order and neighbours": ORDER,
}
"""Family → evidence names."""
