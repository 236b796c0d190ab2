from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest
from lxml import etree

from policydiff import messages
from policydiff.errors import InputError, UnreadableFile, UsageError
from policydiff.export import render
from policydiff.export.heatmap import matrix_html, matrix_png, matrix_svg, picture, timeline_html, timeline_svg
from policydiff.export.heatmap.colours import STEPS, contrast, dark, ink_on, light, luminance, step_of
from policydiff.export.heatmap.naming import short_title
from policydiff.export.heatmap.plan import MOST_ROWS, plan
from policydiff.export.heatmap.timeline import places
from policydiff.export.svg import clipped, em
from policydiff.model import Level, Matrix, MatrixLabel, Timeline, TimelineStep
from tests.golden.compare import assert_golden

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)


def label(name: str, **fields: object) -> MatrixLabel:
    return MatrixLabel(**{"id": name, "title": f"{name}市规划"} | fields)  # type: ignore[arg-type]


SMALL = Matrix(
    by="document",
    measure="tfidf-word",
    labels=(
        label("a", title="关于推进<数据>共享的意见", level=Level.CENTRAL, region="国家", date="2020-05"),
        label("b", title="甲市人民政府关于印发《甲市数据规划》的通知", region="北京市", date="2021"),
        label("c", title="乙市数据规划\x1b\u202e\ufffe", region="天津市"),
    ),
    values=((1.0, 0.25, 0.5), (0.25, 1.0, 0.62), (0.5, 0.62, 1.0)),
)


def many(count: int, by: str = "document") -> Matrix:
    labels = tuple(
        label(f"d{n // 50}#{n}" if by == "section" else f"d{n}", document=f"文件{n // 50}") for n in range(count)
    )
    values = tuple(tuple(1.0 if i == j else (i * j % 97) / 100 for j in range(count)) for i in range(count))
    return Matrix(by=by, measure="tfidf-word", labels=labels, values=values)


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode("utf-8"))


def readable(svg: str) -> str:
    """An element a line, without the style sheet."""
    return re.sub("<style>.*?</style>", "", svg).replace("><", ">\n<") + "\n"


def test_golden() -> None:
    assert_golden("export/matrix.svg", readable(matrix_svg(SMALL, order="likeness")))


def test_the_same_matrix_gives_the_same_bytes() -> None:
    for form in ("svg", "html", "xlsx"):
        assert render(SMALL, form) == render(SMALL, form)


def test_cells_tell_both_names_and_the_value() -> None:
    told = [element.text for element in parsed(matrix_svg(SMALL)).iter(f"{SVG}title")]
    assert "甲市人民政府关于印发《甲市数据规划》的通知（2021年） × 乙市数据规划␛␦�：0.62" in told


def test_numbers_stand_in_cells_and_the_diagonal_is_empty() -> None:
    cells = parsed(matrix_svg(SMALL)).find(f".//{SVG}g[@class='cells']")
    assert cells is not None
    assert [text.text for text in cells.iter(f"{SVG}text")] == ["25", "50", "25", "62", "50", "62"]


def test_an_order_by_likeness_has_its_tree() -> None:
    assert 'class="tree"' in matrix_svg(SMALL, order="likeness")
    assert 'class="tree"' not in matrix_svg(SMALL)


def test_documents_are_grouped_by_level_and_region() -> None:
    assert [group.sign for group in plan(SMALL).groups] == ["央", "京", "津"]
    assert [(group.name, group.sign) for group in plan(many(60, "section")).groups[48:52]] == [
        ("文件0", "A"),
        ("文件0", "A"),
        ("文件1", "B"),
        ("文件1", "B"),
    ]


def test_one_region_makes_no_groups() -> None:
    assert plan(many(5)).groups == ()


def test_fonts_are_named_with_their_stand_ins() -> None:
    style = parsed(matrix_svg(SMALL)).findtext(f"{SVG}style") or ""
    for name in ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimSun", "sans-serif"):
        assert name in style
    assert "prefers-color-scheme:dark" in style


@pytest.mark.parametrize("count", [1, 2, 30, 60, 100, 150])
def test_any_size_is_well_formed(count: int) -> None:
    for order in ("library", "likeness"):
        assert len(parsed(matrix_svg(many(count), order=order)))


def test_dense_maps_paint_every_cell_once() -> None:
    drawn = parsed(matrix_svg(many(300, "section")))
    painted = 0
    for path in drawn.iterfind(f".//{SVG}g[@class='d']/{SVG}path"):
        painted += sum(int(run) for run in re.findall(r"h(\d+)", path.get("d") or ""))
    assert painted == 300 * 300
    assert len(matrix_svg(many(300))) < 2_000_000


