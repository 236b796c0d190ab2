"""The forward model: how GBK text was garbled, byte by byte.

A tool replaced full-width punctuation ``A3 xx`` by ASCII ``xx - 80`` in the bytes of GBK text without regard to
where characters begin, so a pair made of one character's second byte A3 and the next one's first byte was eaten
too; what was left was decoded out of step. The invariant: `Channel.damage` is exactly what `Channel.feed` does
step by step, so a reading is proven when its image is the text at hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import NamedTuple

HALVED_LEAD = 0xA3
"""First byte of the full-width forms U+FF01–FF5E in GBK; their second byte is ASCII + 80h."""

PUNCTUATION = frozenset(ord(c) + 0x80 for c in "!,;?:()")
"""Second bytes of the full-width punctuation that Chinese prose uses."""

EVERYTHING = frozenset(range(0xA1, 0xFF))
"""Second bytes of all full-width forms: punctuation, digits, letters."""

FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width forms → ASCII, for `str.translate`; keeps the length."""


class Private(StrEnum):
    """What a decoder did with byte pairs that carry no character."""

    DROP = "drop"
    MARK = "mark"
    SPLIT = "split"
    """One ``?`` for the first byte; the second begins a new pair."""


class State(NamedTuple):
    """Bytes taken in but not yet decided: those waiting in the decoder, and whether an A3 waits before it."""

    pending: bytes = b""
    held: bool = False


ALIGNED = State()

Outcomes = dict[str, dict[State, frozenset[int]]]
"""Printed text → state after → the bytes that do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way of garbling.

    ``replaced`` are the second bytes xx for which A3 xx became ASCII; ``barriers`` characters that were not in the
    byte stream as GBK (they end every run); ``lookahead`` is true for a GB18030 decoder, which takes a first byte,
    a digit and another first byte for a code of four bytes and swallows the digit with the bad byte. Full-width forms
    are folded to ASCII in what comes out.
    """

    replaced: frozenset[int] = PUNCTUATION
    barriers: frozenset[str] = frozenset()
    private: Private = Private.DROP
    lookahead: bool = True
    _outcomes: dict[tuple[State, tuple[int, ...]], Outcomes] = field(default_factory=dict, compare=False, repr=False)
    _steps: dict[tuple[State, int], tuple[str, State]] = field(default_factory=dict, compare=False, repr=False)

    def damage(self, text: str) -> str:
        """What ``text`` looks like after the damage; ``?`` stands for bytes that could not be decoded."""
        state, pieces = ALIGNED, []
        for char in text:
            out, state = self.feed(state, char)
            pieces.append(out)
        pieces.append(self.flush(state))
        return "".join(pieces)

    def feed(self, state: State, char: str) -> tuple[str, State]:
        """Take in one character: what comes out, and the state after."""
        code = encoded(char)
        if code is None or char in self.barriers:
            return self.flush(state) + char.translate(FOLD), ALIGNED
        out, state = self.step(state, code[0])
        if len(code) == 1:
            return out, state
        more, state = self.step(state, code[1])
        return out + more, state

    def step(self, state: State, byte: int) -> tuple[str, State]:
        """Take in one byte (remembered: states and bytes are few)."""
        known = self._steps.get((state, byte))
        if known is None:
            known = self._steps[state, byte] = self._replace(state, byte)
        return known

    def outcomes(self, state: State, candidates: tuple[int, ...]) -> Outcomes:
        """What each of several bytes would bring out, and the states after; see `Outcomes`."""
        known = self._outcomes.get((state, candidates))
        if known is None:
            ways: dict[str, dict[State, set[int]]] = {}
            for byte in candidates:
                out, after = self.step(state, byte)
                ways.setdefault(out, {}).setdefault(after, set()).add(byte)
            known = {out: {after: frozenset(group) for after, group in to.items()} for out, to in ways.items()}
            self._outcomes[state, candidates] = known
        return known

    def flush(self, state: State) -> str:
        """What comes out of a state when no byte follows."""
        pending, out = state.pending, ""
        if state.held:
            out, pending = self._decode(pending, HALVED_LEAD)
        return out + "?" + pending[1:].decode("ascii") if pending else out

    def _replace(self, state: State, byte: int) -> tuple[str, State]:
        if not state.held:
            if byte == HALVED_LEAD:
                return "", State(state.pending, True)
            out, pending = self._decode(state.pending, byte)
            return out, State(pending)
        if byte in self.replaced:
            out, pending = self._decode(state.pending, byte - 0x80)
            return out, State(pending)
        out, pending = self._decode(state.pending, HALVED_LEAD)
        more, after = self._replace(State(pending), byte)
        return out + more, after

    def _decode(self, pending: bytes, byte: int) -> tuple[str, bytes]:
        """A GBK or GB18030 decoder with ``pending`` bytes waiting; what it prints and what waits then."""
        if not pending:
            return ("", bytes((byte,))) if 0x81 <= byte <= 0xFE else (chr(byte) if byte < 0x80 else "?", b"")
        digit = 0x30 <= byte <= 0x39
        if len(pending) == 1:
            if digit and self.lookahead:
                return "", pending + bytes((byte,))
            if 0x40 <= byte <= 0xFE and byte != 0x7F:
                return self._pair(pending + bytes((byte,)))
            return self._after("?", b"", byte)
        swallowed = "" if 0x81 <= byte <= 0xFE else chr(pending[1])
        return self._after("?" + swallowed, b"", byte)

    def _after(self, out: str, pending: bytes, byte: int) -> tuple[str, bytes]:
        more, left = self._decode(pending, byte)
        return out + more, left

    def _pair(self, pair: bytes) -> tuple[str, bytes]:
        char = decoded(pair)
        if char is not None:
            return char.translate(FOLD), b""
        if self.private is Private.SPLIT:
            return self._after("?", b"", pair[1])
        return ("?" if self.private is Private.MARK else ""), b""


def encoded(char: str) -> bytes | None:
    """The one or two bytes of ``char`` in GBK, or None."""
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return None


@cache
def decoded(pair: bytes) -> str | None:
    """The character of two bytes, or None where the user-defined area (or nothing) is."""
    try:
        char = pair.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return None if len(char) != 1 or "\ue000" <= char <= "\uf8ff" else char
