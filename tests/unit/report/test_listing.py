from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from policydiff import messages
from policydiff.cli.output import drawn
from policydiff.library.values import Entry
from policydiff.model import Level
from policydiff.report.listing import listing
from tests import samples


@pytest.fixture(autouse=True)
def _english() -> object:
    messages.use("en")
    yield
    messages.use(None)


def entry(**fields: object) -> Entry:
    known: dict[str, object] = {
        "id": "jia-2021",
        "title": "关于印发规划的通知",
        "main_title": "甲市智慧城市规划",
        "doc_number": "甲政发〔2021〕1号",
        "issuers": ("甲市人民政府",),
        "date": "2021-03-05",
        "region": "甲市",
        "level": Level.CITY,
        "kind": "规划",
        "period": (2021, 2025),
        "excerpt": False,
        "sections": 12,
        "characters": 12345,
        "series": "",
        "path": Path("jia-2021.md"),
        "bundled": False,
    }
    return Entry(**(known | fields))  # type: ignore[arg-type]


def shown(*entries: Entry, width: int = 80) -> list[str]:
    return drawn(listing(entries), width=width, terminal=False).splitlines()


def test_a_row_says_where_when_what_and_how_much() -> None:
    row = next(line for line in shown(entry(), width=120) if "甲市" in line)
    assert row.split() == ["甲市", "2021-03-05", "甲市智慧城市规划", "甲政发〔2021〕1号", "jia-2021", "12", "12,345"]


def test_what_is_unknown_stays_empty() -> None:
    lines = shown(entry(main_title=None, doc_number=None, date=None, region=None))
    assert "None" not in "\n".join(lines)
    assert lines[-1] == "1 document"


def test_an_empty_library_says_so() -> None:
    assert shown() == ["0 documents"]


def test_long_titles_fold_inside_their_column() -> None:
    lines = shown(entry(main_title="全面推进新型智慧城市建设" * 8), width=60)
    assert max(map(cell_len, lines)) <= 60
    assert "".join(lines).count("慧") == 8


def test_no_control_characters() -> None:
    assert "\x1b" not in "\n".join(shown(entry(main_title=samples.ESCAPE, region=samples.ESCAPE)))
