"""One row of a comparison: whose sections they are, how they relate, and the two texts with their changes marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.messages import _, ngettext
from policydiff.model import Comparison, Document, Edit, Pair, Relation, Section
from policydiff.report.comparison_head import bar
from policydiff.report.comparison_tables import table_lines
from policydiff.report.folding import Row, Stretch, rows
from policydiff.report.marks import Marker
from policydiff.report.parts import safe
from policydiff.report.styles import STYLES
from policydiff.report.typesetting import beside, clipped, in_flow, padded, set_in_lines
from policydiff.synopsis.cells import Run
from policydiff.synopsis.dimming import dimmed_runs
from policydiff.synopsis.marks import Mark
from policydiff.synopsis.relations import changes, marks_of, missing_name, relation_name, side_names
from policydiff.synopsis.sections import page_name, section_title

if TYPE_CHECKING:
    from rich.text import Text

RULE, DIVIDER, LINK = "─", " │ ", "⇄"

UNCHANGED_SIGN = "＝"

ALONE = frozenset({Relation.ONLY_OLD, Relation.ONLY_NEW})


@dataclass(frozen=True, slots=True)
class Setting:
    """How rows are set: ``width`` columns, ``beside`` each other or stacked, unchanged text folded or not,
    boilerplate set back or not."""

    comparison: Comparison
    marker: Marker
    width: int
    beside: bool
    fold: bool
    dim: bool = False

    @property
    def column(self) -> int:
        """The width of a column of text."""
        return (self.width - len(DIVIDER)) // 2 if self.beside else self.width - self.gutter

    @property
    def gutter(self) -> int:
        """The cells before stacked text that say which side it is."""
        from rich.cells import cell_len

        return max(map(cell_len, side_names(self.comparison.mode))) + len(DIVIDER)

    def fold_sign(self) -> str:
        """What stands for text left out, for the legend; empty where nothing is."""
        return _("…… n characters left out ……") if self.fold else ""

    def alone(self, pair: Pair) -> bool:
        """True where the row's text stands on one side only, so that marks would say nothing."""
        return pair.relation in ALONE


def pair_block(setting: Setting, pair: Pair) -> Iterator[Text]:
    """A rule, the two headings, what is known of the pairing, the texts, the tables."""
    from rich.text import Text

    yield Text(RULE * setting.width, style="dim")
    yield from _titles(setting, pair)
    yield from in_flow(_facts(setting, pair), setting.width)
    for line in (_see_also(setting, pair), _candidates(setting, pair)):
        if line:
            yield from set_in_lines(line, setting.width)
    yield from _texts(setting, pair.edits, pair)
    for table in pair.tables:
        if table.differs or not setting.fold:
            yield Text()
            yield from table_lines(table, setting.marker, setting.width, fold=setting.fold)


def folded_line(setting: Setting, pairs: Sequence[Pair]) -> Iterator[Text]:
    """Unchanged rows in one line."""
    from rich.text import Text

    if not pairs:
        return
    old, new = setting.comparison.old, setting.comparison.new
    if len(pairs) == 1:
        name = f"{_names(old, pairs[0].old)} {LINK} {_names(new, pairs[0].new)}"
    else:
        name = "、".join(_names(old, pair.old) for pair in pairs)
    count = ngettext("{count} section unchanged", "{count} sections unchanged", len(pairs)).format(count=len(pairs))
    what = "  ".join([count, *marks_of(pairs[0])]) if len(pairs) == 1 else count
    yield Text(clipped(f"{UNCHANGED_SIGN} {what}  {safe(name).plain}", setting.width), style="dim")


def _names(document: Document, ids: Sequence[str]) -> str:
    found = [_title(document.section(section_id), section_id) for section_id in ids]
    return " + ".join(found)


def _title(section: Section | None, section_id: str) -> str:
    return f"{section_id} {section_title(section)}".strip() if section is not None else section_id


def _titles(setting: Setting, pair: Pair) -> Iterator[Text]:
    from rich.text import Text

    left = _heading(setting.comparison.old, pair.old, pair, setting)
    right = _heading(setting.comparison.new, pair.new, pair, setting)
    if setting.beside:
        columns = set_in_lines(left, setting.column), set_in_lines(right, setting.column)
        yield from beside(*columns, setting.column, Text(DIVIDER, style="dim"))
        return
    for name, title in zip(side_names(setting.comparison.mode), (left, right), strict=True):
        yield from _guttered(setting, name, set_in_lines(title, setting.column))


