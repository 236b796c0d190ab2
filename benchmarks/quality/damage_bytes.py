"""Damage classes in which bytes were taken for what they are not.

The invariant: only stretches that come out different are reported, each from step to step.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from policydiff.model import Change
from policydiff.repair.mojibake.channel import ALIGNED, EVERYTHING, FOLD, PUNCTUATION, Channel

COMPILATION = Channel(replaced=frozenset(ord(c) + 0x80 for c in "!,;?()"), barriers=frozenset("、"))
"""As the bundled compilation was garbled."""

PLAIN = Channel(replaced=PUNCTUATION, lookahead=False)
ALL = Channel(replaced=EVERYTHING, lookahead=False)

REREAD_SHARE = 0.3
"""Share of the paragraphs that `reread` turns into UTF-8 read as GBK."""


class Garbled(NamedTuple):
    """Changes that garble text (their places are loci to be repaired)."""

    changes: list[Change]


def gbk(text: str, _random: Random) -> Garbled:
    """The forward model as the compilation suffered it."""
    return garbled(text, COMPILATION)


def gbk_plain(text: str, _random: Random) -> Garbled:
    """The same with all of the common punctuation and a decoder that prints digits."""
    return garbled(text, PLAIN)


def gbk_all(text: str, _random: Random) -> Garbled:
    """The same with every full-width form, digits and letters too."""
    return garbled(text, ALL)


def garbled(text: str, channel: Channel) -> Garbled:
    """What ``channel`` does to ``text``, as changes (`is_garbled` tells which are more than a mark at half width)."""
    changes: list[Change] = []
    state, start, out = ALIGNED, 0, ""
    for place, char in enumerate(text):
        if state == ALIGNED:
            start, out = place, ""
        more, state = channel.feed(state, char)
        out += more
        if state == ALIGNED:
            _note(changes, text, start, place + 1, out)
    if state != ALIGNED:
        _note(changes, text, start, len(text), out + channel.flush(state))
    return Garbled(changes)


def is_garbled(before: str, after: str) -> bool:
    """True where a change is more than half-width marks."""
    return after != before.translate(FOLD)


def _note(changes: list[Change], text: str, start: int, end: int, out: str) -> None:
    if out != text[start:end]:
        changes.append(Change(start, end, out))


def reread(text: str, random: Random) -> Garbled:
    """Some paragraphs of UTF-8 read as GBK; bytes that make no character become ``?``."""
    changes: list[Change] = []
    place = 0
    for line in text.split("\n"):
        if line.strip() and random.random() < REREAD_SHARE:
            wrong = line.encode("utf-8").decode("gb18030", errors="replace").replace("\ufffd", "?")
            changes.append(Change(place, place + len(line), wrong))
        place += len(line) + 1
    return Garbled(changes)
