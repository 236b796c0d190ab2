"""What the application remembers between two runs: a small JSON file in the user's state folder.

Invariant: a file that is missing, damaged or of another version is as good as none; failing to write is no trouble.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

ENVIRONMENT = "POLICYDIFF_STATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """``last`` are the ids of the documents compared last; ``arrangement`` is empty for “by width”; ``dim`` is
    whether boilerplate is dimmed."""

    theme: str = ""
    language: str = ""
    arrangement: str = ""
    signs: bool = False
    dim: bool = False
    outline: bool = True
    details: bool = True
    tree: bool = True
    preview: bool = True
    unit: str = "char"
    preset: str = "balanced"
    last: tuple[str, ...] = ()
    folder: str = ""


def default_path() -> Path:
    """Where the state is kept when nobody says."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_state_dir("policydiff", appauthor=False)) / "application.json"


def load(path: Path) -> State:
    """The state kept at ``path``; what makes no sense in it is left out."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return State()
    if not isinstance(found, dict):
        return State()
    return replace(State(), **{f.name: value for f in fields(State) if (value := _sensible(f.name, found)) is not None})


def _sensible(name: str, found: dict[str, Any]) -> Any:
    """The value of a field, if it is of the kind it should be."""
    value, kind = found.get(name), type(getattr(State(), name))
    if kind is tuple and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return value if isinstance(value, kind) else None


def save(path: Path, state: State) -> None:
    """Keep ``state`` at ``path``; where that cannot be, it is forgotten."""
    from policydiff import atomic

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, json.dumps(asdict(state), ensure_ascii=False, indent=1).encode())
