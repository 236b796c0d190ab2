"""Where results go: stdout, or a file that is written whole or not at all.

What is not a terminal gets no escape codes, whatever the environment says; data is UTF-8 wherever it goes.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import atomic
from policydiff.cli.trouble import quiet_stdout
from policydiff.errors import UnreadableFile, UsageError
from policydiff.messages import _

if TYPE_CHECKING:
    from rich.console import RenderableType

PIPED_WIDTH = 100
"""Columns of a view that goes to no terminal and for which ``COLUMNS`` says nothing."""


def show(view: RenderableType, output: Path | None = None) -> None:
    """Draw ``view`` on the terminal or into ``output``, in colour where there is any."""
    text = drawn(view, width=view_width(), terminal=output is None and on_terminal())
    if output is None:
        encoding = sys.stdout.encoding if sys.stdout is not None else "utf-8"
        _to_stdout(text.encode(encoding, "replace"))
    else:
        atomic.save(output, text.encode("utf-8", "replace"))


def emit(data: str, output: Path | None = None) -> None:
    """Hand out ``data`` on stdout or into ``output``, ending with a line end; UTF-8 unless a terminal reads it."""
    encoding = sys.stdout.encoding if output is None and on_terminal() else "utf-8"
    encoded = (data if data.endswith("\n") or not data else data + "\n").encode(encoding, "replace")
    if output is None:
        _to_stdout(encoded)
    else:
        atomic.save(output, encoded)


def hand_out(data: bytes, output: Path | None, form: str) -> None:
    """Hand out the bytes of a file on stdout or into ``output``; what is no text does not go to a terminal."""
    if output is not None:
        atomic.save(output, data)
    elif not on_terminal():
        _to_stdout(data)
    elif b"\0" in data:
        raise UsageError(
            _("{format} cannot be shown on a terminal.").format(format=form),
            cause=_("It is no text."),
            fix=_("Choose a file with -o."),
        )
    else:
        emit(data.decode("utf-8", "replace"))


def on_terminal() -> bool:
    """True where stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def view_width() -> int:
    """Columns a view may take: the terminal's, or ``COLUMNS``, or `PIPED_WIDTH`."""
    import shutil

    return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns


def drawn(view: RenderableType, *, width: int, terminal: bool) -> str:
    """``view`` as text of ``width`` columns, with escape codes only for a terminal."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    with console.capture() as capture:
        console.print(view)
    text = capture.get()
    return text if terminal else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def note(text: str) -> None:
    """A line of diagnosis on stderr."""
    from policydiff.synopsis.printable import printable

    print(printable(text), file=sys.stderr)


def _to_stdout(data: bytes) -> None:
    """Write to stdout; where its reader has gone, stop quietly."""
    if sys.stdout is None:
        raise UnreadableFile(
            _("There is no standard output."),
            cause=_("Whoever started the program closed it."),
            fix=_("Choose a file with -o, or leave the standard output open."),
        )
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        quiet_stdout()
    except OSError:
        quiet_stdout()
        raise
