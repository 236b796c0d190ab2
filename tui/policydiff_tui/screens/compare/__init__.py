"""The compare screen: the aligned outline on the left, both texts level on the right, what is known below."""

from policydiff_tui.screens.compare.screen import CompareScreen

__all__ = ["CompareScreen"]
