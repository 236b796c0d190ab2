"""What was repaired in a document, what a person should look at, and what the parser stumbled over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Problem, Repair, Section, Span
from policydiff.report.parts import safe
from policydiff.synopsis.names import problem_text, repair_name
from policydiff.synopsis.sections import page_name

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

SHOWN_CHARS = 40
"""How much of a damaged passage is quoted."""


def damage(repairs: Sequence[Repair], problems: Sequence[Problem], sections: Sequence[Section]) -> RenderableType:
    """Repairs by class, the places left to a person, and the problems; one line where there is nothing."""
    from rich.console import Group

    views: list[RenderableType] = []
    if repairs:
        views += [safe(_("Damage"), "bold"), classes(repairs)]
    if flagged := flags(repairs, sections):
        views += ["", safe(_("To be looked at"), "bold"), *flagged]
    if problems:
        views += ["", safe(_("Oddities"), "bold"), *(_problem(problem, sections) for problem in problems)]
    return Group(*views) if views else safe(_("No damage found."), "dim")


def classes(repairs: Iterable[Repair]) -> Table:
    """How often each damage class was repaired and how often only flagged."""
    return class_counts(Counter((repair.kind, repair.flagged) for repair in repairs))


def class_counts(counts: Counter[tuple[str, bool]]) -> Table:
    """The same from how often each (class, flagged) occurred."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(_("Class"))
    table.add_column(_("Repaired"), justify="right")
    table.add_column(_("Flagged"), justify="right")
    table.add_column(_("switch off with"), style="dim", overflow="fold")
    for kind in dict.fromkeys(kind for kind, _flagged in counts):
        row = (repair_name(kind), str(counts[kind, False]), str(counts[kind, True]), f"--no-repair {kind}")
        table.add_row(*(safe(cell) for cell in row))
    return table


def flags(repairs: Sequence[Repair], sections: Sequence[Section]) -> list[RenderableType]:
    """A line per place that was found damaged and left to a person."""
    return [_flag(repair, sections) for repair in repairs if repair.flagged]


def _flag(repair: Repair, sections: Sequence[Section]) -> RenderableType:
    line = safe(f"{_place(repair.span, sections)}  {repair_name(repair.kind)}  ", "dim")
    line.append_text(safe(_quoted(repair.before), "not dim"))
    if repair.candidates:
        line.append_text(safe(" → " + " | ".join(_quoted(reading) for reading in repair.candidates)))
    return _indented(line)


def _problem(problem: Problem, sections: Sequence[Section]) -> RenderableType:
    line = safe(f"{_place(problem.span, sections)}  ", "dim")
    line.append_text(safe(problem_text(problem), "not dim"))
    return _indented(line)


def _indented(line: Text) -> RenderableType:
    from rich.padding import Padding

    return Padding(line, (0, 0, 0, 2))


def _place(span: Span, sections: Sequence[Section]) -> str:
    """The section and page a span of the source lies in, else its character offset."""
    section = _innermost(span.start, sections)
    if section is None:
        return _("character {offset}").format(offset=f"{span.start:,}")
    page = page_name(section.page)
    return _("{section} (p. {page})").format(section=section.id, page=page) if page else section.id


def _innermost(offset: int, sections: Sequence[Section]) -> Section | None:
    for section in sections:
        if section.span.start <= offset < section.span.end:
            return _innermost(offset, section.children) or section
    return None


def _quoted(text: str) -> str:
    return text if len(text) <= SHOWN_CHARS else text[:SHOWN_CHARS] + "…"
