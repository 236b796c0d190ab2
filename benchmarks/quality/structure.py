"""Score the reading of the bundled compilation against trees made by hand.

    python -m benchmarks.quality.structure [--gold FILE] [--source FILE] [--errors]

Prints documents and listed documents found, metadata right, heading F1 (label and heading together, on the comparison
key), the character error rate of section texts (on the key, sections paired by heading), and what was removed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from policydiff.keys import key
from policydiff.model import Document, Parsed, Section
from policydiff.outline import parse
from policydiff.read import read

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(__file__).parent / "gold_seed" / "structure-sample.json"
SOURCE = ROOT / "corpus" / "sources" / "smart-city-policy-compilation.txt"
FIELDS = (
    "title",
    "doc_number",
    "date",
    "region",
    "level",
    "main_title",
    "excerpt",
    "period",
    "issuers",
    "recipients",
    "attachments",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over the documents of a gold file."""

    found: int
    documents: int
    right: int
    printed: int
    expected: int
    errors: int
    characters: int
    fields: Counter[str]
    messages: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of headings printed that are right."""
        return self.right / self.printed if self.printed else 0.0

    @property
    def recall(self) -> float:
        """Share of expected headings found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def error_rate(self) -> float:
        """Levenshtein distance of section texts over their gold length, in characters of the key."""
        return self.errors / self.characters if self.characters else 0.0


def score(parsed: Parsed, gold: list[dict[str, Any]]) -> Score:
    """Compare ``parsed`` with a gold file's documents."""
    fields: Counter[str] = Counter()
    messages: list[str] = []
    right = printed = expected = errors = characters = found = 0
    for wanted in gold:
        document = _document(parsed, wanted)
        if document is None:
            messages.append(f"missing: {wanted['title']}")
            expected += sum(1 for _ in _gold_sections(wanted))
            continue
        found += 1
        for name in FIELDS:
            got, want = _field(document, name), _wanted(wanted, name)
            fields[name] += got == want
            if got != want:
                messages.append(f"{wanted['id']} {name}: {got!r}, expected {want!r}")
        mine = [(key(s.label + s.heading), s) for s in document.walk() if s.id != "0"]
        theirs = [(key(s["label"] + s["heading"]), s) for s in _gold_sections(wanted)]
        shared = Counter(k for k, _ in mine) & Counter(k for k, _ in theirs)
        right, printed, expected = right + shared.total(), printed + len(mine), expected + len(theirs)
        messages += [f"{wanted['id']} heading not in gold: {s.label} {s.heading}" for k, s in mine if k not in shared]
        messages += [
            f"{wanted['id']} heading missed: {s['label']} {s['heading']}" for k, s in theirs if k not in shared
        ]
        e, c, m = _texts(document, wanted, mine, theirs)
        errors, characters = errors + e, characters + c
        messages += m
    return Score(
        found=found, documents=len(gold), right=right, printed=printed, expected=expected,
        errors=errors, characters=characters, fields=fields, messages=tuple(messages),
    )  # fmt: skip


def _texts(
    document: Document, wanted: dict[str, Any], mine: list[tuple[str, Section]], theirs: list[tuple[str, Any]]
) -> tuple[int, int, list[str]]:
    """Edit distance between texts of sections with the same heading; a section without partner counts whole."""
    errors = characters = 0
    messages = []
    pool: dict[str, list[Section]] = {}
    for k, s in mine:
        pool.setdefault(k, []).append(s)
    pairs = [
        (pool[k].pop(0).text if pool.get(k) else "", s["body"] + s.get("tail", ""), s["heading"]) for k, s in theirs
    ]
    first = document.sections[0].text if document.sections and document.sections[0].id == "0" else ""
    pairs.append((first, wanted["preamble"] or "", "0"))
    pairs.append((document.notice or "", wanted["notice"] or "", "notice"))
    for got, want, name in pairs:
        distance = Levenshtein.distance(key(got), key(want))
        errors += distance
        characters += len(key(want))
        if distance:
            messages.append(f"{wanted['id']} {name}: {distance} errors\n    got  {_ends(got)}\n    want {_ends(want)}")
    return errors, characters, messages


def _ends(text: str) -> str:
    """How a text begins and ends, on the key."""
    return f"{key(text)[:60]} … {key(text)[-60:]}"


def _document(parsed: Parsed, wanted: dict[str, Any]) -> Document | None:
    middle = (wanted["char_start"] + wanted["char_end"]) // 2
    return next((d for d in parsed.documents if d.span.start <= middle < d.span.end), None)


def _gold_sections(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    stack = list(reversed(document["sections"]))
    while stack:
        section = stack.pop()
        yield section
        stack += reversed(section["children"])


def _field(document: Document, name: str) -> object:
    value = getattr(document, name)
    if name == "period":
        return f"{value[0]}-{value[1]}" if value else None
    if isinstance(value, str):
        return key(value)
    return tuple(key(v) for v in value) if isinstance(value, tuple) else value


def _wanted(gold: dict[str, Any], name: str) -> object:
    if name == "date":
        return key(gold["date"] or gold.get("year") or "") or None
    if name == "recipients":
        return key(gold["salutation"]) if gold["salutation"] else None
    if name == "attachments":
        return tuple(key(a["title"]) for a in gold["attachments"])
    value = gold[name]
    if isinstance(value, list):
        return tuple(key(v) for v in value)
    return key(value) if isinstance(value, str) else value


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--source", type=Path, default=SOURCE)
    parser.add_argument("--errors", action="store_true", help="print every difference")
    options = parser.parse_args()
    parsed = parse(read(options.source))
    result = score(parsed, json.loads(options.gold.read_text("utf-8"))["documents"])
    print(f"documents {len(parsed.documents)}, listed {len(parsed.listed)}; in gold {result.found}/{result.documents}")
    print("metadata right  " + "  ".join(f"{name} {result.fields[name]}/{result.found}" for name in FIELDS))
    print(f"headings        precision {result.precision:.4f}  recall {result.recall:.4f}  F1 {result.f1:.4f}")
    print(f"section texts   {result.errors} errors in {result.characters} characters: {result.error_rate:.4%}")
    counts = Counter(r.kind for r in parsed.repairs)
    flagged = Counter(r.kind for r in parsed.repairs if r.flagged)
    print(
        "repairs         "
        + "  ".join(
            f"{kind} {n}" + (f" ({flagged[kind]} flagged)" if flagged[kind] else "") for kind, n in counts.most_common()
        )
    )
    if options.errors:
        print("\n".join(result.messages))


if __name__ == "__main__":
    main()
