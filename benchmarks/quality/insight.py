"""Targets, deadlines, responsible bodies: against the gold sample, and on versions made by known edits.

    python -m benchmarks.quality.insight [--data DIR]

The sample was read by others and is what counts; ``gold_own/targets.json`` was read by one who knew the rules and is
kept apart. A target is right where section, figure, unit and comparator are, and its text lies over the gold's. With
a folder of reports and laws the made versions are drawn from those too.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.quality.gold import bundled
from policydiff.insight import Target, TargetChange, bodies_change, facts, join, lexicon
from policydiff.insight.likeness import alike
from policydiff.keys import key
from policydiff.model import Document, Section

HERE = Path(__file__).parent
SAMPLE = HERE / "gold_seed" / "targets-sample.json"
OWN = HERE / "gold_own" / "targets.json"
NAMES = {
    "shandong-smart-city-opinions-2020": "shandong-yijian-2020-6374",
    "shandong-smart-city-acceleration-2022": "shandong-tongzhi-2022-373a",
    "ndrc-smart-city-evaluation-2016": "cn-tongzhi-2016-a3df",
    "ndrc-smart-city-evaluation-2018": "cn-tongzhi-2018-8d1a",
    "guizhou-145-smart-qiancheng-2022": "guizhou-tongzhi-2022-040a",
    "ndrc-county-smart-2020": "cn-tongzhi-2020-369a",
}
"""The sample's names of documents → the bundled library's."""

TASK_LEAST = 0.6
ROUNDS = 3
"""Seeds per document for made versions."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the gold were found, of the found were right."""

    gold: int
    found: int
    right: int

    def line(self, name: str) -> str:
        """A line of the table."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"| {name} | {self.gold} | {self.found} | {self.right} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def sample() -> Mapping[str, Any]:
    """The gold sample with the bundled documents' ids."""
    raw = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for kind in ("targets", "deadlines", "near_misses", "responsibilities"):
        for entry in raw[kind]:
            entry["doc"] = NAMES[entry["doc"]]
    return {**raw, "read": sorted({entry["doc"] for kind in ("targets", "deadlines") for entry in raw[kind]})}


def own() -> Mapping[str, Any]:
    """The project's own labels."""
    loaded: Mapping[str, Any] = json.loads(OWN.read_text(encoding="utf-8"))
    return loaded


def target_tally(gold: Mapping[str, Any], documents: Mapping[str, Document]) -> tuple[Tally, list[str]]:
    """Targets found, and what was missed or false."""
    wanted = [dict(entry) for entry in gold["targets"]]
    found = [(name, one) for name in gold["read"] for one in facts(documents[name]).targets]
    left = list(wanted)
    losses = []
    for name, one in found:
        match = next((entry for entry in left if _is(entry, name, one)), None)
        if match is None:
            losses.append(f"false: {name}#{one.where.section} {one.value_text} in {one.where.text}")
        else:
            left.remove(match)
    losses += [f"missed: {entry['doc']}#{entry['section']} {entry['value_text']}" for entry in left]
    return Tally(len(wanted), len(found), len(wanted) - len(left)), losses


def deadline_tally(gold: Mapping[str, Any], documents: Mapping[str, Document]) -> tuple[Tally, list[str]]:
    """Deadlines found: the date equal, the tasks alike."""
    left = [dict(entry) for entry in gold["deadlines"]]
    count = len(left)
    found = [(name, one) for name in gold["read"] for one in facts(documents[name]).deadlines]
    losses = []
    for name, one in found:
        fits = [
            entry
            for entry in left
            if (entry["doc"], entry["section"], entry["deadline"]) == (name, one.where.section, one.due.iso)
            and alike(entry["task"], one.task) >= TASK_LEAST
        ]
        if fits:
            left.remove(max(fits, key=lambda entry: alike(entry["task"], one.task)))
        else:
            losses.append(f"false: {name}#{one.where.section} {one.due.iso} {one.task}")
    losses += [f"missed: {entry['doc']}#{entry['section']} {entry['deadline']} {entry['task']}" for entry in left]
    return Tally(count, len(found), count - len(left)), losses


def lookalikes_refused(gold: Mapping[str, Any], documents: Mapping[str, Document]) -> tuple[int, int]:
    """How many look-alikes no target was read from, and how many there are."""
    refused = 0
    for entry in gold["near_misses"]:
        inside = key(entry["text"])
        near = [one for one in facts(documents[entry["doc"]]).targets if one.where.section == entry["section"]]
        refused += not any(inside in key(one.where.text) and key(one.value_text) in inside for one in near)
    return refused, len(gold["near_misses"])


