"""Write the key tables of docs/tui.md from the application's registry of actions.

    python tools/tui_keys.py [--check]

Between ``<!-- keys ROOM -->`` and ``<!-- end -->`` stands the table of a screen; everything else is written by hand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from policydiff import messages
from policydiff.messages import _
from policydiff_tui.actions import EVERYWHERE, ROOMS, Command, key_name

MANUAL = Path(__file__).parents[1] / "docs" / "tui.md"
PLACE = re.compile(r"(<!-- keys (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(commands: tuple[Command, ...]) -> str:
    """Keys, what they do in Chinese, and in English."""
    rows = ["| 按键 | 作用 | what it does |", "|---|---|---|"]
    for command in commands:
        messages.use("zh")
        keys = " ".join(f"`{key_name(key)}`" for key in command.keys.split(","))
        rows.append(f"| {keys} | {_in('zh', command.about)} | {_in('en', command.about)} |")
    return "\n".join(rows) + "\n"


def _in(language: messages.Language, text: str) -> str:
    messages.use(language)
    return _(text)


def written(manual: str) -> str:
    """``manual`` with every table as the registry has it."""
    rooms = {**ROOMS, "everywhere": EVERYWHERE}
    return PLACE.sub(lambda found: found[1] + table(rooms[found[2]]) + found[3], manual)


def main(arguments: list[str]) -> int:
    """Write the tables, or with ``--check`` only look; 1 where they are not current."""
    now = MANUAL.read_text(encoding="utf-8")
    current = written(now)
    if "--check" not in arguments:
        MANUAL.write_text(current, encoding="utf-8")
        return 0
    if current != now:
        print("docs/tui.md is not current: run make docs", file=sys.stderr)
    return int(current != now)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
