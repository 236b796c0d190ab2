"""A4 pages, upright or across. Lengths in twips (1/1440 inch)."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.export.docx.package import FOOTER_ID

SHORT, LONG = 11906, 16838
"""210 and 297 mm."""

MARGIN = 1417
"""25 mm."""

FOOTER = 850


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what it leaves for text."""

    landscape: bool

    @property
    def room(self) -> int:
        """The width of the text."""
        return (LONG if self.landscape else SHORT) - 2 * MARGIN

    @property
    def xml(self) -> str:
        """The section's properties."""
        width, height = (LONG, SHORT) if self.landscape else (SHORT, LONG)
        across = ' w:orient="landscape"' if self.landscape else ""
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_ID}"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{across}/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" '
            f'w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="{FOOTER}" w:footer="{FOOTER}" w:gutter="0"/></w:sectPr>'
        )
