"""The one way to a comparison: alignment, rows, edits, counts.

Invariants: every section with text of its own stands in exactly one row; the edits of a row rebuild both sides'
texts exactly; a document compared with itself does not differ.
"""

from policydiff.compare.memory import remembering
from policydiff.compare.mode import mode_of
from policydiff.compare.pipeline import compare
from policydiff.compare.rows import own_text, table_text

__all__ = ["compare", "mode_of", "own_text", "remembering", "table_text"]
