"""Which formats there are, whoever made them."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from policydiff.errors import PolicyDiffError, UsageError
from policydiff.export import Format, Option, export, format_named, format_of, formats_for, registry, render, troubles
from policydiff.export.builtin import BUILTIN
from policydiff.model import Comparison, Document, Hits, Matrix, Parsed
from tests import samples

LATEX = Format(
    name="latex",
    takes=Comparison,
    suffixes=(".tex",),
    label="LaTeX",
    render=lambda comparison, **options: f"% {comparison.old.id} {sorted(options.items())}",
    options=(
        Option(name="columns", help="", type=int, default=2, choices=(2, 3)),
        Option(name="bold", help=""),
        Option(name="only", help="", type=str, default=(), many=True),
        Option(name="scale", help="", type=float, default=None),
    ),
)
BROKEN = Format(name="broken", takes=Comparison, suffixes=(".broken",), label="", render=lambda _value: 1 / 0)
NEITHER = Format(name="neither", takes=Comparison, suffixes=(".neither",), label="", render=lambda _value: 7)  # type: ignore[arg-type,return-value]
JSON_OF_OTHERS = Format(name="json", takes=Comparison, suffixes=(".json",), label="", render=lambda _value: b"theirs")
SEVERAL = (BROKEN, NEITHER)
NO_DOT = Format(name="dotless", takes=Comparison, suffixes=("tex",), label="", render=lambda _value: b"")
NOTHING = 7


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages of users, good and bad."""
    names = ("LATEX", "SEVERAL", "JSON_OF_OTHERS", "NOTHING", "NO_DOT", "MISSING")
    points = [EntryPoint(name.lower(), f"{__name__}:{name}", registry.GROUP) for name in names]
    points.append(EntryPoint("gone", "no.such.package:FORMAT", registry.GROUP))
    points.append(EntryPoint("twice", f"{__name__}:LATEX", registry.GROUP))
    found = registry.collected(points)
    monkeypatch.setattr(registry, "added", lambda: found)


def test_names_are_unique_for_each_type_and_endings_lead_somewhere() -> None:
    names = [(found.takes, found.name) for found in BUILTIN]
    assert len(set(names)) == len(names)
    for found in BUILTIN:
        for suffix in found.suffixes:
            assert format_of(found.takes, f"x{suffix}").takes is found.takes
            assert suffix in format_of(found.takes, f"X{suffix.upper()}").suffixes


@pytest.mark.parametrize("kind", [Comparison, Matrix, Hits, Document, Parsed])
def test_everything_can_be_written_as_json(kind: type) -> None:
    assert format_of(kind, "folder.csv/x.json") == format_named(kind, "json")


@pytest.mark.parametrize("found", BUILTIN, ids=lambda found: f"{found.takes.__name__}-{found.name}")
def test_each_of_ours_can_be_loaded_and_says_what_it_is(found: Format) -> None:
    assert callable(found._function())
    assert found.title
    assert len({option.name for option in found.options}) == len(found.options)
    assert all(option.help for option in found.options)


@pytest.mark.usefixtures("packages")
def test_a_users_format_stands_after_ours_and_is_used_like_them(tmp_path: Path) -> None:
    comparison = samples.comparison()
    assert [found.name for found in formats_for(Comparison)][-3:] == ["latex", "broken", "neither"]
    path = export(comparison, tmp_path / "x.tex", columns="3", only="a", bold="yes", scale=1)
    assert path.read_text() == "% jia-2021 [('bold', True), ('columns', 3), ('only', ('a',)), ('scale', 1.0)]"
    assert render(comparison, "latex") == b"% jia-2021 [('bold', False), ('columns', 2), ('only', ()), ('scale', None)]"


@pytest.mark.usefixtures("packages")
def test_what_cannot_be_loaded_is_named_where_a_format_is_missing_and_nowhere_else() -> None:
    assert len(troubles()) == 6
    with pytest.raises(UsageError) as raised:
        format_named(Comparison, "pages")
    for name in ("gone", "nothing", "no_dot", "missing", "json_of_others", "twice"):
        assert name in raised.value.cause
    assert format_named(Comparison, "json").package == ""


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize("name", ["broken", "neither"])
def test_a_users_format_that_fails_is_named_with_its_package(name: str) -> None:
    with pytest.raises(PolicyDiffError, match=name) as raised:
        render(samples.comparison(), name)
    assert __name__ in raised.value.cause


def test_ours_are_found_without_looking_at_other_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("looked")

    monkeypatch.setattr(registry, "added", refuse)
    assert format_named(Comparison, "json") == format_of(Comparison, "a.json")


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"colour": True}, "columns"),
        ({"columns": 4}, "2, 3"),
        ({"columns": "x"}, "2, 3"),
        ({"columns": True}, "2, 3"),
        ({"bold": "perhaps"}, "true"),
        ({"scale": []}, "float"),
    ],
)
def test_an_option_that_is_not_understood_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        render(samples.comparison(), "latex", **options)
    assert said in raised.value.cause


def test_nothing_can_be_written_of_a_type_nobody_knows() -> None:
    with pytest.raises(UsageError):
        render(7, "json")
