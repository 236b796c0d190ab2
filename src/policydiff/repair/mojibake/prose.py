"""How often characters follow each other in Chinese policy prose: a table counted from laws, plans and reports.

The table (`characters.tsv`) holds, for a prefix of no, one or two characters, the characters after it with their
counts; it is made by `policydiff.repair.mojibake.build`. The invariant: reading a printed table gives the same
counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policydiff.keys import simplified_table
from policydiff.repair.mojibake.channel import FOLD

TABLE = "characters.tsv"

FEWEST = (1, 2, 3)
"""Counts below which sequences of one, two, three characters are left out."""

FEWEST_TEXTS = 2
"""Texts in which a sequence of three must occur, so that no wording of a single text is kept."""

_DIGIT, _LETTER = re.compile(r"[0-9]"), re.compile(r"[A-Za-z]")
_FOLLOWER = re.compile(r"(\D)(\d+)")
_SIGNS = str.maketrans({" ": "␣", "\u3000": "␣", "\t": "␣", "\n": "¶"})


@cache
def _plain_table() -> dict[int, str | int]:
    return {**simplified_table(), **FOLD}


def plain(text: str) -> str:
    """``text`` as the counts see it: simplified, half width, ``#`` for digits, ``A`` for letters, ``¶`` for a line
    end, ``␣`` for a blank; the same length."""
    return _DIGIT.sub("#", _LETTER.sub("A", folded(text))).translate(_SIGNS)


def folded(text: str) -> str:
    """``text`` simplified and at half width; the same length. Readings that agree on it differ in display only."""
    return text.translate(_plain_table())


@dataclass(frozen=True, slots=True)
class Prose:
    """``after[prefix][char]`` is how often ``char`` follows ``prefix`` (0–2 characters)."""

    after: dict[str, dict[str, int]]

    def count(self, prefix: str, char: str) -> int:
        """How often ``char`` follows ``prefix``."""
        followers = self.after.get(prefix)
        return followers.get(char, 0) if followers else 0

    def printed(self) -> str:
        """The table as text."""
        lines = []
        for prefix in sorted(self.after, key=lambda p: (len(p), p)):
            ranked = sorted(self.after[prefix].items(), key=lambda item: (-item[1], item[0]))
            lines.append(prefix + "\t" + "".join(f"{char}{count}" for char, count in ranked))
        return "\n".join(lines) + "\n"


def parsed(table: str) -> Prose:
    """The counts that a printed table holds."""
    after: dict[str, dict[str, int]] = {}
    for line in table.splitlines():
        prefix, followers = line.split("\t")
        after[prefix] = {char: int(count) for char, count in _FOLLOWER.findall(followers)}
    return Prose(after)


def counted(texts: Iterable[str]) -> Prose:
    """The counts of some texts, without what is too rare to say anything (`FEWEST`, `FEWEST_TEXTS`)."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for text in texts:
        shown = plain(text)
        for size in (1, 2):
            counts.update(shown[i : i + size] for i in range(len(shown) - size + 1))
        threes = Counter(shown[i : i + 3] for i in range(len(shown) - 2))
        counts.update(threes)
        spread.update(threes.keys())
    after: dict[str, dict[str, int]] = {}
    for sequence, count in counts.items():
        if count >= FEWEST[len(sequence) - 1] and (len(sequence) < 3 or spread[sequence] >= FEWEST_TEXTS):
            after.setdefault(sequence[:-1], {})[sequence[-1]] = count
    return Prose(after)


@cache
def prose() -> Prose:
    """The bundled table."""
    return parsed(files(__package__).joinpath(TABLE).read_text(encoding="utf-8"))
