"""All originals that a garbled stretch may come from, best first.

Readings grow character by character; the channel's state and the place reached in the text make a lattice, and at
each of its nodes the best few readings are kept (beam search). The invariant: every reading returned turns into
exactly the observed stretch when it is put through the channel where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from policydiff.repair.mojibake.alphabet import Alphabet, Letter
from policydiff.repair.mojibake.channel import ALIGNED, HALVED_LEAD, Channel, Outcomes, State, encoded
from policydiff.repair.mojibake.language import Language
from policydiff.repair.mojibake.prose import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HISTORIES = 3
"""Readings kept at a node for each last character: what comes later depends on no more than that."""

BEAM = 60
"""Pairs of node and last character kept at each length."""

CROWD = 400
"""Readings followed at each length before the best are chosen for good."""

FANOUT = (40, 120, 40)
"""Likeliest next characters tried after each: of those that leave a trace, of those that leave none but may be
followed by one that does, and of the other ones that leave none."""

SLACK = 13.0
"""Readings this much less likely (log) than the best complete one are dropped."""

PER_CHARACTER = 7.0
"""What one explained character is worth when readings of equal length are compared (an average log cost)."""

SIDE_SLACK = 9.0
"""The same against the best reading of equal length that has come as far."""

LONGEST = 110
"""Longest original tried, in characters."""

SILENT = 4
"""Characters in a row that may have left no trace."""

NEXT_BYTES = (0x0A, 0x20, *range(0x25, 0x7F), *(b for b in range(0x81, 0xFF) if b != HALVED_LEAD))
"""Bytes an original character may begin with (full-width forms apart)."""

SECOND_BYTES = (*range(0x40, 0x7F), *range(0x80, 0xFF))
"""Second bytes of GBK."""

LEADS = tuple(range(0x81, 0xFF))

LONGEST_OUTCOME = 4
"""Characters that one byte can bring out at most: two bad bytes, a digit and itself."""

FULL_ROWS = frozenset((*range(0x81, 0xA1), *range(0xB0, 0xD7), *range(0xD8, 0xF8)))
"""First bytes with a character for every second byte."""

ANY_FULL_ROW = b"\x81"

AHEAD = 24
"""Characters beyond its end that a search may look at: six outcomes at most."""


class Node(NamedTuple):
    """The channel's state, how far into the observed text its output has come, and for how many characters it has
    been silent."""

    state: State
    at: int
    silent: int = 0


class Block(NamedTuple):
    """Characters that share their second byte and a set of first bytes, with their numbers and script costs."""

    letters: tuple[Letter, ...]
    plain: NDArray[np.intp]
    cost: NDArray[np.float32]


class Moves(NamedTuple):
    """The next characters that agree with the text, where each leads, their numbers and script costs; ``credit`` is
    what the place reached is worth (infinite where the run ends), ``groups`` are indices, see `FANOUT`."""

    letters: list[Letter]
    targets: list[Node]
    plain: NDArray[np.intp]
    cost: NDArray[np.float32]
    credit: NDArray[np.float32]
    groups: tuple[NDArray[np.intp], ...]


class Reading(NamedTuple):
    """``text`` explains the observed characters from the start up to ``end``; ``score`` is the search's own."""

    text: str
    end: int
    score: float


Histories = list[tuple[float, str]]
Layer = dict[Node, dict[int, Histories]]


