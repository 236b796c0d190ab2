"""LibreOffice as an independent reader of what we write: as PDF, and what tracked changes mean.

A profile of its own keeps it apart from whatever LibreOffice the machine runs. A test that needs it skips where there
is none.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

SECONDS = 120

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MADE = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def convert(to: str, folder: Path, *documents: Path) -> list[Path]:
    """``documents`` as files of the type ``to`` (pdf, fodt) in ``folder``; the test skips without LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return [folder / f"{document.stem}.{to}" for document in documents]


def settled(document: Path, folder: Path) -> tuple[str, str]:
    """The paragraphs of a DOCX file, each with an LF, as LibreOffice understands its tracked changes: with all of them
    accepted, and with all rejected."""
    (path,) = convert("fodt", folder, document)
    root = etree.parse(str(path)).getroot()
    kinds = {region.get(f"{TEXT}id"): region[0].tag.removeprefix(TEXT) for region in root.iter(f"{TEXT}changed-region")}
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    for changes in body.findall(f"{TEXT}tracked-changes"):
        body.remove(changes)
    return "".join(_without(body, kinds, "deletion")), "".join(_without(body, kinds, "insertion"))


def _without(body: etree._Element, kinds: dict[str, str], dropped: str) -> Iterator[str]:
    """What the body reads as without the stretches that are changes of one kind."""
    inside: set[str] = set()

    def words(element: etree._Element) -> Iterator[str]:
        if element.tag in {f"{TEXT}change-start", f"{TEXT}change-end"}:
            name = element.get(f"{TEXT}change-id")
            if kinds[name] == dropped:
                (inside.add if element.tag.endswith("start") else inside.discard)(name)
            return
        if not inside:
            blanks = int(element.get(f"{TEXT}c", "1")) if element.tag == f"{TEXT}s" else 0
            yield " " * blanks + MADE.get(element.tag, "") + (element.text or "")
        for child in element:
            yield from words(child)
            if not inside:
                yield child.tail or ""

    for line in body.iter(f"{TEXT}p", f"{TEXT}h"):
        yield from words(line)
        if not inside:
            yield "\n"
