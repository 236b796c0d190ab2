"""An exact stretch of a section with the sentence it stands in."""

from __future__ import annotations

import re

from policydiff.insight.places import Places
from policydiff.model import Section, Span
from policydiff.model.wording import Quotation

END = re.compile(r"[。；！？\n;!?]")


def quotation(places: Places, section: Section, start: int, end: int, *, heading: bool = False) -> Quotation:
    """The characters ``start``–``end`` of the own text of ``section``, or of its heading."""
    text = section.heading if heading else section.text
    before = [match.end() for match in END.finditer(text, 0, start)]
    first = before[-1] if before else 0
    after = END.search(text, end)
    last = after.end() if after else len(text)
    span, exact = (section.span, False) if heading else places.span(section, start, end)
    return Quotation(
        document=places.document.id,
        section=section.id,
        at=Span(start=start, end=end),
        span=span,
        exact=exact,
        text=text[start:end],
        sentence=text[first:last].strip(),
        heading=heading,
    )
