"""The process that reads risky files: ``python -m policydiff.read.sandbox.worker``, frames on its standard streams."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from policydiff import messages
from policydiff.errors import InputError
from policydiff.read.dispatch import reader_of
from policydiff.read.kinds import Kind
from policydiff.read.limits import CPU_SECONDS
from policydiff.read.sandbox import confinement, wire


def main() -> None:
    """Read files until nobody asks any more."""
    asked, answers = sys.stdin.buffer, _private_output()
    confinement.confine()
    while (request := wire.receive(asked)) is not None:
        frame, data = request
        confinement.allow_seconds(frame.get("seconds", CPU_SECONDS))
        messages.use(frame["language"])
        wire.send(answers, _answer(frame, data))


def _private_output() -> BinaryIO:
    """Standard output for answers alone: what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(frame: wire.Frame, data: bytes) -> wire.Frame:
    try:
        found = reader_of(Kind[frame["kind"]]).source(data, name=frame["name"])
        return {"source": wire.packed(found)}
    except InputError as error:
        kind = next((cls.__name__ for cls in type(error).__mro__ if cls.__name__ in wire.ERRORS), "InputError")
        return {"error": kind, "what": error.what, "cause": error.cause, "fix": error.fix}
    except MemoryError:
        return {"failed": "memory"}
    except RecursionError:
        return {"failed": "depth"}
    except Exception as error:  # a reader's fault, or a hostile file's: either way it costs this file only
        import traceback

        return {"failed": f"{type(error).__name__}: {error}", "traceback": traceback.format_exc()}


if __name__ == "__main__":
    main()
