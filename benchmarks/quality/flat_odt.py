"""A document as flat OpenDocument text, for LibreOffice to set: print, columns, header and footer as asked.

ODF 1.3 part 3; line-end punctuation is kept within the margin (``style:punctuation-wrap="simple"``), since LibreOffice
drops some of the signs it hangs into the margin when it writes PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

Block = tuple[str, str] | tuple[tuple[str, ...], ...]
"""A paragraph with its class (title, number, flush, right, head or none), or a table's rows."""

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_SONG, _HEI = "Noto Serif CJK SC", "Noto Sans CJK SC"
_CLASSES = {
    "": ("justify", 2.0, 1.0, _SONG, "normal"),
    "title": ("center", 0.0, 1.4, _SONG, "bold"),
    "number": ("center", 0.0, 1.0, _SONG, "normal"),
    "flush": ("justify", 0.0, 1.0, _SONG, "normal"),
    "right": ("end", 0.0, 1.0, _SONG, "normal"),
    "head": ("justify", 2.0, 1.0, _HEI, "normal"),
    "cell": ("start", 0.0, 0.75, _SONG, "normal"),
    "edge": ("center", 0.0, 0.65, _SONG, "normal"),
}
"""Alignment, indentation (characters), size (of the text's), font, weight."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the pages look: size of the text (points), columns, what stands above and below every page."""

    size: float = 15.0
    columns: int = 1
    header: str = ""
    numbered: bool = False
    merged: bool = False
    """Cells equal to the one above them, in the first column, are set as one cell."""


def flat_odt(blocks: Sequence[Block], sheet: Sheet) -> str:
    """The file's text."""
    body = "".join(_paragraph(b[0], str(b[1])) if isinstance(b[0], str) else _table(b, sheet) for b in blocks)
    columns = f'<style:columns fo:column-count="{sheet.columns}" fo:column-gap="0.9cm"/>' if sheet.columns > 1 else ""
    styles = "".join(_style(name, *look, unit=sheet.size) for name, look in _CLASSES.items())
    header = f"<style:header>{_paragraph('edge', sheet.header)}</style:header>" if sheet.header else ""
    number = '<text:p text:style-name="Pedge">— <text:page-number text:select-page="current"/> —</text:p>'
    footer = f"<style:footer>{number}</style:footer>" if sheet.numbered else ""
    border = '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/>'
    layout = (
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        f'fo:margin-top="2.6cm" fo:margin-bottom="2.4cm" fo:margin-left="2.7cm" fo:margin-right="2.6cm">{columns}'
        "</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles/>'
        f'<office:automatic-styles>{layout}{styles}<style:style style:name="C" style:family="table-cell">{border}'
        "</style:style></office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="L">{header}{footer}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _style(name: str, align: str, indent: float, scale: float, font: str, weight: str, *, unit: float) -> str:
    size = unit * scale
    faces = " ".join(f'style:font-name{kind}="{font}" ' for kind in ("", "-asian"))
    families = f'fo:font-family="{font}" style:font-family-asian="{font}"'
    sizes = f'fo:font-size="{size:.1f}pt" style:font-size-asian="{size:.1f}pt"'
    weights = f'fo:font-weight="{weight}" style:font-weight-asian="{weight}"'
    return (
        f'<style:style style:name="P{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:text-align="{align}" fo:text-indent="{indent * size:.1f}pt" '
        'fo:line-height="150%" style:punctuation-wrap="simple" '
        f'style:justify-single-word="false"/><style:text-properties {faces}{families} {sizes} {weights} '
        'style:country-asian="CN" style:language-asian="zh"/></style:style>'
    )


def _paragraph(name: str, text: str) -> str:
    return f'<text:p text:style-name="P{name}">{escape(text)}</text:p>'


def _table(rows: Sequence[Sequence[str]], sheet: Sheet) -> str:
    width = max(map(len, rows))
    parts = [f'<table:table><table:table-column table:number-columns-repeated="{width}"/>']
    for number, row in enumerate(rows):
        parts.append("<table:table-row>")
        for column in range(width):
            cell = row[column] if column < len(row) else ""
            if sheet.merged and column == 0 and number > 1 and rows[number - 1][0] == cell:
                parts.append("<table:covered-table-cell/>")
                continue
            down = 1
            while (
                sheet.merged and column == 0 and number and number + down < len(rows) and rows[number + down][0] == cell
            ):
                down += 1
            spans = f' table:number-rows-spanned="{down}"' if down > 1 else ""
            parts.append(f'<table:table-cell table:style-name="C"{spans}>{_paragraph("cell", cell)}</table:table-cell>')
        parts.append("</table:table-row>")
    return "".join([*parts, "</table:table>"])
