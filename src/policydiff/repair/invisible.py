"""Characters that no reader sees and copies of web and PDF pages are full of. Taking them out is no repair of damage.

Zero-width and control characters (terminal escape sequences among them) go; compatibility ideographs and Kangxi
radicals, which PDF readers yield for ordinary characters, become those characters.
"""

from __future__ import annotations

import re
import unicodedata

from policydiff.repair.finding import Finding

KIND = "invisible"

_INVISIBLE = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI sequences
    "|\x1b\\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\\\)"  # OSC sequences
    "|\x1b[@-Z\\\\-_]?"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]+"
    "|[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff]"
)


def find(text: str) -> list[Finding]:
    """Every invisible character or sequence, and every compatibility ideograph."""
    return [
        Finding(m.start(), m.end(), _ordinary(m[0]), 1.0) for m in _INVISIBLE.finditer(text) if _ordinary(m[0]) != m[0]
    ]


def _ordinary(found: str) -> str:
    return unicodedata.normalize("NFKC", found) if found >= "\u2e80" and not found.startswith("\ufeff") else ""
