"""How alike texts are: TF-IDF with background weights, cosines, matrices, nearest sections.

``matrix``, ``nearest``, ``timeline`` and ``vectors`` load scikit-learn; the rest only numpy and scipy.
"""

from policydiff.similarity.matrices import MEASURES, entries, matrix, nearest, section_text, terms_of, vectors
from policydiff.similarity.ordering import Clustering, Joint, clustering, reordered
from policydiff.similarity.versions import in_time, timeline

__all__ = [
    "MEASURES",
    "Clustering",
    "Joint",
    "clustering",
    "entries",
    "in_time",
    "matrix",
    "nearest",
    "reordered",
    "section_text",
    "terms_of",
    "timeline",
    "vectors",
]
