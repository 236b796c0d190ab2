"""套话: what every document of the genre says, and how much of a change is more than that."""

from policydiff.insight.boilerplate.finding import boilerplate, substantive_share

__all__ = ["boilerplate", "substantive_share"]
