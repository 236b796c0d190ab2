"""Options several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from policydiff.cli.help import option
from policydiff.messages import N_
from policydiff.model import Level

Decorator = Callable[[Any], Any]


def formats(*names: str) -> Decorator:
    """``--format``, the first name being the default."""
    return option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help=N_("What to print.")
    )


output: Decorator = option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=False),
    metavar="FILE",
    help=N_("Write here instead of on stdout; the file is written whole or not at all."),
)


def filters(function: Any) -> Any:
    """The options that choose among the library's documents (their values are read by `policydiff.cli.selection`)."""
    for decorate in reversed(FILTERS):
        function = decorate(function)
    return function


FILTERS: tuple[Decorator, ...] = (
    option("--region", metavar="REGION", help=N_("Only documents of this region, such as 北京 or 北京市.")),
    option("--level", type=click.Choice([level.value for level in Level]), help=N_("Only documents of this level.")),
    option("--kind", metavar="KIND", help=N_("Only documents of this kind, such as 规划 or 通知.")),
    option("--year", type=click.IntRange(1900, 2100), metavar="YEAR", help=N_("Only documents issued in this year.")),
    option("--period", metavar="YEARS", help=N_("Only plans for these years, such as 2021-2025.")),
    option("--search", metavar="WORDS", help=N_("Only documents in which all these words stand.")),
)
