"""The sections of a document by id, and what they are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policydiff.messages import _
from policydiff.model import Document, Section
from policydiff.synopsis.printable import ONE_LINE, printable
from policydiff.synopsis.sections import page_name, section_title


class Names:
    """Looks sections up by id at once; walks the document only when made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sections = {section.id: section for section in document.walk()}
        self.places = {section_id: place for place, section_id in enumerate(self.sections)}

    def title(self, section_id: str) -> str:
        """Id, label and heading (or how the text begins) in one line."""
        section = self.sections.get(section_id)
        return section_id if section is None else f"{section_id} {one_line(section_title(section))}".strip()

    def heading(self, section_id: str) -> str:
        """Id, label, heading, page: the text itself stands below."""
        section = self.sections.get(section_id)
        if section is None:
            return section_id
        title = one_line(section.title) or (_("(before the first heading)") if section_id == "0" else "")
        parts = (section_id, title, self.page(section))
        return "  ".join(part for part in parts if part)

    def bare(self, ids: Sequence[str]) -> str:
        """Label and heading of the first section, and how many more there are."""
        section = self.sections.get(ids[0])
        title = ids[0] if section is None else one_line(section_title(section)) or ids[0]
        return title + (f" +{len(ids) - 1}" if len(ids) > 1 else "")

    def titles(self, ids: Iterable[str]) -> str:
        """Several titles in one line."""
        return "；".join(map(self.title, ids))

    def text(self, section_id: str) -> str:
        """The section's own text, safe for a terminal."""
        section = self.sections.get(section_id)
        return "" if section is None else printable(section.text)

    def pages(self, ids: Iterable[str]) -> str:
        """The pages the sections begin on."""
        known = dict.fromkeys(page_name(self.sections[i].page) for i in ids if i in self.sections)
        return ", ".join(page for page in known if page)

    def path(self, section_id: str) -> str:
        """The titles from the top of the tree down to the section."""
        parts = section_id.split(".")
        ids = (".".join(parts[: depth + 1]) for depth in range(len(parts)))
        return " › ".join(one_line(section_title(self.sections[i])) for i in ids if i in self.sections)

    @property
    def name(self) -> str:
        """What the document is called in a title line."""
        return document_title(self.document)

    def page(self, section: Section) -> str:
        """“p. 12”, or nothing."""
        page = page_name(section.page)
        return _("p. {page}").format(page=page) if page else ""


def one_line(text: str) -> str:
    """``text`` on one line, without anything a terminal could take for a command."""
    return printable(text.translate(ONE_LINE)).strip()


def document_title(document: Document) -> str:
    """The plan's own title where there is one."""
    return one_line(document.main_title or document.title)
