"""Progress of long work: on stderr, and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from policydiff.messages import _

T = TypeVar("T")


def watched(items: Sequence[T], title: str) -> Iterator[T]:
    """``items`` one by one, with a bar while there are several and somebody may be looking."""
    yield from counted(items, len(items), title)


def counted(items: Iterable[T], total: int, title: str) -> Iterator[T]:
    """``items``, of which there are ``total``, with a bar that tells how many are done, how many a second, and how
    long the rest will take."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total, rate="")
        for item in items:
            yield item
            speed = progress.tasks[0].finished_speed or progress.tasks[0].speed
            rate = _("{rate:.1f} a second").format(rate=speed) if speed else ""
            progress.update(task, advance=1, rate=rate)
