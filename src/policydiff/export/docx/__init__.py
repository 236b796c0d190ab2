"""Word documents: the comparison table (新旧对照表), and the new text against the old with tracked changes.

The parts of the package are written as text: a file is the same bytes for the same comparison, and a table of
thousands of rows takes no longer than its text does.
"""

from policydiff.export.docx.comparison import comparison_docx
from policydiff.export.docx.marks import MARK_STYLES, MarkStyle
from policydiff.export.docx.tracked import comparison_tracked_docx

__all__ = ["MARK_STYLES", "MarkStyle", "comparison_docx", "comparison_tracked_docx"]
