"""Text, runs and paragraphs in WordprocessingML (ECMA-376 part 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from policydiff.synopsis.printable import printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NO_XML = re.compile("[\ufffe\uffff]")
"""What `printable` leaves and XML 1.0 forbids."""

BREAKS = re.compile("([\t\n])")

EAST_ASIAN = '<w:rFonts w:hint="eastAsia"/>'
"""Quotes, dashes and dots that both scripts share are set as Chinese ones."""


def clean(text: str) -> str:
    """``text`` as XML may hold it, control characters and marks that reorder text as visible symbols."""
    return NO_XML.sub("\ufffd", printable(text))


def attribute(text: str) -> str:
    """``text`` as an attribute's value, with its quotes."""
    return quoteattr(clean(text).translate({9: " ", 10: " "}))


def content(text: str, tag: str = "w:t") -> str:
    """What stands in a run for ``text``: tabs and line breaks become elements."""
    text = escape(clean(text))
    if "\t" not in text and "\n" not in text:
        return f'<{tag} xml:space="preserve">{text}</{tag}>'
    made = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = (piece for piece in BREAKS.split(text) if piece)
    return "".join(made.get(piece) or f'<{tag} xml:space="preserve">{piece}</{tag}>' for piece in pieces)


def run(text: str, style: str = "", *, extra: str = "", tag: str = "w:t") -> str:
    """A run in a character style; ``extra`` are further properties. No text makes no run."""
    if not text:
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:r><w:rPr>{named}{EAST_ASIAN}{extra}</w:rPr>{content(text, tag)}</w:r>"


def paragraph(runs: Iterable[str], style: str = "", *, extra: str = "") -> str:
    """A paragraph in a paragraph style; ``extra`` are further properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def part(root: str, body: str, attributes: str = "") -> str:
    """A part of the package with ``root`` for its root element."""
    return f"{DECLARATION}<{root} {NAMESPACES}{attributes}>{body}</{root}>"
