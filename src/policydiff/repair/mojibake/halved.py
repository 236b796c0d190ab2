"""Runs of GBK text garbled by a byte-wise replacement of full-width marks (``規模化部署，`` → ``規?;渴?,``).

A reading is accepted only if it turns into exactly the text at hand when damaged again, and is far likelier than
every other that does. The invariant: nothing is reported in a text without at least one run whose displaced
characters prove the damage, so genuine question marks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from policydiff.repair.finding import Finding
from policydiff.repair.mojibake.alphabet import Alphabet, alphabet_of
from policydiff.repair.mojibake.channel import FOLD
from policydiff.repair.mojibake.evidence import channel_of
from policydiff.repair.mojibake.language import Language
from policydiff.repair.mojibake.lattice import Lattice, Reading
from policydiff.repair.mojibake.prose import folded, plain, prose

MARGIN = 3.0
"""Log likelihood by which a reading must beat the second best to be accepted (see benchmarks/quality/repair_score)."""

PER_LONGER = 0.5
"""Log likelihood that a longer reading is given back per character: characters may vanish without a trace, and the
language model always finds the shorter text likelier."""

NUMBER_MARGIN = 7.0
"""The same where the two differ in nothing but numerals."""

GENUINE_MARGIN = 8.0
"""Log likelihood by which a reading must beat the text as it stands for the place to count as damaged."""

PROOF_GAIN = 20.0
"""The same for a run that proves the damage by itself, though its reading is not beyond doubt."""

REACH = 100
"""Characters after its beginning within which a run comes back into step."""

AFTER = 12
"""Characters beyond the first place where a run may have come back into step that are searched too."""

CONTEXT = 8
"""Intact characters on each side that are scored along with a reading."""

MOST_READINGS = 50
"""Readings compared by the full language model."""

MOST_CANDIDATES = 5
MOST_RUNS = 400
"""Runs searched in one text; later ones are only flagged."""

MOST_ROUNDS = 4
"""How often accepted readings are learned from."""

NEAR = 60
"""Characters before a run in which the digits of a likely reading occur."""

_SUSPECT = re.compile(
    r"(?<![ \t?\ufffd])[?\ufffd]"
    r"(?=[!,;?:\ufffd][^ \n\ufffd]|(?<=[\u3400-\u9fff”].)(?:[()]|[A-Za-z0-9][^A-Za-z0-9\s]))"
)
"""A bad byte and the mark that was made of the next two; cheap, and sure to find every run that begins with a mark."""

_BACK_IN_STEP = re.compile(r"\?[,;:!()\n0-9]")
_MARKS = re.compile("[?!,;:()]+")
_DISPLACED = re.compile(r"[\u3400-\u9fffA-Za-z\u2000-\u2bff\u0100-\u04ff]")
_NUMERAL = re.compile(r"[0-9一二三四五六七八九十百千万〇零]")
_BLANKED = 12
"""Characters after a suspect place that are blanked where no end of the run is in sight."""


class Scored(NamedTuple):
    """A reading and the log likelihood of the passage with it."""

    reading: Reading
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A garbled place: where it begins, its readings best first (no two alike when folded), and how much likelier the
    best is than the second, than the best that differs in numerals alone, and than the text as it stands."""

    start: int
    readings: tuple[Scored, ...]
    margin: float
    number_margin: float
    gain: float

    @property
    def end(self) -> int:
        """Where the best reading ends."""
        return self.readings[0].reading.end

    @property
    def accepted(self) -> bool:
        """True where the best reading is beyond doubt."""
        return self.damaged and self.margin >= MARGIN and self.number_margin >= NUMBER_MARGIN

    @property
    def damaged(self) -> bool:
        """True where the best reading is much likelier than the text as it stands."""
        return self.gain >= GENUINE_MARGIN


def find(text: str) -> list[Finding]:
    """The garbled runs of ``text``: repaired where one reading is beyond doubt, else flagged with candidates."""
    if _SUSPECT.search(text) is None:
        return []
    return _Search(text).findings()


