"""Export: a format, a path, a question before anything is overwritten, and what to do with the result."""

from __future__ import annotations

import contextvars
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Label

from policydiff.messages import _
from policydiff_tui.dialogs.frame import Dialog
from policydiff_tui.dialogs.options import OptionList
from policydiff_tui.dialogs.panel import error_panel
from policydiff_tui.dialogs.paths import PathInput
from policydiff_tui.dialogs.prompt import Confirm
from policydiff_tui.widgets.linelist import LineList
from policydiff_tui.widgets.styled import StyledList
from policydiff_tui.work.exporting import Formats, write


class ExportDialog(Dialog[Path]):
    """Ends with the path written, if any."""

    DEFAULT_CSS = """
    ExportDialog LineList { height: auto; max-height: 10; background: $surface; margin: 0 0 1 0; }
    ExportDialog #done { display: none; }
    ExportDialog.-done #done { display: block; }
    """

    @dataclass
    class Ended(Message):
        """Written, or not."""

        path: Path | None
        error: Exception | None = None

    def __init__(self, title: str, name: str, formats: Formats) -> None:
        super().__init__()
        self._heading, self._stem, self._formats = title, name, formats
        self._endings = list(formats)
        self._written: Path | None = None

    def compose(self) -> ComposeResult:
        """Formats, path, buttons."""
        with Vertical(classes="frame") as frame:
            frame.border_title = self._heading
            frame.border_subtitle = _("↑↓: format   Tab: on   Space: change   Enter: write   Esc: leave")
            yield StyledList(id="formats")
            yield OptionList(id="options")
            yield PathInput(f"{self._stem}{self._endings[0]}", id="path")
            yield Label("", id="told", classes="hint", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Write"), id="write", variant="primary", compact=True)
                yield Button(_("Leave"), id="leave", compact=True)
            with Horizontal(classes="buttons", id="done"):
                yield Button(_("Open"), id="open", compact=True)
                yield Button(_("Copy path"), id="copy", compact=True)

    def on_mount(self) -> None:
        """The formats there are."""
        lines = [[(f"{ending:<14}", "strong"), (target.title, "dim")] for ending, target in self._formats.items()]
        found = self.query_one(StyledList)
        found.show(lines)
        found.styles.height = min(10, len(lines))
        found.focus()
        self._offer(0)

    def _offer(self, number: int) -> None:
        """What can be said about a format."""
        found = self.query_one(OptionList)
        found.show(self._formats[self._endings[number]].options)
        found.styles.height = min(10, found.count)
        found.display = bool(found.count)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The path takes the format's ending; its options are offered."""
        if event.list.id != "formats":
            return
        self._offer(event.index)
        field = self.query_one(PathInput)
        stem = field.value
        for ending in sorted(self._endings, key=len, reverse=True):
            if stem.lower().endswith(ending):
                stem = stem[: -len(ending)]
                break
        field.value = stem + self._endings[event.index]

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        """A format clicked twice is written."""
        self._write()

    def on_key(self, event: events.Key) -> None:
        """Enter on the formats or their options writes."""
        if event.key == "enter" and isinstance(self.focused, LineList):
            event.stop()
            self._write()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Write it."""
        self._write()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write, leave, open, copy."""
        if event.button.id == "write":
            self._write()
        elif event.button.id == "leave":
            self.dismiss(self._written)
        elif self._written is not None and event.button.id == "copy":
            self.app.copy_to_clipboard(str(self._written))
            self._say(_("The path was copied: {path}").format(path=self._written))
        elif self._written is not None:
            self._open(self._written)

    def _open(self, path: Path) -> None:
        if not webbrowser.open(path.as_uri()):
            self._say(_("Nothing here opens it: {path}").format(path=path))

    def _say(self, text: str) -> None:
        self.query_one("#told", Label).update(text)

    def _write(self) -> None:
        name = self.query_one(PathInput).value.strip()
        endings = sorted((e for e in self._endings if name.lower().endswith(e)), key=len, reverse=True)
        if not name or not endings:
            self._say(_("Give the file one of these endings: {names}").format(names=", ".join(self._endings)))
            return
        path = Path(name).expanduser().absolute()
        make = partial(self._formats[endings[0]].make, self._said(endings[0]))
        if path.is_dir():
            self._say(_("“{path}” is a folder.").format(path=path))
        elif path.exists():
            question = _("“{path}” exists. Overwrite it?").format(path=path.name)
            self.app.push_screen(
                Confirm(_("Overwrite"), question, _("Overwrite")), lambda yes: self._go(path, make, yes)
            )
        else:
            self._go(path, make, True)

    def _said(self, ending: str) -> dict[str, Any]:
        """The options chosen, where the file is to be of the format they were chosen for."""
        here = self._endings[self.query_one("#formats", StyledList).cursor]
        return self.query_one(OptionList).chosen if here == ending else {}

    def _go(self, path: Path, make: Callable[[], bytes], yes: bool | None) -> None:
        if yes:
            self._say(_("Writing …"))
            self._work(path, make, contextvars.copy_context())

    @work(thread=True)
    def _work(self, path: Path, make: Callable[[], bytes], context: contextvars.Context) -> None:
        try:
            self.post_message(self.Ended(context.run(write, path, make)))
        except Exception as error:
            self.post_message(self.Ended(None, error))

    def on_export_dialog_ended(self, event: Ended) -> None:
        """Say where it is, or why not."""
        if event.path is None:
            self._say("")
            if event.error is not None:
                self.app.push_screen(error_panel(event.error))
            return
        self._written = event.path
        self.add_class("-done")
        self._say(_("Written: {path}").format(path=event.path))
        self.query_one("#copy").focus()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(self._written)
