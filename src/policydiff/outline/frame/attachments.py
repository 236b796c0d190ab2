"""The list of attachments (附件说明) between a document's text and its signature."""

from __future__ import annotations

import re

_REACH_CHARS = 1200
_LONGEST_LIST_CHARS = 400
_MARK = re.compile(r"附[ \u3000]*件[ ]?(?:(?P<n>\d{1,2})[ ]?)?[：:]")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})[.．、](?!\d)")


def attachments_before(text: str, body: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where the list right before ``end`` begins, and the titles it names; ``end`` itself where there is none."""
    marks = _marks(text, body, end)
    if not marks or text[marks[0].start() - 1 : marks[0].start()] in ("（", "(", "见"):
        return end, ()
    stops = [*(mark.start() for mark in marks[1:]), end]
    titles = [
        title for mark, stop in zip(marks, stops, strict=True) for title in _titles_listed(text[mark.end() : stop])
    ]
    return marks[0].start(), tuple(titles)


def _marks(text: str, body: int, end: int) -> list[re.Match[str]]:
    """``附件：``, or ``附件1：`` and those behind it, with nothing but titles up to ``end``."""
    run: list[re.Match[str]] = []
    for mark in reversed(list(_MARK.finditer(text, max(body, end - _REACH_CHARS), end))):
        inside = text[mark.end() : run[0].start() if run else end]
        if re.search("[。；！？]", inside.strip()) or len(inside) > _LONGEST_LIST_CHARS:
            break
        run.insert(0, mark)
        if not mark["n"] or mark["n"] == "1":
            break
    return run


def _titles_listed(text: str) -> list[str]:
    """``1.甲2.乙`` → two titles."""
    flat = re.sub(r"\s*\n\s*", "\n", text).strip()
    starts: list[re.Match[str]] = []
    for m in _NUMBERED.finditer(flat):
        if int(m[1]) == len(starts) + 1:
            starts.append(m)
    if not starts:
        return [flat.replace("\n", "")] if flat else []
    stops = [*(m.start() for m in starts[1:]), len(flat)]
    return [flat[m.end() : stop].strip().replace("\n", "") for m, stop in zip(starts, stops, strict=True)]
