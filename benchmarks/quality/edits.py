"""How readable edits are: ``python -m benchmarks.quality.edits [LAWS]``.

Beside diff-match-patch with semantic cleanup and difflib, in the same run, on texts that changed:

* spans per 100 changed characters (a span is a longest stretch of one text that is marked as changed),
* the share of spans that begin or end inside a word of jieba's, and inside a number, of the text as it stands,
* the mean length of what is left unmarked between two changes,
* texts that are rebuilt exactly on both sides (must be all), and the time.

The tricky cases and section pairs made from the bundled corpus by known operations are always there; LAWS is a
folder with ``gold.json`` and ``texts``, whose "certain" article pairs that changed are added. Figures go to
``benchmarks/results/edits.md``.
"""

from __future__ import annotations

import json
import platform
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.quality import tricky
from benchmarks.quality.edit_samples import samples
from policydiff.edits import Unit, edits
from policydiff.model import Edit, EditKind

RESULT = Path(__file__).parents[1] / "results" / "edits.md"
SEED, LAW_PAIRS = 7, 400
NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:%|％)?|[〇零一二三四五六七八九十百千万亿]{2,}")
LENGTHS = (5_000, 10_000, 20_000, 40_000, 80_000, 160_000)
CHANGED_EVERY = 12
"""In the growth table, one sentence in so many is reworded, dropped or followed by a new one."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """What a stretch contributes to the old and to the new text; ``equal`` where it is no change."""

    equal: bool
    old: str
    new: str


Engine = Callable[[str, str], list[Piece]]


def ours(unit: Unit) -> Engine:
    """policydiff at one fineness."""
    return lambda old, new: [_piece(edit) for edit in edits(old, new, unit=unit)]


def _piece(edit: Edit) -> Piece:
    return Piece(edit.kind is EditKind.EQUAL, edit.old, edit.new)


def other(engine: Callable[[str, str], list[tricky.Piece]]) -> Engine:
    """One of the engines of the tricky cases."""
    return lambda old, new: [
        Piece(p.kind == 0, p.text if p.kind <= 0 else "", p.text if p.kind >= 0 else "") for p in engine(old, new)
    ]


ENGINES: Sequence[tuple[str, Engine]] = (
    ("diff-match-patch + semantic", other(tricky.diff_match_patch)),
    ("difflib", other(tricky.difflib)),
    ("policydiff, char", ours(Unit.CHAR)),
    ("policydiff, word", ours(Unit.WORD)),
    ("policydiff, sentence", ours(Unit.SENTENCE)),
)


@dataclass(slots=True)
class Score:
    """Counts over many pairs."""

    spans: int = 0
    changed: int = 0
    cut_word: int = 0
    cut_number: int = 0
    islands: int = 0
    island_characters: int = 0
    rebuilt: int = 0
    seconds: float = 0.0

    def add(self, pieces: Sequence[Piece], pair: Pair) -> None:
        """Count one pair's pieces."""
        self.rebuilt += ("".join(p.old for p in pieces), "".join(p.new for p in pieces)) == pair
        for side, text in enumerate(pair):
            for start, end in spans([(p.equal, p.new if side else p.old) for p in pieces]):
                self.spans += 1
                self.changed += end - start
                self.cut_word += not {start, end}.isdisjoint(inside_words(text))
                self.cut_number += not {start, end}.isdisjoint(inside_numbers(text))
        inner = [p for p in pieces[1:-1] if p.equal]
        self.islands += len(inner)
        self.island_characters += sum(len(p.old) for p in inner)


def spans(stretches: Sequence[tuple[bool, str]]) -> list[tuple[int, int]]:
    """The longest stretches of one text that are marked, as places in it; ``True`` goes with what is not."""
    found: list[tuple[int, int]] = []
    here = 0
    for equal, text in stretches:
        if text and not equal:
            start = found.pop()[0] if found and found[-1][1] == here else here
            found.append((start, here + len(text)))
        here += len(text)
    return found


