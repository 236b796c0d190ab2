"""The finest thing an edit may show as changed."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """CHAR: words, and inside a word that keeps most of itself its characters. WORD: words. SENTENCE: sentences."""

    CHAR = "char"
    WORD = "word"
    SENTENCE = "sentence"
