"""A stretch that occurs again is not searched again, and is read as before."""

from __future__ import annotations

import pytest

from policydiff.repair.mojibake import halved
from policydiff.repair.mojibake.lattice import Lattice

LINE = "加快规?;渴?,推进数据共享和业务协同,到2025年基本建成。\n"


def test_a_text_that_repeats_itself_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []
    search = Lattice._search

    def counted(lattice: Lattice, start: int, stop: int) -> object:
        searched.append(start)
        return search(lattice, start, stop)

    monkeypatch.setattr(Lattice, "_search", counted)
    text = "关于数字政府建设的意见。" * 3 + LINE * 6
    repeated = halved._Search(text)
    lattice = repeated.lattice
    places = [place for place in repeated.suspects if place == repeated.suspects[0] or text[place - 1] == "规"]
    found = [lattice.readings(place, place + 20) for place in places[:5]]
    assert len(searched) == 1
    assert found[0]
    for place, readings in zip(places[1:5], found[1:], strict=True):
        assert [(r.text, r.end - place, r.score) for r in readings] == [
            (r.text, r.end - places[0], r.score) for r in found[0]
        ]
    fresh = Lattice(lattice.text, lattice.channel, lattice.alphabet, lattice.language)
    assert fresh.readings(places[3], places[3] + 20) == found[3]
