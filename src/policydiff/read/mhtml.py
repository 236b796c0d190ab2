"""MHTML (RFC 2557): a web page with its parts in one message, as browsers and WPS save them (and call .doc)."""

from __future__ import annotations

import base64
import re
from email import message_from_bytes, policy
from email.errors import InvalidBase64LengthDefect
from email.message import EmailMessage

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.model import Source
from policydiff.read.dispatch import reader_of
from policydiff.read.kinds import Kind

_LETTERS = re.compile(rb"[A-Za-z0-9+/]+")


def source(data: bytes, *, name: str) -> Source:
    """The page itself; NotText where the message holds none."""
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            return reader_of(Kind.HTML).source(_content(part), name=name)
    raise NotText(
        _("There is no page in this web archive."),
        cause=_("The file is damaged, or its page was not saved."),
        fix=_("Save the page again as HTML."),
    )


def _content(part: EmailMessage) -> bytes:
    """The part's bytes; of Base64 that was cut off, what is left of it."""
    content = part.get_payload(decode=True)
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects):
        letters = b"".join(_LETTERS.findall(content if isinstance(content, bytes) else b""))
        return base64.b64decode(letters[: len(letters) // 4 * 4])
    return content if isinstance(content, bytes) else b""
