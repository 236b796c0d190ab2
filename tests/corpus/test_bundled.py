"""The bundled library is what `policydiff import` makes of the bundled source, byte for byte."""

from __future__ import annotations

from pathlib import Path

from policydiff.library import open_library
from policydiff.outline import parse
from policydiff.read import read

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "corpus" / "sources"
DOCUMENTS = ROOT / "corpus" / "documents"


def test_importing_the_sources_again_gives_the_same_files(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    for source in sorted(path for path in SOURCES.iterdir() if path.suffix in {".txt", ".md"}):
        for document in parse(read(source)).documents:
            library.add(document)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.md")}
    kept = {path.name: path.read_bytes() for path in DOCUMENTS.glob("*.md")}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == [], "run `make corpus`"