def bodies_right(gold: Mapping[str, Any], documents: Mapping[str, Document]) -> tuple[int, int]:
    """Sections whose list of bodies is exactly the gold's."""
    right = 0
    for entry in gold["responsibilities"]:
        lists = [r for r in facts(documents[entry["doc"]]).responsibilities if r.where.section == entry["section"]]
        right += len(lists) == 1 and (
            (list(lists[0].bodies), list(lists[0].local), lists[0].and_others)
            == (entry["bodies"], entry["local"], entry["etc"])
        )
    return right, len(gold["responsibilities"])


def _is(entry: Mapping[str, Any], name: str, one: Target) -> bool:
    same = (entry["doc"], entry["section"], entry["value"], entry["unit"], entry["comparator"]) == (
        name,
        one.where.section,
        one.value,
        one.unit,
        str(one.comparator),
    )
    return same and key(entry["value_text"]) in key(one.where.text) and _over(entry.get("clause"), one.where.text)


def _over(clause: str | None, text: str) -> bool:
    return clause is None or key(clause) in key(text) or key(text) in key(clause)


@dataclass(frozen=True, slots=True)
class Edit:
    """A known edit of a section's text, and the change it is."""

    section: str
    kind: str
    place: tuple[int, int]
    after: str
    target: int = -1
    value_text: str = ""
    sentence: str = ""


def made_edits(document: Document, random: Random) -> Iterator[Edit]:
    """One edit for each target that has a figure in digits and a clause of its own."""
    done: set[tuple[str, str]] = set()
    for index, one in enumerate(facts(document).targets):
        where = (one.where.section, one.sentence)
        if one.implicit or where in done or one.value2 is not None or not one.where.text.strip():
            continue
        kind = random.choice(("raised", "lowered", "later", "earlier", "dropped", "same"))
        made = _edit(document, one, kind, random)
        if made is not None:
            done.add(where)
            yield replace(made, target=index, sentence=one.sentence)


def _edit(document: Document, one: Target, kind: str, random: Random) -> Edit | None:
    section = document.section(one.where.section)
    number = re.match(r"\d+(?:\.\d+)?", one.value_text)
    if section is None or number is None:
        return None
    start, end = one.where.place
    at = section.text.find(one.value_text, start, end)
    if at < 0 or section.text.count(one.value_text, start, end) > 1:
        return None
    if kind in ("raised", "lowered"):
        figure = _moved(number[0], up=kind == "raised", share="%" in one.value_text, random=random)
        if figure is None:
            return None
        return Edit(
            section.id, kind, (at, at + number.end()), figure, value_text=figure + one.value_text[number.end() :]
        )
    if kind in ("later", "earlier"):
        year = re.search(r"20\d\d", one.due.text) if one.due and one.due.source == "sentence" else None
        if year is None or one.due is None:
            return None
        place = section.text.rfind(one.due.text, 0, at)
        if place < 0:
            return None
        first = place + year.start()
        after = str(int(year[0]) + (1 if kind == "later" else -1))
        if document.date and int(after) < int(document.date[:4]):
            return None
        return Edit(section.id, kind, (first, first + 4), after, value_text=one.value_text)
    if kind == "dropped":
        return Edit(section.id, kind, (start, end), "稳步推进有关工作")
    return Edit(section.id, "same", (at, at), "", value_text=one.value_text)


def _moved(figure: str, *, up: bool, share: bool, random: Random) -> str | None:
    digits = len(figure.partition(".")[2])
    value = float(figure)
    step = max(10**-digits, round(value * random.choice((0.1, 0.2, 0.5)), digits))
    moved = value + step if up else value - step
    if moved <= 0 or (share and moved > 100):
        return None
    return f"{moved:.{digits}f}"


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """``document`` with ``edits`` made."""
    by_section: dict[str, list[Edit]] = {}
    for edit in edits:
        by_section.setdefault(edit.section, []).append(edit)

    def visit(section: Section) -> Section:
        text = section.text
        for edit in sorted(by_section.get(section.id, ()), key=lambda one: -one.place[0]):
            text = text[: edit.place[0]] + edit.after + text[edit.place[1] :]
        return replace(section, text=text, children=tuple(visit(child) for child in section.children))

    return replace(document, sections=tuple(visit(section) for section in document.sections))


