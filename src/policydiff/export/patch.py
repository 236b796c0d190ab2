"""The way from the old text to the new one as a diff-match-patch patch.

The texts are those that `policydiff show DOC --format text` prints, so anyone who has these can apply it.
"""

from __future__ import annotations

from policydiff.edits import patch
from policydiff.export.document_text import text
from policydiff.model import Comparison


def comparison_patch(comparison: Comparison) -> str:
    """The patch; empty where the two texts are the same. Offsets count code points, as Python's strings do."""
    return patch(text(comparison.old), text(comparison.new))
