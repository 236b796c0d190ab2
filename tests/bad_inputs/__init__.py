"""Bad inputs, each made in memory by one small function, with what is expected of the program that meets it.

`tests/cli/test_bad_inputs.py` imports them all; `python tools/bad_inputs.py` writes them down and into a folder.
"""

from tests.bad_inputs import archives, library_files, packages, pages, pdfs, places, texts
from tests.bad_inputs.case import Case

GROUPS = {
    "Text": texts.CORPUS,
    "PDF": pdfs.CORPUS,
    "Word": packages.CORPUS,
    "Web pages": pages.CORPUS,
    "Archives": archives.CORPUS,
    "Library files": library_files.CORPUS,
    "Paths": places.CORPUS,
}

CASES: tuple[Case, ...] = tuple(case for group in GROUPS.values() for case in group)

__all__ = ["CASES", "GROUPS", "Case"]
