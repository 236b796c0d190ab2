"""A text as atoms: what an edit may not cut and a statistic counts. The one place that loads a segmenter.

Invariant: the atoms of a text, joined, are the text.
"""

from policydiff.tokens.atoms import Atom, atoms, words
from policydiff.tokens.patterns import AtomKind

__all__ = ["Atom", "AtomKind", "atoms", "words"]
