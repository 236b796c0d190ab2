"""The sheet of word counts (词频): the most frequent words of both documents, their rates and their ranks.

Counts and rates stand beside each other because lengths differ; a rank counts words that are used oftener.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from policydiff.export.xlsx.book import DECIMAL, WHOLE, Book, Column, Value
from policydiff.messages import _
from policydiff.model import Comparison, Document
from policydiff.similarity.terms import words
from policydiff.synopsis.table_head import column_names

MOST_WORDS, LEAST_COUNT = 300, 2

RATE_CHARACTERS = 10_000

WORD = re.compile(r"[\u3400-\u9fff]{2,}")
"""Words of two Han characters or more; single ones are mostly particles."""

BLANK = re.compile(r"\s+")


def word_counts(book: Book, comparison: Comparison) -> None:
    """The `MOST_WORDS` words used most in both documents together."""
    sides = [_text(document) for document in (comparison.old, comparison.new)]
    counts = [Counter(word for word in words(text) if WORD.fullmatch(word)) for text in sides]
    lengths = [len(BLANK.sub("", text)) for text in sides]
    together = counts[0] + counts[1]
    chosen = sorted(
        (word for word, n in together.items() if n >= LEAST_COUNT), key=lambda word: (-together[word], word)
    )
    ranks = [_ranks(count) for count in counts]
    titles = column_names(comparison)
    columns = [
        Column(_("{side}: {what}").format(side=side, what=what), 11, shown)
        for side in titles
        for what, shown in ((_("count"), WHOLE), (_("per 10,000 characters"), DECIMAL), (_("rank"), WHOLE))
    ]
    said = [
        _(
            "Words of two characters or more that stand at two places or more; {count} of {all} are shown. "
            "Lengths: {old} and {new} characters."
        ).format(count=min(len(chosen), MOST_WORDS), all=len(chosen), old=lengths[0], new=lengths[1])
    ]
    book.table(
        _("Word counts"),
        [
            *(Column(_("No."), 6, WHOLE), Column(_("Word"), 16), *columns),
            *(Column(_("Change of count"), 9, WHOLE), Column(_("Change of rate"), 9, DECIMAL)),
            Column(_("Places risen"), 9, WHOLE),
        ],
        (_row(place, word, counts, lengths, ranks) for place, word in enumerate(chosen[:MOST_WORDS], 1)),
        said=said,
        frozen=2,
    )


def _text(document: Document) -> str:
    return "\n".join(part for section in document.walk() for part in (section.heading, section.text) if part)


def _ranks(counts: Counter[str]) -> dict[str, int]:
    """1 for the word used most; words used equally often share a rank."""
    ranks: dict[str, int] = {}
    ordered = sorted(counts, key=lambda word: -counts[word])
    for place, word in enumerate(ordered):
        tied = place and counts[ordered[place - 1]] == counts[word]
        ranks[word] = ranks[ordered[place - 1]] if tied else place + 1
    return ranks


def _row(
    place: int, word: str, counts: Sequence[Counter[str]], lengths: Sequence[int], ranks: Sequence[dict[str, int]]
) -> Sequence[Value]:
    used = [count[word] for count in counts]
    rates = [RATE_CHARACTERS * n / length if length else 0.0 for n, length in zip(used, lengths, strict=True)]
    here, there = (rank.get(word) for rank in ranks)
    values = [v for n, rate, rank in zip(used, rates, (here, there), strict=True) for v in (n, round(rate, 2), rank)]
    risen = None if here is None or there is None else here - there
    return [place, word, *values, used[1] - used[0], round(rates[1] - rates[0], 2), risen]
