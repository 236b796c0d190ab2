"""How much of a file is read at most. What goes beyond is refused with a message, never cut off silently."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MAX_BYTES = 128 * MEGABYTE
"""The largest file read, of any type: scanned books of a thousand pages stay below it."""

MAX_TEXT_BYTES = 32 * MEGABYTE
"""The largest text file: some ten million characters, more than any year's collected gazette."""

MAX_PAGES = 5_000
"""Pages of one document; the longest five-year plan has some two hundred."""

MAX_DEPTH = 200
"""How deep elements may nest (tables in tables, divisions in divisions); what people write stays below thirty."""

MAX_EXPANDED_BYTES = 512 * MEGABYTE
"""What a compressed file may unpack to altogether."""

MAX_MEMBER_BYTES = MAX_BYTES
"""What one member of an archive may unpack to."""

MAX_RATIO, RATIO_COUNTS_FROM = 200, 16 * MEGABYTE
"""How many times its size a compressed file may unpack to, once that is this many bytes: texts reach some 20."""

MAX_MEMBERS = 10_000
"""Members of an archive, those of archives inside it included."""

MAX_NESTING = 3
"""Archives inside archives."""

CPU_SECONDS = 240
"""Processor time that one file may take; the longest report of the measurements takes a tenth."""

WALL_SECONDS = 900
"""The same by the clock, for a reader that waits for something that never comes."""

MEMORY_BYTES = 3 * 1024 * MEGABYTE
"""Address space of the process that reads risky files (several times what it really uses)."""

CONVERSION_SECONDS = 180
"""How long LibreOffice may take for one file."""
