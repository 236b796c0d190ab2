"""What was said for the whole program and must be known before its command line is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.messages import LANGUAGES, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Early:
    """The language of messages and whether tracebacks are wanted, for errors of parsing too."""

    language: Language | None
    debug: bool


def early(arguments: Sequence[str]) -> Early:
    """Look for ``--lang`` and ``--debug`` anywhere before ``--``."""
    own = arguments[: list(arguments).index("--")] if "--" in arguments else arguments
    values = [value for name, value in pairwise(own) if name == "--lang"]
    values += [a.removeprefix("--lang=") for a in own if a.startswith("--lang=")]
    return Early(
        language=next((language for language in LANGUAGES if language in values), None),
        debug="--debug" in own,
    )
