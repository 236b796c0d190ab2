"""The Python interface as the contract shows it, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import policydiff

HEAVY = ("numpy", "scipy", "sklearn", "rjieba", "jieba", "rich", "textual", "opencc", "yaml", "click", "sqlite3")


def loaded_by(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = loaded_by("import policydiff")
    assert not loaded & set(HEAVY)
    assert not {name for name in loaded if name.startswith("policydiff.")}


def test_the_library_loads_neither_a_segmenter_nor_arrays() -> None:
    loaded = loaded_by("import policydiff; policydiff.open_library; policydiff.Library; policydiff.Document")
    assert not loaded & {"numpy", "scipy", "sklearn", "rjieba", "jieba", "rich", "textual", "opencc"}


@pytest.mark.parametrize("name", policydiff.__all__)
def test_every_name_leads_somewhere(name: str) -> None:
    assert getattr(policydiff, name) is not None
    assert name in dir(policydiff)


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        policydiff.nothing  # type: ignore[attr-defined] # noqa: B018


@pytest.mark.parametrize(
    "before",
    [
        "",
        "import policydiff.compare",
        "from policydiff.compare import compare",
        "from policydiff import compare",
        "import policydiff.compare.mode",
    ],
)
def test_a_function_named_like_a_module_stays_callable(before: str) -> None:
    code = (
        f"{before}\nimport policydiff\n"
        "from policydiff.model import Document, Origin, Span\n"
        "origin = Origin(name='', sha256='', media_type='', encoding='')\n"
        "d = Document(id='a', title='甲', span=Span(start=0, end=0), origin=origin)\n"
        "assert policydiff.compare(d, d).pairs == ()\n"
        "assert policydiff.compare.compare(d, d).pairs == ()\n"
        "from policydiff import compare, export, read\n"
        "assert callable(compare) and callable(export) and callable(read)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_contract_s_example(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.contract.test_schemas import seed

    folder = tmp_path_factory.mktemp("library")
    library = policydiff.open_library(folder)
    for document in seed().documents:
        library.add(document)
    old, new = library["京大数据发〔2021〕1号"], library["津政办发〔2021〕52号"]
    comparison = policydiff.compare(old, new, mode="region")
    assert comparison.pairs
    assert policydiff.export(comparison, folder / "out.json").exists()
