"""MHTML (RFC 2557): a web page with its parts in one message, as browsers and WPS save them (and call .doc)."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.model import Source
from policydiff.read.dispatch import reader_of
from policydiff.read.kinds import Kind


def source(data: bytes, *, name: str) -> Source:
    """The page itself; NotText where the message holds none."""
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return reader_of(Kind.HTML).source(page, name=name)
    raise NotText(
        _("There is no page in this web archive."),
        cause=_("The file is damaged, or its page was not saved."),
        fix=_("Save the page again as HTML."),
    )
