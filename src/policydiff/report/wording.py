"""How the wording moved: terms that came, went, rose and fell with the sentences behind them, and steps of strength."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.messages import N_, _, language
from policydiff.model.wording import Direction, Quotation, Strength, Term, TermChange, TermKind, Wording
from policydiff.report.parts import safe
from policydiff.report.typesetting import set_in_lines

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

HEADS: Mapping[TermChange, str] = {
    TermChange.NEW: N_("New terms"),
    TermChange.DROPPED: N_("Terms no longer used"),
    TermChange.RISEN: N_("Used more"),
    TermChange.FALLEN: N_("Used less"),
}

KINDS: Mapping[TermKind, str] = {
    TermKind.QUOTED: N_("quoted"),
    TermKind.PHRASE: N_("phrase"),
    TermKind.WORD: N_("word"),
}

DIRECTIONS: Mapping[Direction, str] = {Direction.STRONGER: N_("stronger"), Direction.WEAKER: N_("weaker")}

STARS = ((0.001, "***"), (0.01, "**"), (0.05, "*"))

SHOWN_CHARS = 110
"""How much of a sentence is shown."""

INDENT = 4


@dataclass(frozen=True, slots=True)
class Line:
    """Indented text, broken where Chinese typesetting allows."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Its lines."""
        for line in set_in_lines(self.text, max(options.max_width - INDENT, INDENT)):
            yield safe(" " * INDENT) + line


def wording(found: Wording, titles: Mapping[str, Mapping[str, str]], *, top: int) -> RenderableType:
    """The ``top`` terms of each change and all steps; ``titles`` are the ladders' names by language."""
    from rich.console import Group

    return Group(*_parts(found, titles, top))


def _parts(found: Wording, titles: Mapping[str, Mapping[str, str]], top: int) -> Iterator[RenderableType]:
    head = _("{old} ({old_size} characters) → {new} ({new_size} characters)")
    sizes = {"old_size": f"{found.characters[0]:,}", "new_size": f"{found.characters[1]:,}"}
    yield safe(head.format(old=found.old, new=found.new, **sizes), "bold")
    yield ""
    for change, name in HEADS.items():
        terms = [term for term in found.terms if term.change is change]
        if terms:
            yield safe(_("{name} ({count})").format(name=_(name), count=len(terms)), "bold")
            yield from (part for term in terms[:top] for part in _term(term))
            if len(terms) > top:
                yield safe(_("… and {count} more (--top)").format(count=len(terms) - top), "dim")
            yield ""
    if found.strength:
        yield safe(_("Wording stronger or weaker ({count})").format(count=len(found.strength)), "bold")
        yield from (part for step in found.strength for part in _step(step, titles))
        yield ""
    if not found.terms and not found.strength:
        yield safe(_("No term differs, and no wording grew stronger or weaker."), "dim")
        return
    yield safe(_("Rates are per 10,000 characters. * p < 0.05, ** p < 0.01, *** p < 0.001 (log-likelihood G²)."), "dim")


def _term(term: Term) -> Iterator[RenderableType]:
    stars = next((f" {stars}" for most, stars in STARS if term.significance and term.significance <= most), "")
    counts = _("{old} → {new} times, {old_rate:.1f} → {new_rate:.1f} per 10,000").format(
        old=term.old_count, new=term.new_count, old_rate=term.old_rate, new_rate=term.new_rate
    )
    line = safe("  ") + safe(term.term, "bold") + safe(f"  {counts}{stars}  {_(KINDS[term.kind])}{_ranks(term)}", "dim")
    yield line
    for examples in (term.old_examples, term.new_examples):
        if examples and (term.change not in (TermChange.NEW, TermChange.DROPPED) or examples):
            yield Line(_sentence(examples[0]))


def _ranks(term: Term) -> str:
    if term.old_rank is None or term.new_rank is None:
        return ""
    return "  " + _("rank {old} → {new}").format(old=term.old_rank, new=term.new_rank)


def _step(step: Strength, titles: Mapping[str, Mapping[str, str]]) -> Iterator[RenderableType]:
    named = titles.get(step.ladder, {})
    ladder = named.get("zh" if language().startswith("zh") else "en", step.ladder)
    style = "bold green" if step.direction is Direction.STRONGER else "bold magenta"
    arrow = "↑" if step.direction is Direction.STRONGER else "↓"
    facts = f"  {step.subject}  {ladder}{arrow} {_(DIRECTIONS[step.direction])}"
    yield safe("  ") + safe(f"{step.old.text} → {step.new.text}", style) + safe(facts, "dim")
    yield Line(_sentence(step.old))
    yield Line(_sentence(step.new))


def _sentence(quoted: Quotation) -> Text:
    """Where it stands, and the sentence with the words marked; a long one is cut around them."""
    at = quoted.sentence.find(quoted.text)
    first, last = _window(len(quoted.sentence), at, at + len(quoted.text))
    shown = ("…" if first else "") + quoted.sentence[first:last] + ("…" if last < len(quoted.sentence) else "")
    line = safe(f"{quoted.document}#{quoted.section}  ", "dim") + safe(shown)
    line.highlight_words([quoted.text], "underline")
    return line


def _window(length: int, start: int, end: int) -> Sequence[int]:
    if length <= SHOWN_CHARS or start < 0:
        return 0, min(length, SHOWN_CHARS)
    first = max(0, min(start - (SHOWN_CHARS - (end - start)) // 2, length - SHOWN_CHARS))
    return first, first + SHOWN_CHARS
