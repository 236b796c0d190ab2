"""The notes under a comparison table's title: what is not told row by row, what was repaired, how it was compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policydiff.messages import N_, _, ngettext
from policydiff.model import Comparison, EditKind, Mode, Pair
from policydiff.synopsis.lists import listed
from policydiff.synopsis.names import repair_name
from policydiff.synopsis.printable import unprintable
from policydiff.synopsis.relations import MODES
from policydiff.synopsis.replaced_terms import Replacement
from policydiff.synopsis.row_cells import Sides
from policydiff.synopsis.table_head import column_names

RANGES_NAMED = 12
"""So many runs of renumbered sections are named; of more, only the count is told."""

SETTINGS: Mapping[str, str] = {
    "unit": N_("changes shown by {value}"),
    "preset": N_("links {value}"),
    "threshold": N_("threshold {value}"),
    "pinned": N_("{value} pairs set by hand"),
    "forbidden": N_("{value} pairs ruled out by hand"),
}

VALUES: Mapping[str, str] = {
    "char": N_("characters"),
    "word": N_("words"),
    "sentence": N_("sentences"),
    "strict": N_("strict"),
    "balanced": N_("balanced"),
    "loose": N_("loose"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the table leaves out: terms told once, and the rows that are unchanged, only renumbered, or changed in
    nothing but those terms."""

    replacements: Sequence[Replacement]
    unchanged: Sequence[Pair]
    renumbered: Sequence[Pair]
    replaced: Sequence[Pair]


def notes(comparison: Comparison, told: Told, sides: Sides) -> tuple[str, ...]:
    """A sentence each."""
    return (
        *_replacements(comparison, told),
        *_left_out(told, sides),
        *_display(comparison),
        *_repairs(comparison),
        *_symbols(comparison),
        _settings(comparison),
        _("Made by a program, for reference."),
    )


def _replacements(comparison: Comparison, told: Told) -> Iterator[str]:
    for item in told.replacements:
        if comparison.mode is Mode.VERSION:
            text = _("“{old}” became “{new}” throughout, at {count} places; they are not told row by row.")
        else:
            text = _("“{old}” on the left is “{new}” on the right, at {count} places; they are not told row by row.")
        yield text.format(old=item.old, new=item.new, count=item.count)
    if told.replaced:
        count = len(told.replaced)
        yield ngettext(
            "{count} row differs in nothing else and is left out.",
            "{count} rows differ in nothing else and are left out.",
            count,
        ).format(count=count)


def _left_out(told: Told, sides: Sides) -> Iterator[str]:
    if told.unchanged:
        count = len(told.unchanged)
        yield ngettext("{count} unchanged row is left out.", "{count} unchanged rows are left out.", count).format(
            count=count
        )
    if told.renumbered:
        count = len(told.renumbered)
        text = ngettext(
            "{count} row only has another number and is left out",
            "{count} rows only have another number and are left out",
            count,
        ).format(count=count)
        runs = list(_runs(told.renumbered))
        if len(runs) > RANGES_NAMED:
            yield _("{text}.").format(text=text)
            return
        named = _("; ").join(_named(run, sides) for run in runs)
        yield _("{text}: {which}.").format(text=text, which=named)


def _runs(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Rows that follow each other on both sides, as far as ids tell."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not (_follows(run[-1].old, pair.old) and _follows(run[-1].new, pair.new)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _follows(one: Sequence[str], other: Sequence[str]) -> bool:
    *above, last = one[-1].split(".") if one else [""]
    *next_above, first = other[0].split(".") if other else [""]
    return above == next_above and last.isdecimal() and first.isdecimal() and int(first) == int(last) + 1


def _named(run: Sequence[Pair], sides: Sides) -> str:
    ends = []
    for citations, ids in ((sides.old, [p.old for p in run]), (sides.new, [p.new for p in run])):
        first, last = citations.number(ids[0][0]), citations.number(ids[-1][-1])
        ends.append(first if first == last else _("{first} to {last}").format(first=first, last=last))
    return f"{ends[0]}→{ends[1]}"


def _display(comparison: Comparison) -> Iterator[str]:
    """Differences the comparison key folds away, which no row shows."""
    count = sum(
        edit.kind is EditKind.EQUAL and edit.other is not None and edit.other != edit.text
        for pair in comparison.pairs
        for edit in pair.all_edits
    )
    if count:
        yield ngettext(
            "{count} place differs in width, script, blanks, brackets or glyph variants only and is not marked.",
            "{count} places differ in width, script, blanks, brackets or glyph variants only and are not marked.",
            count,
        ).format(count=count)


def _repairs(comparison: Comparison) -> Iterator[str]:
    for name, document in zip(column_names(comparison), (comparison.old, comparison.new), strict=True):
        mended = Counter(repair.kind for repair in document.repairs if not repair.flagged)
        flagged = sum(repair.flagged for repair in document.repairs)
        facts = [_("{what} {count}").format(what=repair_name(kind), count=count) for kind, count in mended.items()]
        if facts:
            text = _("Repaired in the source of “{name}” (places): {facts}.")
            yield text.format(name=name, facts=listed(facts))
        if flagged:
            yield ngettext(
                "In the source of “{name}” {count} place looks damaged and was left as it is.",
                "In the source of “{name}” {count} places look damaged and were left as they are.",
                flagged,
            ).format(name=name, count=flagged)


def _symbols(comparison: Comparison) -> Iterator[str]:
    """Characters that nobody would see, or that would make text read otherwise than it stands."""
    sections = (section for document in (comparison.old, comparison.new) for section in document.walk())
    count = sum(unprintable(section.heading) + unprintable(section.text) for section in sections)
    if count:
        yield ngettext(
            "{count} control character is shown as a symbol.", "{count} control characters are shown as symbols.", count
        ).format(count=count)


def _settings(comparison: Comparison) -> str:
    settings = comparison.settings
    facts = [_("as {mode}").format(mode=_(MODES[comparison.mode]))]
    for name, label in SETTINGS.items():
        if value := settings.get(name):
            facts.append(_(label).format(value=_(VALUES.get(str(value), str(value)))))
    if version := comparison.versions.get("policydiff"):
        facts.append(f"policydiff {version}")
    return _("Compared {facts}.").format(facts=listed(facts))
