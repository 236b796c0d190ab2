"""PDF files."""

from __future__ import annotations

import zlib

from tests.bad_inputs import bombs
from tests.bad_inputs.case import PLAN, TITLE, Corpus
from tests.pdf_maker import Page, pdf

CORPUS = Corpus()
bad = CORPUS.file


def plan(**more: object) -> bytes:
    """The plan as a PDF."""
    return pdf([page()], **more)  # type: ignore[arg-type]


def page() -> Page:
    """The plan's page."""
    made = Page()
    made.lines(PLAN.splitlines())
    return made


def objects(*bodies: bytes | str, more: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: bytes, extra: str = "") -> bytes:
    """A stream object."""
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


def changed(old: str, new: str) -> bytes:
    """The plan's PDF with some of it replaced; offsets behind it are wrong, which readers mend."""
    data = plan()
    assert old.encode() in data
    return data.replace(old.encode(), new.encode())


_CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
_TREE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {} >> >>"


@bad("plan.txt", problem="the file is named .txt, but it is PDF")
def pdf_named_txt() -> bytes:
    """A PDF named .txt."""
    return plan()


@bad("plan.docx", problem="the file is named .docx, but it is PDF")
def pdf_named_docx() -> bytes:
    """A PDF named .docx."""
    return plan()


@bad("head.pdf", refused="The PDF is damaged and cannot be opened.")
def pdf_head_only() -> bytes:
    """The first bytes of a PDF."""
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


@bad("tail.pdf")
def pdf_without_end() -> bytes:
    """A PDF without its last lines, whose objects can be found without them."""
    data = plan()
    return data[: data.rindex(b"startxref")]


@bad("cut.pdf", refused="The PDF is damaged and cannot be opened.")
def pdf_cut() -> bytes:
    """A PDF cut before its table of objects."""
    data = plan()
    return data[: data.rindex(b"xref\n0")]


