"""The program's side: one reading process, kept for the next file, started again where it was stopped."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import BinaryIO, cast

from policydiff import messages
from policydiff.errors import InputError, NotText
from policydiff.messages import _
from policydiff.model import Source
from policydiff.read.kinds import Kind
from policydiff.read.limits import CPU_SECONDS, WALL_SECONDS
from policydiff.read.sandbox import wire

_COMMAND = (sys.executable, "-P", "-m", "policydiff.read.sandbox.worker")


class Worker:
    """A reading process, which ``command`` starts; ``read`` may be called from any thread, one call at a time."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._overdue = False

    @property
    def process_id(self) -> int | None:
        """The running process; None where there is none."""
        return self._process.pid if self._process is not None else None

    def read(
        self, data: bytes, kind: Kind, name: str, *, cpu: float = CPU_SECONDS, wall: float = WALL_SECONDS
    ) -> Source:
        """What the reader of ``kind`` makes of ``data``.

        Raises InputError: the reader's own, or one that says that it was stopped after ``cpu`` seconds of processor
        time or ``wall`` seconds by the clock, ran out of memory, or failed.
        """
        with self._lock:
            frame = {"kind": kind.name, "name": name, "language": messages.language(), "seconds": cpu}
            answer = self._asked(frame, data, wall)
            if answer is None:
                raise _stopped(overdue=self._overdue)
        if "source" in answer:
            return wire.unpacked(answer["source"])
        raise _error(answer)

    def stop(self) -> None:
        """End the process, if there is one of ours."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                cast(BinaryIO, stream).close()
        process.wait()

    def _asked(self, frame: wire.Frame, data: bytes, wall: float) -> wire.Frame | None:
        """The answer; None where the process ended without one."""
        process = self._started()
        self._overdue = False
        clock = threading.Timer(wall, self._kill, (process,))
        clock.daemon = True
        clock.start()
        try:
            wire.send(cast(BinaryIO, process.stdin), frame, data)
            received = wire.receive(cast(BinaryIO, process.stdout))
        except (OSError, ValueError):
            received = None
        except BaseException:
            self.stop()
            raise
        finally:
            clock.cancel()
        if received is None:
            self._overdue = self._overdue or _out_of_time(process)
            self.stop()
            return None
        return received[0]

    def _kill(self, process: subprocess.Popen[bytes]) -> None:
        self._overdue = True
        process.kill()

    def _started(self) -> subprocess.Popen[bytes]:
        """The running process; a new one where it ended, or where this process is a fork of the one that began it."""
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        self.stop()
        self._owner = os.getpid()
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return self._process


def _out_of_time(process: subprocess.Popen[bytes]) -> bool:
    """True where the system stopped it for the processor time it used."""
    import signal

    with contextlib.suppress(subprocess.TimeoutExpired):
        return process.wait(timeout=5) == -getattr(signal, "SIGXCPU", 0)
    return False


def _stopped(*, overdue: bool) -> InputError:
    if overdue:
        return NotText(
            _("Reading the file took too long, and was stopped."),
            cause=_("It is very large, or made so that programs hang on it."),
            fix=_("Split it, or save its text as plain text (.txt) and give that file."),
        )
    return NotText(
        _("The program that reads this type of file crashed on it."),
        cause=_("The file is damaged, or made to harm programs; nothing else was affected."),
        fix=_("Open it in its program and save a copy, or save its text as plain text (.txt)."),
    )


def _error(answer: wire.Frame) -> InputError:
    if "error" in answer:
        kind = wire.ERRORS.get(answer["error"], InputError)
        return kind(str(answer["what"]), cause=str(answer["cause"]), fix=str(answer["fix"]))
    if answer["failed"] == "memory":
        return NotText(
            _("Reading the file needs too much memory, and was stopped."),
            cause=_("It is very large, or made to fill the memory."),
            fix=_("Split it, or save its text as plain text (.txt) and give that file."),
        )
    if answer["failed"] == "depth":
        return NotText(
            _("The file is nested too deeply."),
            cause=_("No document that people write is: it is damaged, or made to harm programs."),
            fix=_("Save its text as plain text (.txt) and give that file."),
        )
    error = NotText(
        _("The file cannot be read: {reason}").format(reason=answer["failed"]),
        cause=_("It is damaged, or holds something that policydiff does not know."),
        fix=_("Open it in its program and save a copy, or save its text as plain text (.txt)."),
    )
    error.__cause__ = RuntimeError(answer.get("traceback", ""))
    return error


_shared = Worker()
atexit.register(_shared.stop)


def read(data: bytes, kind: Kind, name: str) -> Source:
    """`Worker.read`, by the process that this program keeps."""
    return _shared.read(data, kind, name)
