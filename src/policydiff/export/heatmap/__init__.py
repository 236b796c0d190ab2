"""Matrices and timelines as pictures: SVG, and HTML and PNG made from it."""

from policydiff.export.heatmap.page import matrix_html, timeline_html
from policydiff.export.heatmap.picture import matrix_png, timeline_png
from policydiff.export.heatmap.svg import matrix_svg
from policydiff.export.heatmap.timeline import timeline_svg

__all__ = ["matrix_html", "matrix_png", "matrix_svg", "timeline_html", "timeline_png", "timeline_svg"]
