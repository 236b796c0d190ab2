"""Where text went: the share of each old section's characters that reappear in each new section, and the reverse.

Keys are tiled greedily with the longest matches of at least `LEAST` characters; every character is counted once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from policydiff.model import Flow

LEAST = 6
"""Characters; shorter matches are chance (a common six-character run is still rare by chance in policy texts)."""

MOST_PLACES = 24
"""A seed that occurs in more places is a formula and is not followed from there."""

Seeds = dict[str, list[tuple[int, int]]]


def seeds(keys: Mapping[int, str]) -> Seeds:
    """Where each run of `LEAST` characters begins: (section, offset)."""
    found: Seeds = defaultdict(list)
    for index, text in keys.items():
        for start in range(len(text) - LEAST + 1):
            places = found[text[start : start + LEAST]]
            if len(places) <= MOST_PLACES:
                places.append((index, start))
    return found


def tiled(text: str, keys: Mapping[int, str], places: Seeds) -> dict[int, int]:
    """How many characters of ``text`` are found in each of ``keys``, each character once, longest match first."""
    shares: dict[int, int] = defaultdict(int)
    at, last = 0, -1
    while at <= len(text) - LEAST:
        found = places.get(text[at : at + LEAST], ())
        if not found or len(found) > MOST_PLACES:
            at += 1
            continue
        best, where = 0, -1
        for index, start in found:
            other, length = keys[index], LEAST
            limit = min(len(text) - at, len(other) - start)
            while length < limit and text[at + length] == other[start + length]:
                length += 1
            if length > best or (length == best and index == last):
                best, where = length, index
        shares[where] += best
        at, last = at + best, where
    return dict(shares)


def shared(old: Sequence[str], new: Sequence[str]) -> dict[tuple[int, int], tuple[float, float]]:
    """(old index, new index) → (share of the old text found in the new, share of the new found in the old).

    Texts that are equal and stand once on each side are each other's whole; only the others are searched.
    """
    whole = _equals(old, new)
    out: dict[tuple[int, int], list[float]] = defaultdict(
        lambda: [0.0, 0.0], {pair: [1.0, 1.0] for pair in whole.items()}
    )
    done = set(whole), set(whole.values())
    rest = [
        {n: text for n, text in enumerate(side) if n not in seen} for side, seen in zip((old, new), done, strict=True)
    ]
    for side, (texts, others) in enumerate(((rest[0], rest[1]), (rest[1], rest[0]))):
        places = seeds(others)
        for index, text in texts.items():
            for other, count in tiled(text, others, places).items():
                out[(index, other) if side == 0 else (other, index)][side] = count / len(text)
    return {pair: (a, b) for pair, (a, b) in out.items()}


def _equals(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    count = Counter(old), Counter(new)
    place = {text: n for n, text in enumerate(new)}
    return {n: place[text] for n, text in enumerate(old) if text and count[0][text] == 1 and count[1].get(text) == 1}


LEAST_FLOW = 0.05
"""Shares below this on both sides are phrases, not passages."""

Shares = Mapping[tuple[int, int], tuple[float, float]]


def at_every_level(shares: Shares, old: Sequence[tuple[str, int]], new: Sequence[tuple[str, int]]) -> tuple[Flow, ...]:
    """The flows between pieces, and between the sections above them that stand at one depth (chapter to chapter).

    ``old`` and ``new`` give the id and the length of each piece; what a section above holds is all its pieces' text.
    """
    sizes: tuple[dict[str, int], dict[str, int]] = (defaultdict(int), defaultdict(int))
    for side, pieces in zip(sizes, (old, new), strict=True):
        for name, length in pieces:
            for above in _line(name):
                side[above] += length
    gone: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (a, b), (from_old, into_new) in shares.items():
        (here, length), (there, other) = old[a], new[b]
        levels = [(x, y) for x, y in zip(_line(here), _line(there), strict=False) if (x, y) != (here, there)]
        for pair in (*levels, (here, there)):
            gone[pair][0] += from_old * length
            gone[pair][1] += into_new * other
    found = (
        Flow(old=a, new=b, old_share=min(1.0, x / sizes[0][a]), new_share=min(1.0, y / sizes[1][b]))
        for (a, b), (x, y) in gone.items()
    )
    return tuple(sorted((f for f in found if max(f.old_share, f.new_share) >= LEAST_FLOW), key=_place))


def _line(name: str) -> list[str]:
    """The ids from the top section down to ``name``."""
    parts = name.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def _place(flow: Flow) -> tuple[list[int], list[int]]:
    return [int(x) for x in flow.old.split(".")], [int(x) for x in flow.new.split(".")]
