"""How alike texts are: TF-IDF with background weights, cosines, matrices, nearest sections.

``matrix``, ``nearest`` and ``vectors`` load scikit-learn; the rest only numpy and scipy.
"""

from policydiff.similarity.matrices import MEASURES, entries, matrix, nearest, section_text, terms_of, vectors

__all__ = ["MEASURES", "entries", "matrix", "nearest", "section_text", "terms_of", "vectors"]
