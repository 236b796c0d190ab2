"""``policydiff.timeline/1``: how alike the versions of a work are, and the same as a table."""

from __future__ import annotations

from typing import Any

from policydiff.export.printing import csv_text, json_text, rounded
from policydiff.model import Timeline

SCHEMA = "policydiff.timeline/1"


def timeline_json(timeline: Timeline) -> str:
    """The timeline as JSON."""
    return json_text(timeline_value(timeline))


def timeline_value(timeline: Timeline) -> dict[str, Any]:
    """The contract's value of a timeline."""
    return {
        "schema": SCHEMA,
        "measure": timeline.measure,
        "steps": [
            {
                "id": step.label.id,
                "title": step.label.title,
                "date": step.label.date,
                "to_previous": None if step.to_previous is None else rounded(step.to_previous),
                "to_first": rounded(step.to_first),
            }
            for step in timeline.steps
        ],
    }


def timeline_csv(timeline: Timeline) -> str:
    """A row per version: its id, title and date, its similarity to the version before and to the first."""
    steps = timeline_value(timeline)["steps"]
    return csv_text([("id", "title", "date", "to_previous", "to_first"), *(step.values() for step in steps)])
