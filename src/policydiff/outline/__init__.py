"""Documents found in a text, their frames, labels and trees."""

from policydiff.outline.parse import parse

__all__ = ["parse"]
