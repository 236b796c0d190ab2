"""The options that choose among the library's documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli.help import option
from policydiff.messages import N_, _

if TYPE_CHECKING:
    from policydiff.library import Filters

LEVELS = ("central", "ministry", "province", "city", "county")

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Period(click.ParamType[tuple[int, int]]):
    """One year or two: ``2021-2025``."""

    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The first and the last year."""
        if isinstance(value, tuple):
            return value
        match = re.fullmatch(r"\s*(\d{4})(?:\s*[-–—~至]\s*(\d{4}))?\s*年?\s*", value)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            self.fail(_("{value!r} is no period; write 2021-2025.").format(value=value), param, ctx)
        return first, last


OPTIONS = (
    option(
        "--region",
        "regions",
        multiple=True,
        metavar="REGION",
        help=N_("Only documents of this region, such as 北京; may be repeated."),
    ),
    option("--level", "levels", multiple=True, type=click.Choice(LEVELS), metavar="LEVEL", help=N_("Only this level.")),
    option("--kind", "kinds", multiple=True, metavar="KIND", help=N_("Only this kind, such as 规划 or 通知.")),
    option(
        "--year",
        "years",
        multiple=True,
        type=click.IntRange(FIRST_YEAR, LAST_YEAR),
        metavar="YEAR",
        help=N_("Only documents issued in this year."),
    ),
    option(
        "--period", type=Period(), metavar="YEARS", help=N_("Only plans for years within these, such as 2021-2025.")
    ),
    option("--search", "words", metavar="WORDS", help=N_("Only documents in which all these words stand.")),
)

NAMES = ("regions", "levels", "kinds", "years", "period", "words")


def filter_options(function: Any) -> Any:
    """Give a command the filters; it takes them as keywords and hands them to `filters`."""
    for decorate in reversed(OPTIONS):
        function = decorate(function)
    return function


def filters(chosen: dict[str, Any]) -> Filters:
    """What the filter options said."""
    from policydiff.library import Filters

    return Filters(**{**chosen, "words": tuple((chosen["words"] or "").split())})


def any_filter(chosen: dict[str, Any]) -> bool:
    """True where a filter was given."""
    return any(chosen.values())
