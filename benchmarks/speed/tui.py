"""How quickly the application paints: a comparison of two long documents, the next change, a page; and how it starts.

    python -m benchmarks.speed.tui [--entries 1000 20000]     prints and writes benchmarks/results/speed-tui.md

The documents are made here: two versions of a law of 80,000 characters each, 400 articles, of which a fifth changed.
Painting is measured inside the running application, from the key to the end of the screen's next update, without a
terminal's own time. Starting is measured as a process, from its first line to the library screen filled.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import defaultdict
from pathlib import Path
from typing import Any

from policydiff.model import Document, Level, Origin, Section, Span

RESULT = Path(__file__).parents[1] / "results" / "speed-tui.md"
CHARACTERS = 80_000
ARTICLES = 400
WORDS = (
    "数据", "平台", "建设", "管理", "部门", "应当", "依法", "公民", "组织", "服务", "信息", "安全", "规定", "办理",
    "申请", "机关", "人民政府", "有关", "责任", "监督", "检查", "期限", "材料", "审查", "决定", "公开", "保护", "支持",
)  # fmt: skip
SIZE = (160, 50)
BETWEEN_SECONDS = 0.02
"""Between two keys: nobody presses them quicker."""

TURNS = 4
"""Down and up again so often; what the first turn fills (caches of limited size) is not counted."""
START = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from policydiff_tui.app import PolicyDiffApp
from policydiff_tui.screens.library import LibraryScreen
from policydiff_tui.work.session import Session
import asyncio
class Timed(LibraryScreen):
    pass
async def main():
    app = PolicyDiffApp(Session(Path(sys.argv[1])), state_path=Path(sys.argv[1]) / "state.json")
    async with app.run_test(size=(160, 50)) as pilot:
        while not (isinstance(app.screen, LibraryScreen) and app.screen.shown):
            await asyncio.sleep(0.005)
        await pilot.pause()
        print(time.perf_counter() - began, time.process_time(), len(app.screen.shown))
asyncio.run(main())
"""


def law(seed: int, changed: float) -> Document:
    """A law; of its articles the share ``changed`` differs from that of share 0."""
    chance, change = random.Random(seed), random.Random(seed + 1)
    length = CHARACTERS // ARTICLES
    articles = []
    for number in range(1, ARTICLES + 1):
        words: list[str] = []
        while sum(map(len, words)) < length - 12:
            words.append(chance.choice(WORDS) + ("，" if chance.random() < 0.12 else ""))
        if change.random() < changed:
            for _edit in range(4):
                words[change.randrange(len(words))] = change.choice(WORDS)
        text = "".join(words) + "。"
        articles.append(
            Section(id=str(number), label=f"第{number}条", heading="", text=text, span=Span(start=0, end=1))
        )
    origin = Origin(name="law.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8")
    return Document(
        id=f"law-{seed}-{int(100 * changed)}",
        title="某某法",
        span=Span(start=0, end=1),
        origin=origin,
        region="国家",
        level=Level.CENTRAL,
        sections=tuple(articles),
    )


