"""Many pairs at once: a list of them, a file a pair and format, and an overview of what came of each."""

from policydiff.batch.listing import Wanted, read_pairs
from policydiff.batch.naming import file_stem
from policydiff.batch.outcome import Outcome, Written, outcome_of
from policydiff.batch.overview import overview_csv, overview_html, overview_xlsx

__all__ = [
    "Outcome",
    "Wanted",
    "Written",
    "file_stem",
    "outcome_of",
    "overview_csv",
    "overview_html",
    "overview_xlsx",
    "read_pairs",
]
