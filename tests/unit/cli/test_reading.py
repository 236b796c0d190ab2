from __future__ import annotations

from policydiff.cli.reading import REPAIRS
from policydiff.outline import captions, flattened
from policydiff.repair import KINDS


def test_the_damage_classes_offered_are_those_there_are() -> None:
    assert set(REPAIRS) == {*KINDS, captions.KIND, flattened.KIND}
    assert len(REPAIRS) == len(set(REPAIRS))
