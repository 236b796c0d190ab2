"""What a reading process gives up before it sees a file: the network, other programs, endless memory and time.

Each measure is taken as far as the system offers it; the audit hook works everywhere.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Any

from policydiff.read.limits import MEMORY_BYTES

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "pty.",
    "ftplib.",
)
"""Audit events (https://docs.python.org/3/library/audit_events.html) of networks and of other programs."""

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of ``<sched.h>``: a network namespace without any device."""


def confine() -> None:
    """Give up the network, other programs and unlimited memory, for good."""
    _leave_networks()
    _limit("RLIMIT_AS", MEMORY_BYTES)
    _limit("RLIMIT_CORE", 0)
    sys.addaudithook(_refuse)


def allow_seconds(seconds: float) -> None:
    """Let the process use so much more processor time; past that the system stops it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        end = int(used.ru_utime + used.ru_stime + seconds) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (end, hard))


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader may not use {event}")


def _leave_networks() -> None:
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None, use_errno=True).unshare(_NEW_USER | _NEW_NETWORK)


def _limit(name: str, value: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import resource

        which = getattr(resource, name)
        _, hard = resource.getrlimit(which)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, hard))
