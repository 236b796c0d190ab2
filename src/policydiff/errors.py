"""Every error policydiff raises on purpose, each with what happened, the likely cause and the fix.

PolicyDiffError
├── InputError          a file or text that cannot be read or makes no sense
│   ├── UnreadableFile  missing, a directory, no permission
│   └── NotText         binary content, an unknown encoding, nothing in it, too large
├── DocumentNameError   a name that leads to no document, or to several
│   ├── NoSuchDocument  nothing by that name (the nearest are listed)
│   └── Ambiguous       several documents by that name (they are listed)
├── LibraryError        a library folder or file that cannot be used
└── UsageError          options that contradict each other
"""

from __future__ import annotations


class PolicyDiffError(Exception):
    """A trouble a user can understand and mend.

    ``what`` happened, in a sentence; ``cause``, the likely reason; ``fix``, what to do.
    ``cause`` and ``fix`` may be empty.
    """

    def __init__(self, what: str, *, cause: str = "", fix: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.cause = cause
        self.fix = fix

    def __str__(self) -> str:
        return "\n".join(part for part in (self.what, self.cause, self.fix) if part)


class InputError(PolicyDiffError):
    """A file or text that cannot be read or makes no sense."""


class UnreadableFile(InputError):
    """A path that is missing, a directory, or not permitted."""


class NotText(InputError):
    """Bytes that are no text this program reads: binary, unknown encoding, empty, too large."""


class DocumentNameError(PolicyDiffError):
    """A document name that does not lead to exactly one document."""


class NoSuchDocument(DocumentNameError):
    """Nothing goes by that name."""


class Ambiguous(DocumentNameError):
    """Several documents go by that name."""


class LibraryError(PolicyDiffError):
    """A library folder or one of its files that cannot be used."""


class UsageError(PolicyDiffError):
    """Options or arguments that contradict each other."""
