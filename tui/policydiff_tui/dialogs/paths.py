"""A line for a path, completed as one types: Tab or → takes what is offered."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input


class PathSuggester(Suggester):
    """Offers the first file or folder whose name begins so."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The completed path, folders with a slash."""
        return completed(value)


def completed(value: str) -> str | None:
    """``value`` completed to the first path there is; None where there is none or it is complete."""
    folder, _slash, start = value.rpartition("/")
    place = Path(f"{folder}/" if _slash else ".").expanduser()
    try:
        names = sorted(
            (item.name, item.is_dir()) for item in place.iterdir() if item.name.startswith(start) and item.name != start
        )
    except OSError:
        return None
    shown = [item for item in names if not item[0].startswith(".") or start.startswith(".")]
    if not start or not shown:
        return None
    name, is_folder = shown[0]
    return f"{value[: len(value) - len(start)]}{name}{'/' if is_folder else ''}"


class PathInput(Input):
    """An input that completes paths."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    def __init__(self, value: str, *, id: str | None = None) -> None:
        super().__init__(value, suggester=PathSuggester(), id=id, select_on_focus=False)

    def action_complete(self) -> None:
        """Take what is offered; nothing offered: on to the next field."""
        offered = completed(self.value)
        if offered is None:
            self.screen.focus_next()
        else:
            self.value = offered
            self.cursor_position = len(offered)
