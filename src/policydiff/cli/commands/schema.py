"""`policydiff schema`: the JSON Schemas of the outputs."""

from __future__ import annotations

import click

from policydiff.cli.help import argument, command
from policydiff.cli.output import emit
from policydiff.messages import N_

HELP = N_("The JSON Schema (draft 2020-12) of an output of --format json.")

EXAMPLES = (("policydiff schema comparison", N_("What does “diff --format json” print?")),)

NAMES = ("documents", "comparison", "matrix", "hits")
"""The schemas shipped in `policydiff.schemas` (a test compares)."""


@command("schema", help=HELP, examples=EXAMPLES)
@argument("name", type=click.Choice(NAMES), metavar="NAME", help=N_("documents, comparison, matrix or hits."))
def schema(name: str) -> None:
    """Print the schema."""
    from importlib.resources import files

    emit(files("policydiff.schemas").joinpath(f"{name}.json").read_text(encoding="utf-8"))
