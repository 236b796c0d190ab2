"""The last line of a screen: the keys most used there, as many as fit; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from policydiff.messages import _
from policydiff_tui.actions import Command
from policydiff_tui.typeset.cells import cell_width


class KeyBar(Widget):
    """Draws commands; the last one (help) always has its place."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; link-style: none; link-color: $foreground; }
    KeyBar > .keybar--key { color: $text-accent; text-style: bold; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key"}

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.bar]

    def render(self) -> Text:
        """As many commands as there is room for."""
        *others, last = self._commands
        room = self.size.width - _cells(last)
        line = Text(no_wrap=True)
        for command in others:
            room -= _cells(command)
            if room < 0:
                break
            self._add(line, command)
        self._add(line, last)
        return line

    def _add(self, line: Text, command: Command) -> None:
        action = command.action if command.action.startswith("app.") else f"screen.{command.action}"
        click = Style(meta={"@click": action})
        key = self.get_component_rich_style("keybar--key", partial=True)
        line.append(f" {command.shown_key}", key + click)
        line.append(f" {_(command.label)} ", click)


def _cells(command: Command) -> int:
    return cell_width(command.shown_key) + cell_width(_(command.label)) + 3
