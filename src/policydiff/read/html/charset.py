"""A page's bytes → text: what the page says of its encoding, where its bytes bear that out."""

from __future__ import annotations

import codecs
import re

from policydiff.read.encoding import Decoded, decode

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.I)
_REACH_BYTES = 4096
_READ_AS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
"""Declared names, and the encoding that really is meant (pages name a narrower one than they use)."""
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes) -> Decoded:
    """Raises `NotText` where neither the declaration nor the bytes tell the encoding."""
    declared = _DECLARED.search(data[:_REACH_BYTES])
    name = _READ_AS.get(declared[1].decode("ascii").lower()) if declared else None
    if name and not data.startswith(_BOMS):
        try:
            return Decoded(data.decode(name), name, 0)
        except UnicodeDecodeError:
            pass
    return decode(data)