def _heading(document: Document, ids: Sequence[str], pair: Pair, setting: Setting) -> Text:
    """Id, label, heading and page of each section, a line each."""
    from rich.text import Text

    lines = []
    for section_id in ids:
        section = document.section(section_id)
        line = Text.assemble(safe(_heading_of(section, section_id), "bold"))
        page = page_name(section.page) if section is not None else ""
        if page:
            line.append("  " + _("p. {page}").format(page=page), style="dim")
        lines.append(line)
    if not lines:
        lines = [Text(f"（{missing_name(pair.relation, setting.comparison.mode)}）", style="dim")]
    return Text("\n").join(lines)


def _heading_of(section: Section | None, section_id: str) -> str:
    """Id, label and heading; no preview of a text that stands right below."""
    return f"{section_id} {section.title}".strip() if section is not None else section_id


def _facts(setting: Setting, pair: Pair) -> Iterator[Text]:
    """Relation and marks; how alike the texts are and how sure the link is, where there is one."""
    from rich.text import Text

    if setting.alone(pair) and not marks_of(pair):
        return
    name = relation_name(pair.relation, setting.comparison.mode)
    yield Text.assemble((name, f"{STYLES[pair.relation]} bold"), *(f" · {mark}" for mark in marks_of(pair)))
    if pair.old and pair.new:
        yield Text.assemble(_("similarity"), " ", bar(pair.similarity))
        yield Text.assemble(_("confidence"), f" {pair.confidence:.0%}")


def _see_also(setting: Setting, pair: Pair) -> Text | None:
    names = [
        *(_names(setting.comparison.new, [section_id]) for section_id in pair.see_also_new),
        *(_names(setting.comparison.old, [section_id]) for section_id in pair.see_also_old),
    ]
    return safe("  ".join([_("See also"), "；".join(names)]), "dim") if names else None


def _candidates(setting: Setting, pair: Pair) -> Text | None:
    other = setting.comparison.old if pair.relation is Relation.ONLY_NEW else setting.comparison.new
    names = [f"{_names(other, [found.section])} {found.confidence:.0%}" for found in pair.candidates]
    return safe("  ".join([_("Might be"), "；".join(names)]), "dim") if names else None


def _texts(setting: Setting, edits: Sequence[Edit], pair: Pair) -> Iterator[Text]:
    from rich.text import Text

    plain = setting.alone(pair)
    for row in rows(edits, fold=setting.fold and not plain and changes(edits)):
        left, right = (_set(setting, half, plain) for half in (row.left, row.right))
        if row.left_out:
            yield from _fold(setting, row.left_out)
        elif setting.beside:
            yield from beside(left, right, setting.column, Text(DIVIDER, style="dim"))
        else:
            yield from _stacked(setting, row, left, right)


def _set(setting: Setting, half: Sequence[Stretch], plain: bool) -> list[Text]:
    """One side of a row in lines; the line end that closes it makes no line of its own."""
    from rich.text import Text

    if not half:
        return []
    text = Text()
    runs = [Run(stretch.text, Mark.PLAIN if plain else stretch.mark, stretch.move) for stretch in half]
    for run in dimmed_runs(runs) if setting.dim else runs:
        setting.marker.append(text, run.text, run.mark, run.move, dim=run.common)
    if text.plain.endswith("\n"):
        text.right_crop(1)
    return set_in_lines(text, setting.column)


def _stacked(setting: Setting, row: Row, left: Sequence[Text], right: Sequence[Text]) -> Iterator[Text]:
    """The old half above the new one; what both share stands once."""
    old, new = side_names(setting.comparison.mode)
    if all(stretch.mark is Mark.PLAIN for stretch in (*row.left, *row.right)) and left and right:
        yield from _guttered(setting, UNCHANGED_SIGN, right)
        return
    yield from _guttered(setting, old, left)
    yield from _guttered(setting, new, right)


def _guttered(setting: Setting, name: str, lines: Sequence[Text]) -> Iterator[Text]:
    from rich.text import Text

    room = setting.gutter - len(DIVIDER)
    for index, line in enumerate(lines):
        yield Text.assemble(padded(name if index == 0 else "", room, "dim"), (DIVIDER, "dim"), line)


def _fold(setting: Setting, count: int) -> Iterator[Text]:
    from rich.text import Text

    note = _("…… {count} characters left out ……").format(count=count)
    column = Text(clipped(note, setting.column), style="dim")
    column = Text.assemble(" " * ((setting.column - column.cell_len) // 2), column)
    if setting.beside:
        yield from beside([column], [column], setting.column, Text(DIVIDER, style="dim"))
    else:
        yield from _guttered(setting, "", [column])
