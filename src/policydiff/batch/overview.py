"""All outcomes on one page, and as one table for spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from policydiff.batch.outcome import Outcome
from policydiff.export.html.environment import HTML_LANGUAGES, content_policy, environment, text_of
from policydiff.export.printing import csv_text, rounded
from policydiff.export.xlsx.book import DECIMAL, PERCENT, WHOLE, Book, Column, Value
from policydiff.messages import _, language, ngettext
from policydiff.model import Mode, Relation
from policydiff.synopsis.relations import MODES, VERSION_NAMES

CSV_COLUMNS = (
    *("number", "line", "old", "new", "old_document", "new_document", "old_title", "new_title", "mode", "differs"),
    *(str(relation) for relation in Relation),
    *("moved", "renumbered", "changed_share", "mean_confidence", "files", "trouble"),
)

BETWEEN_FILES = "; "


def overview_csv(outcomes: Sequence[Outcome], *, bom: bool = True) -> bytes:
    """A record a pair."""
    return csv_text([CSV_COLUMNS, *map(_record, outcomes)], bom=bom).encode("utf-8")


def _record(item: Outcome) -> list[object]:
    done = not item.trouble
    return [
        *(item.number, item.wanted.line, item.wanted.old, item.wanted.new, item.old, item.new, *item.titles),
        *(None if item.mode is None else str(item.mode), item.differs if done else None),
        *(item.counts.get(relation, 0) if done else None for relation in Relation),
        *((item.moved, item.renumbered, rounded(item.changed_share)) if done else (None, None, None)),
        *(None if item.mean_confidence is None else rounded(item.mean_confidence), BETWEEN_FILES.join(_names(item))),
        item.trouble,
    ]


def overview_xlsx(outcomes: Sequence[Outcome]) -> bytes:
    """A workbook of one sheet, a row a pair."""
    book = Book(title=_("Comparisons"))
    book.table(
        _("Comparisons"),
        [
            *(Column(_("No."), 6, WHOLE), Column(_("Old document"), 34), Column(_("New document"), 34)),
            *(Column(_("Compared as"), 10), Column(_("Differs"), 8)),
            *(Column(_relation_title(relation), 10, WHOLE) for relation in Relation),
            *(Column(_("moved"), 8, WHOLE), Column(_("renumbered"), 8, WHOLE)),
            *(Column(_("Changed text"), 9, PERCENT), Column(_("Mean confidence"), 9, DECIMAL)),
            *(Column(_("Files"), 34), Column(_("Trouble"), 40)),
        ],
        map(_row, outcomes),
        said=[_told(outcomes)],
        frozen=3,
    )
    return book.closed()


def _relation_title(relation: Relation) -> str:
    """A word that holds for versions and regions: one column serves both."""
    if relation is Relation.ONLY_OLD:
        return _("only in the old")
    if relation is Relation.ONLY_NEW:
        return _("only in the new")
    return _(VERSION_NAMES[relation])


def _row(item: Outcome) -> list[Value]:
    done = not item.trouble
    return [
        *(item.number, item.titles[0] or item.wanted.old, item.titles[1] or item.wanted.new),
        *(_(MODES[item.mode]) if item.mode is not None else None, item.differs if done else None),
        *(item.counts.get(relation, 0) if done else None for relation in Relation),
        *((item.moved, item.renumbered, rounded(item.changed_share)) if done else (None, None, None)),
        *(None if item.mean_confidence is None else rounded(item.mean_confidence), "\n".join(_names(item))),
        item.trouble,
    ]


def _names(item: Outcome) -> list[str]:
    return [file.name for file in item.files]


def _told(outcomes: Sequence[Outcome]) -> str:
    failed = sum(bool(item.trouble) for item in outcomes)
    done = len(outcomes) - failed
    text = ngettext("{count} pair compared", "{count} pairs compared", done).format(count=done)
    if failed:
        text += _("; ") + ngettext("{count} failed", "{count} failed", failed).format(count=failed)
    return text


def overview_html(outcomes: Sequence[Outcome], extra: Sequence[str] = ()) -> bytes:
    """A page of one table with links to the files; ``extra`` are further files of the folder to link to."""
    from markupsafe import Markup

    used = [relation for relation in Relation if any(item.counts.get(relation) for item in outcomes)]
    page = (
        environment()
        .get_template("pairs.html.j2")
        .render(
            lang=HTML_LANGUAGES[language()],
            policy=content_policy(""),
            style=Markup(text_of("base.css") + text_of("pairs.css")),
            script="",
            told=_told(outcomes),
            relations=[(str(relation), _relation_title(relation)) for relation in used],
            rows=[
                {
                    "item": item,
                    "mode": "" if item.mode is None else _(MODES[item.mode]),
                    "region": item.mode is Mode.REGION,
                    "counts": [item.counts.get(relation, 0) for relation in used],
                    "files": [(file.format, quote(file.name)) for file in item.files],
                }
                for item in outcomes
            ],
            extra=[(name, quote(name)) for name in extra],
        )
    )
    return page.encode("utf-8")
