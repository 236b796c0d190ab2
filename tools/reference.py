"""Write docs/cli.md, the command reference, from the commands themselves.

python tools/reference.py            writes it
python tools/reference.py --check    exits 1 where it is not current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from policydiff import messages
from policydiff.cli.help import Context
from policydiff.cli.main import COMMANDS, PROGRAM, cli, speak

TARGET = Path(__file__).parents[1] / "docs" / "cli.md"
WIDTH = 88

INTRODUCTION = """\
# 命令参考 · Command reference

由 `make docs` 从程序自身生成，请勿手改。Generated from the program itself by `make docs`; do not edit.

退出码：`diff` 无差异 0、有差异 1、出错 2；其他命令成功 0、出错 2。
Exit codes: `diff` 0 no differences, 1 differences, 2 trouble; all other commands 0, or 2 for trouble.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *_sections()])


def _sections() -> Iterator[str]:
    top = Context(cli, info_name=PROGRAM, terminal_width=WIDTH, help_option_names=["-h", "--help"])
    yield _section(PROGRAM, cli, top)
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        yield _section(f"{PROGRAM} {name}", command, Context(command, parent=top, info_name=name, terminal_width=WIDTH))


def _section(title: str, command: click.Command, context: click.Context) -> str:
    blocks = [f"## {title}\n"]
    for language in messages.LANGUAGES:
        speak(language)
        blocks.append(f"```text\n{command.get_help(context)}\n```\n")
    return "\n".join(blocks)


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    text = reference()
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
        return 0
    print("docs/cli.md is not current: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