@dataclass(slots=True)
class Lattice:
    """Readings of ``text`` (full-width forms folded to ASCII) under one channel."""

    text: str
    channel: Channel
    alphabet: Alphabet
    language: Language
    _moves: dict[Node, Moves] = field(default_factory=dict)
    _seconds: dict[tuple[State, int], dict[int, tuple[State, int]]] = field(default_factory=dict)
    _blocks: dict[tuple[frozenset[int], int], Block] = field(default_factory=dict)
    _single_blocks: list[Block] = field(default_factory=list)
    _gains: dict[int, NDArray[np.float32]] = field(default_factory=dict)
    _known: dict[tuple[str, bool, int], list[Reading]] = field(default_factory=dict)

    def readings(self, start: int, stop: int) -> list[Reading]:
        """Readings that begin at ``start`` and come back into step at or before ``stop``, best first.

        Each is scored up to ``stop``: after its end the text is taken as it stands. Stretches that are the same, as in
        texts that repeat themselves, are searched once.
        """
        stretch = self.text[max(0, start - 1) : stop + AHEAD], start > 0, stop - start
        if stretch not in self._known:
            self._moves.clear()
            self._seconds.clear()
            found = self._search(start, stop)
            bound = max((reading.score for reading in found), default=0.0)
            best = sorted((r for r in found if r.score > bound - SLACK), key=lambda r: (-r.score, r.text))
            self._known[stretch] = [reading._replace(end=reading.end - start) for reading in best]
        return [reading._replace(end=reading.end + start) for reading in self._known[stretch]]

    def _search(self, start: int, stop: int) -> list[Reading]:
        state = self.channel.feed(ALIGNED, self.text[start - 1])[1] if start else ALIGNED
        last = self._number(plain(self.text[start - 1])) if start else self._number("¶")
        rest = self._rest(start, stop)
        layer: Layer = {Node(state, start): {last: [(0.0, "")]}}
        found: list[Reading] = []
        bound = float("-inf")
        for _ in range(LONGEST):
            layer = self._grown(layer, stop, bound - SLACK)
            for node in [node for node in layer if node.state == ALIGNED]:
                ended = [h for histories in layer.pop(node).values() for h in histories]
                found.extend(Reading(text, node.at, score + rest[node.at - start]) for score, text in ended)
                bound = max(bound, max(ended)[0] + rest[node.at - start])
            layer = self._best(layer)
            if not layer:
                break
        return found

    def _number(self, char: str) -> int:
        return self.alphabet.number.get(char, -1)

    def _rest(self, start: int, stop: int) -> list[float]:
        """For each place from ``start`` to ``stop``: the score of the text from there on, as it stands."""
        text = plain(self.text[start:stop])
        scores = [0.0, 0.0]
        for before, char in zip(text[-2::-1], text[:0:-1], strict=True):
            scores.append(scores[-1] + self.language.step(before, char))
        return scores[::-1]

    def _grown(self, layer: Layer, stop: int, floor: float) -> Layer:
        """All readings one character longer that can still be among the best (`CROWD`)."""
        import numpy as np

        steps: list[tuple[Moves, Histories, NDArray[np.float32], NDArray[np.intp], NDArray[np.float32]]] = []
        for node, by_last in layer.items():
            moves = self.moves(node)
            if not moves.letters:
                continue
            for last, histories in by_last.items():
                gains = self._gain(last)[moves.plain] + moves.cost
                likely = self._worth(gains, moves.groups, floor - histories[0][0])
                steps.append((moves, histories, gains, likely, histories[0][0] + gains[likely] + moves.credit[likely]))
        if not steps:
            return {}
        everything = np.concatenate([worth for *_, worth in steps])
        open_ones = everything[np.isfinite(everything)]
        least = float(np.partition(open_ones, -CROWD)[-CROWD]) if len(open_ones) > CROWD else float("-inf")
        grown: Layer = {}
        for moves, histories, gains, likely, worth in steps:
            for index in likely[worth >= least].tolist():
                letter, target, gain = moves.letters[index], moves.targets[index], float(gains[index])
                if target.at <= stop:
                    into = grown.setdefault(target, {}).setdefault(letter.plain, [])
                    into.extend([(score + gain, text + letter.char) for score, text in histories])
        return grown

    def _worth(
        self, gains: NDArray[np.float32], groups: tuple[NDArray[np.intp], ...], floor: float
    ) -> NDArray[np.intp]:
        """The likeliest moves of each group."""
        import numpy as np

        worth: list[NDArray[np.intp]] = []
        for group, most in zip(groups, FANOUT, strict=True):
            likely = group[gains[group] > floor]
            if len(likely) > most:
                likely = likely[np.argpartition(gains[likely], -most)[-most:]]
            worth.append(likely)
        return np.concatenate(worth)

    def _best(self, grown: Layer) -> Layer:
        kept: list[tuple[float, Node, int, Histories]] = []
        for node, by_last in grown.items():
            for last, histories in by_last.items():
                best = nlargest(HISTORIES, histories)
                kept.append((best[0][0] + PER_CHARACTER * node.at, node, last, best))
        ceilings: dict[int, float] = {}
        for worth, node, *_ in kept:
            ceilings[node.at] = max(worth, ceilings.get(node.at, worth))
        kept = [item for item in kept if item[0] > ceilings[item[1].at] - SIDE_SLACK]
        layer: Layer = {}
        for _, node, last, best in nlargest(BEAM, kept, key=lambda item: item[0]):
            layer.setdefault(node, {})[last] = best
        return layer

    def _gain(self, last: int) -> NDArray[np.float32]:
        """Log probabilities of every simplified character after number ``last``."""
        known = self._gains.get(last)
        if known is None:
            before = self.alphabet.plain[last] if last >= 0 else "\0"
            known = self._gains[last] = self.language.steps(before, self.alphabet.plain, self.alphabet.number)
        return known

    def moves(self, node: Node) -> Moves:
        """Every next character that agrees with the text."""
        known = self._moves.get(node)
        if known is None:
            known = self._moves[node] = self._packed(self._find_moves(node))
        return known

    def _packed(self, blocks: list[tuple[Block, Node]]) -> Moves:
        import numpy as np

        letters: list[Letter] = []
        targets: list[Node] = []
        groups: tuple[list[NDArray[np.intp]], ...] = ([], [], [])
        for block, target in blocks:
            group = groups[(1 if self._may_show(target) else 2) if target.silent else 0]
            group.append(np.arange(len(letters), len(letters) + len(block.letters)))
            letters.extend(block.letters)
            targets.extend([target] * len(block.letters))
        nothing = np.empty(0, dtype=np.intp)
        return Moves(
            letters,
            targets,
            np.concatenate([nothing, *(block.plain for block, _ in blocks)]),
            np.concatenate([np.empty(0, dtype=np.float32), *(block.cost for block, _ in blocks)]),
            np.array(
                [np.inf if t.state == ALIGNED else PER_CHARACTER * t.at for t in targets],
                dtype=np.float32,
            ),
            tuple(np.concatenate([nothing, *group]) for group in groups),
        )

    def _may_show(self, node: Node) -> bool:
        """True where the byte waiting may be the first of the next character in the text."""
        code = encoded(self.text[node.at : node.at + 1] or "?")
        return code is None or len(code) == 1 or node.state.pending[:1] == code[:1]

    def _find_moves(self, node: Node) -> list[tuple[Block, Node]]:
        moves: list[tuple[Block, Node]] = []
        for (state, at), leads in self._firsts(node).items():
            for trail, (after, end) in self._trails(state, at).items():
                silent = 0 if end > node.at or node.state == ALIGNED else node.silent + 1
                block = self._block(leads, trail)
                if silent <= SILENT and block.letters:
                    moves.append((block, self._node(after, end, silent)))
        for block in self._singles():
            out, after = self.channel.feed(node.state, block.letters[0].char)
            if self.text.startswith(out, node.at) and self._leads_on(after, node.at + len(out)):
                moves.append((block, self._node(after, node.at + len(out), 0)))
        return moves

    def _block(self, leads: frozenset[int], trail: int) -> Block:
        known = self._blocks.get((leads, trail))
        if known is None:
            group = self.alphabet.by_trail.get(trail, ())
            barriers = self.channel.barriers
            known = _block(tuple(x for x in group if x.lead in leads and x.char not in barriers))
            self._blocks[leads, trail] = known
        return known

    def _singles(self) -> list[Block]:
        """The characters of one byte and the barriers, each a block of its own."""
        if not self._single_blocks:
            extra = [Letter(char, 0, self._number(char), 0.0) for char in sorted(self.channel.barriers)]
            self._single_blocks.extend(_block((letter,)) for letter in (*self.alphabet.single, *extra))
        return self._single_blocks

    def _node(self, state: State, at: int, silent: int) -> Node:
        """The node of a state; before a ``?`` all first bytes whose row is full do the same, so they are one."""
        pending = state.pending
        if len(pending) == 1 and pending[0] in FULL_ROWS and self.text.startswith("?", at):
            state = State(ANY_FULL_ROW, state.held)
        return Node(state, at, silent)

    def _firsts(self, node: Node) -> dict[tuple[State, int], frozenset[int]]:
        """The first bytes that agree with the text, by where they lead."""
        firsts: dict[tuple[State, int], frozenset[int]] = {}
        for out, ways in self._agreeing(self.channel.outcomes(node.state, LEADS), node.at):
            for after, leads in ways.items():
                firsts[after, node.at + len(out)] = leads
        return firsts

    def _trails(self, state: State, at: int) -> dict[int, tuple[State, int]]:
        """Second bytes that agree with the text after ``state``, and where each leads."""
        known = self._seconds.get((state, at))
        if known is None:
            known = self._seconds[state, at] = {}
            for out, ways in self._agreeing(self.channel.outcomes(state, SECOND_BYTES), at):
                for after, trails in ways.items():
                    if self._leads_on(after, at + len(out)):
                        known.update((trail, (after, at + len(out))) for trail in trails)
        return known

    def _agreeing(self, outcomes: Outcomes, at: int) -> Iterator[tuple[str, dict[State, frozenset[int]]]]:
        """Those of a byte's outcomes that print what the text has at ``at``."""
        for size in range(LONGEST_OUTCOME + 1):
            out = self.text[at : at + size]
            if len(out) == size and out in outcomes:
                yield out, outcomes[out]

    def _leads_on(self, state: State, at: int) -> bool:
        """True where some next byte agrees with the text."""
        if state == ALIGNED:
            return True
        return self._may_wait(state, at) and any(
            self._may_wait(after, at + len(out))
            for out, ways in self._agreeing(self.channel.outcomes(state, NEXT_BYTES), at)
            for after in ways
        )

    def _may_wait(self, state: State, at: int) -> bool:
        """False for a decoder looking ahead for a four-byte code where no ``?`` comes next."""
        return len(state.pending) < 2 or self.text.startswith("?", at)


def _block(letters: tuple[Letter, ...]) -> Block:
    import numpy as np

    plain = np.array([letter.plain for letter in letters], dtype=np.intp)
    return Block(letters, plain, np.array([letter.cost for letter in letters], dtype=np.float32))
