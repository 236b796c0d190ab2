"""Options several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from policydiff.cli.help import option
from policydiff.messages import N_

Decorator = Callable[[Any], Any]


def formats(*names: str) -> Decorator:
    """``--format``, the first name being the default."""
    return option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help=N_("What to print.")
    )


output_option: Decorator = option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Write here instead of on stdout; the file is written whole or not at all."),
)
