"""Every readable file in a ZIP archive and in those inside it, within the limits on number, size and nesting."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from policydiff.errors import InputError, NotText
from policydiff.messages import _
from policydiff.read.archive.names import name_of
from policydiff.read.kinds import UNPACKING_ERRORS, Kind, kind_of, promised, protected
from policydiff.read.limits import (
    MAX_EXPANDED_BYTES,
    MAX_MEMBER_BYTES,
    MAX_MEMBERS,
    MAX_NESTING,
    MAX_RATIO,
    RATIO_COUNTS_FROM,
)

_ENCRYPTED_FLAG = 0x1
_CHUNK_BYTES = 1 << 20
_FURNITURE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What systems put into archives for themselves."""


class Member(NamedTuple):
    """A file in an archive: the archive's name and its own, with folders; its bytes; what it is."""

    name: str
    data: bytes
    kind: Kind


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked, over all archives in one."""

    packed: int
    members: int = field(default_factory=lambda: MAX_MEMBERS)
    expanded: int = field(default=0)

    def take(self, size: int) -> None:
        """Count ``size`` bytes more; NotText where that is beyond a limit."""
        self.expanded += size
        if self.expanded > MAX_EXPANDED_BYTES or (
            self.expanded > RATIO_COUNTS_FROM and self.expanded > MAX_RATIO * self.packed
        ):
            raise NotText(
                _("The archive unpacks to more than {size:.0f} MB.").format(size=self.expanded / 1e6),
                cause=_("It is very large, or made to fill the memory."),
                fix=_("Unpack it, and give the files or the folder."),
            )


def members(data: bytes, *, name: str) -> Iterator[Member | InputError]:
    """The members that are of a type read here, in the archive's order, and an error for each that cannot be had.

    Files whose names promise another type (tables, pictures) are passed over, as in folders.
    """
    found = False
    for member in _inside(data, name, _Budget(len(data)), MAX_NESTING):
        found = True
        yield member
    if not found:
        yield NotText(
            _("“{name}”: {what}").format(name=name, what=_("There is no document in the archive.")),
            cause=_("It is empty, or holds no file of a type that is read."),
            fix=_("Unpack it, and see what is in it."),
        )


def _inside(data: bytes, name: str, budget: _Budget, nesting: int) -> Iterator[Member | InputError]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNPACKING_ERRORS as error:
        yield _about(name, _damaged(str(error)))
        return
    with archive:
        for info in archive.infolist():
            inner = name_of(info)
            is_folder = info.filename.endswith("/")
            if is_folder or inner.startswith(_FURNITURE) or inner.endswith(_FURNITURE) or not _wanted(inner):
                continue
            yield from _member(archive, info, f"{name}/{inner}", budget, nesting)


def _wanted(name: str) -> bool:
    """A name that promises a document, or nothing at all."""
    last = name.rpartition("/")[2]
    return not last.startswith(("~$", ".")) and (promised(name) is not None or "." not in last)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: _Budget, nesting: int
) -> Iterator[Member | InputError]:
    try:
        budget.members -= 1
        if budget.members < 0:
            raise NotText(
                _("The archive holds more than {count} files.").format(count=MAX_MEMBERS),
                cause=_("It is very large, or made to keep programs busy."),
                fix=_("Unpack it, and give the files or the folder."),
            )
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise protected("ZIP")
        data = _content(archive, info, budget)
        kind = kind_of(data)
        if kind is not Kind.ZIP:
            yield Member(name, data, kind)
            return
        if nesting <= 1:
            raise NotText(
                _("The archive is the {count}th inside another.").format(count=MAX_NESTING + 1),
                cause=_("At most {count} archives inside each other are opened.").format(count=MAX_NESTING),
                fix=_("Unpack it, and give the files or the folder."),
            )
    except InputError as error:
        yield _about(name, error)
        return
    yield from _inside(data, name, budget, nesting - 1)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    """The member's bytes, counted while they are unpacked: what the archive says of its size is not believed."""
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as member:
            while piece := member.read(_CHUNK_BYTES):
                budget.take(len(piece))
                size += len(piece)
                if size > MAX_MEMBER_BYTES:
                    raise NotText(
                        _("The file is too large: {size:.0f} MB.").format(size=size / 1e6),
                        cause=_("At most {size:.0f} MB are read at once.").format(size=MAX_MEMBER_BYTES / 1e6),
                        fix=_("Split it into several files."),
                    )
                pieces.append(piece)
    except UNPACKING_ERRORS as error:
        raise _damaged(str(error)) from None
    return b"".join(pieces)


def _damaged(reason: str) -> NotText:
    return NotText(
        _("The file is damaged."),
        cause=_("It cannot be unpacked: {reason}.").format(reason=reason.rstrip(".") or "?"),
        fix=_("Get it again, or unpack it with another program."),
    )


def _about(name: str, error: InputError) -> InputError:
    return type(error)(_("“{name}”: {what}").format(name=name, what=error.what), cause=error.cause, fix=error.fix)
