"""Which documents are versions of one work, and which are the same document again."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

from policydiff.keys import key
from policydiff.library.values import Entry
from policydiff.model import Document, Table

STAGE = re.compile(
    r"[(（][^()（）]*(?:试行|暂行|征求意见稿|草案|送审稿|修订|修正|修改|实施|施行|通过|发布|版|\d{4}[年-])[^()（）]*[)）]"
)
"""What a version adds to its name: stages, years, in parentheses."""

PERIOD = re.compile(
    r"[“\"]?十[一二三四五六七八九]五[”\"]?(?:时期)?|(?:19|20)\d\d(?:\s*[-—–~至到]\s*(?:19|20)\d\d)?年?|第[一二三四五六七八九十]+个五年"
)
"""When a policy is for: the next plan of a kind is a new version of the last."""

WRAPPER = re.compile(r"^.*?关于(?:印发|发布|公布|转发|批转|下发)(.+?)的(?:通知|公告|决定|意见|函|命令)$")


def policy_name(document: Document) -> str:
    """What the policy itself is called, as a key: without transmittal, issuers, region, years and stages."""
    name = STAGE.sub("", document.main_title or document.title)
    if (wrapped := WRAPPER.match(name)) is not None:
        name = wrapped[1]
    for known in (*document.issuers, document.region or ""):
        if known and name.startswith(known) and len(name) > len(known):
            name = name.removeprefix(known)
    return key(PERIOD.sub("", name).removeprefix("关于").removeprefix("中华人民共和国"))


def series_of(document: Document) -> str:
    """The work ``document`` is a version of: what its front matter says, else region, level and the policy's name.

    Documents of one region and level whose policy has the same name but for years, periods and stages are versions of
    one work. Empty where the policy has no name.
    """
    if document.series:
        return document.series
    name = policy_name(document)
    return f"{document.region or ''}·{document.level or ''}·{name}" if name else ""


def in_series(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The works of which ``entries`` has several versions, each by date; works in the order of their first version."""
    works: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.series:
            works[entry.series].append(entry)
    return [sorted(work, key=lambda e: (e.date or "", e.id)) for work in works.values() if len(work) > 1]


def content_key(document: Document) -> str:
    """Equal for documents that say the same under the same titles, whatever file they came in: a hash of the
    comparison keys of all text."""
    parts = [key(document.title), key(document.main_title or ""), key(document.notice or "")]
    parts += [key(f"{s.label}{s.heading}{s.text}{_cells(s.tables)}") for s in document.walk()]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _cells(tables: tuple[Table, ...]) -> str:
    return "\n".join("\t".join(row) for table in tables for row in (table.header, *table.rows))
