"""Options say what the functions they are for say."""

from __future__ import annotations

import inspect

import pytest

from policydiff.export import Format
from policydiff.export.builtin import BUILTIN
from policydiff.synopsis.relations import KINDS

CSV = {"bom"}
"""Our functions write no byte order mark unless asked; files have one unless asked not to."""


@pytest.mark.parametrize("found", BUILTIN, ids=lambda found: f"{found.takes.__name__}-{found.name}")
def test_a_format_declares_just_what_its_function_takes_and_its_defaults(found: Format) -> None:
    taken = dict(list(inspect.signature(found._function()).parameters.items())[1:])
    assert {option.name for option in found.options} == set(taken)
    for option in found.options:
        if option.name not in CSV:
            assert taken[option.name].default == option.default
        assert option.checked(option.default) == option.default


def test_rows_are_chosen_by_the_kinds_there_are() -> None:
    only = {option for found in BUILTIN for option in found.options if option.name == "only"}
    assert {option.choices for option in only} == {tuple(map(str, KINDS))}
