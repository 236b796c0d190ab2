"""A table of contents without page numbers: lines of labels that stand again further below.

Those with page numbers are damage of a printed page and taken out before: see `policydiff.repair.contents`.
"""

from __future__ import annotations

import re

from policydiff.outline.decimals import LINE
from policydiff.outline.labels import Style, label_at

_HEAD_REACH_CHARS = 4000
_FEWEST_WITHOUT_HEAD = 3
_HEAD = re.compile(r"^[ \u3000]*目[ \u3000]*[录次][ \u3000]*$", re.M)
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def find(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The table's range in ``[start, end)``, behind 目录 or at the beginning; nothing where there is none."""
    head = _HEAD.search(text, start, min(end, start + _HEAD_REACH_CHARS))
    lines, stop = _labelled_lines(text, head.end() if head else start, end)
    if not lines or (head is None and len(lines) < _FEWEST_WITHOUT_HEAD):
        return []
    again = lines[0] in re.sub(r"[ \t\u3000]", "", text[stop:end])
    return [(head.start() if head else start, stop)] if again else []


def _labelled_lines(text: str, start: int, end: int) -> tuple[list[str], int]:
    """Lines in a row that begin with labels of 编, 章 and 节, each printed once, and where they end."""
    lines: list[str] = []
    stop = start
    for line in _LINE.finditer(text, start, end):
        bare = re.sub(r"\s", "", line[0])
        label = label_at(bare)
        chapter = label is not None and label.style <= Style.SUBCHAPTER
        if not (chapter or LINE.match(line[0])) or bare in lines:
            break
        lines.append(bare)
        stop = line.end()
    return lines, stop
