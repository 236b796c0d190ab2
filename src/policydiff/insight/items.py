"""A quantity in its clause, with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.insight import frames
from policydiff.insight.folding import Stretch
from policydiff.insight.frames import Before
from policydiff.insight.lexicon import Lexicon
from policydiff.insight.quantities import Quantity
from policydiff.insight.times import Time, TimeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A quantity with the words ``left`` and ``right`` of it in its clause, what the left ones say, and the figure it
    starts from."""

    quantity: Quantity
    clause: Stretch
    before: Before
    left: str
    right: str
    base: Quantity | None = None

    @property
    def whole(self) -> bool:
        """True for 全部 and its like."""
        return self.quantity.kind == "whole"


def share_of(item: Item) -> bool:
    """80%以上的设区市…: the share of what follows that does something."""
    return not item.before.subject and bool(item.right.lstrip("的 ")) and not frames.starts_joined(item.right)


def covered_subject(left: str, lexicon: Lexicon) -> str:
    """What a coverage word is said of: of 推动三星级智慧城市尽快实现 the 三星级智慧城市."""
    text = re.sub("(?:尽快|全面|率先|逐步|基本|如期|全部)*(?:实现|达到|做到)?(?:尽快|基本)*$", "", left.strip(" ,、;"))
    return frames.without_leads(text, lexicon).strip("的 ")


def leads_time(time: Time) -> bool:
    """True for a time that a figure behind it is for."""
    return time.kind in (TimeKind.DEADLINE, TimeKind.PERIOD)
