"""What stands around a document's text: title, number and recipients before; signature, attachments and imprint after.

A notice that only transmits a plan is told from the plan, so that plans are compared and not their covers.
"""

from __future__ import annotations

from policydiff.outline.compilation import Part
from policydiff.outline.frame.cover import uncovered
from policydiff.outline.frame.head import addressed, headed, titled
from policydiff.outline.frame.imprint import without_imprint
from policydiff.outline.frame.record import Frame
from policydiff.outline.frame.signature import signed
from policydiff.outline.manuscript import Manuscript

__all__ = ["Frame", "frame"]


def frame(manuscript: Manuscript, part: Part, *, name: str) -> Frame:
    """The frame of one document; ``name`` is the file's, for texts without a title."""
    result = titled(manuscript, part, name)
    for step in (headed, without_imprint, addressed, uncovered, signed):
        result = step(manuscript, result)
    return result