@cache
def inside_words(text: str) -> frozenset[int]:
    """The places inside jieba's words of ``text``."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    return frozenset(k for _word, start, end in jieba.tokenize(text) for k in range(start + 1, end))


@cache
def inside_numbers(text: str) -> frozenset[int]:
    """The places inside numbers of ``text``, in figures or in characters."""
    return frozenset(k for m in NUMBER.finditer(text) for k in range(m.start() + 1, m.end()))


def scored(engine: Engine, pairs: Sequence[Pair]) -> Score:
    """One engine on all pairs."""
    engine(*pairs[0])
    score = Score()
    start = time.perf_counter()
    found = [engine(*pair) for pair in pairs]
    score.seconds = time.perf_counter() - start
    for pieces, pair in zip(found, pairs, strict=True):
        score.add(pieces, pair)
    return score


COLUMNS = (
    "spans", "changed characters", "spans per 100", "cut a word", "cut a number", "mean island", "rebuilt", "ms a pair",
)  # fmt: skip


def table(pairs: Sequence[Pair]) -> Iterator[str]:
    """All engines on ``pairs``, as a Markdown table."""
    yield "| | " + " | ".join(COLUMNS) + " |"
    yield "|---|" + "---:|" * len(COLUMNS)
    for name, engine in ENGINES:
        s = scored(engine, pairs)
        yield (
            f"| {name} | {s.spans} | {s.changed} | {100 * s.spans / max(1, s.changed):.1f} | "
            f"{s.cut_word / max(1, s.spans):.1%} | {s.cut_number / max(1, s.spans):.1%} | "
            f"{s.island_characters / max(1, s.islands):.1f} | {s.rebuilt} of {len(pairs)} | "
            f"{1000 * s.seconds / len(pairs):.2f} |"
        )


def growth() -> Iterator[str]:
    """Time against length, near-identical texts."""
    text = "\n".join(old for old, _new in samples(count=2_000, seed=SEED))
    yield "| characters a side | seconds | microseconds a character |"
    yield "|---:|---:|---:|"
    for length in LENGTHS:
        old = (text * (length // len(text) + 1))[:length]
        new = _reworded(old)
        start = time.perf_counter()
        edits(old, new)
        seconds = time.perf_counter() - start
        yield f"| {length:,} | {seconds:.2f} | {1e6 * seconds / length:.1f} |"


def _reworded(text: str) -> str:
    chance = random.Random(SEED)
    result = []
    for number, sentence in enumerate(text.split("。")):
        if number % CHANGED_EVERY:
            result.append(f"{sentence}（{number}）")
            continue
        half = len(sentence) // 2
        result += chance.choice(([sentence[:half] + "并加强考核" + sentence[half + 3 :]], [], [sentence, "另行规定"]))
    return "。".join(result)


def law_pairs(folder: Path) -> list[Pair]:
    """The "certain" article pairs that changed, `LAW_PAIRS` of them drawn with `SEED`."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    pairs = []
    for law in gold["certain"]:
        old, new = (_articles(folder / "texts" / law[side]) for side in ("old", "new"))
        pairs += [(old[a], new[b]) for a, b in law["pairs"] if a in old and b in new and old[a] != new[b]]
    random.Random(SEED).shuffle(pairs)
    return pairs[:LAW_PAIRS]


ARTICLE = re.compile(r"^\s*第([〇零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?[\s\u3000]*(.*)$")


@cache
def _articles(path: Path) -> dict[str, str]:
    """The articles of a law by their number in figures, headings and notes left out."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := ARTICLE.match(line):
            name = f"第{_figure(match[1])}条" + (f"之{_figure(match[2])}" if match[2] else "")
            current = found[name] = [match[3]]
        elif line.strip() and not line.startswith(("#", "<!--")):
            current.append(line.strip())
    return {name: "\n".join(lines) for name, lines in found.items()}


def _figure(numeral: str) -> int:
    total = digit = 0
    for char in numeral:
        if char in "十百千":
            total, digit = total + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char], 0
        else:
            digit = "〇一二三四五六七八九".find(char.replace("零", "〇"))
    return total + digit


def report(folder: Path | None) -> str:
    """The page of results."""
    sets = [("Tricky cases", [(case.old, case.new) for case in tricky.cases()])]
    sets.append(("Sentences of policy, changed by known operations", samples(count=400, seed=SEED)))
    if folder is not None:
        sets.append((f"Changed articles of laws ({LAW_PAIRS} drawn)", law_pairs(folder)))
    command = "python -m benchmarks.quality.edits"
    lines = ["# Edits: how readable", "", f"Python {platform.python_version()}; `{command}`.", ""]
    for name, pairs in sets:
        lines += [f"## {name}", "", *table(pairs), ""]
    return "\n".join([*lines, "## Time against length, one sentence in twelve changed", "", *growth(), ""])


def main(arguments: Sequence[str]) -> int:
    """Print the page and keep it."""
    page = report(Path(arguments[0]) if arguments else None)
    print(page)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
