"""What a document's intact text tells about the way it was garbled.

The invariant: a channel derived here never garbles a pair of characters that stands intact in the document more often
than it is found garbled.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from policydiff.repair.mojibake.channel import EVERYTHING, HALVED_LEAD, PUNCTUATION, Channel, Private, encoded

MARK = "、"
"""A mark that some converters keep out of the bytes; it stands intact after 保 where nothing else with its first byte
does, and a bad byte may come right before it."""

FEWEST_LETTERS = 3
"""Runs that begin with a digit or letter before all full-width forms count as replaced."""

_RUN = re.compile(r"\?([!-~])")


def channel_of(text: str, private: Private = Private.DROP) -> Channel:
    """The channel that garbled ``text`` (folded to half width)."""
    garbled = Counter(ord(mark) + 0x80 for mark in _RUN.findall(text))
    intact, barrier = _intact(text)
    letters = EVERYTHING - PUNCTUATION
    everything = sum(garbled[byte] for byte in letters) >= FEWEST_LETTERS and not any(intact[byte] for byte in letters)
    replaced = EVERYTHING if everything else PUNCTUATION
    return Channel(
        replaced=frozenset(byte for byte in replaced if intact[byte] <= garbled[byte]),
        barriers=frozenset(MARK) if barrier or "?" + MARK in text else frozenset(),
        private=private,
    )


def _intact(text: str) -> tuple[Counter[int], int]:
    """Pairs that could have been garbled and were not, by the second one's first byte; how many end in `MARK`."""
    counts: Counter[int] = Counter()
    barrier = 0
    for pair, count in Counter(pairwise(text)).items():
        first, second = encoded(pair[0]), encoded(pair[1])
        if first is None or second is None or len(first) < 2 or len(second) < 2 or first[1] != HALVED_LEAD:
            continue
        if pair[1] == MARK:
            barrier += count
        else:
            counts[second[0]] += count
    return counts, barrier
