"""The options of our own formats, each said once, so that they mean the same wherever they are understood."""

from __future__ import annotations

from policydiff.export.format import Option
from policydiff.messages import N_
from policydiff.synopsis.relations import KINDS

ONLY = Option(
    name="only",
    help=N_("Only rows of this kind; may be repeated."),
    type=str,
    default=(),
    choices=tuple(map(str, KINDS)),
    many=True,
)

FULL = Option(name="full", help=N_("Leave nothing out: unchanged sections too."))

KEEP_REPLACEMENTS = Option(name="keep_replacements", help=N_("List each place of a term replaced throughout, too."))

DIM_BOILERPLATE = Option(
    name="dim_boilerplate", help=N_("Set back what every document of the genre says (套话); its marks stay.")
)

ROWS = (ONLY, FULL, KEEP_REPLACEMENTS)
"""Which rows there are, in every format for readers."""

INLINE = Option(
    name="inline_style", help=N_("For pasting into an editor: no style sheet, no script, no view but the table.")
)

NEW_FIRST = Option(name="new_first", help=N_("The new text in the left column, as in Japan."))

COLUMNS = Option(
    name="columns",
    help=N_("Columns of the table: 2 the texts, 3 with remarks, 4 with numbers too."),
    type=int,
    default=4,
    choices=(2, 3, 4),
)

LANDSCAPE = Option(
    name="landscape", help=N_("The page turned; by default it is where there are remarks."), default=None
)

MARKS = Option(
    name="marks",
    help=N_("New text bold, underlined (where bold means something else), or bold and coloured."),
    type=str,
    default="bold",
    choices=("bold", "underline", "colour"),
)

AUTHOR = Option(name="author", help=N_("Who is named as the author of the changes."), type=str, default="policydiff")

DATE = Option(
    name="date",
    help=N_("The day of the changes (2024-05-01); by default the later of the documents' dates."),
    type=str,
    default=None,
)

RECORDS = Option(
    name="records",
    help=N_("What a line is: a change, or a row with both its texts."),
    type=str,
    default="edits",
    choices=("edits", "rows"),
)

BOM = Option(name="bom", help=N_("Begin the file with a byte order mark, by which Excel knows UTF-8."), default=True)

GUARD = Option(
    name="guard",
    help=N_("Put an apostrophe before text that a spreadsheet might take for a formula."),
    default=True,
)

SPREADSHEET = (BOM, GUARD)
"""For CSV, which people open in spreadsheets too."""