def test_too_many_rows_are_refused_with_a_way_out() -> None:
    with pytest.raises(UsageError) as caught:
        matrix_svg(Matrix(by="section", measure="tfidf-word", labels=many(1).labels * (MOST_ROWS + 1), values=()))
    assert "csv" in caught.value.fix
    with pytest.raises(UsageError):
        matrix_svg(SMALL, order="size")


@pytest.mark.parametrize("theme", [light(), dark()])
def test_scales_are_even_in_grey_and_inks_are_legible(theme: object) -> None:
    scale = theme.scale  # type: ignore[attr-defined]
    lights = [luminance(shade) ** (1 / 3) for shade in scale]
    steps = [abs(a - b) for a, b in pairwise(lights)]
    assert lights == sorted(lights) or lights == sorted(lights, reverse=True)
    assert max(steps) < 2.5 * min(steps)
    assert all(contrast(shade, ink_on(shade)) >= 4.5 for shade in scale)


def test_steps_span_the_scale() -> None:
    assert [step_of(value, 0.6) for value in (-0.1, 0.0, 0.6, 1.0)] == [0, 0, STEPS - 1, STEPS - 1]


def test_short_titles() -> None:
    assert short_title("甲市人民政府关于印发《甲市数据规划》的通知") == "《甲市数据规划》"
    assert short_title("国务院办公厅、甲市人民政府关于推进新型智慧城市建设的意见") == "推进新型智慧城市建设的意见"
    assert short_title("甲市数据条例") == "甲市数据条例"


def test_clipping_keeps_both_ends() -> None:
    assert clipped("一二三四五六七八九十", 7) == "一二三四…九十"
    assert clipped("一二三", 3) == "一二三"
    assert em(clipped("ab" * 40, 8.2)) <= 8.2


def test_png_is_drawn_and_sized() -> None:
    png = matrix_png(SMALL)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert png == matrix_png(SMALL)


def test_png_without_a_chinese_font_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_has_chinese", lambda files: False)
    with pytest.raises(InputError) as caught:
        matrix_png(SMALL)
    assert "Noto Sans CJK SC" in caught.value.fix
    assert caught.value.cause


def test_png_with_a_font_that_is_not_there() -> None:
    with pytest.raises(UnreadableFile):
        matrix_png(SMALL, font="没有.ttf")


def test_workbooks_hold_numbers_and_no_formulas() -> None:
    labels = (label("=1+1", title="=cmd|' /C calc'!A0"), label("@b", title="+甲"))
    matrix = Matrix(by="document", measure="tfidf-word", labels=labels, values=((1.0, 0.123456), (0.123456, 1.0)))
    sheet = openpyxl.load_workbook(BytesIO(render(matrix, "xlsx"))).worksheets[0]
    assert [cell.value for cell in sheet[2]] == [1, "=1+1", "=cmd|' /C calc'!A0", 1, 0.1235]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} == {"n", "s"}
    assert sheet.freeze_panes == "D2"
    assert sheet.conditional_formatting


def test_pages_begin_in_the_order_asked_for() -> None:
    html = matrix_html(SMALL, order="likeness")
    assert re.search(r'id="by-likeness" checked', html)
    assert not re.search(r'id="by-library" checked', html)


def test_pages_hold_all_values_or_the_nearest() -> None:
    assert matrix_html(SMALL).count("<td>0.62</td>") == 2
    assert "与每行最相近者（列表）" in matrix_html(many(70))


TIMELINE = Timeline(
    measure="tfidf-word",
    steps=(
        TimelineStep(label=label("a", date="2014-03-01"), to_previous=None, to_first=1.0),
        TimelineStep(label=label("b", date="2015"), to_previous=0.93, to_first=0.93),
        TimelineStep(label=label("c", date="2021-06"), to_previous=0.61, to_first=0.55),
    ),
)


def test_golden_timeline() -> None:
    assert_golden("export/timeline.svg", readable(timeline_svg(TIMELINE)))


def test_versions_stand_as_far_apart_as_their_dates() -> None:
    first, second, third = places([step.label for step in TIMELINE.steps])
    assert first == 0
    assert third - second > second - first > 0
    assert places([label("a"), label("b", date="2020"), label("c")]) == [0, 150, 300]


def test_timelines_in_every_format() -> None:
    assert "<td>0.55</td>" in timeline_html(TIMELINE)
    assert render(TIMELINE, "csv").decode().splitlines()[2].endswith("b,b市规划,2015,0.93,0.93")
    sheet = openpyxl.load_workbook(BytesIO(render(TIMELINE, "xlsx"))).worksheets[0]
    assert [cell.value for cell in sheet[4]] == [3, "c", "c市规划", "2021-06", 0.61, 0.55]
    assert render(TIMELINE, "png")[:4] == b"\x89PNG"
