"""The word lists hold what their readers take for granted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policydiff.keys import key
from policydiff.outline.lexicon import lexicon, longest_first, words


def lists(table: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(table, list) and all(isinstance(word, str) for word in table):
        yield name, table
    elif isinstance(table, dict):
        for inner, value in table.items():
            yield from lists(value, f"{name}.{inner}")
    elif isinstance(table, list):
        for value in table:
            yield from lists(value, f"{name}.{value['name']}")


def test_no_word_stands_twice_in_a_list() -> None:
    for name, found in lists(lexicon()):
        assert len(set(found)) == len(found), name


def test_words_are_simplified_and_without_blanks() -> None:
    for name, found in lists(lexicon()):
        for word in found:
            assert key(word) == word, (name, word)


def test_of_alternatives_the_longest_comes_first() -> None:
    assert longest_first(("局", "管理局", "总局", "局")) == "管理局|总局|局"


def test_no_ending_cuts_short_a_longer_one_behind_it() -> None:
    endings = words("issuers", "endings")

    assert all(not longer.startswith(ending) for i, ending in enumerate(endings) for longer in endings[i + 1 :])
