"""Where the sections of a row stand: ids, names, pages, offsets in the source, as the columns of every sheet."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.export.xlsx.book import WHOLE, Column, Value
from policydiff.messages import _
from policydiff.model import Comparison, Section
from policydiff.synopsis import Citations
from policydiff.synopsis.lists import listed
from policydiff.synopsis.table_head import column_names


class Places:
    """The columns of one side, and their values for sections of its document."""

    def __init__(self, citations: Citations, side: str) -> None:
        self.citations = citations
        self.side = side

    @property
    def names(self) -> tuple[Column, Column]:
        """Id and name."""
        return Column(self._titled(_("id")), 9), Column(self._titled(_("section")), 26)

    def named(self, ids: Sequence[str]) -> tuple[Value, Value]:
        """The ids, and the names as one cites them with their headings."""
        return " ".join(ids), listed(self.name(section_id) for section_id in ids)

    def name(self, section_id: str) -> str:
        """How the section is cited."""
        return self.citations.cite(section_id)

    @property
    def spots(self) -> tuple[Column, ...]:
        """Page, offsets in the source, source."""
        return (
            Column(self._titled(_("page")), 7, WHOLE),
            Column(self._titled(_("from character")), 10, WHOLE),
            Column(self._titled(_("to character")), 10, WHOLE),
            Column(self._titled(_("document")), 16),
        )

    def spotted(self, ids: Sequence[str]) -> tuple[Value, ...]:
        """The first section's page and start, the last one's end, and the document's id; empty where no section is."""
        found: list[Section] = list(self.citations.sections(ids))
        if not found:
            return None, None, None, None
        ends = min(section.span.start for section in found), max(section.span.end for section in found)
        return found[0].page, *ends, self.citations.document.id

    def _titled(self, what: str) -> str:
        return _("{side}: {what}").format(side=self.side, what=what)


def places(comparison: Comparison) -> tuple[Places, Places]:
    """Those of both documents."""
    one, other = column_names(comparison)
    return Places(Citations(comparison.old), one), Places(Citations(comparison.new), other)
