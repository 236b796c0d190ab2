"""Trouble as one message on stderr: what happened, the likely cause, what to do. Never a traceback unasked."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from policydiff.errors import PolicyDiffError
from policydiff.messages import _

T = TypeVar("T")
R = TypeVar("R")

TROUBLE = 2
"""Exit code of everything that went wrong, wrong usage included."""

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 + SIGINT, as shells have it."""


def report(error: Exception, *, debug: bool) -> None:
    """Print ``error`` for a person, if anybody listens; with ``debug``, the traceback first."""
    from policydiff.synopsis.printable import printable

    with contextlib.suppress(OSError):
        if debug:
            import traceback

            traceback.print_exception(error)
        for line in explained(error).splitlines():
            click.echo(printable(line), err=True)


def each(items: Iterable[T], work: Callable[[T], Iterable[R | PolicyDiffError]]) -> tuple[list[R], int]:
    """The results of ``work`` on each of ``items``, and how many failed; failures are reported and passed over.

    A failure is an error that ``work`` raises, which ends that item, or gives among its results, which does not.
    Only trouble a user can mend is passed over; anything else ends the run.
    """
    results: list[R] = []
    failed = 0
    for item in items:
        for result in _guarded(work, item):
            if isinstance(result, PolicyDiffError):
                failed += 1
                report(result, debug=debugging())
            else:
                results.append(result)
    return results, failed


def _guarded(work: Callable[[T], Iterable[R | PolicyDiffError]], item: T) -> Iterator[R | PolicyDiffError]:
    try:
        yield from work(item)
    except PolicyDiffError as error:
        yield error


def debugging() -> bool:
    """True where tracebacks are wanted."""
    context = click.get_current_context(silent=True)
    return bool(context is not None and context.meta.get("policydiff.debug"))


def explained(error: Exception) -> str:
    """The message for ``error``."""
    if isinstance(error, click.UsageError):
        return _usage(error)
    if isinstance(error, click.ClickException):
        return _("Error: {message}").format(message=error.format_message())
    return told(understood(error))


def told(error: PolicyDiffError) -> str:
    """What happened, and below it the cause and the fix; further lines of each are indented."""
    parts = [_("Error: {message}").format(message=error.what)]
    if error.cause:
        parts.append("  " + _("Cause: {text}").format(text=error.cause))
    if error.fix:
        parts.append("  " + _("Fix: {text}").format(text=error.fix))
    return "\n".join(part.replace("\n", "\n    ") for part in parts)


def understood(error: Exception) -> PolicyDiffError:
    """``error`` as something a user can act on."""
    if isinstance(error, PolicyDiffError):
        return error
    if isinstance(error, OSError):
        place = "" if error.filename is None else f"{error.filename}: "
        return PolicyDiffError(
            f"{place}{error.strerror or error}",
            cause=_("The system refused to read or write."),
            fix=_("Check the path, the permissions and the free space."),
        )
    if isinstance(error, MemoryError):
        return PolicyDiffError(
            _("Not enough memory."),
            cause=_("The input is too large for this machine."),
            fix=_("Split the file, or compare fewer documents at once."),
        )
    return PolicyDiffError(
        _("Unexpected error: {name}: {text}").format(name=type(error).__name__, text=error),
        cause=_("This is a fault of policydiff."),
        fix=_("Run it again with --debug to see where, and report it with the input that causes it."),
    )


def _usage(error: click.UsageError) -> str:
    lines = [_("Error: {message}").format(message=error.format_message())]
    if error.ctx is not None:
        lines.append(_("Try '{command} {option}' for help.").format(command=error.ctx.command_path, option="-h"))
    return "\n".join(lines)


def quiet_stdout() -> None:
    """Let nothing be written any more: whoever read our output has gone."""
    import os

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
