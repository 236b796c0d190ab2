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

FANOUT = 100
"""Likeliest next characters tried after each."""

SLACK = 16.0
"""Readings this much less likely (log) than the best complete one are dropped."""

LONGEST = 44
"""Longest original tried, in characters."""

SILENT = 2
"""Characters in a row that may have left no trace."""

NEXT_BYTES = (0x0A, 0x20, *range(0x25, 0x7F), *(b for b in range(0x81, 0xFF) if b != HALVED_LEAD))
"""Bytes an original character may begin with (full-width forms apart)."""

SECOND_BYTES = (*range(0x40, 0x7F), *range(0x80, 0xFF))
"""Second bytes of GBK."""


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
    _seconds: dict[tuple[State, int], dict[int, tuple[State, int]]] = field(default_factory=dict)
    _alive: dict[tuple[State, int], bool] = field(default_factory=dict)

    def readings(self, start: int, stop: int) -> list[Reading]:
        """Readings that begin at ``start`` and come back into step at or before ``stop``, best first.

        Each is scored up to ``stop``: after its end the text is taken as it stands.
        """
        state = self.channel.feed(ALIGNED, self.text[start - 1])[1] if start else ALIGNED
        last = simplified(self.text[start - 1]) if start else "\n"
        rest = self._rest(start, stop)
        layer: Layer = {Node(state, start): {last: [(0.0, "")]}}
        found: list[Reading] = []
        best = float("-inf")
        for _ in range(LONGEST):
            layer = self._grown(layer, stop)
            ended = [node for node in layer if node.state == ALIGNED]
            for node in ended:
                for histories in layer.pop(node).values():
                    found.extend(Reading(text, node.at, score + rest[node.at - start]) for score, text in histories)
            best = max([best, *(reading.score for reading in found)])
            layer = self._beam(layer, best - SLACK)
            if not layer:
                break
        return sorted((r for r in found if r.score > best - SLACK), key=lambda reading: -reading.score)

    def _rest(self, start: int, stop: int) -> list[float]:
        """For each place from ``start`` to ``stop``: the score of the text from there on, as it stands."""
        plain = simplified(self.text[start:stop])
        scores = [0.0, 0.0]
        for before, char in zip(plain[-2::-1], plain[:0:-1], strict=True):
            scores.append(scores[-1] + self.language.step(before, char))
        return scores[::-1]

    def _grown(self, layer: Layer, stop: int) -> Layer:
        grown: Layer = {}
        step = self.language.step
        for node, by_last in layer.items():
            moves = [move for move in self.moves(node) if move.target.at <= stop]
            for last, histories in by_last.items():
                gains = [(cost + step(last, plain), index) for index, (_, plain, cost, _) in enumerate(moves)]
                for gain, index in nlargest(FANOUT, gains) if len(gains) > FANOUT else gains:
                    char, plain, _, target = moves[index]
                    into = grown.setdefault(target, {}).setdefault(plain, [])
                    into.extend([(score + gain, text + char) for score, text in histories])
        return grown

    def _beam(self, grown: Layer, floor: float) -> Layer:
        kept: list[tuple[float, Node, str, Histories]] = []
        for node, by_last in grown.items():
            for last, histories in by_last.items():
                best = [h for h in nlargest(HISTORIES, histories) if h[0] > floor]
                if best:
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
        text, alphabet = self.text, self.alphabet
        moves: list[Move] = []
        for lead, group in alphabet.by_lead.items():
            out, state = self.channel.step(node.state, lead)
            if not text.startswith(out, node.at):
                continue
            trails = self._trails(state, node.at + len(out))
            for trail, char in group:
                if trail in trails and char not in self.channel.barriers:
                    after, at = trails[trail]
                    silent = 0 if at > node.at or node.state == ALIGNED else node.silent + 1
                    if silent <= SILENT:
                        cost = alphabet.cost.get(char, 0.0)
                        moves.append(Move(char, alphabet.plain[char], cost, Node(after, at, silent)))
        for char in (*alphabet.single, *self.channel.barriers):
            out, after = self.channel.feed(node.state, char)
            if text.startswith(out, node.at) and self._leads_on(after, node.at + len(out)):
                moves.append(Move(char, char, 0.0, Node(after, node.at + len(out))))
        return moves

    def _trails(self, state: State, at: int) -> dict[int, tuple[State, int]]:
        """Second bytes that agree with the text after ``state``, and where each leads."""
        known = self._seconds.get((state, at))
        if known is None:
            known = self._seconds[state, at] = {}
            for trail in SECOND_BYTES:
                out, after = self.channel.step(state, trail)
                if self.text.startswith(out, at) and self._leads_on(after, at + len(out)):
                    known[trail] = after, at + len(out)
        return known

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
        """False for a decoder looking ahead for a four-byte code where no ``?`` comes next."""
        return len(state.pending) < 2 or self.text.startswith("?", at)
