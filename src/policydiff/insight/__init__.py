"""What a change means: typed, located facts on paired sections, found by rules that can be read and tested.

Rules read in this order: `folding` (shape, sentences), `quantities` and `times`, `reading` (what holds for a sentence),
`targets`, `tables`, `deadlines`, `bodies`, `citations`; `joining` and `changes` compare, `notes` hangs the outcome on
rows. Words stand in `lexicon.toml`.
"""

from policydiff.insight.changes import (
    BodiesChange,
    CitationPair,
    DeadlinePair,
    bodies_change,
    citation_pairs,
    deadline_pairs,
)
from policydiff.insight.extraction import facts
from policydiff.insight.joining import TargetChange, TargetPair, join
from policydiff.insight.lexicon import Lexicon, lexicon
from policydiff.insight.notes import noted
from policydiff.insight.records import Citation, Comparator, Deadline, Facts, Responsibility, Target

__all__ = [
    "BodiesChange",
    "Citation",
    "CitationPair",
    "Comparator",
    "Deadline",
    "DeadlinePair",
    "Facts",
    "Lexicon",
    "Responsibility",
    "Target",
    "TargetChange",
    "TargetPair",
    "bodies_change",
    "citation_pairs",
    "deadline_pairs",
    "facts",
    "join",
    "lexicon",
    "noted",
]