def class_score(documents: Sequence[Document]) -> dict[str, tuple[int, int]]:
    """By kind of edit: how many edited targets were told exactly so, and how many there were.

    A target must be joined with its own edited self: the new figure is the one that was put in. ``untouched`` are the
    targets of sentences that nothing was done to; they must be told the same.
    """
    score: dict[str, tuple[int, int]] = {}

    def count(kind: str, right: bool) -> None:
        told, made = score.get(kind, (0, 0))
        score[kind] = told + right, made + 1

    for document in documents:
        for seed in range(ROUNDS):
            edits = [edit for edit in made_edits(document, Random(seed)) if edit.kind != "same"]
            new = edited(document, edits)
            left, right = facts(document), facts(new)
            same = {(section.id, section.id) for section in document.walk()}
            told = {pair.old: pair for pair in join(left, right, same, (document, new), lexicon())}
            for edit in edits:
                pair = told[edit.target]
                other = None if pair.new is None else right.targets[pair.new].value_text
                count(edit.kind, _told(pair.change, edit.kind) and (edit.kind == "dropped" or other == edit.value_text))
            touched = {(edit.section, edit.sentence) for edit in edits}
            moved = {edit.section for edit in edits if edit.kind in ("later", "earlier")}
            for index, one in enumerate(left.targets):
                if (one.where.section, one.sentence) not in touched and one.where.section not in moved:
                    count("untouched", told[index].change is TargetChange.SAME)
    return score


def _told(change: TargetChange, kind: str) -> bool:
    return change == kind or (kind == "dropped" and change is TargetChange.UNQUANTIFIED)


def bodies_score(documents: Sequence[Document]) -> tuple[int, int]:
    """Known edits to lists of bodies (one left out, one put in) told exactly."""
    right = count = 0
    for document in documents:
        for one in facts(document).responsibilities:
            if len(one.bodies) < 2:
                continue
            for added, dropped, text in (
                ((), (one.bodies[-1],), one.where.text.replace(f"、{one.bodies[-1]}", "", 1)),
                (("省审计厅",), (), one.where.text.replace(one.bodies[0], f"{one.bodies[0]}、省审计厅", 1)),
            ):
                edit = Edit(one.where.section, "bodies", one.where.place, text)
                changed = facts(edited(document, [edit])).responsibilities
                told = bodies_change(
                    [one],
                    [
                        r
                        for r in changed
                        if r.where.section == one.where.section and r.where.place[0] == one.where.place[0]
                    ],
                    places=True,
                )
                count += 1
                right += told is not None and (told.added, told.dropped) == (added, dropped)
    return right, count


def corpus() -> dict[str, Document]:
    """The bundled documents by id."""
    folder = HERE.parents[1] / "corpus" / "documents"
    return {path.stem: bundled(path.stem) for path in sorted(folder.glob("*.md"))}


def texts(folder: Path) -> list[Document]:
    """The reports of a data folder."""
    from policydiff.outline import parse
    from policydiff.read import read

    return [parse(read(path)).documents[0] for path in sorted((folder / "reports").glob("*.txt"))]


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--losses", action="store_true", help="list what was missed or false")
    chosen = parser.parse_args()
    documents = corpus()
    print("| gold | entries | found | right | precision | recall | F1 |\n| --- | --- | --- | --- | --- | --- | --- |")
    losses: list[str] = []
    for name, gold in (("sample", sample()), ("own", own())):
        for kind, tally in (("targets", target_tally), ("deadlines", deadline_tally)):
            score, lost = tally(gold, documents)
            print(score.line(f"{kind}, {name}"))
            losses += lost
    print("\nLook-alikes refused: {} of {}".format(*lookalikes_refused(sample(), documents)))
    print("Sections with exactly the gold's bodies: {} of {}".format(*bodies_right(sample(), documents)))
    drawn = [*documents.values(), *(texts(chosen.data) if chosen.data else ())]
    print("\n| known edit | made | told right | share |\n| --- | --- | --- | --- |")
    for kind, (right, count) in sorted(class_score(drawn).items()):
        print(f"| {kind} | {count} | {right} | {right / count:.3f} |")
    right, count = bodies_score(drawn)
    print(f"| bodies | {count} | {right} | {right / max(count, 1):.3f} |")
    longest = max(drawn, key=lambda one: sum(len(s.text) for s in one.walk()))
    start = time.perf_counter()
    facts(longest)
    seconds = time.perf_counter() - start
    size = sum(len(section.text) for section in longest.walk())
    print(f"\n{size:,} characters in {seconds:.2f} s: {80_000 / size * seconds:.2f} s for 80,000")
    if chosen.losses:
        print("\n" + "\n".join(losses))


if __name__ == "__main__":
    main()
