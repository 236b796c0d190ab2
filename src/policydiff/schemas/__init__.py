"""The JSON Schemas (draft 2020-12) of everything ``--format json`` prints, one file each."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from policydiff.errors import UsageError
from policydiff.messages import _

NAMES = ("documents", "comparison", "matrix", "timeline", "hits", "targets", "wording", "origins")
"""``schema`` is ``policydiff.NAME/1`` in the output that NAME describes."""


def schema(name: str) -> dict[str, Any]:
    """The schema called ``name``; UsageError, which lists the names, where there is none."""
    if name not in NAMES:
        raise UsageError(
            _("There is no schema “{name}”.").format(name=name),
            cause=_("There are {names}.").format(names=", ".join(NAMES)),
            fix=_("Use one of these names."),
        )
    loaded: dict[str, Any] = json.loads(
        files("policydiff.schemas").joinpath(f"{name}.json").read_text(encoding="utf-8")
    )
    return loaded
