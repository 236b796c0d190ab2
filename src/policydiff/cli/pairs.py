"""`policydiff diff --pairs`: many pairs into a folder; one that fails does not stop the others.

Every file is written whole or not at all, and running again writes the same files again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff import atomic
from policydiff.cli.exporting import BETWEEN_NAMES, check_options
from policydiff.cli.opening import library_of
from policydiff.cli.output import note
from policydiff.cli.progress import watched
from policydiff.cli.trouble import TROUBLE, debugging, report, understood
from policydiff.errors import PolicyDiffError, UnreadableFile, UsageError
from policydiff.export.registry import format_named
from policydiff.messages import _, ngettext
from policydiff.model import Comparison

if TYPE_CHECKING:
    from policydiff.batch import Outcome, Wanted, Written
    from policydiff.export import Format
    from policydiff.library import Library

DEFAULT_FORMATS = "docx,html"

INDEX, SUMMARIES = "index.html", ("summary.xlsx", "summary.csv")

Compare = Callable[["Wanted"], Comparison]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of each pair, and where."""

    folder: Path
    formats: Sequence[Format]
    options: Mapping[str, Any]
    count: int


def compare_pairs(
    ctx: click.Context,
    listing: Path,
    form: str | None,
    output: Path | None,
    *,
    options: Mapping[str, Any],
    how: Mapping[str, str],
) -> int:
    """Compare every pair of ``listing`` into the folder ``output``; the exit code: 0 where none differ, 1 where any
    do, 2 where any failed."""
    from policydiff.batch import read_pairs

    folder = _folder(output)
    formats = [format_named(Comparison, name.strip()) for name in (form or DEFAULT_FORMATS).split(BETWEEN_NAMES)]
    check_options(options, {f.name: [option.name for option in f.options] for f in formats}, Comparison)
    for found in formats:
        found.checked(_own(found, options))
    wanted = read_pairs(listing)
    job = Job(folder, formats, options, len(wanted))
    with library_of(ctx) as library:
        compare = _comparing(library, how)
        numbered = list(enumerate(wanted, 1))
        outcomes = [_outcome(job, compare, number, pair) for number, pair in watched(numbered, _("Comparing"))]
    _write_overview(folder, outcomes)
    failed = sum(bool(outcome.trouble) for outcome in outcomes)
    note(_("Written: {path}").format(path=folder / INDEX))
    if failed:
        text = ngettext("{count} of {all} pairs failed.", "{count} of {all} pairs failed.", failed)
        note(text.format(count=failed, all=len(outcomes)))
        return TROUBLE
    return int(any(outcome.differs for outcome in outcomes))


def _folder(output: Path | None) -> Path:
    if output is None:
        raise UsageError(
            _("--pairs needs a folder to write to."),
            cause=_("There is no -o."),
            fix=_("Give a folder with -o; it is made where it does not exist."),
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableFile(
            _("Cannot make the folder {path}: {reason}").format(path=output, reason=error.strerror or error),
            cause=_("There is a file of that name, or the place is not writable."),
            fix=_("Choose another place."),
        ) from error
    return output


def _comparing(library: Library, how: Mapping[str, str]) -> Compare:
    from policydiff.compare import compare, remembering
    from policydiff.library import resolve

    def compared(pair: Wanted) -> Comparison:
        settings = {**how, **pair.settings}
        _check_settings(settings)
        old, new = resolve(pair.old, library), resolve(pair.new, library)
        corrections = library.corrections.of(old.id, new.id)
        with remembering(library) as cut:
            return compare(old, new, **settings, corrections=corrections, cut=cut)

    return compared


def _check_settings(settings: Mapping[str, str]) -> None:
    from policydiff.align import Preset
    from policydiff.edits import Unit
    from policydiff.model import Mode

    allowed = {"mode": ("auto", *Mode), "unit": tuple(Unit), "preset": tuple(Preset)}
    for name, value in settings.items():
        if value not in allowed[name]:
            raise UsageError(
                _("“{value}” is no value of {option}.").format(value=value, option=name),
                cause=_("It may be {values}.").format(values=", ".join(map(str, allowed[name]))),
                fix=_("Use one of these, or leave it out."),
            )


def _outcome(job: Job, compare: Compare, number: int, pair: Wanted) -> Outcome:
    """What came of a pair; trouble is told at once and kept."""
    from policydiff.batch import Outcome, outcome_of

    try:
        comparison = compare(pair)
        return outcome_of(number, pair, comparison, _files(job, number, pair, comparison))
    except Exception as error:
        told = understood(error)
        line = _("Line {line}: {text}").format(line=pair.line, text=told.what)
        report(PolicyDiffError(line, cause=told.cause, fix=told.fix) if not debugging() else error, debug=debugging())
        return Outcome(number=number, wanted=pair, trouble="\n".join(filter(None, (told.what, told.cause))))


def _files(job: Job, number: int, pair: Wanted, comparison: Comparison) -> tuple[Written, ...]:
    from policydiff.batch import Written, file_stem

    stem = file_stem(number, job.count, pair.name or f"{comparison.old.id}--{comparison.new.id}")
    options = {**job.options, **pair.options}
    check_options(pair.options, {f.name: [option.name for option in f.options] for f in job.formats}, Comparison)
    written = []
    for found in job.formats:
        name = f"{stem}{found.suffixes[0]}"
        atomic.save(job.folder / name, found.made(comparison, _own(found, options)))
        written.append(Written(format=found.name, name=name))
    return tuple(written)


def _own(found: Format, options: Mapping[str, Any]) -> dict[str, Any]:
    """The options a format understands, of all that were given."""
    known = {option.name for option in found.options}
    return {name: value for name, value in options.items() if name in known}


def _write_overview(folder: Path, outcomes: Sequence[Outcome]) -> None:
    from policydiff.batch import overview_csv, overview_html, overview_xlsx

    workbook, table = SUMMARIES
    atomic.save(folder / workbook, overview_xlsx(outcomes))
    atomic.save(folder / table, overview_csv(outcomes))
    atomic.save(folder / INDEX, overview_html(outcomes, SUMMARIES))
