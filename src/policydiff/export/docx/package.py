"""The ZIP package of a Word document (ECMA-376 part 2): the same parts make the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from policydiff.export.docx.wml import DECLARATION, clean

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the package: the earliest one ZIP knows."""

UNDATED = "1980-01-01"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

KINDS: Mapping[str, tuple[str, str]] = {
    "styles": (f"{OFFICE}/relationships/styles", f"{MAIN}.styles+xml"),
    "settings": (f"{OFFICE}/relationships/settings", f"{MAIN}.settings+xml"),
    "fontTable": (f"{OFFICE}/relationships/fontTable", f"{MAIN}.fontTable+xml"),
    "footer1": (f"{OFFICE}/relationships/footer", f"{MAIN}.footer+xml"),
}
"""Parts beside the document: type of the relationship, and of the content."""

FOOTER_ID = "rId4"
"""The relationship of the footer, by which sections name it."""


def package(document: str, parts: Mapping[str, str], *, title: str, date: str) -> bytes:
    """The file. ``parts`` holds the other parts by the names of `KINDS`, in that order; ``date`` is ISO."""
    names = list(KINDS)
    files = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _relationships(
            {
                "rId1": (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                "rId3": (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            }
        ),
        "docProps/core.xml": _core(title, date),
        "docProps/app.xml": (
            f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties"><Application>policydiff</Application>'
            "</Properties>"
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(
            {f"rId{number}": (KINDS[name][0], f"{name}.xml") for number, name in enumerate(names, 1)}
        ),
        **{f"word/{name}.xml": parts[name] for name in names},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, text.encode("utf-8"))
    return out.getvalue()


def _content_types(names: list[str]) -> str:
    kinds = {
        "/word/document.xml": f"{MAIN}.document.main+xml",
        **{f"/word/{name}.xml": KINDS[name][1] for name in names},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(found: Mapping[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in found.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _core(title: str, date: str) -> str:
    stamp = f"{date}T00:00:00Z"
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(clean(title))}</dc:title><dc:creator>policydiff</dc:creator>"
        f"<cp:lastModifiedBy>policydiff</cp:lastModifiedBy>{dated}<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
