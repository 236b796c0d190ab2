"""What members of a ZIP archive are called.

Names are UTF-8 where flag 11 is set (APPNOTE.TXT §4.4.4, appendix D), else in the packer's code page: GBK on Chinese
Windows. `zipfile` reads those as code page 437, which is undone here. A Unicode path field (0x7075, §4.6.9) wins.
"""

from __future__ import annotations

import struct
import zipfile
import zlib

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075


def name_of(member: zipfile.ZipInfo) -> str:
    """The member's name with folders, ``/`` between them; harmless: no drive, no root, no way upwards."""
    parts = _decoded(member).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and not part.endswith(":"))


def _decoded(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    raw = member.orig_filename.encode("cp437", errors="replace")
    if (path := _unicode_path(member.extra, raw)) is not None:
        return path
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the Unicode path field, where it is still about the name in the header."""
    position = 0
    while position + 4 <= len(extra):
        tag, size = struct.unpack_from("<HH", extra, position)
        field = extra[position + 4 : position + 4 + size]
        if tag == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", errors="replace")
        position += 4 + size
    return None
