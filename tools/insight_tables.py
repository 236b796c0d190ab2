"""Write the tables of docs/insight.md from the bundled corpus.

python tools/insight_tables.py            writes them
python tools/insight_tables.py --check    exits 1 where they are not current
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import policydiff
from policydiff import messages
from policydiff.insight.origins import origins
from policydiff.insight.overview import Overview, joined, overview
from policydiff.insight.wording import wording
from policydiff.model.origins import Origins
from policydiff.model.wording import Strength, Wording
from policydiff.report.targets import CHANGES, figure, remarks
from policydiff.report.wording import DIRECTIONS, HEADS

TARGET = Path(__file__).parents[1] / "docs" / "insight.md"
MARK = "<!-- tables: written by tools/insight_tables.py -->"
OLD, NEW, PLAN = "shandong-yijian-2020-6374", "shandong-tongzhi-2022-373a", "guizhou-tongzhi-2022-040a"
CENTRE, COUNTIES = "cn-yijian-2014-ff9c", "cn-tongzhi-2020-369a"
SHOWN = 6
"""Terms shown of each change."""


def tables() -> str:
    """Shandong 2020 → 2022 joined, Guizhou's targets, wording and origins, with the sentence behind each line."""
    library = policydiff.open_library()
    pair = joined(policydiff.compare(library[OLD], library[NEW]))
    plan = overview(library[PLAN])
    moved = wording(policydiff.compare(library[OLD], library[NEW]))
    strength = wording(policydiff.compare(library[COUNTIES], library[OLD])).strength
    traced = origins(library[NEW], [library[OLD], library[CENTRE]])
    return "\n".join(
        [
            f"`policydiff targets {OLD} {NEW}`",
            "",
            *_grid(("变化", "指标", "范围", "2020 年", "2022 年", "依据"), _pairs(pair)),
            "",
            f"`policydiff targets {PLAN}`",
            "",
            *_grid(("节", "指标", "数值", "期限", "说明", "原文"), _targets(plan)),
            "",
            f"`policydiff wording {OLD} {NEW}`，每类前 {SHOWN} 个",
            "",
            *_grid(("变化", "词语", "次数", "每万字", "显著性", "原句"), _terms(moved)),
            "",
            f"`policydiff wording {COUNTIES} {OLD}`，措辞",
            "",
            *_grid(("措辞", "方向", "所说的事", "左句", "右句"), _steps(strength)),
            "",
            f"`policydiff origins {NEW} {OLD} {CENTRE}`",
            "",
            *_grid(("节", *(f"出自 {source}" for source in (OLD, CENTRE)), "新写", "例句与来源"), _origins(traced)),
            "",
        ]
    )


def _pairs(found: Overview) -> Iterable[Sequence[str]]:
    left, right = found.facts
    for pair in found.targets:
        old = None if pair.old is None else left.targets[pair.old]
        new = None if pair.new is None else right.targets[pair.new]
        named = new or old
        said = pair.passage.text if pair.passage else ""
        yield (
            messages._(CHANGES[pair.change][0]),
            named.indicator if named else "",
            (named.scope or "") if named else "",
            f"{figure(old)}（{old.due.iso if old.due else '—'}）" if old else said,
            f"{figure(new)}（{new.due.iso if new.due else '—'}）" if new else said,
            named.where.text if named else "",
        )


def _targets(found: Overview) -> Iterable[Sequence[str]]:
    for one in found.facts[0].targets:
        due = f"{one.due.iso}（{one.due.source}）" if one.due else ""
        yield (one.where.section, one.indicator, figure(one), due, remarks(one), one.where.text)


def _terms(moved: Wording) -> Iterable[Sequence[str]]:
    for change, name in HEADS.items():
        for term in [t for t in moved.terms if t.change is change][:SHOWN]:
            example = (term.new_examples or term.old_examples)[0]
            counts = f"{term.old_count} → {term.new_count}", f"{term.old_rate:.1f} → {term.new_rate:.1f}"
            sure = f"p < {term.significance}" if term.significance else "—"
            yield (messages._(name), term.term, *counts, sure, f"{example.section}：{_line(example.sentence)}")


def _steps(strength: Sequence[Strength]) -> Iterable[Sequence[str]]:
    for step in strength:
        moved = f"{step.old.text} → {step.new.text}", messages._(DIRECTIONS[step.direction])
        yield (*moved, step.subject, *(f"{side.section}：{_line(side.sentence)}" for side in (step.old, step.new)))


def _origins(traced: Origins) -> Iterable[Sequence[str]]:
    for section in traced.sections:
        shares = [f"{share.copied + share.reworded:.0%}" for share in section.shares]
        held = [s for s in section.sentences if s.ancestor is not None]
        example = ""
        if held and (found := held[0].ancestor) is not None:
            example = f"{_line(held[0].text)} ← {found.section}：{_line(found.text)}"
        yield (f"{section.section} {section.title}".strip(), *shares, f"{section.new:.0%}", example)


def _line(sentence: str) -> str:
    return sentence.replace("\n", " ")


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]


def main() -> int:
    """Write the tables, or say that they are not current."""
    messages.use("zh")
    head, _mark, _rest = TARGET.read_text(encoding="utf-8").partition(MARK)
    page = f"{head}{MARK}\n\n{tables()}"
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != page)
    TARGET.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
