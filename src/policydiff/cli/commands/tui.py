"""`policydiff tui`: the terminal application, opened on one comparison."""

from __future__ import annotations
