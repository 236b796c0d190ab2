"""Web pages → `Source`: the body found, its furniture left out, the page's own table of 文号 and dates read."""

from policydiff.read.html.page import source

__all__ = ["source"]