class _Search:
    def __init__(self, text: str) -> None:
        self.text = text
        self.observed = text.translate({**FOLD, 0xFFFD: "?"})
        self.suspects = [match.start() for match in _SUSPECT.finditer(text)]
        self.alphabet: Alphabet = alphabet_of(text)
        self.language = Language.of(plain(self._blanked()), prose())
        self.lattice = Lattice(self.observed, channel_of(self.observed), self.alphabet, self.language)

    def findings(self) -> list[Finding]:
        runs = self._settled(list(self._runs()))
        if not any((run.accepted or run.gain >= PROOF_GAIN) and self._proves(run) for run in runs):
            return []
        found = [self._finding(run) for run in runs if run.damaged]
        return sorted([*found, *self._left_over(found)])

    def _left_over(self, found: list[Finding]) -> Iterator[Finding]:
        """Suspect places without a likely reading: in a text that is proven damaged they are said, not passed over."""
        done = 0
        ranges = iter(sorted((f.start, f.end) for f in found))
        start, end = next(ranges, (len(self.text), len(self.text)))
        for place in self.suspects:
            while end <= place:
                done = max(done, end)
                start, end = next(ranges, (len(self.text) + 1, len(self.text) + 1))
            if place >= done and not start <= place < end:
                marks = _MARKS.match(self.observed, place)
                done = marks.end() if marks else place + 1
                yield Finding(place, done, self.text[place:done], 0.5)

    def _blanked(self) -> str:
        """The text without what may be garbled, so that damage is not taken for the document's own language."""
        pieces, done = [], 0
        for place in self.suspects:
            if place >= done:
                pieces.append(self.observed[done:place])
                back = _BACK_IN_STEP.search(self.observed, place + 2, place + REACH)
                done = min(len(self.observed), back.end() if back else place + _BLANKED)
                pieces.append("\0" * (done - place))
        return "".join([*pieces, self.observed[done:]])

    def _runs(self) -> Iterator[Run]:
        done = 0
        for place in self.suspects[:MOST_RUNS]:
            if place >= done:
                run = self._searched(place)
                if run is not None:
                    if run.damaged:
                        done = run.end
                    yield run

    def _searched(self, place: int) -> Run | None:
        """The run at ``place``; what its best readings are without one of their characters is weighed as well, for
        the search may have lost it."""
        readings = self.lattice.readings(place, self._stop(place))[:MOST_READINGS]
        run = self._weighed(place, readings)
        if run is None or not run.accepted:
            return run
        top = run.readings[0].reading
        shorter = [
            Reading(text, top.end, 0.0)
            for text in {top.text[:i] + top.text[i + 1 :] for i in range(len(top.text))}
            if text and self._explains(text, place, top.end)
        ]
        return self._weighed(place, [*readings, *shorter]) if shorter else run

    def _explains(self, text: str, start: int, end: int) -> bool:
        """True where ``text`` turns into the observed characters from ``start`` to ``end``."""
        before = self.observed[max(0, start - 1) : start]
        return self.lattice.channel.damage(before + text) == before + self.observed[start:end]

    def _settled(self, runs: list[Run]) -> list[Run]:
        """The same runs weighed again, as long as what was accepted teaches the language more of the document."""
        learned: set[int] = set()
        for _ in range(MOST_ROUNDS):
            fresh = [run for run in runs if run.accepted and run.start not in learned]
            if not fresh:
                break
            for run in fresh:
                self.language.learn(plain(self._passage(run.start, run.end, run.readings[0].reading)))
                learned.add(run.start)
            runs = [run if run.start in learned else self._again(run) for run in runs]
        return runs

    def _again(self, run: Run) -> Run:
        return self._weighed(run.start, [scored.reading for scored in run.readings]) or run

    def _stop(self, start: int) -> int:
        """How far a run from ``start`` may go: to the end of the line, or a little past a bad byte before a mark."""
        stop = min(len(self.observed), start + REACH)
        line_end = self.observed.find("\n", start, stop)
        back = _BACK_IN_STEP.search(self.observed, start + 2, stop)
        stops = [stop, *([line_end + 1] if line_end >= 0 else []), *([back.end() + AFTER] if back else [])]
        return min(len(self.observed), *stops)

    def _weighed(self, start: int, readings: list[Reading]) -> Run | None:
        stop = self._stop(start)
        best: dict[str, Scored] = {}
        for reading in readings:
            passage = folded(self._passage(start, stop, reading))
            score = self.language.score(plain(passage)) + self.alphabet.cost(reading.text)
            if passage not in best or best[passage].score < score:
                best[passage] = Scored(reading, score)
        if not best:
            return None
        near = self.observed[max(0, start - NEAR) : start]
        ranked = sorted(best.items(), key=lambda item: (-item[1].score, _digits_beyond(item[1].reading, near), item[0]))
        top = ranked[0][1].score
        bare = _NUMERAL.sub("", ranked[0][0])
        alike = [scored.score for passage, scored in ranked[1:] if _NUMERAL.sub("", passage) == bare]
        return Run(
            start=start,
            readings=tuple(scored for _, scored in ranked),
            margin=min((_lead(ranked[0][1], other) for _, other in ranked[1:]), default=GENUINE_MARGIN),
            number_margin=top - alike[0] if alike else NUMBER_MARGIN,
            gain=top - self.language.score(plain(self._passage(start, stop, Reading("", start, 0.0)))),
        )

    def _passage(self, start: int, stop: int, reading: Reading) -> str:
        left = self.observed[max(0, start - CONTEXT) : start]
        return left + reading.text + self.observed[reading.end : stop + CONTEXT]

    def _proves(self, run: Run) -> bool:
        """True where the run shows characters that were not in the original, so that it can be nothing but damage."""
        return _DISPLACED.search(self.observed[run.start : run.end]) is not None

    def _finding(self, run: Run) -> Finding:
        shown = run.readings[:MOST_CANDIDATES]
        if run.accepted:
            return Finding(run.start, run.end, self._printed(run.readings[0].reading.text), 1 / (1 + exp(-run.margin)))
        end = max(scored.reading.end for scored in shown)
        before = self.text[run.start : end]
        candidates = tuple(self._printed(s.reading.text) + self.text[s.reading.end : end] for s in shown)
        return Finding(run.start, end, before, 1 / (1 + exp(-run.margin)), candidates)

    def _printed(self, text: str) -> str:
        """A reading with its marks as wide as the document prints them."""
        return text.translate(FOLD)


def _lead(best: Scored, other: Scored) -> float:
    """How much likelier the best is than another, after the other's longer text is made up for."""
    longer = (len(other.reading.text) - other.reading.end) - (len(best.reading.text) - best.reading.end)
    return best.score - other.score - PER_LONGER * max(0, longer)


def _digits_beyond(reading: Reading, near: str) -> int:
    """How many digits of the reading do not occur nearby: what orders readings that are equally likely."""
    return sum(char.isdigit() and char not in near for char in reading.text)
