"""Tables of two sections compared as tables: paired with each other, then column by column and row by row.

Invariants: every table, column and row of both sides stands in the result exactly once, in its side's order unless
it is paired with one that stands elsewhere; a cell's edits rebuild it exactly on both sides.
"""

from policydiff.compare.tables.pairing import between, table_pairs

__all__ = ["between", "table_pairs"]
