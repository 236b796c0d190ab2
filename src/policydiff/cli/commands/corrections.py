"""`policydiff pin`, `forbid` and `unpin`: correct the alignment of one pair of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from policydiff.cli.help import argument, command
from policydiff.cli.opening import library_of
from policydiff.cli.output import note
from policydiff.errors import UsageError
from policydiff.messages import N_, _
from policydiff.synopsis.sections import section_title

if TYPE_CHECKING:
    from policydiff.library import Library
    from policydiff.model import Document, Section

PIN_HELP = N_(
    "Say that a section of OLD and a section of NEW are counterparts.\n\nSection ids are those that “show” and “diff” "
    "print. The correction is kept beside the library and applied whenever the two documents are compared."
)
FORBID_HELP = N_(
    "Say that a section of OLD and a section of NEW are no counterparts.\n\nSection ids are those that “show” and "
    "“diff” print. The correction is kept beside the library and applied whenever the two documents are compared."
)
UNPIN_HELP = N_("Take back what “pin” or “forbid” said of two sections.")

LINE = "policydiff {command} 京大数据发〔2021〕1号#2.1 津政办发〔2021〕52号#3"


class Named(NamedTuple):
    """A section and its document."""

    document: Document
    section: Section


old_argument = argument("old", metavar="OLD#SECTION", help=N_("The older version's section, or one region's."))
new_argument = argument("new", metavar="NEW#SECTION", help=N_("The newer version's section, or the other region's."))


@command("pin", help=PIN_HELP, examples=((LINE.format(command="pin"), N_("These two treat the same.")),))
@old_argument
@new_argument
@click.pass_context
def pin(ctx: click.Context, /, *, old: str, new: str) -> None:
    """Pin a pair of sections."""
    with library_of(ctx) as library:
        left, right = named(old, library), named(new, library)
        library.corrections.pin(left.document.id, right.document.id, (left.section.id, right.section.id))
    note(_("Pinned: {old} ↔ {new}").format(old=_title(left), new=_title(right)))


@command("forbid", help=FORBID_HELP, examples=((LINE.format(command="forbid"), N_("These two do not.")),))
@old_argument
@new_argument
@click.pass_context
def forbid(ctx: click.Context, /, *, old: str, new: str) -> None:
    """Forbid a pair of sections."""
    with library_of(ctx) as library:
        left, right = named(old, library), named(new, library)
        library.corrections.forbid(left.document.id, right.document.id, (left.section.id, right.section.id))
    note(_("Forbidden: {old} ↔ {new}").format(old=_title(left), new=_title(right)))


@command("unpin", help=UNPIN_HELP, examples=((LINE.format(command="unpin"), N_("Let the program decide again.")),))
@old_argument
@new_argument
@click.pass_context
def unpin(ctx: click.Context, /, *, old: str, new: str) -> None:
    """Forget what was said of a pair of sections."""
    with library_of(ctx) as library:
        left, right = named(old, library), named(new, library)
        known = library.corrections.unpin(left.document.id, right.document.id, (left.section.id, right.section.id))
    message = _("Taken back: {old} ↔ {new}") if known else _("Nothing had been said of: {old} ↔ {new}")
    note(message.format(old=_title(left), new=_title(right)))


def named(name: str, library: Library) -> Named:
    """The section that ``DOC#SECTION`` names; UsageError where there is none."""
    from policydiff.library import resolve, split_section

    document_name, section_id = split_section(name)
    if not section_id:
        raise UsageError(
            _("“{name}” names no section.").format(name=name),
            cause=_("A document's name, # and a section's id are expected."),
            fix=_("See the ids with “policydiff show {name}”.").format(name=name),
        )
    document = resolve(document_name, library)
    section = document.section(section_id)
    if section is None:
        raise UsageError(
            _("“{name}” has no section {section}.").format(name=document_name, section=section_id),
            cause=_("Section ids are places in the tree, such as 4.1.2."),
            fix=_("See the ids with “policydiff show {name}”.").format(name=document_name),
        )
    return Named(document, section)


def _title(place: Named) -> str:
    return f"{place.section.id} {section_title(place.section)}"
