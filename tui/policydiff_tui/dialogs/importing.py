"""Import: a path, a bar that moves, and what became of each document."""

from __future__ import annotations

import contextvars
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Button, Input, Label, ProgressBar, Static

from policydiff.errors import PolicyDiffError
from policydiff.messages import N_, _, ngettext
from policydiff.synopsis.printable import printable
from policydiff_tui.dialogs.frame import Dialog
from policydiff_tui.dialogs.panel import error_panel
from policydiff_tui.dialogs.paths import PathInput
from policydiff_tui.work.importing import Importer, Progress, Report
from policydiff_tui.work.session import Session

STAGES = {"reading": N_("reading"), "parsing": N_("repairing and outlining"), "storing": N_("storing")}
STATUSES = {
    "added": N_("added"),
    "unchanged": N_("unchanged"),
    "updated": N_("updated"),
    "renamed": N_("added under another id"),
}
PARTS = {"reading": 0.1, "parsing": 0.3, "storing": 0.9}
"""How much of a file's time is over when a stage begins, roughly."""


class ImportDialog(Dialog[tuple[str, ...]]):
    """Ends with the ids of what was stored; Escape stops what is running."""

    DEFAULT_CSS = """
    ImportDialog {
        & ProgressBar { width: 100%; height: 1; display: none; }
        & ProgressBar Bar { width: 1fr; }
        & VerticalScroll { height: auto; max-height: 12; }
        &.-running ProgressBar { display: block; }
    }
    """

    @dataclass
    class Went(Message):
        """A step further."""

        importer: Importer
        progress: Progress

    @dataclass
    class Ended(Message):
        """It is over; ``error`` where it broke off."""

        importer: Importer
        report: Report | None
        error: Exception | None = None

    def __init__(self, session: Session, folder: str = "") -> None:
        super().__init__()
        self._session = session
        self._folder = folder
        self._importer: Importer | None = None
        self._added: tuple[str, ...] = ()
        self.over = False
        self._failed = False

    def compose(self) -> ComposeResult:
        """Path, bar, report, buttons."""
        with Vertical(classes="frame") as frame:
            frame.border_title = _("Import")
            frame.border_subtitle = _("Tab: complete   Enter: read   Esc: leave")
            yield PathInput(self._folder, id="path")
            yield Label(
                _("A file (text, web page, PDF, Word) or a folder of such files."),
                classes="hint",
                id="hint",
                markup=False,
            )
            yield ProgressBar(total=1.0, show_eta=False)
            with VerticalScroll():
                yield Static(id="report", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Read"), id="read", variant="primary", compact=True)
                yield Button(_("Close"), id="close", compact=True)

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Read it."""
        self._read()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Read it, or close."""
        if event.button.id == "read":
            self._read()
        else:
            self.action_leave()

    def _read(self) -> None:
        path = self.query_one(PathInput).value.strip()
        if self._importer is not None or not path:
            return
        if self.over and not self._failed:
            self.action_leave()
            return
        self.add_class("-running")
        self.query_one(ProgressBar).update(total=1.0, progress=0)
        importer = Importer(self._session.library, lambda step: void(self.post_message(self.Went(importer, step))))
        self._importer = importer
        self._work(importer, Path(path).expanduser(), contextvars.copy_context())

    @work(thread=True)
    def _work(self, importer: Importer, path: Path, context: contextvars.Context) -> None:
        try:
            self.post_message(self.Ended(importer, context.run(importer.run, path)))
        except Exception as error:
            self.post_message(self.Ended(importer, None, error))

    def on_import_dialog_went(self, event: Went) -> None:
        """Move the bar."""
        if event.importer is not self._importer:
            return
        step = event.progress
        self.query_one(ProgressBar).update(total=float(step.total), progress=step.done + PARTS[step.stage])
        text = f"{step.done + 1}/{step.total}  {printable(step.name)}  {_(STAGES[step.stage])} …"
        self.query_one("#hint", Label).update(text)

    def on_import_dialog_ended(self, event: Ended) -> None:
        """Tell what became of it, unless nobody waits for it any more."""
        if event.importer is not self._importer:
            return
        self._importer = None
        self.over = True
        self.remove_class("-running")
        if event.report is None:
            self._failed = True
            if event.error is not None:
                self.app.push_screen(error_panel(event.error))
            return
        report = event.report
        self._failed = bool(report.failed) and not report.added
        self._added += tuple(identity for identity, _title, status in report.added if status != "unchanged")
        count = len(report.added)
        told = ngettext("{count} document", "{count} documents", count).format(count=count)
        self.query_one("#hint", Label).update(told + (f"  {_('stopped')}" if report.stopped else ""))
        self.query_one("#report", Static).update(self._told(report))
        self.query_one("#close").focus()

    def _told(self, report: Report) -> Text:
        lines = Text()
        for name, error in report.failed:
            what = error.what if isinstance(error, PolicyDiffError) else str(error)
            lines.append(f"✗ {printable(name)}: {printable(what)}\n", "bold")
            if isinstance(error, PolicyDiffError):
                lines.append("".join(f"  {printable(part)}\n" for part in (error.cause, error.fix) if part))
        for _identity, title, status in report.added:
            lines.append("✓ ").append(f"{_(STATUSES.get(status, status))}  ", "dim").append(f"{printable(title)}\n")
        if not report.added and not report.failed and not report.stopped:
            none = _("There is no file to import: folders are searched for text, web pages, PDF and Word files.")
            lines.append(none)
        return lines

    def action_leave(self) -> None:
        """Stop what is running; else close."""
        if self._importer is not None:
            self.on_import_dialog_ended(self.Ended(self._importer, self._importer.stop()))
        else:
            self.dismiss(self._added)


def void(_value: object) -> None:
    """Nothing."""
