"""`policydiff schema`: the JSON Schemas of the outputs."""

from __future__ import annotations

from policydiff.cli.help import argument, command
from policydiff.cli.output import emit
from policydiff.messages import N_

HELP = N_("The JSON Schema (draft 2020-12) of an output of --format json.")

EXAMPLES = (("policydiff schema comparison", N_("What does “diff --format json” print?")),)


@command("schema", help=HELP, examples=EXAMPLES)
@argument("name", metavar="NAME", help=N_("documents, comparison, matrix or hits."))
def schema(name: str) -> None:
    """Print the schema."""
    from policydiff.export.printing import json_text
    from policydiff.schemas import schema as named

    emit(json_text(named(name)))
