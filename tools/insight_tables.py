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
from policydiff.insight.overview import Overview, joined, overview
from policydiff.report.targets import CHANGES, figure, remarks

TARGET = Path(__file__).parents[1] / "docs" / "insight.md"
MARK = "<!-- tables: written by tools/insight_tables.py -->"
OLD, NEW, PLAN = "shandong-yijian-2020-6374", "shandong-tongzhi-2022-373a", "guizhou-tongzhi-2022-040a"


def tables() -> str:
    """Shandong 2020 → 2022 joined, and the targets of Guizhou's plan, with the sentence behind each line."""
    library = policydiff.open_library()
    pair = joined(policydiff.compare(library[OLD], library[NEW]))
    plan = overview(library[PLAN])
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
