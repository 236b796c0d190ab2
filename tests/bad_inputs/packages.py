"""Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.bad_inputs import bombs
from tests.bad_inputs.case import PLAN, SENTENCE, Corpus

CORPUS = Corpus()
bad = CORPUS.file

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    '{}main+xml"/></Types>'
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT = "word/document.xml"


def paragraphs(text: str = PLAN, inside: str = "") -> str:
    """A paragraph a line, with these properties."""
    return "".join(f"<w:p>{inside}<w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())


def docx(body: str = "", *, before: str = "", parts: Mapping[str, str] | None = None, kind: str = "") -> bytes:
    """A Word document with that body; ``parts`` are styles, numbering … related to it, or parts by name."""
    relations = ""
    files: dict[str, str] = {
        "[Content_Types].xml": _TYPES.format(kind or "wordprocessingml.document."),
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{DOCUMENT}"/>'
        ),
        DOCUMENT: f"{before}<w:document {_W}><w:body>{body or paragraphs()}</w:body></w:document>",
    }
    for name, xml in (parts or {}).items():
        if "/" in name:
            files[name] = xml
            continue
        files[f"word/{name}.xml"] = f"<w:{name} {_W}>{xml}</w:{name}>"
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
    files.setdefault("word/_rels/document.xml.rels", _RELATIONS.format(relations))
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@bad("plan.txt", problem="the file is named .txt, but it is DOCX")
def word_named_txt() -> bytes:
    """A Word document named .txt."""
    return docx()


@bad("plan.pdf", problem="the file is named .pdf, but it is DOCX")
def word_named_pdf() -> bytes:
    """A Word document named .pdf."""
    return docx()


@bad("plan.docx", refused="of the type XLSX, which holds no text")
def workbook_named_docx() -> bytes:
    """An Excel workbook named .docx."""
    types = _TYPES.format("spreadsheetml.sheet.").replace("word/document", "xl/workbook")
    return zipped({"[Content_Types].xml": types, "xl/workbook.xml": "<workbook/>"})


@bad("plan.doc", refused="of the type XLS, which holds no text")
def old_workbook_named_doc() -> bytes:
    """An Excel 97 workbook named .doc."""
    return _OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(500)


@bad("broken.doc", refused="LibreOffice cannot read the file.", needs="soffice")
def old_word_broken() -> bytes:
    """A Word 97 document of which only the beginning is left."""
    return _OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(500)


@bad("locked.docx", refused="protected by a password")
def word_encrypted() -> bytes:
    """A Word document with a password: an OLE file of encrypted data."""
    return _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


@bad("plan.ofd", refused="OFD files are not read.")
def ofd() -> bytes:
    """An OFD file."""
    return zipped({"OFD.xml": "<OFD/>"})


@bad("cut.docx", refused="The file is damaged.")
def word_cut() -> bytes:
    """A Word document cut in half."""
    return docx()[:600]


@bad("wrong.docx", refused="The file is damaged.")
def word_with_wrong_checksum() -> bytes:
    """A Word document some bytes of whose text were overwritten."""
    data = bytearray(docx())
    start = data.index(DOCUMENT.encode()) + len(DOCUMENT) + 20
    data[start : start + 8] = b"\xff" * 8
    return bytes(data)


@bad("types.docx", refused="The file is damaged.")
def word_with_broken_types() -> bytes:
    """A Word document whose list of parts cannot be unpacked, which tells that it is one."""
    data = bytearray(docx())
    start = data.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    data[start : start + 8] = b"\xff" * 8
    return bytes(data)


@bad("bare.docx", refused="The file is damaged.")
def word_without_text_part() -> bytes:
    """A package without the part that holds the text."""
    return zipped({"[Content_Types].xml": _TYPES.format("wordprocessingml.document."), "word/styles.xml": "<x/>"})


@bad("xml.docx", refused="The file is damaged.")
def word_of_broken_xml() -> bytes:
    """Elements closed in the wrong order."""
    return docx("<w:p><w:r></w:p></w:r>")


@bad("control.docx", refused="The file is damaged.")
def word_with_control_characters() -> bytes:
    """An escape character, which XML forbids."""
    return docx(paragraphs(PLAN.replace("数字", "\x1b[2J")))


@bad("empty.docx", refused="There is nothing in the file.")
def word_empty() -> bytes:
    """A document of empty paragraphs."""
    return docx("<w:p/>" * 5)


@bad("scan.docx", refused="The document is a scan")
def word_of_pictures() -> bytes:
    """A document of pictures only."""
    picture = '<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict>'
    return docx(f"<w:p><w:r>{picture}</w:r></w:p>" * 3)


@bad("laughs.docx", refused="The file is damaged.")
def billion_laughs() -> bytes:
    """Entities of entities, a billion when expanded."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "笑"}">' for n in range(10))
    return docx(paragraphs(PLAN + "&l9;"), before=f"<!DOCTYPE d [{entities}]>")


@bad("outside.docx")
def external_entity() -> bytes:
    """An entity that stands for a file of the machine; it is not read."""
    return docx(paragraphs(PLAN + "&e;"), before='<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>')


@bad("dtd.docx")
def external_document_type() -> bytes:
    """A document type to be fetched from the network; it is not."""
    return docx(before='<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">')


