"""Count the background table from policy texts: ``python -m policydiff.similarity.build LAWS PLANS -o FILE``.

Only counts leave the texts. A paragraph of a text file, Markdown file or web page counts as one section. Each
argument (folders joined by commas) is a genre, and genres weigh the same however large they are: what is common in
plans is boilerplate there even where laws never say it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from policydiff.similarity.background import Background, printed
from policydiff.similarity.terms import bigrams, words

LEAST_SECTIONS = 4
"""Rarer terms are not listed: they would double the table, and their weight is near the greatest anyway."""

SHORTEST_PARAGRAPH = 15
"""Characters; shorter lines are headings and furniture."""

SCALE = 20_000
"""Sections; frequencies are given per so many."""

TAG = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.S | re.I)


def paragraphs(path: Path) -> Iterator[str]:
    """The lines of running text in one file; a web page loses its tags."""
    text = path.read_text(encoding="utf-8", errors="ignore")
    if path.suffix == ".html":
        text = TAG.sub("\n", text)
    for line in text.splitlines():
        stripped = line.strip().lstrip("#").strip()
        if len(stripped) >= SHORTEST_PARAGRAPH:
            yield stripped


def counted(genres: Sequence[Iterable[str]]) -> Background:
    """The document frequencies of words and bigrams per `SCALE` sections, averaged over ``genres``."""
    shares: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    seen: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for genre in genres:
        sections = list(dict.fromkeys(genre))
        for share, total, terms in zip(shares, seen, (words, bigrams), strict=True):
            counts = Counter(term for section in sections for term in set(terms(section)))
            total.update(counts)
            for term, n in counts.items():
                share[term] += n * SCALE / len(sections) / len(genres)  # type: ignore[assignment]
    by_word, by_bigram = (
        {term: max(1, round(n)) for term, n in share.items() if total[term] >= LEAST_SECTIONS}
        for share, total in zip(shares, seen, strict=True)
    )
    return Background(total=SCALE, words=by_word, bigrams=by_bigram)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("genre", nargs="+", help="folders or files of one genre, joined by commas")
    parser.add_argument("--exclude", type=Path, help="a file of file names to leave out, one a line")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    left_out = set(options.exclude.read_text(encoding="utf-8").splitlines()) if options.exclude else set()
    genres = [_paragraphs([Path(name) for name in genre.split(",")], left_out) for genre in options.genre]
    options.output.write_text(printed(counted(genres)), encoding="utf-8")


def _paragraphs(places: Sequence[Path], left_out: set[str]) -> list[str]:
    paths = sorted(
        p for f in places for p in ([f] if f.is_file() else f.rglob("*")) if p.suffix in {".md", ".txt", ".html"}
    )
    return [s for p in paths if p.name not in left_out for s in paragraphs(p)]


if __name__ == "__main__":
    main()
