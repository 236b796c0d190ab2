"""Pictures of the screens over arrangement, mode, theme and language; ``pytest --snapshot-update`` takes them anew.

They are kept as text with a code for each style, not as SVG: a change can be read in them, and they stay small.
"""

from __future__ import annotations

from itertools import groupby, product
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from policydiff import messages
from policydiff.library import Decisions
from policydiff.model import Mode
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.desk.options import Options
from policydiff_tui.screens.compare import CompareScreen
from policydiff_tui.themes import THEMES
from policydiff_tui.typeset.line import Arrangement
from policydiff_tui.work.session import Outcome
from tests import samples
from tests.tui.conftest import Play, rest

GOLDEN = Path(__file__).parent / "snapshots"
CODES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def drawn(app: PolicyDiffApp) -> str:
    """The screen's text, then the same cells as codes of styles, then what the codes stand for."""
    lines, codes = [], []
    known: dict[str, str] = {}
    for strip in app.screen._compositor.render_strips():
        lines.append("".join(segment.text for segment in strip).rstrip())
        row = ""
        for segment in strip:
            style = str(segment.style) if segment.style else ""
            style = style.partition(" meta")[0]
            row += known.setdefault(style, CODES[len(known) % len(CODES)]) * segment.cell_length
        codes.append(row)
    legend = [f"{code} {style}" for style, code in known.items()]
    return "\n".join([*lines, "", *_squeezed(codes), "", *legend, ""])


def _squeezed(codes: list[str]) -> list[str]:
    """Runs of equal codes as a count and the code: ``12a3b``."""
    return ["".join(f"{len(list(group))}{code}" for code, group in groupby(row)) for row in codes]


def differs(name: str, found: str, update: bool) -> bool:
    """Whether the golden file says otherwise; if so, what was found is written beside it."""
    golden = GOLDEN / f"{name}.txt"
    if update:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
        golden.with_suffix(".actual").unlink(missing_ok=True)
        return False
    if golden.exists() and golden.read_text(encoding="utf-8") == found:
        return False
    golden.with_suffix(".actual").write_text(found, encoding="utf-8", newline="\n")
    return True


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether pictures are to be taken anew."""
    return bool(request.config.getoption("--snapshot-update", default=False))


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_compare(play: Play, update: bool, language: messages.Language) -> None:
    """One application draws arrangement after arrangement, mode after mode, theme after theme."""
    wrong: list[str] = []

    async def steps(app: PolicyDiffApp, pilot: Pilot[Any]) -> None:
        for arrangement, mode in product(Arrangement, Mode):
            app.remember(arrangement=str(arrangement))
            await app.push_screen(CompareScreen(_outcome(mode)))
            for theme in THEMES:
                app.theme = theme.name
                await rest(app)
                name = f"compare-{arrangement}-{mode}-{theme.name.removeprefix('policydiff-')}-{language}"
                if differs(name, drawn(app), update):
                    wrong.append(name)
            app.pop_screen()

    play(steps, size=(100, 30), language=language)
    assert not wrong, f"drawn differently: compare the .txt and .actual files of these in {GOLDEN}"


def _outcome(mode: Mode) -> Outcome:
    return Outcome(
        comparison=samples.comparison(mode), options=Options(mode=str(mode)), decisions=Decisions(), remarks={}
    )
