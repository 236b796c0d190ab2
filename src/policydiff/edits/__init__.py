"""Two texts → the edits between them, as a careful editor would mark them.

Invariant: the edits' old sides, joined, are the old text exactly, and their new sides the new text, for any input;
texts with one comparison key give no change.
"""

from policydiff.edits.editing import changed_share, edits
from policydiff.edits.patches import patch
from policydiff.edits.unit import Unit

__all__ = ["Unit", "changed_share", "edits", "patch"]
