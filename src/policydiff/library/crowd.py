"""Many files understood at once, by as many processes as there are cores, and handed over in the order they came in.

A process that dies costs the file it was at: which one that was is found by reading those in question one by one, in a
process each; the others go on in a new crowd.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from policydiff import messages
from policydiff.errors import InputError, NotText, PolicyDiffError
from policydiff.library.intake import intake
from policydiff.messages import _
from policydiff.model import Parsed

LEAST_FILES = 8
"""Fewer are read by this process alone: a new one takes longer to start than most files to read."""

AHEAD = 4
"""Files a process may be ahead of what was taken from it: what waits is kept in memory."""


class Understood(NamedTuple):
    """What the file at ``path`` came to: its sources' documents, and what could not be read of it."""

    path: Path
    outcomes: tuple[Parsed | PolicyDiffError, ...]


def cores() -> int:
    """The processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def understood(
    paths: Sequence[Path],
    *,
    skip_repairs: frozenset[str] = frozenset(),
    script: str = "auto",
    processes: int | None = None,
) -> Iterator[Understood]:
    """Each of ``paths`` read, repaired and outlined, in their order; stop taking to stop the reading.

    ``processes`` (default: one a core) of 1 reads them here.
    """
    wanted = min(processes or cores(), len(paths))
    if wanted < 2 or len(paths) < LEAST_FILES:
        yield from (_one(path, skip_repairs, script) for path in paths)
        return
    left = deque(paths)
    while left:
        try:
            yield from _together(left, wanted, skip_repairs, script)
        except BrokenProcessPool:
            for _number in range(min(wanted * AHEAD, len(left))):
                yield _apart(left.popleft(), skip_repairs, script)


def _together(left: deque[Path], processes: int, skip: frozenset[str], script: str) -> Iterator[Understood]:
    """Take paths from ``left`` as their outcomes are taken; on BrokenProcessPool one of the first is at fault."""
    crowd = _crowd(processes)
    waiting: deque[Future[Understood]] = deque()
    todo = iter(list(left))
    try:
        while left:
            while len(waiting) < processes * AHEAD and (path := next(todo, None)) is not None:
                waiting.append(crowd.submit(_one, path, skip, script))
            found = waiting.popleft().result()
            left.popleft()
            yield found
    finally:
        crowd.shutdown(wait=True, cancel_futures=True)


def _apart(path: Path, skip: frozenset[str], script: str) -> Understood:
    """One file in a process of its own."""
    with _crowd(1) as crowd:
        try:
            return crowd.submit(_one, path, skip, script).result()
        except BrokenProcessPool:
            return Understood(path, (_died(path),))


def _crowd(processes: int) -> ProcessPoolExecutor:
    language = messages.language()
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=_settle, initargs=(language,))


def _settle(language: messages.Language) -> None:
    """What a new process must know: the language of its errors, and that Ctrl-C is for the one that asked."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    messages.use(language)


def _one(path: Path, skip: frozenset[str], script: str) -> Understood:
    outcomes: list[Parsed | PolicyDiffError] = []
    try:
        outcomes.extend(intake(path, skip_repairs=skip, script=script))
    except PolicyDiffError as error:
        outcomes.append(error)
    return Understood(path, tuple(outcomes))


def _died(path: Path) -> InputError:
    return NotText(
        _("“{name}”: {what}").format(name=path.name, what=_("The program that reads this type of file crashed on it.")),
        cause=_("The file is damaged, or made to harm programs; nothing else was affected."),
        fix=_("Open it in its program and save a copy, or save its text as plain text (.txt)."),
    )