@bad("half.pdf", refused="The PDF is damaged and cannot be opened.")
def pdf_half() -> bytes:
    """The first quarter of a PDF."""
    data = plan()
    return data[: len(data) // 4]


@bad("locked.pdf", refused="The PDF is encrypted.")
def pdf_encrypted() -> bytes:
    """A PDF with a password."""
    word = "00" * 32
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{word}> /U <{word}> /P -4 >> /ID [<00> <00>]"
    return objects(_CATALOGUE, _TREE, _PAGE.format(""), stream(b""), more=locked)


@bad("unknown.pdf", refused="The PDF is encrypted.")
def pdf_encrypted_unknown() -> bytes:
    """A PDF locked by a method nobody knows."""
    return objects(_CATALOGUE, _TREE, _PAGE.format(""), stream(b""), more="/Encrypt << /Filter /NoSuch /V 9 >>")


@bad("cycle.pdf", refused="There is no text in the PDF.")
def page_tree_cycle() -> bytes:
    """A page tree whose branch is its own root."""
    return objects(_CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


@bad("parents.pdf", refused="There is no text in the PDF.")
def page_parents_cycle() -> bytes:
    """Branches that are each other's children and parents."""
    return objects(
        _CATALOGUE,
        "<< /Type /Pages /Kids [3 0 R] /Count 5 /Parent 3 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 2 0 R >>",
    )


@bad("none.pdf", refused="The PDF is damaged and cannot be opened.")
def pdf_without_pages() -> bytes:
    """A PDF without pages."""
    return objects(_CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>")


@bad("count.pdf", refused="The PDF has too many pages")
def pdf_of_many_pages() -> bytes:
    """A page tree that names one page 20,000 times."""
    tree = f"<< /Type /Pages /Kids [{'3 0 R ' * 20_000}] /Count 20000 >>"
    return objects(_CATALOGUE, tree, _PAGE.format(""), stream(b""))


@bad("lying.pdf")
def pdf_that_lies_about_pages() -> bytes:
    """A page tree that says it has two billion pages."""
    return changed("/Count 1", "/Count 2147483646")


@bad("previous.pdf")
def object_table_cycle() -> bytes:
    """A table of objects that says the one before it is itself."""
    data = plan()
    start = data.rindex(b"startxref\n") + 10
    offset = data[start : data.index(b"\n", start)].decode()
    return data.replace(b"trailer\n<<", f"trailer\n<< /Prev {offset}".encode())


@bad("outline.pdf")
def bookmark_cycle() -> bytes:
    """A bookmark that follows itself and is its own child."""
    title = "FEFF" + TITLE.encode("utf-16-be").hex()
    data = pdf([page()], bookmarks=[(TITLE, 0)])
    place = data.index(b"/Title <")
    number = data[: data.rindex(b" 0 obj", 0, place)].rpartition(b"\n")[2].decode()
    return data.replace(b"/Title <", f"/Next {number} 0 R /First {number} 0 R /Title <{title[:4]}".encode())


@bad("blank.pdf", refused="There is no text in the PDF.")
def pdf_without_text() -> bytes:
    """An empty page."""
    return pdf([Page()])


@bad("scan.pdf", refused="The PDF is a scan")
def pdf_scan() -> bytes:
    """A page that is one picture."""
    return pdf([Page().image(0, 0, 595, 842)])


@bad("bomb.pdf", refused="crashed on it", slow=True)
def pdf_bomb() -> bytes:
    """A page of 4 GB, packed to 4 MB."""
    return objects(
        _CATALOGUE, _TREE, _PAGE.format(""), stream(bombs.zlib_stream(4000, b"0 0 m "[:4]), "/Filter /FlateDecode")
    )


@bad("bombs.pdf", refused="crashed on it", slow=True)
def pdf_bomb_in_a_bomb() -> bytes:
    """A page packed twice: kilobytes that are gigabytes."""
    inner = zlib.compress(bombs.zlib_stream(3000))
    return objects(_CATALOGUE, _TREE, _PAGE.format(""), stream(inner, "/Filter [/FlateDecode /FlateDecode]"))


@bad("filters.pdf", refused="There is no text in the PDF.")
def pdf_of_filters() -> bytes:
    """A stream packed by a thousand filters."""
    return objects(_CATALOGUE, _TREE, _PAGE.format(""), stream(b"x", f"/Filter [{'/FlateDecode ' * 1000}]"))


@bad("form.pdf", refused="There is no text in the PDF.")
def form_cycle() -> bytes:
    """A form that draws itself."""
    return _form("/X Do")


@bad("forms.pdf", refused="crashed on it", slow=True)
def form_cycle_doubling() -> bytes:
    """A form that draws itself twice, and so two, four, eight times, without end."""
    return _form("/X Do /X Do")


def _form(content: str) -> bytes:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    return objects(
        _CATALOGUE, _TREE, _PAGE.format("/XObject << /X 5 0 R >>"), stream(b"/X Do"), stream(content.encode(), form)
    )


@bad("font.pdf", text="一二")
def font_cycle() -> bytes:
    """A font made of itself."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 5 0 R >>"
    )
    text = b"BT /F 12 Tf 90 700 Td <4e004e8c> Tj ET"
    return objects(_CATALOGUE, _TREE, _PAGE.format("/Font << /F 5 0 R >>"), stream(text), font)


@bad("deep.pdf", refused="There is no text in the PDF.")
def pdf_nested_deeply() -> bytes:
    """An array in an array, 100,000 times."""
    return objects(_CATALOGUE, _TREE, _PAGE.format("/X " + "[" * 100_000), stream(b"q " * 100_000))


@bad("sizes.pdf")
def absurd_sizes() -> bytes:
    """A page of a billion points."""
    return changed("[0 0 595.0 842.0]", "[-1e9 -1e9 1e9 1e9]")


@bad("nothing.pdf")
def page_of_no_size() -> bytes:
    """A page without any extent."""
    return changed("[0 0 595.0 842.0]", "[5 5 5 5]")


@bad("actions.pdf")
def pdf_with_actions() -> bytes:
    """A script, a program to launch, an address to open, a form to send; nothing of it is done."""
    action = (
        "/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9/')) /Next << /S /Launch /F (calc.exe) "
        "/Next << /S /URI /URI (http://127.0.0.1:9/) /Next << /S /SubmitForm /F (http://127.0.0.1:9/) >> >> >> >>"
    )
    return changed("/Type /Catalog", f"/Type /Catalog {action}")


@bad("junk.pdf")
def pdf_within_junk() -> bytes:
    """A PDF with other bytes before and behind it."""
    return b"\r\n" * 200 + plan() + b"\x00" * 5000


@bad("escapes.pdf")
def pdf_with_escapes() -> bytes:
    """Escape and bidi characters within the text."""
    made = page()
    made.text(90, 400, "隐\x1b[2J藏\u202e反转\u202c文字。")
    return pdf([made])
