"""A comparison as Markdown: a page of main points, the comparison table, and the originals that it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from policydiff.export.markdown.anchors import NEW, OLD, Links, anchor, place
from policydiff.export.markdown.escaping import LINE_END, inline, line, marked
from policydiff.export.markdown.points import main_points
from policydiff.messages import _
from policydiff.model import Comparison, Mode, Section
from policydiff.synopsis import Cell, CellTable, ComparisonTable, Mark, Paragraph, Run, TableRowView, table
from policydiff.synopsis.row_cells import Sides

Marks = Mapping[Mark, Mark]
"""What is marked as something else."""

MARK_SAMPLES = {
    Mark.INSERTED: "**{text}**",
    Mark.DELETED: "~~{text}~~",
    Mark.MOVED_AWAY: "*↷ {text}*",
    Mark.MOVED_HERE: "*↶ {text}*",
}


NOT_DELETED = {Mark.DELETED: Mark.INSERTED}
"""Between regions, what only the left has was not deleted: it is bold too, in its own column."""


def comparison_markdown(
    comparison: Comparison,
    *,
    only: Collection[str] = (),
    full: bool = False,
    keep_replacements: bool = False,
    new_first: bool = False,
) -> str:
    """``comparison`` as GitHub-flavoured Markdown; ``only``, ``full`` and ``keep_replacements`` choose the rows of the
    table as in `policydiff.synopsis.table`, ``new_first`` puts the new text in its left column."""
    shown = table(comparison, full=full, only=only, keep_replacements=keep_replacements)
    sides = Sides.of(comparison)
    links = Links(comparison, sides)
    lines = [
        f"# {line(shown.title)}",
        "",
        *_documents(shown),
        _heading(2, _("Main points")),
        "",
        *main_points(comparison, links),
        _heading(2, _("Comparison table")),
        "",
        *_table(shown, NOT_DELETED if comparison.mode is Mode.REGION else {}, new_first=new_first),
        *_originals(shown, links, sides),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _heading(depth: int, text: str) -> str:
    return f"{'#' * depth} {line(text)}"


def _documents(shown: ComparisonTable) -> Iterator[str]:
    for side, text in zip((OLD, NEW), shown.subtitle, strict=True):
        yield f"- {place(side)}{line(text)}"
    yield ""


def _table(shown: ComparisonTable, marks: Marks, *, new_first: bool) -> Iterator[str]:
    if shown.legend:
        samples = [
            MARK_SAMPLES[marks.get(item.mark, item.mark)].format(text=inline(item.text)) for item in shown.legend
        ]
        said = line(_("Marks:"))
        yield f"{said} {' · '.join(samples)}"
        yield ""
    for note in shown.notes:
        yield f"- {line(note)}"
    yield ""
    heads = [inline(head) for head in shown.headings]
    number, remarks = inline(_("No.")), inline(_("Remarks"))
    yield f"| {number} | {' | '.join(reversed(heads) if new_first else heads)} | {remarks} |"
    yield "| ---: | --- | --- | --- |"
    seen: set[str] = set()
    for row in shown.rows:
        texts = [_cell(row.old, OLD, row, seen, marks), _cell(row.new, NEW, row, seen, marks)]
        cells = [str(row.number), *(reversed(texts) if new_first else texts), LINE_END.join(map(inline, row.remarks))]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _cell(cell: Cell | None, side: str, row: TableRowView, seen: set[str], marks: Marks) -> str:
    if cell is None:
        return inline(row.absent)
    parts = []
    for section in cell.sections:
        if (name := anchor(side, section.id)) not in seen:
            seen.add(name)
            parts.append(place(side, section.id))
    return "".join(parts) + LINE_END.join(text for block in cell.blocks for text in _block(block, marks))


def _block(block: Paragraph | CellTable, marks: Marks) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield marked([*([Run(block.label)] if block.label else []), *_as(block.runs, marks)])
        return
    for row in (block.header, *block.rows):
        yield marked(
            run for number, cell in enumerate(row) for run in (*((Run("\t"),) if number else ()), *_as(cell, marks))
        )


def _as(runs: Iterable[Run], marks: Marks) -> Iterator[Run]:
    return (Run(run.text, marks.get(run.mark, run.mark), run.move) for run in runs)


def _originals(shown: ComparisonTable, links: Links, sides: Sides) -> Iterator[str]:
    """The sections that are linked and stand in no row."""
    there = {
        (side, section.id)
        for row in shown.rows
        for side, cell in ((OLD, row.old), (NEW, row.new))
        if cell is not None
        for section in cell.sections
    }
    citations = {OLD: sides.old, NEW: sides.new}
    names = dict(zip((OLD, NEW), shown.headings, strict=True))
    missing = [key for key in links.made if key not in there]
    if not missing:
        return
    yield _heading(2, _("Originals not in the table"))
    yield ""
    for side, section_id in missing:
        yield f"### {place(side, section_id)}{line(names[side])} {line(citations[side].cite(section_id))}"
        yield ""
        yield from _paragraphs(list(citations[side].sections([section_id])))


def _paragraphs(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        for paragraph in section.text.split("\n"):
            if paragraph.strip():
                yield line(paragraph)
                yield ""
