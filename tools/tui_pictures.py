"""Pictures of the application for README and manual, taken from the application itself on the bundled corpus.

    python tools/tui_pictures.py          writes docs/images/tui-*.svg

Running this twice changes nothing.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from policydiff import messages
from policydiff.library import Library
from policydiff.outline import parse
from policydiff.read import read
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.themes import CONTRAST, DARK, LIGHT
from policydiff_tui.work.session import Session

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
REGIONS = ("京大数据发〔2021〕1号", "津政办发〔2021〕52号")
YEARS = ("鲁政办字〔2020〕136号", "数字强省办发〔2022〕5号")
PAUSE_SECONDS = 0.4
"""Longer than the pauses the application makes while one types."""


class Scene(NamedTuple):
    """A picture's name, the size of its screen, the keys that lead there, the documents compared, and its theme."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str]
    pair: tuple[str, str] | None = None
    theme: str = DARK.name


SCENES = (
    Scene("library", (140, 32), ("down", "down", "down", "down", "down", "down", "down", "down")),
    Scene("compare", (150, 40), ("n", "n"), REGIONS),
    Scene("compare-light", (150, 40), ("n", "m"), REGIONS, LIGHT.name),
    Scene("compare-small", (80, 24), ("n", "n"), REGIONS, CONTRAST.name),
    Scene("insight", (150, 36), ("I",), YEARS),
    Scene("reader", (120, 32), ("slash", *"北京", "enter", "enter"), theme=LIGHT.name),
    Scene("matrix", (150, 26), ("m", "o", "number_sign")),
    Scene("search", (120, 28), ("s", *"推进数据共享开放", "tab")),
    Scene("export", (110, 34), ("n", "E", "down", "tab"), REGIONS),
    Scene("help", (120, 48), ("f1",), REGIONS),
)


async def taken(scene: Scene, folder: Path) -> str:
    """The picture as SVG."""
    session = Session(folder)
    session.__dict__["library"] = Library(folder)
    documents = (session.document(scene.pair[0]), session.document(scene.pair[1])) if scene.pair else None
    app = PolicyDiffApp(session, documents, state_path=folder / "state.json", language="zh")
    app.theme = scene.theme
    async with app.run_test(size=scene.size, notifications=False) as pilot:
        await _rest(app)
        await pilot.pause(PAUSE_SECONDS)
        for key in scene.keys:
            await pilot.press(key)
            await _rest(app)
        await pilot.pause(PAUSE_SECONDS)
        await _rest(app)
        await pilot.pause(PAUSE_SECONDS)
        return app.export_screenshot(title="policydiff")


async def _rest(app: PolicyDiffApp) -> None:
    await app.workers.wait_for_complete()
    await asyncio.sleep(0.05)


def main(names: Sequence[str]) -> int:
    """Take the pictures named, or all."""
    messages.use("zh")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        library = Library(folder)
        for source in sorted((ROOT / "corpus" / "sources").iterdir()):
            for document in parse(read(source)).documents:
                library.add(document)
        library.close()
        for scene in SCENES:
            if not names or scene.name in names:
                (folder / "state.json").unlink(missing_ok=True)
                picture = asyncio.run(taken(scene, folder))
                (IMAGES / f"tui-{scene.name}.svg").write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
