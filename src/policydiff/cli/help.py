"""click's parts with help in two languages, examples, and columns that respect double-width characters.

Help texts are kept as msgids and translated when they are shown, since the language is known only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from policydiff.cli.wrapping import cells, wrapped
from policydiff.messages import N_, _

Example = tuple[str, str]
"""A command line, and the msgid of what it does."""


class HelpFormatter(click.HelpFormatter):
    """Help pages measured in terminal cells."""

    def write_heading(self, heading: str) -> None:
        """A heading on a line of its own."""
        self.write(" " * self.current_indent + _("{heading}:").format(heading=heading) + "\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, separated by empty lines."""
        indent = " " * self.current_indent
        paragraphs = (wrapped(part, self.width - self.current_indent) for part in text.split("\n\n"))
        self.write("\n".join("".join(f"{indent}{line}\n" for line in lines) for lines in paragraphs))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms in a column, their explanations beside them."""
        rows = list(rows)
        column = min(max((cells(term) for term, _text in rows), default=0), col_max) + col_spacing
        indent, margin = " " * self.current_indent, " " * (self.current_indent + column)
        for term, text in rows:
            lines = wrapped(text, max(self.width - len(margin), 20))
            fits = cells(term) <= column - col_spacing
            first = lines.pop(0) if fits and lines else ""
            self.write(f"{indent}{term}{' ' * (column - cells(term))}{first}".rstrip() + "\n")
            self.write("".join(f"{margin}{line}\n" for line in lines))


class Context(click.Context):
    """A context whose help pages are ours; settings that hold everywhere live in its ``meta``."""

    formatter_class = HelpFormatter


class Translated:
    """Help kept as a msgid and read in the language of the moment."""

    _msgid: str | None = None

    @property
    def help(self) -> str | None:
        """The help text in the language in use."""
        return None if self._msgid is None else _(self._msgid)

    @help.setter
    def help(self, msgid: str | None) -> None:
        self._msgid = msgid


class Option(Translated, click.Option):
    """An option with translated help; where a metavar stands for choices, they are listed after it."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's names, and what it does."""
        record = super().get_help_record(ctx)
        if record is None or self.metavar is None or not isinstance(self.type, click.Choice):
            return record
        names, text = record
        return names, f"{text}  [{', '.join(map(str, self.type.choices))}]"


class Argument(Translated, click.Argument):
    """An argument with translated help."""


class GlobalOption(Option):
    """An option of the whole program, accepted before and after the command's name."""


class Helpful(Translated, click.Command):
    """What `Command` and the program share: everything click says on a help page in the language of the moment."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``-h``, which click explains once and for all in the first language it is asked in."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _("Show this message and exit.")
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line's parts, ``[OPTIONS]`` translated."""
        self.options_metavar = _("[OPTIONS]")
        return super().collect_usage_pieces(ctx)


class Command(Helpful):
    """A command with translated help, examples and the program-wide options."""

    context_class = Context

    def __init__(self, *args: Any, examples: Sequence[Example] = (), **kwargs: Any) -> None:
        """Like `click.Command`; ``examples`` are shown below the options."""
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)
        self.params.extend(global_options())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The command's own options, then the program-wide ones."""
        write_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        write_examples(self.examples, formatter)


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The options of ``command`` in two lists."""
    own: list[tuple[str, str]] = []
    everywhere: list[tuple[str, str]] = []
    help_option = command.get_help_option(ctx)
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is not None:
            (everywhere if isinstance(param, GlobalOption) or param is help_option else own).append(record)
    for title, rows in ((_("Options"), own), (_("Everywhere"), everywhere)):
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def write_examples(examples: Sequence[Example], formatter: click.HelpFormatter) -> None:
    """What each example does, and below it the line to type."""
    if not examples:
        return
    with formatter.section(_("Examples")):
        for line, purpose in examples:
            formatter.write_text(_(purpose))
            formatter.write(" " * (formatter.current_indent + 2) + line + "\n")


def command(name: str, *, help: str, examples: Sequence[Example] = (), **attrs: Any) -> Callable[..., Command]:
    """Make a function a `Command`; ``help`` is a msgid."""
    return click.command(name, cls=Command, help=help, examples=examples, **attrs)


def option(*names: str, help: str, **attrs: Any) -> Callable[..., Any]:
    """Give a command an `Option`; ``help`` is a msgid."""
    return click.option(*names, cls=Option, help=help, **attrs)


def argument(*names: str, help: str, **attrs: Any) -> Callable[..., Any]:
    """Give a command an `Argument`; ``help`` is a msgid."""
    return click.argument(*names, cls=Argument, help=help, **attrs)


def global_options() -> list[click.Parameter]:
    """The options every command accepts; their values go into the context's ``meta``."""
    return [
        GlobalOption(
            ["--library"],
            metavar="DIR",
            type=click.Path(file_okay=False),
            callback=_remember,
            expose_value=False,
            help=N_("The library folder (default: POLICYDIFF_LIBRARY, else the user data folder)."),
        ),
        GlobalOption(
            ["--lang"],
            type=click.Choice(["zh", "en"]),
            callback=_remember,
            expose_value=False,
            help=N_("Language of messages (default: the locale's)."),
        ),
        GlobalOption(
            ["--debug"],
            is_flag=True,
            default=None,
            callback=_remember,
            expose_value=False,
            help=N_("Show the traceback where something goes wrong."),
        ),
    ]


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value is not None and param.name is not None:
        ctx.meta[f"policydiff.{param.name}"] = value
