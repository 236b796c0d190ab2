from __future__ import annotations

import pytest

from policydiff.cli.settings import early


@pytest.mark.parametrize(
    ("arguments", "language", "debug"),
    [
        ([], None, False),
        (["--lang", "en", "diff", "-h"], "en", False),
        (["diff", "-h", "--lang=zh"], "zh", False),
        (["list", "--lang", "fr"], None, False),
        (["list", "--lang"], None, False),
        (["search", "--debug", "--", "--lang", "en"], None, True),
    ],
)
def test_what_must_be_known_early(arguments: list[str], language: str | None, debug: bool) -> None:
    found = early(arguments)
    assert (found.language, found.debug) == (language, debug)
