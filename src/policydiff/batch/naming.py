"""File names that every system takes, made from what a user or a document is called."""

from __future__ import annotations

import re

from policydiff.synopsis.printable import printable

REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u2400-\u2426\ufffd]+')
"""What Windows does not take in a name, and the signs `printable` puts for what nobody should see."""

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)

LONGEST_BYTES = 160
"""Of a stem in UTF-8; systems take 255 with the ending."""


def file_stem(number: int, count: int, name: str) -> str:
    """``name`` as the stem of a file, after the pair's ``number`` of ``count``, which makes it unique and sorts."""
    figures = str(number).zfill(len(str(count)))
    clean = REFUSED.sub("_", printable(" ".join(name.split()))).strip(" .")
    if RESERVED.fullmatch(clean):
        clean = f"_{clean}"
    cut = f"{figures}-{clean}".encode()[:LONGEST_BYTES].decode("utf-8", "ignore")
    return cut.rstrip(" .-") or figures
