"""Errors carry what, cause and fix, and are caught by the one class they descend from."""

from __future__ import annotations

import pytest

from policydiff import errors
from policydiff.errors import PolicyDiffError

KINDS = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, PolicyDiffError)]


@pytest.mark.parametrize("kind", KINDS)
def test_three_parts(kind: type[PolicyDiffError]) -> None:
    error = kind("There is no file.", cause="It was moved.", fix="Look elsewhere.")

    assert (error.what, error.cause, error.fix) == ("There is no file.", "It was moved.", "Look elsewhere.")
    assert str(error) == "There is no file.\nIt was moved.\nLook elsewhere."


def test_cause_and_fix_may_be_missing() -> None:
    assert str(PolicyDiffError("There is no file.")) == "There is no file."


def test_the_tree_in_the_docstring_names_every_error() -> None:
    assert errors.__doc__ is not None
    assert all(kind.__name__ in errors.__doc__ for kind in KINDS)
