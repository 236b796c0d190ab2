"""The library and the pipeline as the application asks for them. Safe to call from any thread."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.model import Comparison, Document
from policydiff_tui.desk.history import SectionPair, Verdict
from policydiff_tui.desk.options import Options

if TYPE_CHECKING:
    from rich.console import RenderableType

    from policydiff.library import Decisions, Entry, Library
    from policydiff.library.remarks import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A comparison, how it was asked for, and what the reader had said before."""

    comparison: Comparison
    options: Options
    decisions: Decisions
    remarks: Mapping[SectionPair, Remark]


class Session:
    """One library folder (None: the usual one), opened when first needed."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @cached_property
    def library(self) -> Library:
        """The library."""
        from policydiff.library import open_library

        return open_library(self._folder)

    def close(self) -> None:
        """Let go of the library's files."""
        if "library" in self.__dict__:
            self.library.close()

    def entries(self, words: str = "") -> tuple[Entry, ...]:
        """The library's documents in which all ``words`` occur."""
        from policydiff.library import Filters

        return self.library.entries(Filters(words=tuple(words.split())))

    def document(self, name: str) -> Document:
        """The document of that id."""
        return self.library[name]

    def compare(self, old: Document, new: Document, options: Options) -> Outcome:
        """Compare, with what the reader has decided."""
        from policydiff.compare import compare
        from policydiff.library.remarks import RemarksFile

        corrections = self.library.corrections
        decisions = corrections.of(old.id, new.id)
        comparison = compare(
            old, new, mode=options.mode, unit=options.unit, preset=options.preset, corrections=decisions
        )
        remarks = RemarksFile(corrections).of(old.id, new.id)
        settle()
        return Outcome(comparison=comparison, options=options, decisions=decisions, remarks=remarks)

    def decide(self, comparison: Comparison, verdicts: tuple[tuple[SectionPair, Verdict], ...]) -> None:
        """Keep verdicts about pairs of sections."""
        corrections = self.library.corrections
        says = {Verdict.PIN: corrections.pin, Verdict.FORBID: corrections.forbid, Verdict.NONE: corrections.unpin}
        for sections, verdict in verdicts:
            says[verdict](comparison.old.id, comparison.new.id, sections)

    def remark(self, comparison: Comparison, place: SectionPair, remark: Remark) -> dict[SectionPair, Remark]:
        """Keep a remark; all remarks on the comparison come back."""
        from policydiff.library.remarks import RemarksFile

        file = RemarksFile(self.library.corrections)
        file.put(comparison.old.id, comparison.new.id, place, remark)
        return file.of(comparison.old.id, comparison.new.id)

    def why(self, outcome: Outcome, section: str, side: str) -> RenderableType:
        """What speaks for and against the pairings of a section."""
        from policydiff.align import Corrections, Preset, align, explain
        from policydiff.report.explanation import explanation

        found, decided = outcome.comparison, outcome.decisions
        pins = Corrections(pinned=decided.pinned, forbidden=decided.forbidden)
        alignment = align(found.old, found.new, mode=found.mode, preset=Preset(outcome.options.preset), pins=pins)
        own, other = (found.old, found.new) if side == "old" else (found.new, found.old)
        return explanation(explain(alignment, section, side=side), own, other)


def settle() -> None:
    """Take what was just made out of the garbage collector's rounds.

    A comparison of long documents is some hundred thousand objects without cycles; going through them again and again
    held up every tenth key by 90 ms (benchmarks/speed/tui.py). They are freed by their reference counts as before.
    """
    gc.freeze()
