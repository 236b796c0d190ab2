"""Damage clean texts and score what repair makes of them.

    python -m benchmarks.quality.repair_score [FOLDER] [--classes gbk,pages+gbk] [--files 30] [--table FOLDER]

For every class: the share of characters that come back (on the comparison key), and the garbled places repaired right,
flagged, repaired wrong, missed. ``--table`` counts the language table anew from the texts of that folder whose titles
(without dates) are not scored, so that no text is judged by itself.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from rapidfuzz.distance import Levenshtein

from benchmarks.quality.damage import SEED_LIKE, Damaged, Locus, damage
from benchmarks.quality.damage_layout import running
from policydiff.keys import key
from policydiff.model import CleanText
from policydiff.repair import repair
from policydiff.repair.mojibake import halved, prose

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"
SHORTEST_CHARS = 1500
MOST_CHARS = 12_000


def clean_texts(folder: Path, most: int, seed: int) -> Iterator[tuple[str, str]]:
    """Names and texts of a random choice of the folder's files, one per title."""
    paths = sorted(p for p in folder.iterdir() if p.suffix in {".md", ".txt"} and not p.name.startswith("README"))
    Random(seed).shuffle(paths)
    taken: set[str] = set()
    for path in paths:
        text = running(_body(path.read_text(encoding="utf-8")))
        if len(taken) < most and len(text) >= SHORTEST_CHARS and title(path) not in taken:
            taken.add(title(path))
            yield path.name, text[:MOST_CHARS]


def title(path: Path) -> str:
    """The file's title without its date."""
    return re.sub(r"[(（].*|\.\w+$", "", path.name)


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") and "\n---\n" in text else text


def verdict(locus: Locus, damaged: Damaged, repaired: CleanText) -> str:
    """``right``, ``wrong``, ``flagged`` or ``missed``: what became of a garbled place.

    A misread line that lost bytes may come back in part.
    """
    touching = [
        r
        for r in repaired.repairs
        if r.kind == "mojibake" and r.span.start < max(locus.end, locus.start + 1) and locus.start < r.span.end
    ]
    changed = [r for r in touching if not r.flagged]
    if not changed:
        return "flagged" if touching else "missed"
    for r in changed:
        first, last = damaged.origins.span(r.span.start, r.span.end)
        truth, after = key(damaged.truth[first:last]), key(r.after)
        if after != truth and not (locus.kind == "reread" and after in truth):
            return "wrong"
    return "right"


def accuracy(damaged: Damaged, repaired: CleanText) -> float:
    """1 − character error rate on the comparison key."""
    truth, got = key(damaged.truth), key(repaired.text)
    return 1 - Levenshtein.distance(truth, got) / max(1, len(truth))


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DOCUMENTS)
    parser.add_argument(
        "--classes",
        default=f"pages,flat+chunks,doubled,brackets,traditional,traditional+gbk,gbk,{'+'.join(SEED_LIKE)}",
        help="runs separated by commas, classes of one run joined by +",
    )
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--show", action="store_true", help="print every place that did not come back")
    arguments = parser.parse_args()
    texts = list(clean_texts(arguments.folder, arguments.files, arguments.seed))
    if not texts:
        parser.error(f"no clean texts in {arguments.folder}")
    if arguments.table:
        _use_table_without(arguments.table, {title(Path(name)) for name, _ in texts})
    print(f"{'classes':<60} {'chars':>8} {'right':>6} {'flag':>5} {'wrong':>5} {'miss':>5} {'s/text':>7}")
    for classes in arguments.classes.split(","):
        _score(texts, classes.split("+"), arguments)


def _use_table_without(folder: Path, titles: set[str]) -> None:
    paths = sorted(p for p in folder.rglob("*") if p.suffix in {".md", ".txt"} and title(p) not in titles)
    table = prose.counted(running(p.read_text(encoding="utf-8")) for p in paths)
    halved.prose = lambda: table  # type: ignore[assignment]


def _score(texts: list[tuple[str, str]], classes: list[str], arguments: argparse.Namespace) -> None:
    shares: list[float] = []
    verdicts: Counter[str] = Counter()
    begun = time.perf_counter()
    for name, text in texts:
        damaged = damage(text, classes, arguments.seed)
        repaired = repair(damaged.text)
        shares.append(accuracy(damaged, repaired))
        for locus in damaged.loci:
            what = verdict(locus, damaged, repaired)
            verdicts[what] += 1
            if arguments.show and what != "right":
                print(f"  {what} {name[:30]} {damaged.text[locus.start - 6 : locus.end + 6]!r} ← {locus.truth!r}")
                for r in repaired.repairs:
                    if r.kind == "mojibake" and r.span.start < locus.end and locus.start < r.span.end:
                        print(f"      {r.after!r} {r.candidates}")
    seconds = (time.perf_counter() - begun) / len(texts)
    columns = (("right", 6), ("flagged", 5), ("wrong", 5), ("missed", 5))
    counts = " ".join(f"{verdicts[what]:>{width}}" for what, width in columns)
    print(f"{'+'.join(classes):<60} {sum(shares) / len(shares):>8.4%} {counts} {seconds:>7.2f}", flush=True)


if __name__ == "__main__":
    main()
