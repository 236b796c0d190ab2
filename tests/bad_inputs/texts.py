"""Text files: empty, binary, in odd encodings, with characters that terminals obey, of other types than they say."""

from __future__ import annotations

from tests.bad_inputs.case import PLAN, SENTENCE, Corpus

CORPUS = Corpus()
bad = CORPUS.file

TRADITIONAL = "甲市智慧城市建設規劃\n一、總體要求\n堅持以人民為中心，推進數位轉型，實現資訊共享。\n"


@bad("empty.txt", refused="There is nothing in the file.")
def empty() -> bytes:
    """Zero bytes."""
    return b""


@bad("blanks.txt", refused="There is nothing in the file.")
def blanks() -> bytes:
    """Blanks, line ends, zero-width characters only."""
    return " \n\t\u3000\n\u200b\ufeff".encode()


@bad("mark.txt", refused="There is nothing in the file.")
def byte_order_mark_only() -> bytes:
    """A byte order mark and nothing else."""
    return b"\xff\xfe"


@bad("zeros.txt", refused="The file is not text.")
def zeros() -> bytes:
    """4096 NUL bytes."""
    return bytes(4096)


@bad("noise.txt", refused="The file is not text.")
def noise() -> bytes:
    """Every byte value, mixed."""
    return bytes((7 * n * n + 3 * n) % 256 for n in range(5000))


@bad("sjis.txt", refused="encoding cannot be told")
def japanese() -> bytes:
    """Japanese in Shift JIS, an encoding that is not read."""
    return "これはにほんごのぶんしょうです。ひらがなとカタカナだけでかかれています。".encode("shift_jis") * 20


@bad("mixed.txt", refused="encoding cannot be told")
def mixed_encodings() -> bytes:
    """Half UTF-8, half GB18030."""
    return PLAN.encode() * 3 + PLAN.encode("gb18030") * 3


@bad("gb18030.txt")
def gb18030() -> bytes:
    """GB18030 without any mark of it."""
    return PLAN.encode("gb18030")


@bad("big5.txt", text="坚持以人民为中心")
def big5() -> bytes:
    """Big5 without any mark of it."""
    return TRADITIONAL.encode("big5")


@bad("wide.txt")
def utf16_unmarked() -> bytes:
    """UTF-16 without a byte order mark."""
    return (PLAN * 3).encode("utf-16-le")


@bad("wide-be.txt")
def utf16_big_endian_unmarked() -> bytes:
    """UTF-16, big-endian, without a byte order mark."""
    return (PLAN * 3).encode("utf-16-be")


@bad("utf32.txt")
def utf32() -> bytes:
    """UTF-32."""
    return PLAN.encode("utf-32")


@bad("odd.txt", problem="could not be decoded")
def utf16_cut() -> bytes:
    """UTF-16 cut within a character."""
    return PLAN.encode("utf-16")[:-1]


@bad("surrogates.txt", problem="could not be decoded")
def surrogates() -> bytes:
    """UTF-8 with a lone surrogate encoded (CESU-8)."""
    return PLAN.encode() * 20 + b"\xed\xa0\x80"


@bad("cut.txt", problem="could not be decoded")
def utf8_cut() -> bytes:
    """UTF-8 cut within its last character."""
    return (PLAN * 20).strip().encode()[:-1]


@bad("overlong.txt", problem="could not be decoded")
def overlong() -> bytes:
    """UTF-8 with an overlong slash (C0 AF), which once fooled path checks."""
    return PLAN.encode() * 20 + b"\xc0\xaf"


@bad("nul.txt")
def nul_inside() -> bytes:
    """NUL characters within a text."""
    return (PLAN * 20 + "\x00尾\x00").encode()


@bad("escapes.txt")
def escapes() -> bytes:
    """Escape sequences that colour, hide, clear and rename a terminal's window."""
    title = "甲市\x1b[31m智慧\x1b]0;标题\x07城市\x9b2J规划"
    return f"{title}\n一、总体\x1b[2J要求\n{SENTENCE}\x1b[8m隐藏\x08\x7f。\n".encode()


@bad("bidi.txt")
def bidi() -> bytes:
    """Bidi controls that reverse what follows."""
    return f"甲市\u202e规划\u202c\n一、总体要求\n{SENTENCE}\u2066数据\u202e反转。\n".encode()


@bad("labels.txt", text="一、")
def labels_only() -> bytes:
    """Numbers of sections and nothing in them."""
    return "一、\n二、\n（一）\n1.\n".encode()


@bad("one.txt", text="一")
def one_character() -> bytes:
    """A single character."""
    return "一".encode()


@bad("line.txt", text="坚持以人民为中心")
def one_line() -> bytes:
    """A line of 80,000 characters."""
    return (SENTENCE.rstrip("。") * 5_000).encode()


@bad("large.txt", refused="The text is too large: 34 MB.")
def large() -> bytes:
    """34 MB of text."""
    return b" " * 34_000_000


@bad("program", refused="of the type EXE, which holds no text")
def program() -> bytes:
    """A Linux program."""
    return b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20


@bad("setup.doc", refused="of the type EXE, which holds no text")
def program_named_doc() -> bytes:
    """A Windows program named .doc."""
    return b"MZ\x90\x00\x03" + bytes(range(256)) * 20


@bad("scan.pdf", refused="of the type PNG, which holds no text")
def picture_named_pdf() -> bytes:
    """A PNG picture named .pdf."""
    return b"\x89PNG\r\n\x1a\n" + bytes(2000)


@bad("photo.txt", refused="of the type JPEG, which holds no text")
def photo() -> bytes:
    """A photo named .txt."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)


@bad("laws.zip", refused="of the type RAR, which holds no text")
def rar_named_zip() -> bytes:
    """A RAR archive named .zip."""
    return b"Rar!\x1a\x07\x01\x00" + bytes(500)


@bad("plan.txt.gz", refused="of the type GZ, which holds no text")
def gzipped() -> bytes:
    """A text packed by gzip."""
    import gzip

    return gzip.compress(PLAN.encode())


@bad("plan.pdf", problem="the file is named .pdf, but it is TXT")
def text_named_pdf() -> bytes:
    """Plain text named .pdf."""
    return PLAN.encode()


@bad("plan.docx", problem="the file is named .docx, but it is TXT")
def text_named_docx() -> bytes:
    """Plain text named .docx."""
    return PLAN.encode("gb18030")


@bad("plan.docx", problem="the file is named .docx, but it is RTF", needs="soffice")
def rtf_named_docx() -> bytes:
    """RTF named .docx."""
    lines = "".join(f"\\u{ord(c)}?" if ord(c) < 32768 else f"\\u{ord(c) - 65536}?" for c in PLAN.replace("\n", "\r"))
    return b"{\\rtf1\\ansi\\uc1 " + lines.replace("\\u13?", "\\par ").encode("ascii") + b"}"
