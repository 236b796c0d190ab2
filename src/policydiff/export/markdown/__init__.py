"""Markdown that any renderer shows: tables, marks, and links between statements and originals."""

from policydiff.export.markdown.page import comparison_markdown

__all__ = ["comparison_markdown"]
