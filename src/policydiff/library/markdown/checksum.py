"""The front matter's last line: what a file's text was when the program wrote it.

A file whose checksum no longer fits was edited by hand, and nobody overwrites it.
"""

from __future__ import annotations

import hashlib

KEY = "checksum"

LENGTH_CHARACTERS = 16
"""64 bits: enough to notice an edit; it guards against accidents, not attacks."""


def stamped(front: str, body: str) -> str:
    """A whole file from its front matter (ending with LF) and its body, with the checksum of both."""
    return f"---\n{front}{KEY}: '{checksum(front, body)}'\n---\n{body}"


def checksum(front: str, body: str) -> str:
    """The checksum of a front matter, less its checksum line, and a body."""
    kept = "\n".join(line for line in front.split("\n") if not line.startswith(f"{KEY}:"))
    return hashlib.sha256(f"{kept}---\n{body}".encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH_CHARACTERS]
