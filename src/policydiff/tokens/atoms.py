"""The atoms of a text: protected stretches first, words of the segmenter between them.

Invariant: ``"".join(atom.text for atom in atoms(text)) == text``, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policydiff.tokens.patterns import AtomKind, kinds, pattern
from policydiff.tokens.segmenter import cut


class Atom(NamedTuple):
    """A stretch ``text`` at character ``start`` that no edit may cut."""

    text: str
    start: int
    kind: AtomKind

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


def atoms(text: str) -> list[Atom]:
    """``text`` as atoms in order; a whole 《title》 is one."""
    return list(_atoms(text))


def words(text: str) -> list[str]:
    """``text`` as words for counting: like `atoms`, with the words of 《titles》 one by one."""
    result: list[str] = []
    done = 0
    for match in pattern().finditer(text):
        start, end = match.span()
        if start > done:
            result.extend(cut(text[done:start]))
        found = match[0]
        result.extend(("《", *words(found[1:-1]), "》") if found[0] == "《" else (found,))
        done = end
    if done < len(text):
        result.extend(cut(text[done:]))
    return result


def _atoms(text: str) -> Iterator[Atom]:
    done = 0
    names = kinds()
    for match in pattern().finditer(text):
        start, end = match.span()
        if start > done:
            yield from _plain(text, done, start)
        yield Atom(match[0], start, names[match.lastgroup or ""])
        done = end
    if done < len(text):
        yield from _plain(text, done, len(text))


def _plain(text: str, start: int, stop: int) -> Iterator[Atom]:
    for word in cut(text[start:stop]):
        yield Atom(word, start, AtomKind.WORD if word.isalnum() else AtomKind.MARK)
        start += len(word)
