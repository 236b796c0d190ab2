"""Counters ``12、`` before pieces of equal length into which a site cut the text (damage class D2).

Real numbered lists are told apart by two facts: pieces are equally long, and they end in mid-sentence.
"""

from __future__ import annotations

import re
from statistics import median

from policydiff.repair.finding import Finding

KIND = "chunk_counter"

_COUNTER = re.compile(r"^(\d{1,6})、", re.M)
_SENTENCE_END = '。！？!?；;：:”"」）)'
_WIDTH_SLACK_CHARS = 6
_SHORTEST_PIECE_CHARS = 40


def find(text: str) -> list[Finding]:
    """All counters, with the line break before each, or none."""
    lines = _lines(text)
    if len(lines) < 3 or any(m is None or int(m[1]) != k for k, (m, _) in enumerate(lines, 1)):
        return []
    bodies = [body for _, body in lines]
    if not _cut_by_length(bodies):
        return []
    found = []
    for k, (match, _) in enumerate(lines):
        assert match is not None
        start = _line_break_before(text, match.start()) if k else match.start()
        found.append(Finding(start, match.end(), "", 1.0))
    return found


def _lines(text: str) -> list[tuple[re.Match[str] | None, str]]:
    """(counter, rest) per non-empty line."""
    result = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            match = _COUNTER.match(text, position)
            result.append((match, line[match.end() - position :] if match else line))
        position += len(line) + 1
    return result


def _line_break_before(text: str, start: int) -> int:
    while start > 0 and text[start - 1] in "\n \t":
        start -= 1
    return start


def _cut_by_length(bodies: list[str]) -> bool:
    """Equal lengths but for the last piece (it takes the rest), and most ends in mid-sentence (domain rule D2)."""
    full = bodies[:-1]
    width = median(map(len, full))
    even = sum(abs(len(body) - width) <= _WIDTH_SLACK_CHARS for body in full) >= 0.95 * len(full)
    unfinished = sum(not body.rstrip().endswith(tuple(_SENTENCE_END)) for body in full)
    return width >= _SHORTEST_PIECE_CHARS and even and unfinished >= 0.5 * len(full)
