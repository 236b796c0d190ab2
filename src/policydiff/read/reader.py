"""A file → its sources: what it really is, the module for that type, and an error that helps where it cannot be read.

The invariant: whatever the bytes, the outcome is a source or an `InputError`, within the limits of
`policydiff.read.limits`; a file in an archive that fails costs only that file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from policydiff.errors import InputError, NotText
from policydiff.messages import _
from policydiff.model import Source
from policydiff.read import files, sandbox
from policydiff.read.dispatch import CONVERTED_FIRST, RISKY, reader_of
from policydiff.read.kinds import Kind, kind_of, promised
from policydiff.read.origins import origin
from policydiff.read.problems import CONVERTED, MISLABELLED

_NOTHING = "\ufeff\u200b \t\n\u3000\x00"
"""A text of these characters only is empty."""

_WRITTEN = frozenset({Kind.TEXT, Kind.MARKDOWN})


def read(path: Path | str) -> Source:
    """Read the one file at ``path`` (``-`` is standard input); of an archive, the one it holds.

    Raises `InputError`: `UnreadableFile` (missing, a directory, not permitted) or `NotText` (a type that is not
    read, damaged, protected, empty, beyond the limits), and where an archive holds several files.
    """
    found = list(read_all(path))
    failed = [one for one in found if isinstance(one, InputError)]
    sources = [one for one in found if isinstance(one, Source)]
    if len(sources) == 1:
        return sources[0]
    if failed and not sources:
        raise failed[0]
    raise NotText(
        _("“{name}” holds {count} files.").format(name=files.name_of(Path(path)), count=len(sources)),
        cause=_("One was expected."),
        fix=_("Unpack it, and name one of them."),
    )


def read_all(path: Path | str) -> Iterator[Source | InputError]:
    """Everything that the file at ``path`` holds: one source, or a source or an error for each file of an archive.

    Raises `InputError` where the file itself cannot be read.
    """
    path = Path(path)
    yield from sources(files.content(path), name=files.name_of(path))


def sources(data: bytes, *, name: str) -> Iterator[Source | InputError]:
    """The same from bytes in memory. Each error, raised or yielded, names the file it is about."""
    try:
        kind = kind_of(data)
        if kind is Kind.ZIP:
            from policydiff.read.archive import members

            packed = members(data, name=name)
    except InputError as error:
        raise _about(name, error) from error.__cause__
    if kind is not Kind.ZIP:
        yield _named(data, kind, name)
        return
    for member in packed:
        try:
            yield member if isinstance(member, InputError) else _named(member.data, member.kind, member.name)
        except InputError as error:
            yield error


def source(data: bytes, *, name: str) -> Source:
    """The one source in ``data``, a file called ``name``."""
    kind = kind_of(data)
    if kind is Kind.ZIP:
        only = [one for one in sources(data, name=name) if isinstance(one, Source)]
        if len(only) == 1:
            return only[0]
    return _source(data, kind, name)


def _named(data: bytes, kind: Kind, name: str) -> Source:
    """`_source`, whose errors say which file they are about."""
    try:
        return _source(data, kind, name)
    except InputError as error:
        raise _about(name, error) from error.__cause__


def _about(name: str, error: InputError) -> InputError:
    return type(error)(_("“{name}”: {what}").format(name=name, what=error.what), cause=error.cause, fix=error.fix)


def _source(data: bytes, kind: Kind, name: str) -> Source:
    if kind in CONVERTED_FIRST:
        found = _converted(data, kind, name)
    elif kind in RISKY:
        found = sandbox.read(data, kind, name)
    else:
        found = reader_of(kind).source(data, name=name)
    if not found.text.strip(_NOTHING):
        raise NotText(
            _("There is nothing in the file."),
            cause=_("It is empty or holds only blanks."),
            fix=_("Check that it is the right file."),
        )
    if (named := promised(name)) is not None and kind is not named and not {kind, named} <= _WRITTEN:
        note = MISLABELLED.format(suffix=PurePath(name).suffix, kind=kind.label)
        found = replace(found, problems=(note, *found.problems))
    return found


def _converted(data: bytes, kind: Kind, name: str) -> Source:
    """A type that LibreOffice makes DOCX of."""
    from policydiff.read.office import as_docx

    found = sandbox.read(as_docx(data, kind), Kind.DOCX, name)
    note = CONVERTED.format(kind=kind.label)
    return replace(found, origin=origin(data, name=name, kind=kind), problems=(note, *found.problems))
