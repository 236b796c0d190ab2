"""A list of lines made elsewhere: an outline, a preview, results."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff_tui.widgets.linelist import LineList, Part


class StyledList(LineList):
    """Draws lines of styled parts."""

    def show(self, lines: Sequence[list[Part]], cursor: int = 0) -> None:
        """Draw these."""
        self._lines = lines
        self.renew(len(lines), cursor)

    def parts(self, index: int, width: int) -> list[Part]:
        """The line as it was made."""
        return self._lines[index]
