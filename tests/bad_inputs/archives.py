"""ZIP archives."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib

from tests.bad_inputs import bombs
from tests.bad_inputs.case import PLAN, Corpus
from tests.bad_inputs.packages import docx, zipped

CORPUS = Corpus()
bad = CORPUS.file
TEXT = PLAN.encode()


def _patched(data: bytes, local: int, central: int, value: bytes) -> bytes:
    """``value`` written into the first member's header and directory entry, so many bytes into each."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        start = changed.index(signature) + offset
        changed[start : start + len(value)] = value
    return bytes(changed)


@bad("cut.zip", refused="The file is damaged.")
def archive_cut() -> bytes:
    """An archive cut before its directory."""
    return zipped({"规划.txt": TEXT})[:120]


@bad("prefix.zip")
def archive_behind_something() -> bytes:
    """An archive with another in front of it."""
    return zipped({"picture.png": b"x"}) + zipped({"规划.txt": TEXT})


@bad("none.zip", refused="There is no document in the archive.")
def archive_without_documents() -> bytes:
    """Pictures, tables and what systems leave behind."""
    return zipped({"a.png": b"x", "b.xlsx": b"x", "__MACOSX/._a.txt": b"x", "~$a.docx": b"x"})


@bad("locked.zip", refused="protected by a password", text="坚持以人民为中心")
def archive_encrypted() -> bytes:
    """One file with a password beside one without."""
    return _patched(zipped({"密.txt": b"x" * 20, "规划.txt": TEXT}), 6, 8, b"\x01")


@bad("method.zip", refused="It cannot be unpacked", text="坚持以人民为中心")
def archive_of_unknown_method() -> bytes:
    """One file packed by a method nobody knows."""
    return _patched(zipped({"甲.txt": b"x" * 20, "规划.txt": TEXT}), 8, 10, b"\x63\x00")


@bad("checksum.zip", refused="Bad CRC-32", text="坚持以人民为中心")
def archive_with_wrong_checksum() -> bytes:
    """One file whose checksum is wrong."""
    return _patched(zipped({"甲.txt": TEXT * 3, "规划.txt": TEXT}), 14, 16, b"\x01\x02\x03\x04")


@bad("method-lzma.zip", refused="It cannot be unpacked", text="坚持以人民为中心")
def archive_of_broken_lzma() -> bytes:
    """One file said to be packed by LZMA, which it is not."""
    return _patched(zipped({"甲.txt": b"x" * 20, "规划.txt": TEXT}), 8, 10, b"\x0e\x00")


@bad("bomb.zip", refused="“bomb.zip/甲.txt”")
def archive_bomb() -> bytes:
    """300 MB packed to 300 KB."""
    return bombs.stored([("甲.txt", bombs.deflated(300), 300 * bombs.MEGABYTE, 0)])


@bad("bombs.zip", refused="The archive unpacks to more than", text="坚持以人民为中心")
def nested_bombs() -> bytes:
    """Archives of archives, each a thousand times its size."""
    inner = bombs.stored([("甲.txt", bombs.deflated(100), 100 * bombs.MEGABYTE, 0)])
    return zipped({"规划.txt": TEXT, "a.zip": zipped({"b.zip": inner, "c.zip": inner})})


@bad("overlapping.zip", refused="“overlapping.zip/0.txt”")
def overlapping_members() -> bytes:
    """A hundred names for the same packed bytes: 400 MB in 10 KB."""
    data = bombs.stored([("0.txt", bombs.deflated(4), 4 * bombs.MEGABYTE, 0)])
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[start:end] * 100
    return data[:start] + entries + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 100, 100, len(entries), start, 0)


@bad("nested.zip", refused="inside another", text="坚持以人民为中心")
def archive_nested() -> bytes:
    """An archive in an archive in an archive in an archive."""
    data = zipped({"规划.txt": TEXT})
    for depth in range(3):
        data = zipped({f"{depth}.zip": data, "规划.txt": TEXT})
    return data


@bad("many.zip", refused="holds more than 10000 files")
def archive_of_many() -> bytes:
    """10,001 empty files."""
    empty = bombs.deflate(b"")
    return bombs.stored([(f"{n}.txt", empty, 0, 0) for n in range(10_001)])


@bad("up.zip")
def names_that_lead_out() -> bytes:
    """Members called ../../evil.txt, /etc/evil.txt and C:\\evil.txt; they are written nowhere."""
    return zipped({"../../evil.txt": TEXT, "/etc/evil2.txt": TEXT + TEXT, "C:\\evil3.txt": TEXT * 3})


@bad("names.zip")
def names_with_controls() -> bytes:
    """Members with NUL, escape and bidi characters in their names, or a dash before them."""
    names = ("\x1b[31m红.txt", "a\nb.txt", "规\u202etxt.划.txt", "-rf.txt", "nul\x00.txt", "CON.txt")
    texts = ((PLAN.replace("甲市", f"{n}市")).encode() for n in "乙丙丁戊己庚")
    return bombs.stored([(n, bombs.deflate(t), len(t), zlib.crc32(t)) for n, t in zip(names, texts, strict=True)])


@bad("unnamed.zip")
def name_of_nothing() -> bytes:
    """A member whose name is empty."""
    return bombs.stored([("", bombs.deflate(TEXT), len(TEXT), zlib.crc32(TEXT))])


@bad("long.zip")
def name_beyond_measure() -> bytes:
    """A name of 60,000 characters in 20,000 folders."""
    return zipped({"a/" * 20_000 + "x" * 20_000 + ".txt": TEXT})


@bad("link.zip")
def archive_with_a_link() -> bytes:
    """A symbolic link to /etc/passwd; it is a text of that name and nothing else."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("规划.txt", TEXT)
    return stream.getvalue()


@bad("plan.docx")
def archive_named_docx() -> bytes:
    """An archive of one text, named .docx."""
    return zipped({"规划.txt": TEXT})


@bad("partly.zip", refused="nothing in the file", text="坚持以人民为中心")
def archive_with_bad_files() -> bytes:
    """An empty text, a broken Word document and a good one."""
    return zipped({"空.txt": b"", "坏.docx": docx()[:300], "规划.docx": docx()})
