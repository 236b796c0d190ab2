"""The word lists of the wording table, from ``lexicon.toml`` and a user's own file laid over it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from policydiff.errors import UnreadableFile
from policydiff.messages import _

LISTS = ("stop", "edge", "intensifiers")


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """Words by strength: ``steps[k]`` holds the words of step k, weakest first; ``titles`` its name by language."""

    name: str
    titles: Mapping[str, str]
    steps: tuple[tuple[str, ...], ...]

    @cached_property
    def step_of(self) -> Mapping[str, int]:
        """The step each word stands on."""
        return {word: step for step, words in enumerate(self.steps) for word in words}


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Words no frequency table lists, words no phrase begins or ends with, intensifiers, and the ladders."""

    stop: frozenset[str]
    edge: frozenset[str]
    intensifiers: frozenset[str]
    ladders: tuple[Ladder, ...]


@cache
def lexicon(path: Path | None = None) -> Lexicon:
    """The shipped word lists, with those of the TOML file at ``path`` laid over them.

    Raises `UnreadableFile` where the file cannot be read or has another form.
    """
    raw = tomllib.loads(files("policydiff.insight.wording").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return _built(raw if path is None else _laid_over(raw, _read(path)))


def _read(path: Path) -> dict[str, Any]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        _built(_laid_over(dict.fromkeys(LISTS, "") | {"ladders": {}}, raw))
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise UnreadableFile(
            _("The lexicon “{path}” cannot be used.").format(path=path),
            cause=getattr(error, "strerror", None) or str(error) or type(error).__name__,
            fix=_("Write lists “stop”, “edge”, “intensifiers” and ladders with “steps”, as the manual shows."),
        ) from None
    return raw


def _laid_over(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    lists = {name: f"{base[name]} {_words(more.get(name, ''))}" for name in LISTS}
    return {**lists, "ladders": {**base["ladders"], **more.get("ladders", {})}}


def _words(value: Any) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _built(raw: Mapping[str, Any]) -> Lexicon:
    ladders = tuple(
        Ladder(
            name=name,
            titles={language: str(value[language]) for language in ("zh", "en") if language in value},
            steps=tuple(tuple(_words(step).split()) for step in value["steps"]),
        )
        for name, value in raw["ladders"].items()
    )
    stop, edge, intensifiers = (frozenset(raw[name].split()) for name in LISTS)
    return Lexicon(stop=stop, edge=edge, intensifiers=intensifiers, ladders=ladders)
