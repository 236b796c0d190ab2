"""All originals that a garbled stretch may come from, best first.

Readings grow character by character; the channel's state and the place reached in the text make a lattice, and at
each of its nodes the best few readings are kept (beam search). The invariant: every reading returned turns into
exactly the observed stretch when it is put through the channel where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import nlargest
from typing import NamedTuple

from policydiff.repair.mojibake.alphabet import Alphabet
from policydiff.repair.mojibake.channel import ALIGNED, HALVED_LEAD, Channel, State
from policydiff.repair.mojibake.language import Language, simplified

HISTORIES = 5
"""Readings kept at a node for each last character: what comes later depends on no more than that."""

BEAM = 300
"""Pairs of node and last character kept at each length."""

SLACK = 16.0
"""Readings this much less likely (log) than the best at the same node are dropped."""

LONGEST = 44
"""Longest original tried, in characters."""

SILENT = 2
"""Characters in a row that may have left no trace."""

NEXT_BYTES = (0x0A, 0x20, *range(0x25, 0x7F), *(b for b in range(0x81, 0xFF) if b != HALVED_LEAD))
"""Bytes an original character may begin with (full-width forms apart)."""


class Node(NamedTuple):
    """The channel's state, how far into the observed text its output has come, and for how many characters it has
    been silent."""

    state: State
    at: int
    silent: int = 0


class Move(NamedTuple):
    """A next character that agrees with the text: itself, simplified, the log cost of its script, where it leads."""

    char: str
    plain: str
    cost: float
    target: Node


class Reading(NamedTuple):
    """``text`` explains the observed characters from the start up to ``end``; ``score`` is the search's own."""

    text: str
    end: int
    score: float


Histories = list[tuple[float, str]]
Layer = dict[Node, dict[str, Histories]]


@dataclass(slots=True)
class Lattice:
    """Readings of ``text`` (full-width forms folded to ASCII) under one channel."""

    text: str
    channel: Channel
    alphabet: Alphabet
    language: Language
    _moves: dict[Node, list[Move]] = field(default_factory=dict)
    _alive: dict[tuple[State, int], bool] = field(default_factory=dict)

    def readings(self, start: int, stop: int) -> list[Reading]:
        """Readings that begin at ``start`` and come back into step at or before ``stop``, best first."""
        state = self.channel.feed(ALIGNED, self.text[start - 1])[1] if start else ALIGNED
        last = simplified(self.text[start - 1]) if start else "\n"
        layer: Layer = {Node(state, start): {last: [(0.0, "")]}}
        found: list[Reading] = []
        for _ in range(LONGEST):
            layer = self._beam(self._grown(layer, stop), found)
            if not layer:
                break
        return sorted(found, key=lambda reading: -reading.score)

    def _grown(self, layer: Layer, stop: int) -> Layer:
        grown: Layer = {}
        step = self.language.step
        for node, by_last in layer.items():
            moves = self.moves(node)
            for last, histories in by_last.items():
                for char, plain, cost, target in moves:
                    if target.at <= stop:
                        gain = cost + step(last, plain)
                        into = grown.setdefault(target, {}).setdefault(plain, [])
                        into.extend([(score + gain, text + char) for score, text in histories])
        return grown

    def _beam(self, grown: Layer, found: list[Reading]) -> Layer:
        kept: list[tuple[float, Node, str, Histories]] = []
        for node, by_last in grown.items():
            floor = max(max(histories)[0] for histories in by_last.values()) - SLACK
            for last, histories in by_last.items():
                best = [h for h in nlargest(HISTORIES, histories) if h[0] >= floor]
                if node.state == ALIGNED:
                    found.extend(Reading(text, node.at, score) for score, text in best)
                elif best:
                    kept.append((best[0][0], node, last, best))
        layer: Layer = {}
        for _, node, last, best in nlargest(BEAM, kept, key=lambda item: item[0]):
            layer.setdefault(node, {})[last] = best
        return layer

    def moves(self, node: Node) -> list[Move]:
        """Every next character that agrees with the text."""
        known = self._moves.get(node)
        if known is None:
            known = self._moves[node] = self._find_moves(node)
        return known

    def _find_moves(self, node: Node) -> list[Move]:
        text, step, alphabet = self.text, self.channel.step, self.alphabet
        moves: list[Move] = []
        for lead, group in alphabet.by_lead.items():
            out, state = step(node.state, lead)
            if not text.startswith(out, node.at):
                continue
            for trail, char in group:
                more, after = step(state, trail)
                target = self._target(node, out + more, after)
                if target is not None and char not in self.channel.barriers:
                    moves.append(Move(char, alphabet.plain[char], alphabet.cost.get(char, 0.0), target))
        for char in (*alphabet.single, *self.channel.barriers):
            target = self._target(node, *self.channel.feed(node.state, char))
            if target is not None:
                moves.append(Move(char, char, 0.0, target))
        return moves

    def _target(self, node: Node, out: str, state: State) -> Node | None:
        """The node a character leads to, or None where it contradicts the text or leads nowhere."""
        if not self.text.startswith(out, node.at):
            return None
        at = node.at + len(out)
        silent = 0 if out or node.state == ALIGNED else node.silent + 1
        return Node(state, at, silent) if silent <= SILENT and self._leads_on(state, at) else None

    def _leads_on(self, state: State, at: int) -> bool:
        """True where some next byte agrees with the text."""
        known = self._alive.get((state, at))
        if known is None:
            step = self.channel.step
            known = state == ALIGNED or (
                self._may_wait(state, at) and any(self._agrees(*step(state, byte), at) for byte in NEXT_BYTES)
            )
            self._alive[state, at] = known
        return known

    def _agrees(self, out: str, after: State, at: int) -> bool:
        return self.text.startswith(out, at) and self._may_wait(after, at + len(out))

    def _may_wait(self, state: State, at: int) -> bool:
        """A decoder that looks ahead for a four-byte code will print ``?`` next."""
        return len(state.pending) < 2 or self.text.startswith("?", at)
