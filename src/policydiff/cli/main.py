"""The program: which commands there are, and how a run ends.

Nothing but click is loaded until a command is called; `--help` loads no command at all.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from gettext import bindtextdomain, textdomain
from importlib import import_module
from typing import Any

import click

from policydiff import __version__, messages
from policydiff.cli.help import Context, Helpful, Option, global_options, write_examples, write_options
from policydiff.cli.settings import early
from policydiff.cli.trouble import INTERRUPTED, TROUBLE, quiet_stdout, report
from policydiff.messages import N_, _

PROGRAM = "policydiff"

COMPLETION = "_POLICYDIFF_COMPLETE"
"""The variable through which a shell asks for completions."""

COMMANDS = {
    "parse": N_("Read, repair and outline files; store nothing."),
    "import": N_("Read files and keep their documents in the library."),
    "list": N_("The documents of the library."),
    "show": N_("One document: outline, text, Markdown or JSON."),
    "remove": N_("Take a document out of the library."),
    "diff": N_("Compare two documents, aligned and highlighted."),
    "matrix": N_("How alike documents or their sections are."),
    "search": N_("The sections most like a passage."),
    "targets": N_("Targets, deadlines, who answers, what is cited; of two documents, joined."),
    "wording": N_("Terms new, dropped, more and less used; wording stronger or weaker."),
    "origins": N_("Which sentences stand in earlier documents."),
    "pin": N_("Say that two sections are counterparts."),
    "forbid": N_("Say that two sections are no counterparts."),
    "unpin": N_("Take a correction back."),
    "schema": N_("Print the JSON Schema of an output."),
    "tui": N_("The terminal application."),
}
"""Every command with its one-line description; its module is `policydiff.cli.commands.<name>`."""

PLACES = {
    "import": "import_.import_",
    "list": "list_.list_",
    "pin": "corrections.pin",
    "forbid": "corrections.forbid",
    "unpin": "corrections.unpin",
}
"""Module and name of a command where they are not both the command's own name."""

EXAMPLES = (
    ("policydiff list", N_("What is there to compare?")),
    ("policydiff diff 京大数据发〔2021〕1号 津政办发〔2021〕52号", N_("Compare two regions' plans.")),
    ("policydiff import ~/政策", N_("Keep the documents of a folder.")),
)


class Program(Helpful, click.Group):
    """The group of all commands, each loaded when it is called."""

    context_class = Context

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Load the command ``name``; None where there is none."""
        if name not in COMMANDS:
            return None
        module, _dot, attribute = PLACES.get(name, f"{name}.{name}").partition(".")
        found: click.Command = getattr(import_module(f"policydiff.cli.commands.{module}"), attribute)
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line's parts, translated."""
        self.subcommand_metavar = _("COMMAND [ARGS]...")
        return super().collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the program-wide options."""
        self.format_commands(ctx, formatter)
        write_options(self, ctx, formatter)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command and what it does, without loading any."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, text in COMMANDS.items()])

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        write_examples(EXAMPLES, formatter)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> int:
        """Run the program; exit with its code, or return it where not ``standalone_mode``."""
        code = run(self, list(sys.argv[1:] if args is None else args), prog_name or PROGRAM, extra)
        if standalone_mode:
            sys.exit(code)
        return code


def run(program: Program, arguments: list[str], name: str, extra: dict[str, Any]) -> int:
    """Parse, call the command, and turn whatever happens into an exit code."""
    known = early(arguments)
    speak(known.language)
    instruction = os.environ.get(COMPLETION)
    if instruction:
        from click.shell_completion import shell_complete

        return shell_complete(program, extra, name, COMPLETION, instruction)
    try:
        with program.make_context(name, arguments, **extra) as context:
            program.invoke(context)
            return 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            quiet_stdout()
            return 0
        report(error, debug=known.debug)
        return TROUBLE


def speak(language: messages.Language | None) -> None:
    """Use ``language`` for our messages and click's, which looks them up in gettext's default domain."""
    messages.use(language)
    os.environ["LANGUAGE"] = messages.LOCALES[messages.language()]
    bindtextdomain(messages.DOMAIN, str(messages.CATALOGUES))
    textdomain(messages.DOMAIN)


def version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print the version and end."""
    if wanted and not ctx.resilient_parsing:
        click.echo(f"{PROGRAM} {__version__}")
        ctx.exit()


cli = Program(
    name=PROGRAM,
    help=N_(
        "Compare Chinese policy documents: repair, outline, align, and show what differs.\n\n"
        "A document (DOC, OLD, NEW) is named by a file, an id in the library or the beginning of one, or a document "
        "number such as 京大数据发〔2021〕1号. Everything stays on this machine."
    ),
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        *global_options(),
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=version,
            help=N_("Show the version and exit."),
        ),
    ],
)


def main() -> int:
    """The console script."""
    return cli.main(standalone_mode=False)
