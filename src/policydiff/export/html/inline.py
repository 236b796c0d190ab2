"""The comparison table for editors that keep neither style sheets nor classes: every element is dressed by itself."""

from __future__ import annotations

from typing import Any

from policydiff.export.html.dress import styles
from policydiff.export.html.environment import HTML_LANGUAGES, environment
from policydiff.export.html.sides import side
from policydiff.messages import _, language
from policydiff.model import Mode
from policydiff.synopsis import Cell, ComparisonTable, Run


def inline_html(shown: ComparisonTable, mode: Mode, *, new_first: bool = False) -> str:
    """``shown`` as a page whose body can be copied into an editor: no style sheet, no class, no script."""
    from markupsafe import Markup

    dress = styles(mode)

    def drawn(cell: Cell | None, absent: str) -> Any:
        return absent if cell is None else Markup(_dressed(side(cell, dress)))

    def arranged(old: Any, new: Any) -> tuple[Any, Any]:
        return (new, old) if new_first else (old, new)

    return (
        environment()
        .get_template("inline.html.j2")
        .render(
            lang=HTML_LANGUAGES[language()],
            title=shown.title,
            subtitle=shown.subtitle,
            headings=arranged(*shown.headings),
            legend=[(Markup(dress.runs([Run(_("text"), item.mark)])), item.text) for item in shown.legend],
            notes=shown.notes,
            rows=[
                {
                    "number": row.number,
                    "cells": arranged(drawn(row.old, row.absent), drawn(row.new, row.absent)),
                    "remarks": row.remarks,
                }
                for row in shown.rows
            ],
        )
    )


ELEMENTS = {
    "<h4 ": '<p style="margin:0 0 4px;font-weight:bold" ',
    "</h4>": "</p>",
    "<p data-": '<p style="margin:0 0 4px" data-',
    "<table>": '<table style="border-collapse:collapse;width:100%;font-size:13px">',
    "<td>": '<td style="border:1px solid #bbb;padding:2px 4px">',
    "<th>": '<th style="border:1px solid #bbb;padding:2px 4px;background:#f2f2f2">',
}
"""Our own markup, which no text can hold since it is escaped, and the same dressed."""


def _dressed(markup: str) -> str:
    for plain, dressed in ELEMENTS.items():
        markup = markup.replace(plain, dressed)
    return markup
