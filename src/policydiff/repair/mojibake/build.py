"""Count the table of character successions: ``python -m policydiff.repair.mojibake.build FOLDER… -o characters.tsv``.

Reads all ``.md``, ``.txt`` and ``.html`` files below the folders.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from policydiff.repair.mojibake.prose import counted

_MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]+>|^#+ *|&\w+;", re.DOTALL | re.MULTILINE)
_BLANK_LINES = re.compile(r"\s*\n\s*")


def texts(folders: list[Path]) -> Iterator[str]:
    """The running text of every file, in order of their names."""
    paths = sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in {".md", ".txt", ".html"})
    for path in paths:
        yield running(path.read_text(encoding="utf-8", errors="ignore"))


def running(text: str) -> str:
    """``text`` without markup and empty lines."""
    return _BLANK_LINES.sub("\n", _MARKUP.sub("", text)).strip()


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.output.write_text(counted(texts(arguments.folders)).printed(), encoding="utf-8")


if __name__ == "__main__":
    main()
