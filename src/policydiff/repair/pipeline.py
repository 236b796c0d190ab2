"""The repair stages in their order, one text flowing through all of them.

The invariants: a stage that is skipped leaves no trace; repairing a repaired text changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from policydiff.model import CleanText, OffsetMap, Source
from policydiff.repair import (
    blanks,
    cells,
    chunks,
    contents,
    doc_numbers,
    doubled,
    invisible,
    lost_zero,
    mojibake,
    ocr,
    pages,
    pinyin_hints,
    script,
    spaced,
    width,
    wrapper,
)
from policydiff.repair.finding import Finding
from policydiff.repair.flow import Flow, Found


def _plain(find: Callable[[str], list[Finding]]) -> Callable[[str], Found]:
    return lambda text: Found(findings=find(text))


def _pages(text: str) -> Found:
    findings, marks = pages.find(text)
    return Found(findings=findings, pages=marks)


def _doubled(text: str) -> Found:
    findings, zones = doubled.find(text)
    return Found(findings=findings, headings=zones)


def _contents(text: str) -> Found:
    findings, entries = contents.find(text)
    return Found(findings=findings, contents=entries)


_BEFORE_SCRIPT: tuple[tuple[str, Callable[[str], Found]], ...] = (
    (invisible.KIND, _plain(invisible.find)),
    (wrapper.KIND, _plain(wrapper.find)),
    (chunks.KIND, _plain(chunks.find)),
    (pages.KIND, _pages),
    (doubled.KIND, _doubled),
    (mojibake.KIND, _plain(mojibake.find)),
    (pinyin_hints.KIND, _plain(pinyin_hints.find)),
)
"""Damage classes in the order they are undone; the bytes of garbled runs need the text in the script it came in."""

_BEHIND_SCRIPT: tuple[tuple[str, Callable[[str], Found]], ...] = (
    (spaced.KIND, _plain(spaced.find)),
    (lost_zero.KIND, _plain(lost_zero.find)),
    (doc_numbers.KIND, _plain(doc_numbers.find)),
    (width.KIND, _plain(width.find)),
    (blanks.KIND, _plain(blanks.find)),
    (contents.KIND, _contents),
    (ocr.KIND, _plain(ocr.find)),
)
"""The other classes; document numbers need single headings, tables of contents need whole document numbers."""

KINDS = (*(kind for kind, _ in _BEFORE_SCRIPT), script.KIND, *(kind for kind, _ in _BEHIND_SCRIPT))
"""Names of the repair classes, each of which can be switched off."""

HARMLESS = frozenset({invisible.KIND, blanks.KIND})
"""Classes that tidy and mend no damage."""


def repair(text: str, *, skip: frozenset[str] = frozenset(), wanted_script: str = "auto") -> CleanText:
    """Undo the damage of ``text``.

    ``skip`` names classes to leave alone; ``wanted_script`` is ``auto`` (simplify what a machine made traditional),
    ``keep`` or ``simplified``.
    """
    return _run(Flow(text=text, origins=OffsetMap.identity(len(text))), skip, wanted_script)


def clean(source: Source, *, skip: frozenset[str] = frozenset(), wanted_script: str = "auto") -> CleanText:
    """The same for a file: its format's markup is taken out first, its own headings, pages and tables are kept.

    The tables' cells are repaired on their own (`policydiff.repair.cells`).
    """
    flow = Flow.of_source(source)
    simplify = script.KIND not in skip and script.is_wanted(flow.text, wanted_script)
    tables, repairs = cells.mended(source.text, source.tables, skip=skip, simplify=simplify)
    flow.tables = [replace(old, header=new.header, rows=new.rows) for old, new in zip(flow.tables, tables, strict=True)]
    flow.repairs += repairs
    return _run(flow, skip, wanted_script)


def _run(flow: Flow, skip: frozenset[str], wanted_script: str) -> CleanText:
    for kind, find in _BEFORE_SCRIPT:
        if kind not in skip:
            flow.take(kind, find(flow.text))
    if script.KIND not in skip and script.is_wanted(flow.text, wanted_script):
        flow.convert(script.KIND, script.simplified(flow.text), confidence=script.CONFIDENCE)
    for kind, find in _BEHIND_SCRIPT:
        if kind not in skip:
            flow.take(kind, find(flow.text))
    return flow.finished()