async def painting(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of first paint, next change and page, and bytes gained while scrolling on."""
    from textual import events

    from policydiff_tui.app import PolicyDiffApp
    from policydiff_tui.desk.options import Options
    from policydiff_tui.screens.compare import CompareScreen
    from policydiff_tui.work.session import Session

    session = Session(folder)
    outcome = session.compare(law(1, 0.0), law(1, 0.2), Options())
    app = PolicyDiffApp(session, state_path=folder / "state.json")
    taken: dict[str, list[float]] = defaultdict(list)
    taken["yardstick"] += yardstick()
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        for _round in range(3):
            began, worked = time.perf_counter(), time.process_time()
            screen = CompareScreen(outcome)
            await app.push_screen(screen)
            await painted(screen)
            taken["first paint"].append(time.perf_counter() - began)
            taken["first paint CPU"].append(time.process_time() - worked)
            await pilot.pause(0.2)
            if _round < 2:
                await app.pop_screen()
        for key, name in (("n", "next change"), ("pagedown", "page down")):
            if name == "page down":
                await pilot.press("Z")
                screen.view.focus()
                screen.view.reveal(0)
                await pilot.pause(0.1)
            for _number in range(rounds):
                before, worked = (screen.block, screen.view.scroll_y), time.process_time()
                began = time.perf_counter()
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                while (screen.block, screen.view.scroll_y) == before and time.perf_counter() - began < 1:
                    await asyncio.sleep(0)
                await painted(screen)
                taken[name].append(time.perf_counter() - began)
                taken[f"{name} CPU"].append(time.process_time() - worked)
                await asyncio.sleep(BETWEEN_SECONDS)
        taken["yardstick"] += yardstick()
        tracemalloc.start()
        for _turn in range(TURNS):
            for key in ("pagedown", "pageup"):
                for _number in range(rounds):
                    app.post_message(events.Key(key, None))
                    await pilot.pause()
            taken["bytes"].append(float(tracemalloc.get_traced_memory()[0]))
        tracemalloc.stop()
    return taken


def yardstick() -> tuple[float, float]:
    """Wall and CPU milliseconds of a fixed piece of pure Python: equal where nobody else works on the machine."""
    began, worked = time.perf_counter(), time.process_time()
    sum(number * number for number in range(2_000_000))
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)


async def painted(screen: Any) -> None:
    """Until the screen has no line left to draw."""
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()


def started(count: int) -> tuple[float, float]:
    """Median seconds of clock and CPU from a process's first line to the library screen with ``count`` documents."""
    from policydiff.library import Library

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with Library(folder) as library:
            filled(folder, count)
            library.entries()
        environment = {**os.environ, "POLICYDIFF_LIBRARY": place}
        taken = []
        for _round in range(5):
            done = subprocess.run(
                (sys.executable, "-c", START, place), env=environment, capture_output=True, text=True, check=True
            )
            seconds, worked, shown = done.stdout.split()[-3:]
            assert int(shown) >= count, done.stdout
            taken.append((float(seconds), float(worked)))
        return statistics.median(t[0] for t in taken), statistics.median(t[1] for t in taken)


def filled(folder: Path, count: int) -> None:
    """Write ``count`` small library files."""
    from dataclasses import replace

    from policydiff.library import files, markdown

    base = law(2, 0.0)
    small = replace(base, sections=base.sections[:2])
    for number in range(count):
        document = replace(small, id=f"doc-{number:05d}", title=f"第{number}号办法", region=f"地区{number % 40}")
        (folder / files.name(document.id)).write_text(markdown.dump(document), encoding="utf-8")


def table(taken: dict[str, list[float]], starts: dict[int, tuple[float, float]]) -> str:
    """The result as Markdown."""

    def shown(name: str) -> str:
        values = sorted(taken[name])
        worked = sorted(taken[f"{name} CPU"])
        high, high_worked = (found[int(0.95 * (len(found) - 1))] for found in (values, worked))
        return " | ".join(
            f"{1000 * seconds:.0f}"
            for seconds in (statistics.median(values), high, statistics.median(worked), high_worked)
        )

    limits = {"first paint": 300, "next change": 50, "page down": 30}
    rows = [f"| {name} | {shown(name)} | {limit} |" for name, limit in limits.items()]
    wall, work = taken["yardstick"][0::2], taken["yardstick"][1::2]
    grown = (taken["bytes"][-1] - taken["bytes"][0]) / 1024
    begun = [f"| {count:,} documents | {seconds:.2f} | {worked:.2f} |" for count, (seconds, worked) in starts.items()]
    return "\n".join(
        [
            "# Speed of the application",
            "",
            f"`python -m benchmarks.speed.tui`: two versions of a law of {CHARACTERS:,} characters, "
            f"{ARTICLES} articles, "
            f"{SIZE[0]} × {SIZE[1]} cells, Python {platform.python_version()}, {os.cpu_count()} cores.",
            "",
            "| | median ms | 95 % ms | median CPU ms | 95 % CPU ms | asked ms |",
            "|---|---:|---:|---:|---:|---:|",
            *rows,
            "",
            f"A fixed piece of pure Python, measured before and after, took {wall[0]:.0f} and {wall[1]:.0f} ms "
            f"({work[0]:.0f} and {work[1]:.0f} ms of CPU); the load of the machine was {os.getloadavg()[0]:.1f}.",
            "",
            f"Memory gained by paging down and up {TURNS - 1} times more after the first: {grown:.0f} KiB.",
            "",
            "| start to the library filled, indexed | s | CPU s |",
            "|---|---:|---:|",
            *begun,
            "",
        ]
    )


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--entries", type=int, nargs="*", default=[1_000, 20_000])
    parser.add_argument("--rounds", type=int, default=40)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        taken = asyncio.run(painting(Path(place), chosen.rounds))
    text = table(taken, {count: started(count) for count in chosen.entries})
    print(text)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
