"""Places in an edited text, traced back to the text it was made from.

The invariant: a map holds for every character of the edited text the range of the original it stands for, in
order, and edits compose. It is kept as runs of equal offset, so its size follows the number of edits, not the
length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Change(NamedTuple):
    """Replace ``[start, end)`` of a text by ``after``."""

    start: int
    end: int
    after: str


class Run(NamedTuple):
    """``length`` characters from ``here`` stand for ``width`` characters from ``there`` of the original.

    Where ``length == width`` they correspond one to one; otherwise as a whole.
    """

    here: int
    there: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Offsets of an edited text → offsets of its original; ``runs`` are sorted and cover the edited text."""

    runs: tuple[Run, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of an unedited text of ``length`` characters."""
        return cls((Run(0, 0, length, length),) if length else ())

    def start(self, offset: int) -> int:
        """Where in the original the character at ``offset`` begins; past the last one, where the last ends."""
        index = bisect_right(self.runs, offset, key=lambda run: run.here) - 1
        if index < 0:
            return 0
        run = self.runs[index]
        inside = offset - run.here
        if inside >= run.length:
            return run.there + run.width
        return run.there + inside if run.length == run.width else run.there

    def end(self, offset: int) -> int:
        """Where in the original the character before ``offset`` ends."""
        if offset <= 0:
            return self.start(0) if self.runs else 0
        index = bisect_right(self.runs, offset - 1, key=lambda run: run.here) - 1
        run = self.runs[index]
        inside = offset - run.here
        return run.there + inside if run.length == run.width else run.there + run.width

    def here(self, there: int) -> int | None:
        """The first character that stands for the original's character at ``there``; None where it was taken out."""
        index = bisect_right(self.runs, there, key=lambda run: run.there) - 1
        if index < 0 or there >= self.runs[index].there + self.runs[index].width:
            return None
        run = self.runs[index]
        return run.here + (there - run.there if run.length == run.width else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original range of ``[start, end)``; an empty range stays empty."""
        first = self.start(start)
        return first, max(first, self.end(end)) if end > start else first

    def after(self, inner: OffsetMap) -> OffsetMap:
        """Compose: this map leads to a text that ``inner`` leads on to the original."""
        runs: list[Run] = []
        for run in self.runs:
            if run.length == run.width:
                runs.extend(_through(run, inner))
            else:
                there, end = inner.span(run.there, run.there + run.width)
                runs.extend(_as_a_whole(run.here, there, run.length, end - there))
        return OffsetMap(tuple(_merged(runs)))


def _through(run: Run, inner: OffsetMap) -> Iterable[Run]:
    position, stop = run.there, run.there + run.width
    index = max(0, bisect_right(inner.runs, position, key=lambda r: r.here) - 1)
    while position < stop and index < len(inner.runs):
        part = inner.runs[index]
        end = min(stop, part.here + part.length)
        here = run.here + position - run.there
        if part.length == part.width:
            yield Run(here, part.there + position - part.here, end - position, end - position)
        else:
            yield from _as_a_whole(here, part.there, end - position, part.width)
        position, index = end, index + 1


def _as_a_whole(here: int, there: int, length: int, width: int) -> Iterable[Run]:
    """Runs of ``length`` characters each of which stands for all ``width``, though the two may be equal by chance."""
    if length == width:
        return (Run(place, there, 1, width) for place in range(here, here + length))
    return (Run(here, there, length, width),)


def _merged(runs: Sequence[Run]) -> Iterable[Run]:
    pending: Run | None = None
    for run in runs:
        if (
            pending is not None
            and pending.length == pending.width
            and run.length == run.width
            and pending.here + pending.length == run.here
            and pending.there + pending.width == run.there
        ):
            pending = Run(pending.here, pending.there, pending.length + run.length, pending.width + run.width)
            continue
        if pending is not None:
            yield pending
        pending = run
    if pending is not None:
        yield pending


def apply(text: str, changes: Sequence[Change]) -> tuple[str, OffsetMap]:
    """Carry out ``changes`` (sorted, not overlapping) on ``text``; the new text and the map back to the old.

    Raises ValueError where changes overlap or are out of order.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    done = here = 0
    for start, end, after in changes:
        if start < done or end < start:
            raise ValueError(f"changes overlap or are out of order at {start}")
        if start > done:
            pieces.append(text[done:start])
            runs.append(Run(here, done, start - done, start - done))
            here += start - done
        if after:
            pieces.append(after)
            runs.append(Run(here, start, len(after), end - start))
            here += len(after)
        done = end
    if done < len(text):
        pieces.append(text[done:])
        runs.append(Run(here, done, len(text) - done, len(text) - done))
    return "".join(pieces), OffsetMap(tuple(_merged(runs)))


def moved(offset: int, changes: Sequence[Change]) -> int:
    """Where a place between characters of the old text is after ``changes``; inside a change, its start."""
    shift = 0
    for start, end, after in changes:
        if offset <= start:
            break
        if offset < end:
            return start + shift
        shift += len(after) - (end - start)
    return offset + shift
