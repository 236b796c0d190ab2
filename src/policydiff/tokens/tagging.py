"""Words with their parts of speech (ICTCLAS letters, as jieba's dictionary has them): ``n`` noun, ``v`` verb, ``vn``
verbal noun, ``ns`` place …; for statistics, since a tag is a guess.

Invariant: the words, joined, are the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from policydiff.tokens.segmenter import RUN_LIMIT_CHARACTERS, SURROGATES


class Tagged(NamedTuple):
    """A word at character ``start`` and its part of speech."""

    text: str
    start: int
    tag: str

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


def tagged(text: str) -> list[Tagged]:
    """The words of ``text``, a line at a time, with their parts of speech."""
    found: list[Tagged] = []
    start = 0
    for piece in _pieces(SURROGATES.sub("\ufffd", text)):
        for word, tag in _tagger()(piece):
            found.append(Tagged(text[start : start + len(word)], start, tag))
            start += len(word)
    return found


def _pieces(text: str) -> Iterable[str]:
    """Lines, and stretches of very long lines."""
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), RUN_LIMIT_CHARACTERS):
            yield line[start : start + RUN_LIMIT_CHARACTERS]


@cache
def _tagger() -> Callable[[str], Iterable[tuple[str, str]]]:
    try:
        import rjieba
    except ImportError:
        from jieba import posseg

        return lambda text: ((pair.word, pair.flag) for pair in posseg.lcut(text))
    tag: Callable[[str], Iterable[tuple[str, str]]] = rjieba.tag
    return tag
