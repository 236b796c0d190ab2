"""Words of running Chinese, by the fastest segmenter there is.

Invariant: the words, joined, are the text, whatever the text. ``rjieba`` is
``jieba``'s algorithm and dictionary in Rust; ``jieba`` stands in where it is not installed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise

RUN_LIMIT_CHARACTERS = 1_000
"""Longest stretch handed over at once; a segmenter's memory and time grow with an unbroken run."""

UNSURE_WORDS = 3
"""Words at the end of a cut stretch that its missing context may have misled: they are cut again."""

SURROGATES = re.compile("[\ud800-\udfff]")
BREAK = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff]")


@cache
def _cutter() -> Callable[[str], Iterable[str]]:
    try:
        import rjieba
    except ImportError:
        return _jieba_cut()
    cut: Callable[[str], Iterable[str]] = rjieba.cut
    return cut


def _jieba_cut() -> Callable[[str], Iterable[str]]:
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    cut: Callable[[str], Iterable[str]] = jieba.lcut
    return cut


def cut(text: str) -> list[str]:
    """The words of ``text``, in order; joined they are ``text``."""
    if SURROGATES.search(text):
        return _as_cut(text, cut(SURROGATES.sub("\ufffd", text)))
    if len(text) <= RUN_LIMIT_CHARACTERS:
        return list(_cutter()(text))
    return list(_long(text))


def known(word: str) -> bool:
    """True where the dictionary has ``word``; a word that only the model guessed may well be cut wrong."""
    try:
        import rjieba
    except ImportError:
        import jieba

        return bool(jieba.dt.FREQ.get(word))
    return bool(rjieba.has_word(word))


def _as_cut(text: str, words: list[str]) -> list[str]:
    ends = list(accumulate(map(len, words), initial=0))
    return [text[start:end] for start, end in pairwise(ends)]


def _long(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > RUN_LIMIT_CHARACTERS:
        stop = _last_break(text, start)
        found = list(_cutter()(text[start : stop or start + RUN_LIMIT_CHARACTERS]))
        sure = found if stop else found[:-UNSURE_WORDS] or found
        yield from sure
        start += sum(map(len, sure))
    yield from _cutter()(text[start:])


def _last_break(text: str, start: int) -> int | None:
    """The end of the last non-Han character in the stretch from ``start``: words do not reach across it."""
    for stop in range(start + RUN_LIMIT_CHARACTERS, start, -1):
        if BREAK.match(text, stop - 1):
            return stop
    return None
