"""The ZIP package of an Office Open XML document (ECMA-376-2): its parts as XML, within limits, nothing from outside.

XML is read without entities, without document types from elsewhere and without a network; relations to anything
outside the package are never followed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Any

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.read.kinds import UNPACKING_ERRORS
from policydiff.read.limits import MAX_EXPANDED_BYTES, MAX_RATIO, RATIO_COUNTS_FROM

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""Names of the Strict variant and those of the usual one."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CHUNK_BYTES = 1 << 20

Element = Any
"""An lxml element (the library has no types)."""


class Package:
    """The parts of one document; raises `NotText` where it is damaged or beyond the limits."""

    def __init__(self, data: bytes) -> None:
        self._packed = len(data)
        self._expanded = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except UNPACKING_ERRORS as error:
            raise damaged(str(error)) from None
        self._names = set(self._zip.namelist())

    def main(self) -> str:
        """The name of the part that holds the text."""
        related = self.related("", "officeDocument")
        name = next(iter(related.values()), "word/document.xml")
        if name not in self._names:
            raise damaged(_("the part “{name}” is missing").format(name=name))
        return name

    def related(self, part: str, kind: str) -> Mapping[str, str]:
        """Names of the parts of that kind (the last word of the relation's type) inside the package, by relation id."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {
            relation.get("Id", ""): _resolved(folder, relation.get("Target", ""))
            for relation in root.iter(_RELATION)
            if relation.get("TargetMode") != "External" and relation.get("Type", "").rpartition("/")[2] == kind
        }

    def relative(self, part: str, kind: str) -> Element | None:
        """The one part of a kind that ``part`` is related to."""
        name = next(iter(self.related(part, kind).values()), None)
        return None if name is None else self.xml(name)

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        if name not in self._names:
            return None
        from lxml import etree

        data = self._content(name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            recover=False,
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise RecursionError from None
            raise damaged(str(error)) from None

    def _content(self, name: str) -> bytes:
        pieces: list[bytes] = []
        try:
            with self._zip.open(name) as part:
                while piece := part.read(_CHUNK_BYTES):
                    self._expanded += len(piece)
                    self._check()
                    pieces.append(piece)
        except UNPACKING_ERRORS as error:
            raise damaged(str(error)) from None
        return b"".join(pieces)

    def _check(self) -> None:
        if self._expanded > MAX_EXPANDED_BYTES or (
            self._expanded > RATIO_COUNTS_FROM and self._expanded > MAX_RATIO * self._packed
        ):
            raise NotText(
                _("The file unpacks to more than {size:.0f} MB.").format(size=self._expanded / 1e6),
                cause=_("It is very large, or made to fill the memory."),
                fix=_("Open it in its program and save a copy, or save its text as plain text (.txt)."),
            )


def damaged(reason: str) -> NotText:
    """The error for a package that cannot be read."""
    return NotText(
        _("The file is damaged."),
        cause=_("It cannot be unpacked: {reason}.").format(reason=reason.rstrip(".") or "?"),
        fix=_("Get it again, or open it in its program and save a copy."),
    )


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
