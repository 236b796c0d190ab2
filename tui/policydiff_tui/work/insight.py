"""What two documents set, say and take over, found in a thread; and the files it can be written to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from policydiff.messages import _
from policydiff.model import Comparison
from policydiff_tui.work.exporting import Formats, Target

if TYPE_CHECKING:
    from policydiff.insight.overview import Overview
    from policydiff.model.origins import Origins
    from policydiff.model.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """The facts of both documents joined, how the wording moved, and where the new text comes from."""

    comparison: Comparison
    overview: Overview
    wording: Wording
    origins: Origins


def insight(comparison: Comparison) -> Insight:
    """Everything there is to be found."""
    from policydiff.insight.origins import origins
    from policydiff.insight.overview import joined
    from policydiff.insight.wording import wording

    return Insight(
        comparison=comparison,
        overview=joined(comparison),
        wording=wording(comparison),
        origins=origins(comparison.new, [comparison.old]),
    )


def insight_formats(found: Insight, kind: str) -> Formats:
    """How a ``kind`` of findings (facts, wording, origins) can be written."""
    from policydiff.export import origins_json, targets_json, wording_json

    facts, wording, origins = found.overview, found.wording, found.origins
    as_csv, as_json = {
        "facts": (partial(targets_json.targets_csv, facts), partial(targets_json.targets_json, facts)),
        "wording": (partial(wording_json.wording_csv, wording), partial(wording_json.wording_json, wording)),
        "origins": (partial(origins_json.origins_csv, origins), partial(origins_json.origins_json, origins)),
    }[kind]
    return {
        ".csv": Target(_("CSV, a line per row"), (), lambda _given: as_csv().encode("utf-8-sig")),
        ".json": Target(_("JSON, everything, for programs"), (), lambda _given: as_json().encode("utf-8")),
    }
