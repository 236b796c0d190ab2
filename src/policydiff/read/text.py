"""Plain text and Markdown."""

from __future__ import annotations

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.model import Change, MarkedHeading, Source
from policydiff.read.encoding import decode
from policydiff.read.kinds import Kind, is_markdown
from policydiff.read.limits import MAX_TEXT_BYTES
from policydiff.read.origins import origin
from policydiff.read.problems import UNDECODABLE

_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")


def source(data: bytes, *, name: str) -> Source:
    """``data`` decoded; as Markdown where ``name`` says so, or has no ending and the text has Markdown's headings.

    Raises `NotText` where it is binary, in no known encoding, or larger than `MAX_TEXT_BYTES`.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise NotText(
            _("The text is too large: {size:.0f} MB.").format(size=len(data) / 1e6),
            cause=_("At most {size:.0f} MB are read at once.").format(size=MAX_TEXT_BYTES / 1e6),
            fix=_("Split it into several files."),
        )
    decoded = decode(data)
    text = decoded.text
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    marked = is_markdown(text, name)
    changes, headings = _markup(text) if marked else ((), ())
    return Source(
        origin=origin(data, name=name, kind=Kind.MARKDOWN if marked else Kind.TEXT, encoding=decoded.encoding),
        text=text,
        markup=changes,
        headings=headings,
        problems=(UNDECODABLE.format(count=decoded.undecodable),) if decoded.undecodable else (),
    )


def _markup(text: str) -> tuple[tuple[Change, ...], tuple[MarkedHeading, ...]]:
    from policydiff.read.markdown import markup

    return markup(text)
