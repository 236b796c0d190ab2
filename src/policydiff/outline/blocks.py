"""A document's text cut into headed blocks, in reading order: labelled sections, marked headings, run-in headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from policydiff.outline import runins
from policydiff.outline.headings import heading_of
from policydiff.outline.labels import Style, label_at
from policydiff.outline.manuscript import Manuscript
from policydiff.outline.scan import Accepted, Oddity, scan

_UNLABELLED_DEPTH = 50
"""Below every labelled level, so that headings without labels become children of the section they stand in."""
_EMPHASIS = "，、的和与；：）"
_DASH = re.compile(r"[—\-－]{1,2}")
_RUN_IN_LINE_CHARS = 30
_FEWEST_RUN_INS = 2


@dataclass(slots=True)
class Block:
    """A heading with the text up to the next one. Ranges are offsets of the clean text; ``pieces`` is the own text."""

    start: int
    end: int
    depth: int
    label: str
    heading: str
    text: int
    run_in: bool
    style: Style | None = None
    children: list[Block] = field(default_factory=list)
    tail: tuple[int, int] | None = None
    """The text behind the children; while blocks are still in a row, that of the level above, behind this block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Headed blocks, where the first begins, and the oddities of their numbering."""

    blocks: list[Block]
    first: int
    oddities: list[Oddity]


def blocks(manuscript: Manuscript, start: int, end: int, contents: list[tuple[int, int]]) -> Blocks:
    """Blocks in ``[start, end)``; ``contents`` are ranges of a table of contents to pass over."""
    accepted, oddities = scan(manuscript, start, end, contents=contents)
    found = _built(manuscript, accepted, start, end, frozenset())
    if eager := _styles_with_run_ins(found):
        found = _built(manuscript, accepted, start, end, eager)
    return Blocks(blocks=found, first=found[0].start if found else end, oddities=oddities)


def _built(
    manuscript: Manuscript, accepted: list[Accepted], start: int, end: int, eager: frozenset[Style]
) -> list[Block]:
    stops = [*(a.label.start for a in accepted[1:]), end]
    found = [_block(manuscript, a, stop, a.label.style in eager) for a, stop in zip(accepted, stops, strict=False)]
    found = _with_marked(manuscript, found, start, end, is_law=any(b.style is Style.ARTICLE for b in found))
    if not manuscript.is_stream:
        _cut_tails(manuscript.text, found)
    return _with_run_ins(manuscript, found, eager)


def _cut_tails(text: str, found: list[Block]) -> None:
    """Where siblings have one paragraph each and the last has several, the others belong to what stands above it."""
    for index, block in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if block.style is None or block.style <= Style.ARTICLE or (following and following.depth >= block.depth):
            continue
        siblings = _siblings_before(found, index)
        if len(siblings) < 2 or any(_paragraphs(text, s) != 1 for s in siblings) or not all(s.run_in for s in siblings):
            continue
        first = text.find("\n", block.text, block.end)
        if block.run_in and first != -1 and text[first : block.end].strip():
            block.tail, block.end = (first + 1, block.end), first


def _siblings_before(found: list[Block], index: int) -> list[Block]:
    siblings: list[Block] = []
    for block in reversed(found[:index]):
        if block.depth < found[index].depth:
            break
        if block.depth > found[index].depth:
            return []
        siblings.append(block)
    return siblings


def _paragraphs(text: str, block: Block) -> int:
    return sum(1 for line in text[block.text : block.end].split("\n") if line.strip())


def _styles_with_run_ins(found: list[Block]) -> frozenset[Style]:
    """Styles of which at least two sections, and half of all, hold headings without labels."""
    total = Counter(b.style for b in found if b.style)
    held = Counter(b.style for b, child in zip(found, found[1:], strict=False) if b.style and child.style is None)
    return frozenset(style for style, n in held.items() if style and n >= 2 and n >= total[style] / 2)


def _block(manuscript: Manuscript, accepted: Accepted, stop: int, eager: bool) -> Block:
    label = accepted.label
    heading = heading_of(manuscript, label.style, label.end, stop, eager=eager)
    text = manuscript.text
    title = re.sub(r"\s*\n\s*", "", text[heading.start : heading.end]).strip()
    run_in = text[heading.end : heading.end + 1] == "。" and heading.end < heading.text < stop
    return Block(
        start=label.start,
        end=stop,
        depth=accepted.depth,
        label=re.sub(r"\s", "", text[label.start : label.end]),
        heading=title,
        text=heading.text,
        run_in=run_in and "\n" not in text[heading.end : heading.text],
        style=label.style,
    )


def _with_marked(manuscript: Manuscript, found: list[Block], start: int, end: int, *, is_law: bool) -> list[Block]:
    """Marked headings without label become blocks of their own, unless they only stress words of a sentence."""
    text = manuscript.text
    covered = {b.start for b in found} | {p for b in found for p in range(b.start, b.text)}
    result = list(found)
    for marked in manuscript.headings_in(start, end):
        first, last = marked.span.start, marked.span.end
        if first in covered or is_law or last > end:
            continue
        title = text[first:last].strip().rstrip("。")
        before = text[start:first].rstrip(" \u3000")[-1:]
        if (
            not title
            or text[last : last + 1] in tuple(_EMPHASIS)
            or (before and before not in "。；：\n”）" and first not in {b.text for b in found})
        ):
            continue
        if re.match(r"序号|指标$", title) or label_at(title):
            continue
        after = last
        while after < end and text[after] in "。 \n":
            after += 1
        if after >= end and marked.depth == 0:
            continue
        depth = marked.depth if marked.depth and not any(b.style for b in found) else _UNLABELLED_DEPTH
        result.append(Block(first, end, depth, "", title, after, text[last : last + 1] == "。"))
    return _ended(result, end)


def _ended(found: list[Block], end: int) -> list[Block]:
    found.sort(key=lambda b: b.start)
    for block, following in zip(found, found[1:], strict=False):
        block.end = min(block.end, following.start)
    if found:
        found[-1].end = max(found[-1].end, min(end, found[-1].end))
    return found


def _with_run_ins(manuscript: Manuscript, found: list[Block], eager: frozenset[Style]) -> list[Block]:
    result: list[Block] = []
    for block, following in zip(found, [*found[1:], None], strict=False):
        result.append(block)
        if block.style is Style.ARTICLE or (following is not None and following.depth > block.depth):
            continue
        if block.depth == _UNLABELLED_DEPTH:
            continue
        stop = block.end
        headings = (
            _stream_run_ins(manuscript, block, eager)
            if manuscript.is_stream
            else _line_run_ins(manuscript.text, block.text, stop)
        )
        for run_in, after in zip(headings, [*headings[1:], None], strict=False):
            end = after.start if after else stop
            title = _DASH.sub("", manuscript.text[run_in.start : run_in.end], count=1).strip()
            result.append(Block(run_in.start, end, _UNLABELLED_DEPTH, "", title, run_in.text, True))
        if headings:
            block.end = headings[0].start
    return result


def _stream_run_ins(manuscript: Manuscript, block: Block, eager: frozenset[Style]) -> list[runins.RunIn]:
    if not runins.may_hold_run_ins(block.heading, run_in=block.run_in):
        return []
    return runins.find(manuscript.text, block.text, block.end, eager=block.style in eager)


def _line_run_ins(text: str, start: int, end: int) -> list[runins.RunIn]:
    """Paragraphs in a row that open with a short sentence: ``放大经济政策实施效应。全力争取…``."""
    found: list[runins.RunIn] = []
    for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start, end):
        line = m[0].strip()
        first = m.start() + len(m[0]) - len(m[0].lstrip())
        stop = line.find("。")
        dashed = bool(_DASH.match(line))
        sentence = _DASH.sub("", line[:stop], count=1) if stop > 0 else ""
        if _opens(sentence, line, stop, dashed):
            found.append(runins.RunIn(first, first + stop, first + stop + 1))
    return found if len(found) >= _FEWEST_RUN_INS and _leads(text, start, found) else []


def _opens(sentence: str, line: str, stop: int, dashed: bool) -> bool:
    if not 3 <= len(sentence) <= _RUN_IN_LINE_CHARS or len(line) - stop < 15:
        return False
    if re.search("[；：:（]", sentence) or re.search(r"\d", sentence):
        return False
    return dashed or (runins.looks_like_one(sentence) and len(sentence) <= 24)


def _leads(text: str, start: int, found: list[runins.RunIn]) -> bool:
    """Most paragraphs from the first run-in heading on open with one."""
    lines = [line for line in text[found[0].start : found[-1].end].split("\n") if line.strip()]
    introduction = text[start : found[0].start].strip()
    return len(found) >= 0.6 * len(lines) and introduction.count("\n") <= 2
