"""Findings about two documents as tables of words: a topic after the other, each finding with what it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from policydiff.messages import N_, _
from policydiff.model import Mode
from policydiff.synopsis.note_texts import change_name
from policydiff.synopsis.relations import side_names
from policydiff_tui.desk.naming import Names, one_line

if TYPE_CHECKING:
    from policydiff.insight.records import Deadline, Target
    from policydiff.model.origins import SectionOrigin
    from policydiff.model.wording import Quotation
    from policydiff_tui.work.insight import Insight

SIGNS = {
    "new": ("+", "good"), "added": ("+", "good"), "dropped": ("-", "bad"), "same": ("=", "dim"),
    "raised": ("↑", "accent"), "lowered": ("↓", "accent"), "risen": ("↑", "accent"), "fallen": ("↓", "accent"),
    "stronger": ("↑", "accent"), "weaker": ("↓", "accent"), "earlier": ("←", "accent"), "later": ("→", "accent"),
    "incomparable": ("≠", "warn"), "unquantified": ("?", "warn"), "scope": ("~", "warn"), "replaced": ("~", "warn"),
    "lead": ("~", "accent"),
}  # fmt: skip
"""Sign and style of what became of something; the sign alone tells it."""

TERM_CHANGES = {"risen": N_("used more"), "fallen": N_("used less"), "replaced": N_("replaced")}

ONE_SIDED = {"new": N_("only right"), "added": N_("only right"), "dropped": N_("only left")}

STARS = ((0.001, "***"), (0.01, "**"), (0.05, "*"))
"""How surely two rates differ, as statistics has it."""


class Quote(NamedTuple):
    """Where something was read: a section, the passage, and the words in it."""

    section: str
    text: str
    words: str = ""


class Finding(NamedTuple):
    """A row: what became of it (empty where nothing is compared), its cells, and what it was read from."""

    change: str
    cells: tuple[str, ...]
    old: Quote | None = None
    new: Quote | None = None


class Topic(NamedTuple):
    """A table: its name, its columns with their shares of the width, its rows, and what it is part of."""

    name: str
    columns: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    kind: str = "facts"


def told(change: str, mode: Mode) -> str:
    """What became of it, in a word; of two regions nothing is called new or dropped."""
    if mode is not Mode.VERSION and change in ONE_SIDED:
        return _(ONE_SIDED[change])
    return _(TERM_CHANGES[change]) if change in TERM_CHANGES else change_name(change)


def topics(found: Insight) -> tuple[Topic, ...]:
    """Targets, deadlines, responsible bodies, citations, terms, strength, origins."""
    old, new = Names(found.comparison.old), Names(found.comparison.new)
    left, right = side_names(found.comparison.mode)
    return (
        Topic(_("targets"), ((_("Indicator"), 4), (left, 3), (right, 3)), tuple(_targets(found))),
        Topic(_("deadlines"), ((_("Task"), 5), (left, 2), (right, 2)), tuple(_deadlines(found))),
        Topic(
            _("bodies"),
            ((_("Section"), 3), (_("no longer"), 3), (_("newly"), 3)),
            tuple(_bodies(found, old, new)),
        ),
        Topic(_("citations"), ((left, 4), (right, 4)), tuple(_citations(found))),
        Topic(
            _("terms"),
            ((_("Term"), 4), (left, 1), (right, 1), (_("per 10,000 characters"), 3)),
            tuple(_terms(found)),
            "wording",
        ),
        Topic(_("strength"), ((_("Subject"), 3), (left, 2), (right, 2)), tuple(_strength(found)), "wording"),
        Topic(
            _("origins"),
            ((_("Section"), 4), (_("word for word"), 1), (_("reworded"), 1), (_("new"), 1)),
            tuple(_origins(found)),
            "origins",
        ),
    )


def _targets(found: Insight) -> Iterator[Finding]:
    from policydiff.report.targets import figure

    left, right = found.overview.facts
    for pair in found.overview.targets:
        old = None if pair.old is None else left.targets[pair.old]
        new = None if pair.new is None else right.targets[pair.new]
        named = new or old
        texts = []
        for target in (old, new):
            due = target.due.iso or target.due.text if target and target.due else ""
            texts.append(f"{figure(target)}  {due}".strip() if target else pair.passage.text if pair.passage else "")
        cells = (named.indicator if named else "", *texts)
        yield Finding(str(pair.change), _lines(cells), _located(old), _located(new))


def _deadlines(found: Insight) -> Iterator[Finding]:
    left, right = found.overview.facts
    for pair in found.overview.deadlines:
        old = None if pair.old is None else left.deadlines[pair.old]
        new = None if pair.new is None else right.deadlines[pair.new]
        named = new or old
        cells = (named.task if named else "", *(item.due.text if item else "" for item in (old, new)))
        yield Finding(str(pair.change), _lines(cells), _located(old), _located(new))


def _bodies(found: Insight, old: Names, new: Names) -> Iterator[Finding]:
    for row in found.overview.bodies:
        change = row.change
        lead = [f"{_('lead')} {'、'.join(bodies)}" for bodies in (change.lead_old, change.lead_new)]
        sides = [
            "、".join(filter(None, (lead[n] if change.lead_changed else "", *bodies)))
            for n, bodies in enumerate((change.dropped, change.added))
        ]
        quotes = (Quote(row.old[0], old.text(row.old[0])), Quote(row.new[0], new.text(row.new[0])))
        title = new.title(row.new[0])
        yield Finding("lead" if change.lead_changed else "scope" if all(sides) else "new" if sides[1] else "dropped",
                      _lines((title, *sides)), *quotes)  # fmt: skip


def _citations(found: Insight) -> Iterator[Finding]:
    left, right = found.overview.facts
    for pair in found.overview.citations:
        old = None if pair.old is None else left.citations[pair.old]
        new = None if pair.new is None else right.citations[pair.new]
        cells = tuple(f"{c.title}  {c.doc_number or ''}".strip() if c else "" for c in (old, new))
        quotes = (Quote(c.where.section, c.where.text, c.title) if c else None for c in (old, new))
        yield Finding(pair.change, _lines(cells), *quotes)


def _terms(found: Insight) -> Iterator[Finding]:
    for term in found.wording.terms:
        stars = next((sign for bound, sign in STARS if term.significance and term.significance <= bound), "")
        rates = f"{term.old_rate:.1f} → {term.new_rate:.1f} {stars}"
        cells = (term.term, str(term.old_count), str(term.new_count), rates)
        quotes = (_quoted(examples) for examples in (term.old_examples, term.new_examples))
        yield Finding(str(term.change), _lines(cells), *quotes)


def _strength(found: Insight) -> Iterator[Finding]:
    for step in found.wording.strength:
        cells = (step.subject, step.old.text, step.new.text)
        yield Finding(str(step.direction), _lines(cells), _quoted([step.old]), _quoted([step.new]))


def _origins(found: Insight) -> Iterator[Finding]:
    for section in found.origins.sections:
        if not section.characters:
            continue
        copied, reworded = (sum(getattr(share, name) for share in section.shares) for name in ("copied", "reworded"))
        shares = tuple(f"{share:.0%}" for share in (copied, reworded, section.new))
        yield Finding("", _lines((f"{section.section} {section.title}", *shares)), *_descent(section))


def _descent(section: SectionOrigin) -> tuple[Quote | None, Quote]:
    """The likest sentence of the source, and the sentence that comes from it; else how the section begins."""
    known = [sentence for sentence in section.sentences if sentence.ancestor]
    if not known:
        return None, Quote(section.section, "".join(s.text for s in section.sentences[:2]))
    best = max(known, key=lambda sentence: sentence.ancestor.held if sentence.ancestor else 0.0)
    assert best.ancestor is not None
    return Quote(best.ancestor.section, best.ancestor.text), Quote(section.section, best.text)


def _located(item: Target | Deadline | None) -> Quote | None:
    """The sentence a figure or a date stands in, its clause marked."""
    return None if item is None else Quote(item.where.section, item.sentence, item.where.text)


def _quoted(examples: Sequence[Quotation]) -> Quote | None:
    return Quote(examples[0].section, examples[0].sentence, examples[0].text) if examples else None


def _lines(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(one_line, cells))
