"""Formats on a command line: their names, their options as flags, and the handing out of what they make.

Options come from the formats themselves, so that a flag means the same as the keyword in Python.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from policydiff.cli import help as helping
from policydiff.cli.output import hand_out, on_terminal
from policydiff.errors import UsageError
from policydiff.export.format import Format, Option
from policydiff.export.registry import format_named, format_of, own_formats_for
from policydiff.messages import N_, _

TEXT_ENDINGS = frozenset({"", ".txt", ".text", ".log"})
"""Files of these kinds take the view that a terminal shows."""

BETWEEN_NAMES = ","

BOM = "bom"


class FormatOption(helping.Option):
    """A flag that some formats understand; its help names them."""

    def __init__(self, *arguments: Any, formats: Sequence[str] = (), **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.formats = tuple(formats)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The flag, what it does, and for which formats."""
        record = super().get_help_record(ctx)
        if record is None or not self.formats:
            return record
        return record[0], f"{record[1]}  ({', '.join(self.formats)})"


def format_option(kind: type, *views: str, default: str, several: bool = False) -> Callable[[Any], Any]:
    """``--format``: one of ``views``, of our formats for ``kind``, or of those other packages add."""
    names = [*views, *(found.name for found in own_formats_for(kind))]
    text = N_("What to print; by default what the ending of FILE says, else {default}. One of {names}.")
    more = N_("With --pairs, several may be named, parted by commas.")

    class Names(helping.Option):
        def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
            record = super().get_help_record(ctx)
            said = _(text).format(default=default, names=", ".join(names))
            return None if record is None else (record[0], f"{said} {_(more)}" if several else said)

    return click.option("--format", "form", cls=Names, metavar="FORMAT", help=text)


def format_flags(kind: type, *, views: Mapping[str, Collection[str]]) -> Callable[[Any], Any]:
    """A flag for each option of our formats for ``kind``; ``views`` have some of these options too.

    A flag that was not given is None or empty, so that a format's own default holds. ``--option NAME=VALUE`` reaches
    the options of other packages' formats.
    """
    found: dict[str, Option] = {}
    known: dict[str, list[str]] = {}
    for form in own_formats_for(kind):
        for option in form.options:
            found.setdefault(option.name, option)
            known.setdefault(option.name, [v for v, names in views.items() if option.name in names]).append(form.name)
    flags = [_flag(option, known[name]) for name, option in found.items()]
    flags.append(
        click.option(
            "--option",
            "further",
            cls=helping.Option,
            multiple=True,
            metavar="NAME=VALUE",
            help=N_("An option of a format, such as one that another package adds; may be repeated."),
        )
    )

    def decorate(function: Any) -> Any:
        for flag in reversed(flags):
            function = flag(function)
        return function

    return decorate


def _flag(option: Option, formats: Sequence[str]) -> Callable[[Any], Any]:
    attributes: dict[str, Any] = {"cls": FormatOption, "formats": formats, "help": option.help}
    names = option.flag
    if option.type is bool:
        attributes |= {"is_flag": True, "default": None}
        if option.default is not False:
            names = f"{option.flag}/--no-{option.flag.removeprefix('--')}"
    elif option.choices:
        attributes |= {"type": click.Choice([str(choice) for choice in option.choices])}
        attributes |= {"metavar": "KIND"} if option.many else {}
    else:
        attributes |= {"type": option.type, "metavar": option.name.upper()}
    return click.option(names, option.name, multiple=option.many, **attributes)


def given(said: Mapping[str, Any], further: Iterable[str]) -> dict[str, Any]:
    """The options that were given: flags, and those of ``--option``."""
    options = {name: value for name, value in said.items() if value not in (None, ())}
    for text in further:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise UsageError(
                _("“{text}” is no option.").format(text=text),
                cause=_("It has no name, or no value."),
                fix=_("Write it as NAME=VALUE."),
            )
        options[name.replace("-", "_")] = value
    return options


def chosen_format(kind: type, form: str | None, output: Path | None, *, view: str) -> Format | None:
    """The format asked for by name, or by the ending of ``output``; None for the view called ``view``."""
    if form == view:
        return None
    if form is not None:
        return format_named(kind, form)
    if output is None or output.suffix.lower() in TEXT_ENDINGS:
        return None
    return format_of(kind, output)


def check_options(names: Collection[str], understood: Mapping[str, Collection[str]], kind: type) -> None:
    """Refuse an option that none of the formats asked for understands; ``understood`` are theirs by format."""
    strangers = [name for name in names if not any(name in known for known in understood.values())]
    if not strangers:
        return
    other = [found.name for found in own_formats_for(kind) if {option.name for option in found.options} >= {*strangers}]
    raise UsageError(
        _("{options} does not go with --format {format}.").format(
            options=", ".join(f"--{name.replace('_', '-')}" for name in strangers), format=", ".join(understood)
        ),
        cause=_("It is for {formats}.").format(formats=", ".join(other)) if other else _("No format of ours has it."),
        fix=_("Leave one of them out."),
    )


def refuse_terminal(form: Format, output: Path | None) -> None:
    """Refuse, before any work is done, to write what is no text on a terminal."""
    if form.binary and output is None and on_terminal():
        raise UsageError(
            _("{format} cannot be shown on a terminal.").format(format=form.name),
            cause=_("It is no text."),
            fix=_("Choose a file with -o."),
        )


def hand_out_as(form: Format, value: Any, options: Mapping[str, Any], output: Path | None) -> None:
    """Make the file and hand it out; on stdout without a byte order mark, unless one is asked for."""
    marked = output is None and any(option.name == BOM for option in form.options)
    hand_out(form.made(value, ({BOM: False} if marked else {}) | dict(options)), output, form.name)
