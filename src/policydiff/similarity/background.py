"""How common words and bigrams are in policy texts at large: the weights of all similarities.

With two documents in hand inverse document frequency says nothing, and boilerplate looks like substance; so the
weights come from a table of document frequencies counted once over many policy texts (a text's sections are the
"documents"). The table is rebuilt with ``python -m policydiff.similarity.build``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

TABLE = "background.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Document frequencies among ``total`` sections; a term that is missing was too rare to list."""

    total: int
    words: Mapping[str, int]
    bigrams: Mapping[str, int]

    def word_weights(self, terms: Iterable[str]) -> list[float]:
        """Smoothed inverse document frequency, log((1 + N) / (1 + df)), of each word."""
        return [log((1 + self.total) / (1 + self.words.get(t, 1))) for t in terms]

    def bigram_weights(self, terms: Iterable[str]) -> list[float]:
        """The same for bigrams."""
        return [log((1 + self.total) / (1 + self.bigrams.get(t, 1))) for t in terms]


def parsed(table: str) -> Background:
    """Read a table: a line ``total N``, then ``w|b TERM DF`` lines, all split by tabs."""
    head, _, rest = table.partition("\n")
    counts: dict[str, dict[str, int]] = {"w": {}, "b": {}}
    for line in rest.splitlines():
        kind, term, frequency = line.split("\t")
        counts[kind][term] = int(frequency)
    return Background(total=int(head.split("\t")[1]), words=counts["w"], bigrams=counts["b"])


def printed(background: Background) -> str:
    """The table of ``background``, sorted, as `parsed` reads it."""
    lines = [f"total\t{background.total}"]
    for kind, counts in (("w", background.words), ("b", background.bigrams)):
        lines += [f"{kind}\t{term}\t{n}" for term, n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))]
    return "\n".join(lines) + "\n"


@cache
def background() -> Background:
    """The table shipped with the package."""
    return parsed(files("policydiff.similarity").joinpath(TABLE).read_text(encoding="utf-8"))
