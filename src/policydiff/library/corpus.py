"""The documents that come with the program."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def bundled() -> Path | None:
    """The folder of the bundled documents: in the installed package, or the checkout's of an editable install.

    None where there is none (a checkout before its corpus was built).
    """
    package = Path(str(files("policydiff")))
    for folder in (package / "corpus", package.parents[1] / "corpus" / "documents"):
        if folder.is_dir():
            return folder
    return None
