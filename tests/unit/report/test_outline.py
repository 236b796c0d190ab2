from __future__ import annotations

import pytest

from policydiff import messages
from policydiff.cli.output import drawn
from policydiff.model import Listed, Parsed
from policydiff.outline import captions, flattened
from policydiff.repair import KINDS as REPAIR_KINDS
from policydiff.report.outline import outline, source_outline
from policydiff.synopsis.names import REPAIRS, repair_name
from policydiff.synopsis.sections import page_name, section_path
from tests import samples
from tests.factory import ORIGIN, document, section

KINDS = {*REPAIR_KINDS, captions.KIND, flattened.KIND}


@pytest.fixture(autouse=True)
def _english() -> object:
    messages.use("en")
    yield
    messages.use(None)


def lines(view: object, width: int = 100) -> list[str]:
    return drawn(view, width=width, terminal=False).splitlines()  # type: ignore[arg-type]


def test_the_tree_shows_place_title_page_and_characters() -> None:
    shown = lines(outline(samples.old()))
    row = next(line for line in shown if "数据治理" in line)
    assert row.split()[0] == "2.1"
    assert "├─ （一）数据治理" in row
    assert row.split()[-2:] == ["2", "20"]


def test_a_parent_counts_the_characters_below_it() -> None:
    row = next(line for line in lines(outline(samples.old())) if "二、主要任务" in line)
    assert row.split()[-1] == "26"


def test_metadata_that_is_unknown_is_not_shown() -> None:
    known, unknown = "\n".join(lines(outline(samples.old()))), "\n".join(lines(outline(samples.new())))
    assert "甲政发〔2021〕1号" in known
    assert "2021–2025" in known
    assert "Number" not in unknown
    assert "excerpt" in unknown


def test_damage_is_counted_by_class_and_flagged_places_are_listed() -> None:
    shown = lines(outline(samples.old()))
    pages = next(line for line in shown if line.startswith("page numbers"))
    assert pages.split()[-4:] == ["2", "0", "--no-repair", "page_number"]
    flag = next(line for line in shown if "锟斤" in line)
    assert "2.2 (p. 3)" in flag
    assert "数据 | 数字" in flag


def test_problems_are_listed_with_their_place() -> None:
    assert any("2.2 (p. 3)" in line and "（三） is missing" in line for line in lines(outline(samples.old())))


def test_a_clean_document_says_so() -> None:
    assert lines(outline(document(section("一、", "总则", "文字。"))))[-1] == "No damage found."


def test_nothing_a_terminal_obeys_comes_out() -> None:
    nasty = document(section("一、", "题" + samples.ESCAPE, "x"), title="名" + samples.ESCAPE)
    assert not set("\n".join(lines(outline(nasty)))) & set("\x1b\x07\x9b")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_width_in_cells(width: int) -> None:
    from rich.cells import cell_len

    long = document(section("一、", "全面推进新型智慧城市建设" * 6, "文" * 1234, page=12))
    shown = lines(outline(long), width)
    assert max(cell_len(line) for line in shown) <= width
    assert "".join(shown).replace(" ", "").count("全面推进新型智慧城市建设") >= 1


def test_a_source_shows_all_its_documents_and_what_it_lists() -> None:
    parsed = Parsed(
        origin=ORIGIN,
        documents=(samples.old(), samples.new()),
        listed=(
            Listed(number=7, issuers=("乙部",), title="《关于试点的通知》", doc_number="乙发〔2020〕3号", year=2020),
        ),
        repairs=samples.old().repairs[:1],
    )
    shown = "\n".join(lines(source_outline(parsed)))
    assert "甲市智慧城市规划" in shown
    assert "乙发〔2020〕3号" in shown
    assert shown.splitlines()[-1] == "2 documents in 原文.txt"


def test_a_section_without_heading_shows_how_it_begins() -> None:
    shown = lines(outline(document(section("第三条", "", "本条例所称数据，" * 10))))
    assert any("第三条 本条例所称数据" in line and "…" in line for line in shown)


def test_paths_name_every_section_on_the_way() -> None:
    assert section_path(samples.old(), "2.1") == "二、主要任务 › （一）数据治理"
    assert section_path(samples.old(), "9.9") == ""


@pytest.mark.parametrize(("page", "name"), [(12, "12"), (-1, "i"), (-4, "iv"), (-19, "xix"), (None, "")])
def test_pages_are_named_as_printed(page: int | None, name: str) -> None:
    assert page_name(page) == name


def test_every_damage_class_has_a_name_in_both_languages() -> None:
    assert set(REPAIRS) == KINDS
    for language in messages.LANGUAGES:
        messages.use(language)
        assert len({repair_name(kind) for kind in KINDS}) == len(KINDS)


def test_an_unknown_class_is_shown_as_it_is() -> None:
    assert repair_name("future_class") == "future_class"
