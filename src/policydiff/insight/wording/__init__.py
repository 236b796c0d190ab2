"""提法: how the wording moved between two documents."""

from policydiff.insight.wording.lexicon import Ladder, Lexicon, lexicon
from policydiff.insight.wording.notes import worded
from policydiff.insight.wording.table import wording

__all__ = ["Ladder", "Lexicon", "lexicon", "worded", "wording"]
