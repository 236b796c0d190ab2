"""What was decided about pairings in this session, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from policydiff.library import Decisions

SectionPair = tuple[str, str]


class Verdict(StrEnum):
    """What is said of two sections: counterparts, no counterparts, or nothing."""

    PIN = "pin"
    FORBID = "forbid"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """Verdicts given at once, and what had been said before."""

    after: tuple[tuple[SectionPair, Verdict], ...]
    before: tuple[tuple[SectionPair, Verdict], ...]


@dataclass
class History:
    """Steps done and steps undone."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def push(self, step: Step) -> None:
        """Remember a step just done."""
        self.done.append(step)
        self.undone.clear()

    def undo(self) -> Step | None:
        """The step to take back, if any."""
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return self.undone[-1]

    def redo(self) -> Step | None:
        """The step to do again, if any."""
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]


def said(decisions: Decisions, sections: SectionPair) -> Verdict:
    """What the decisions say of two sections."""
    if sections in decisions.pinned:
        return Verdict.PIN
    return Verdict.FORBID if sections in decisions.forbidden else Verdict.NONE


def step(decisions: Decisions, sections: list[SectionPair], verdict: Verdict) -> Step | None:
    """The step that gives ``verdict`` on all of ``sections``; None where nothing changes."""
    fresh = [pair for pair in sections if said(decisions, pair) is not verdict]
    if not fresh:
        return None
    return Step(tuple((p, verdict) for p in fresh), tuple((p, said(decisions, p)) for p in fresh))


def decided(decisions: Decisions, verdicts: tuple[tuple[SectionPair, Verdict], ...]) -> Decisions:
    """``decisions`` after the verdicts were given."""
    pinned, forbidden = set(decisions.pinned), set(decisions.forbidden)
    for sections, verdict in verdicts:
        pinned.discard(sections)
        forbidden.discard(sections)
        if verdict is Verdict.PIN:
            pinned.add(sections)
        elif verdict is Verdict.FORBID:
            forbidden.add(sections)
    return Decisions(pinned=frozenset(pinned), forbidden=frozenset(forbidden))