@bad("deep.docx", refused="nested too deeply")
def word_nested_deeply() -> bytes:
    """100,000 elements inside each other."""
    return docx("<w:sdt><w:sdtContent>" * 50_000 + paragraphs() + "</w:sdtContent></w:sdt>" * 50_000)


@bad("tables.docx", refused="nested too deeply")
def word_tables_nested_deeply() -> bytes:
    """300 tables inside each other."""
    return docx("<w:tbl><w:tr><w:tc>" * 300 + paragraphs() + "</w:tc></w:tr></w:tbl>" * 300)


@bad("bomb.docx", refused="unpacks to more than")
def word_bomb() -> bytes:
    """A text part of 300 MB, packed to 300 KB."""
    stream = bombs.deflated(300, head=f"<w:document {_W}><w:body>".encode(), tail=b"</w:body></w:document>")
    return bombs.replaced(docx(), DOCUMENT, stream, 300 * bombs.MEGABYTE)


@bad("liar.docx", refused="The file is damaged.")
def word_bomb_that_lies() -> bytes:
    """The same, said to be 100 bytes long."""
    return bombs.replaced(docx(), DOCUMENT, bombs.deflated(300), 100)


@bad("styles.docx")
def style_cycle() -> bytes:
    """Styles based on each other in a circle, and one on itself."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/>'
        f'<w:link w:val="{other}"/><w:next w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "C"), ("C", "A"), ("D", "D"))
    )
    inside = '<w:pPr><w:pStyle w:val="A"/></w:pPr>'
    return docx(paragraphs(inside=inside), parts={"styles": styles})


@bad("lists.docx")
def numbering_cycle() -> bytes:
    """A list that follows a style that follows the list."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    inside = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return docx(paragraphs(inside=inside), parts={"numbering": numbering, "styles": styles})


@bad("numbers.docx")
def absurd_numbering() -> bytes:
    """Levels below zero and beyond nine, starts beyond any number, formats nobody knows."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        '<w:lvlText w:val="%1%9%99"/></w:lvl>'
        for level, start, form in (
            (0, 10**18, "chineseCountingThousand"),
            (-1, "x", "nosuch"),
            (99, -5, "lowerRoman"),
            ("x", 1, "decimal"),
        )
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="x"><w:abstractNumId/></w:num>'
    )
    body = "".join(
        paragraphs(inside=f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>')
        for level, number in ((0, 1), (-1, 1), (99, 1), ("x", "x"), (10**20, 10**20))
    )
    return docx(body, parts={"numbering": numbering})


@bad("spans.docx")
def cell_that_spans_the_world() -> bytes:
    """A cell over a billion columns."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/><w:vMerge/></w:tcPr>{paragraphs(SENTENCE)}</w:tc>'
    return docx(f"{paragraphs()}<w:tbl><w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>")


@bad("notes.docx")
def note_that_refers_to_itself() -> bytes:
    """A footnote in the footnote itself."""
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p>{reference}<w:r><w:t>注释。</w:t></w:r></w:p></w:footnote>'
    return docx(f"{paragraphs()}<w:p>{reference}</w:p>", parts={"footnotes": note})


@bad("relations.docx")
def external_relations() -> bytes:
    """A remote template, pictures, frames and a part above the package; none is fetched."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}" {mode}/>'
        for n, (kind, target, mode) in enumerate(
            (
                ("attachedTemplate", "http://127.0.0.1:9/t.dotm", 'TargetMode="External"'),
                ("image", "http://127.0.0.1:9/a.png", 'TargetMode="External"'),
                ("frame", "file:///etc/passwd", 'TargetMode="External"'),
                ("styles", "../../../../../etc/passwd", ""),
                ("numbering", "http://127.0.0.1:9/n.xml", ""),
            )
        )
    )
    return docx(parts={"word/_rels/document.xml.rels": _RELATIONS.format(relations)})


@bad("macros.docm")
def word_with_macros() -> bytes:
    """A document with macros; they are not looked at."""
    return docx(parts={"word/vbaProject.bin": "Sub AutoOpen()"}, kind="ms-word.document.macroEnabled.")


@bad("chunks.docx")
def word_with_embedded_files() -> bytes:
    """A web page and an object embedded."""
    return docx(paragraphs() + '<w:altChunk r:id="x"/><w:p><w:r><w:object/></w:r></w:p>')


@bad("twice.docx")
def word_with_two_text_parts() -> bytes:
    """Two parts of the same name, one of which virus scanners may not see."""
    with zipfile.ZipFile(io.BytesIO(docx())) as package:
        text = package.read(DOCUMENT)
    stream = io.BytesIO(docx(paragraphs("乙市规划\n一、内容\n另一内容。\n")))
    with zipfile.ZipFile(stream, "a") as package:
        package.NameToInfo.pop(DOCUMENT)
        package.writestr(zipfile.ZipInfo(DOCUMENT), text)
    return stream.getvalue()


@bad("wide.docx")
def word_in_utf16() -> bytes:
    """XML in UTF-16."""
    data = docx()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    text = files[DOCUMENT]
    assert isinstance(text, bytes)
    files[DOCUMENT] = ('<?xml version="1.0" encoding="UTF-16"?>' + text.decode()).encode("utf-16")
    return zipped(files)
