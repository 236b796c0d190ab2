"""A file's text cut up: front matter and body, and the body into blocks with their line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.errors import LibraryError
from policydiff.library.markdown import headings
from policydiff.messages import _

FENCE = "---"

_MEANT = re.compile(
    r"\ufeff?---[ \t\r]*\n(?:(?!---[ \t\r]*$).*\n)*?(?:schema[ \t]*:[ \t]*policydiff\.|title[ \t]*:)", re.M
)
_COMMENT = re.compile(r"[ \t]*<!--(.*?)-->[ \t\r]*\Z")


class Parts(NamedTuple):
    """The front matter without its dashes, the body, and the number of the body's first line in the file."""

    front: str
    body: str
    first_line: int


class Paragraph(NamedTuple):
    """A line of text, still encoded."""

    line: str


class Rows(NamedTuple):
    """The lines of a table."""

    lines: Sequence[str]


class Mark(NamedTuple):
    """A comment: its first line and those after it."""

    word: str
    lines: Sequence[str]


Block = Paragraph | headings.Heading | Rows | Mark


def is_document(text: str) -> bool:
    """True where ``text`` is meant to be a library file: it has a front matter that names a schema or a title."""
    return _MEANT.match(text) is not None


def split(text: str, *, file: str = "") -> Parts:
    """Cut ``text`` behind its front matter; LibraryError where it has none."""
    lines = text.removeprefix("\ufeff").split("\n")
    end = next((i for i in range(1, len(lines)) if lines[i].rstrip() == FENCE), 0)
    if lines[0].rstrip() != FENCE or not end:
        raise LibraryError(
            _("{file}, line {line}: a document's front matter is missing.").format(file=called(file), line=1),
            cause=_("A library file begins with a line “---”, YAML metadata, and another line “---”."),
            fix=_("Write the file with “policydiff import”, or put a front matter with a title before the text."),
        )
    return Parts("\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2)


def blocks(parts: Parts) -> Iterator[tuple[int, Block]]:
    """The blocks of a body, each with its first line's number in the file."""
    lines = parts.body.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index].strip(" \t\r")
        if line:
            block, after = _block(line, lines, index)
            yield parts.first_line + index, block
            index = after
        else:
            index += 1


def called(file: str) -> str:
    """A name for ``file`` in messages."""
    return file or _("Markdown text")


def _block(line: str, lines: Sequence[str], index: int) -> tuple[Block, int]:
    """The block whose first ``line`` is ``lines[index]``, and the index of the line after it."""
    after = index + 1
    if line.startswith("#"):
        return headings.read(line), after
    if line.startswith("|"):
        while after < len(lines) and lines[after].lstrip(" \t").startswith("|"):
            after += 1
        return Rows(lines[index:after]), after
    if (match := _COMMENT.match(line)) is not None:
        return Mark(match[1].strip(), ()), after
    if line.startswith("<!--"):
        while after < len(lines) and "-->" not in lines[after]:
            after += 1
        return Mark(line.removeprefix("<!--").strip(), lines[index + 1 : after]), after + 1
    return Paragraph(line), after
