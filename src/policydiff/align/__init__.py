"""Which section answers to which: candidates, evidence, probabilities, links, rows, flows."""

from policydiff.align.engine import align
from policydiff.align.explain import explain
from policydiff.align.table import rows
from policydiff.align.values import NONE, Alignment, Corrections, Explanation, Preset, Row, Weighing

__all__ = ["NONE", "Alignment", "Corrections", "Explanation", "Preset", "Row", "Weighing", "align", "explain", "rows"]
