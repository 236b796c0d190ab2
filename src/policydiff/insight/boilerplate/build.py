"""Count the phrases many documents share: ``python -m policydiff.insight.boilerplate.build GENRE… -o FILE``.

Each argument is ``FOLDER:N``: a folder of texts, and in how many of them a phrase must stand. Only phrases of three
words or more with a verb in them count: names of bodies and subjects are common too, and no boilerplate. Nothing but
the phrases and their counts leaves the texts.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from policydiff.insight.boilerplate.finding import CLAUSE, LONGEST_PHRASE
from policydiff.keys import shaped
from policydiff.similarity.build import paragraphs
from policydiff.tokens.tagging import Tagged, tagged

SHORTEST_WORDS, LONGEST_WORDS = 3, 8
SHORTEST_CHARACTERS = 5
HAN = re.compile(r"[\u3400-\u9fff]+\Z")


def phrases_of(paths: Iterable[Path]) -> Counter[str]:
    """In how many of the files each phrase stands."""
    found: Counter[str] = Counter()
    for path in paths:
        text = shaped("\n".join(paragraphs(path)))
        found.update({phrase for clause in CLAUSE.findall(text) for phrase in _phrases(tagged(clause))})
    return found


def _phrases(words: Sequence[Tagged]) -> Iterator[str]:
    for first in range(len(words)):
        for last in range(first + SHORTEST_WORDS, min(first + LONGEST_WORDS, len(words)) + 1):
            run = words[first:last]
            phrase = "".join(w.text for w in run)
            if len(phrase) > LONGEST_PHRASE or not HAN.match(phrase):
                break
            if len(phrase) >= SHORTEST_CHARACTERS and any(w.tag[0] in "vp" and w.tag != "vn" for w in run):
                yield phrase


def shortened(counts: Counter[str], least: int) -> dict[str, int]:
    """The phrases in ``least`` files or more, without those that stand nearly always inside a longer one."""
    frequent = {phrase: n for phrase, n in counts.items() if n >= least}
    inside = {
        phrase[start:end]
        for phrase, n in frequent.items()
        for start in range(len(phrase))
        for end in range(start + SHORTEST_CHARACTERS, len(phrase) + 1)
        if end - start < len(phrase) and 0 < frequent.get(phrase[start:end], 0) <= n / 0.9
    }
    return {phrase: n for phrase, n in frequent.items() if phrase not in inside}


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("genre", nargs="+", help="FOLDER:N")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    table: dict[str, int] = {}
    for genre in options.genre:
        folder, _, least = genre.rpartition(":")
        paths = sorted(p for p in Path(folder).rglob("*") if p.suffix in {".md", ".txt", ".html"})
        for phrase, n in shortened(phrases_of(paths), int(least)).items():
            table[phrase] = max(n, table.get(phrase, 0))
    lines = [f"{phrase}\t{n}" for phrase, n in sorted(table.items(), key=lambda x: (-x[1], x[0]))]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
