"""The comparison table (新旧对照表) as a Word document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from policydiff.errors import UsageError
from policydiff.export.docx.marks import STYLE_IDS, MarkStyle, mark_styles
from policydiff.export.docx.package import UNDATED, package
from policydiff.export.docx.page import Page
from policydiff.export.docx.styles import TABLE_STYLES, font_table_part, footer_part, settings_part, styles_part
from policydiff.export.docx.table import Columns, word_table
from policydiff.export.docx.wml import paragraph, part, run
from policydiff.messages import _
from policydiff.model import Comparison
from policydiff.synopsis import ComparisonTable, Mark, table

COLUMN_COUNTS = (2, 3, 4)

LAST_NOTE = '<w:spacing w:after="120"/>'
"""Before the table begins."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def comparison_docx(
    comparison: Comparison,
    *,
    columns: int = 4,
    new_first: bool = False,
    full: bool = False,
    only: Collection[str] = (),
    keep_replacements: bool = False,
    dim_boilerplate: bool = False,
    landscape: bool | None = None,
    marks: str | Mapping[Mark, MarkStyle] = "bold",
) -> bytes:
    """``comparison`` as a table in a DOCX file.

    ``columns``: 2 the texts, 3 with remarks, 4 with numbers too. ``new_first`` puts the new text on the left.
    ``landscape`` None turns the page for three columns of text. ``marks`` is a name in `MARK_STYLES` or a style for
    some marks. ``full``, ``only``, ``keep_replacements`` and ``dim_boilerplate`` are those of
    `policydiff.synopsis.table`. Raises UsageError for another number of columns or a name that is none.
    """
    if columns not in COLUMN_COUNTS:
        raise UsageError(
            _("“{value}” is not one of {names}.").format(value=columns, names=", ".join(map(str, COLUMN_COUNTS))),
            cause=_("A comparison table has the two texts, and on request remarks and numbers."),
            fix=_("Use one of these numbers."),
        )
    styles = mark_styles(marks, comparison.mode)
    drawn = table(
        comparison, full=full, only=only, keep_replacements=keep_replacements, dim_boilerplate=dim_boilerplate
    )
    page = Page(columns > 2 if landscape is None else landscape)
    layout = Columns(numbers=columns > 3, remarks=columns > 2, new_first=new_first, room=page.room)
    body = "".join((*_front(drawn, styles, new_first), *word_table(drawn, layout), paragraph([]), page.xml))
    return package(
        part("w:document", f"<w:body>{body}</w:body>"),
        {
            "styles": styles_part(TABLE_STYLES, styles),
            "settings": settings_part(),
            "fontTable": font_table_part(),
            "footer1": footer_part(),
        },
        title=drawn.title,
        date=latest_day(comparison),
    )


def latest_day(comparison: Comparison) -> str:
    """The later of the documents' dates, if either is known to the day, for properties that need one."""
    days = [date for date in (comparison.old.date, comparison.new.date) if date and DAY.fullmatch(date)]
    return max(days, default=UNDATED)


def _front(drawn: ComparisonTable, styles: Mapping[Mark, MarkStyle], new_first: bool) -> Iterator[str]:
    yield paragraph([run(drawn.title)], "TableTitle")
    for line in drawn.subtitle:
        yield paragraph([run(line)], "TableSubtitle")
    if drawn.legend:
        yield paragraph(_legend(drawn, styles, new_first), "Legend")
    for number, note in enumerate(drawn.notes, 1):
        gap = LAST_NOTE if number == len(drawn.notes) else ""
        yield paragraph([run(_("{number}. {text}").format(number=number, text=note))], "TableNote", extra=gap)


def _legend(drawn: ComparisonTable, styles: Mapping[Mark, MarkStyle], new_first: bool) -> Iterator[str]:
    """What each mark in use means, its name in its own dress."""
    yield run(_("Legend: "))
    for place, item in enumerate(drawn.legend):
        left = (item.side == "old") != new_first
        said = _("left column {style}: {meaning}") if left else _("right column {style}: {meaning}")
        before, _style, after = said.partition("{style}")
        yield run(before)
        yield run(styles[item.mark].name, STYLE_IDS[item.mark])
        yield run(after.format(meaning=item.text) + (_(".") if place == len(drawn.legend) - 1 else _("; ")))
