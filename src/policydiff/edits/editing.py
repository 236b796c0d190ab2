"""The way from two texts to their edits: sentences, words, characters, moves, and back to the texts as printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from policydiff.edits.alignment import align, as_tokens
from policydiff.edits.moves import Moved, moves
from policydiff.edits.refining import in_characters, refined
from policydiff.edits.script import Step
from policydiff.edits.sentences import split
from policydiff.edits.side import Side, prepare
from policydiff.edits.sliding import rounded, slid
from policydiff.edits.unit import Unit
from policydiff.edits.words import whole, word_steps
from policydiff.keys import key
from policydiff.model import Edit, EditKind


def edits(old: str, new: str, *, unit: Unit = Unit.CHAR) -> tuple[Edit, ...]:
    """What changed from ``old`` to ``new``, at the fineness of ``unit``.

    Where a passage changed place, its unchanged pieces are DELETE edits at the old place and INSERT edits at the new
    one with the same ``move`` number; unnumbered edits between pieces of one move are changes made on the way.
    """
    if old == new:
        return (Edit(kind=EditKind.EQUAL, text=old),) if old else ()
    left, right = prepare(old, new)
    if left.key == right.key:
        return (Edit(kind=EditKind.EQUAL, text=old, other=new),)
    if not left.key or not right.key:
        return tuple(_one_sided(old, new, gone=bool(left.key)))
    steps = _steps(left, right, unit)
    return tuple(_joined(_shown(steps, left, right, unit)))


def _one_sided(old: str, new: str, *, gone: bool) -> Iterator[Edit]:
    """Edits where one text holds nothing but blanks and marks that count for nothing."""
    if gone:
        yield Edit(kind=EditKind.DELETE, text=old)
    if new if gone else old:
        yield Edit(kind=EditKind.EQUAL, text="" if gone else old, other=new if gone else "")
    if not gone:
        yield Edit(kind=EditKind.INSERT, text=new)


def _steps(old: Side, new: Side, unit: Unit) -> list[Step]:
    left, right = split(old), split(new)
    steps: list[Step] = []
    for step in as_tokens(align(left, right), left, right):
        if step.equal or not all(step.sides):
            found = [step]
        else:
            found = whole(old, new, step) if unit is Unit.SENTENCE else word_steps(old, new, step)
        for part in found:
            _attach(steps, part)
    return rounded(slid(steps, old, new), old, new)


def _attach(steps: list[Step], step: Step) -> None:
    """Put ``step`` behind ``steps``; a sentence put in stays apart from a change in the one beside it."""
    if steps and steps[-1].equal == step.equal and steps[-1].replaces == step.replaces:
        step = steps.pop()._replace(old_end=step.old_end, new_end=step.new_end)
    steps.append(step)


def _shown(steps: Sequence[Step], old: Side, new: Side, unit: Unit) -> Iterator[Edit]:
    left, right = moves(steps, old, new, changed=unit is not Unit.SENTENCE)
    for step in steps:
        gone, come = _within(left, step.old_start, step.old_end), _within(right, step.new_start, step.new_end)
        if step.equal or gone or come:
            yield from _pieces(step, gone, come, old, new)
        elif unit is Unit.SENTENCE:
            yield from _edits(in_characters([step], old, new), old, new)
        else:
            yield from _edits(refined([step], old, new, inside_words=unit is Unit.CHAR), old, new)


def _within(places: Sequence[Moved], start: int, end: int) -> Sequence[Moved]:
    first = bisect_left(places, start, key=lambda place: place.start)
    return places[first : bisect_left(places, end, lo=first, key=lambda place: place.start)]


def _pieces(step: Step, gone: Sequence[Moved], come: Sequence[Moved], old: Side, new: Side) -> Iterator[Edit]:
    if step.equal:
        yield from _edits(in_characters([step], old, new), old, new)
        return
    yield from _numbered(EditKind.DELETE, old, step.old_start, step.old_end, gone)
    yield from _numbered(EditKind.INSERT, new, step.new_start, step.new_end, come)


def _numbered(kind: EditKind, side: Side, start: int, end: int, places: Sequence[Moved]) -> Iterator[Edit]:
    for place in [*places, Moved(end, end, 0)]:
        for first, last, move in ((start, place.start, None), (place.start, place.end, place.number)):
            if last > first:
                yield Edit(kind=kind, text=side.shown(side.ends(first), side.ends(last)), move=move)
        start = place.end


def _edits(steps: Iterable[Step], old: Side, new: Side) -> Iterator[Edit]:
    """Edits for steps over characters."""
    for step in steps:
        before, after = old.shown(step.old_start, step.old_end), new.shown(step.new_start, step.new_end)
        if step.equal and (before or after):
            yield Edit(kind=EditKind.EQUAL, text=before, other=None if before == after else after)
            continue
        if before:
            yield Edit(kind=EditKind.DELETE, text=before)
        if after:
            yield Edit(kind=EditKind.INSERT, text=after)


def _joined(found: Iterable[Edit]) -> Iterator[Edit]:
    """Neighbours of one kind and one move as one edit."""
    pending: Edit | None = None
    for edit in found:
        if pending is not None and (pending.kind, pending.move) == (edit.kind, edit.move):
            pending = _together(pending, edit)
            continue
        if pending is not None:
            yield pending
        pending = edit
    if pending is not None:
        yield pending


def _together(first: Edit, second: Edit) -> Edit:
    if first.kind is not EditKind.EQUAL:
        return replace(first, text=first.text + second.text)
    before, after = first.old + second.old, first.new + second.new
    return Edit(kind=EditKind.EQUAL, text=before, other=None if before == after else after)


def changed_share(found: Iterable[Edit]) -> float:
    """The share of characters of both sides together, blanks and dropped marks apart, that are not equal (0–1)."""
    changed = total = 0
    for edit in found:
        size = len(key(edit.old)) + len(key(edit.new))
        total += size
        changed += 0 if edit.kind is EditKind.EQUAL else size
    return changed / total if total else 0.0
