"""The page in headless Chromium: what only a browser can tell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policydiff import messages
from policydiff.export.heatmap import matrix_html
from policydiff.export.html.comparison import comparison_html
from policydiff.model import Matrix, MatrixLabel
from tests.unit.export.html import sample

CHROMIUM = shutil.which("chromium")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path")

CONTRAST = """
() => {
  const parse = text => {
    const p = (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const scale = text.startsWith("color(") ? 255 : 1;
    return [p[0] * scale, p[1] * scale, p[2] * scale, p[3] ?? 1];
  };
  const over = (top, under) => [0, 1, 2].map(n => top[n] * top[3] + under[n] * (1 - top[3])).concat(1);
  const ground = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const light = c => {
    const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const bad = [];
  for (const row of document.querySelectorAll(".row")) row.style.contentVisibility = "visible";
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest("script, svg, .sr, .skip")) continue;
    const back = ground(element), ink = over(parse(getComputedStyle(element).color), back);
    const [a, b] = [light(ink), light(back)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) bad.push(`${ratio.toFixed(2)} ${element.tagName}.${element.className} ${node.data.slice(0, 20)}`);
  }
  return bad;
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    messages.use("zh")
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.html").write_text(comparison_html(sample.comparison(), full=True), "utf-8")
    labels = tuple(MatrixLabel(id=name, title=f"计划{name}", region="北京市") for name in "甲乙丙")
    values = ((1.0, 0.2, 0.8), (0.2, 1.0, 0.3), (0.8, 0.3, 1.0))
    matrix = Matrix(by="document", measure="tfidf-word", labels=labels, values=values)
    (folder / "matrix.html").write_text(matrix_html(matrix), "utf-8")
    messages.use(None)
    return folder


class Opened:
    """A page, with all that it said and asked for."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.context = browser.new_context(**({"viewport": {"width": 1300, "height": 700}} | options))
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())
        self.asked = self.asked[1:]

    def shown(self, selector: str) -> list[str]:
        """The ids of the visible elements."""
        return [e.get_attribute("id") for e in self.page.query_selector_all(selector) if e.is_visible()]

    def current(self) -> str:
        """The id of the row that is marked."""
        return str(self.page.locator(".row[aria-current]").get_attribute("id"))


@pytest.fixture
def opened(browser: Any, files: Path) -> Iterator[Opened]:
    found = Opened(browser, files / "page.html")
    yield found
    assert found.said == []
    assert found.asked == []
    found.context.close()


def test_views_switch(opened: Opened) -> None:
    page = opened.page
    assert page.locator("#row-2 .side.old").is_visible()
    assert not page.locator("#row-2 .one").is_visible()
    page.locator("label[for=v-merged]").click()
    assert not page.locator("#row-2 .side.old").is_visible()
    assert page.locator("#row-2 .one").is_visible()
    page.keyboard.press("v")
    assert page.locator("#row-2 .side.new").is_visible()


def test_filters_hide_rows_and_their_entries(opened: Opened) -> None:
    page = opened.page
    page.locator("label[for=f-modified]").click()
    assert "row-2" not in opened.shown(".row")
    assert page.locator(".entry.k-modified").first.is_hidden()
    page.locator("label[for=f-modified]").click()
    page.locator("label[for=o-unsure]").click()
    assert opened.shown(".row") == ["row-3"]


def test_keys_go_from_change_to_change(opened: Opened) -> None:
    found = []
    for key in "jnjjjp":
        opened.page.keyboard.press(key)
        found.append(opened.current())
    assert found == ["row-1", "row-2", "row-3", "row-4", "row-5", "row-4"]
    assert opened.page.locator(".entry[aria-current] a").get_attribute("href") == "#row-4"
    assert opened.page.evaluate("document.activeElement.id") == "row-4"


def test_keys_pass_over_what_filters_hide(opened: Opened) -> None:
    opened.page.locator("label[for=f-modified]").click()
    opened.page.keyboard.press("j")
    assert opened.current() == "row-3"


def test_search_keeps_rows_that_hold_the_words(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("共享率")
    page.locator("#found:not(:empty)").wait_for()
    assert page.locator("#found").text_content() == "2"
    assert opened.shown(".row") == ["row-2", "row-8"]
    page.keyboard.press("Enter")
    assert opened.current() == "row-2"
    page.keyboard.press("Escape")
    assert len(opened.shown(".row")) == 8


def test_attacks_do_not_run(opened: Opened) -> None:
    assert opened.page.evaluate("typeof window.hit") == "undefined"


def test_a_link_to_a_section_marks_its_row(opened: Opened) -> None:
    opened.page.evaluate("location.hash = 'new-6'")
    opened.page.locator("#row-6[aria-current]").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser: Any, files: Path, scheme: str) -> None:
    for name in ("page.html", "matrix.html"):
        found = Opened(browser, files / name, color_scheme=scheme)
        assert found.page.evaluate(CONTRAST) == []
        found.context.close()


def test_the_switch_wins_over_the_system(browser: Any, files: Path) -> None:
    found = Opened(browser, files / "page.html", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = found.page.evaluate(ground)
    found.page.keyboard.press("t")
    assert found.page.evaluate(ground) != dark
    assert found.page.evaluate(CONTRAST) == []
    found.context.close()


def test_without_a_script_everything_is_there_to_read(browser: Any, files: Path) -> None:
    found = Opened(browser, files / "page.html", java_script_enabled=False)
    assert len(found.shown(".row")) == 8
    found.page.locator("label[for=v-merged]").click()
    assert found.page.locator("#row-2 .one").is_visible()
    found.page.locator("label[for=f-modified]").click()
    assert found.page.locator("#row-2").is_hidden()
    assert found.page.locator("#find").is_hidden()
    found.context.close()


def test_narrow_screens_stack_the_sides(browser: Any, files: Path) -> None:
    found = Opened(browser, files / "page.html", viewport={"width": 390, "height": 800})
    old, new = (found.page.locator(f"#row-2 .side.{side}").bounding_box() for side in ("old", "new"))
    assert new["y"] >= old["y"] + old["height"]
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 390
    found.context.close()


def test_print_is_a_table_with_its_head_on_every_page(browser: Any, tmp_path: Path) -> None:
    messages.use("zh")
    (tmp_path / "long.html").write_text(comparison_html(sample.long(60, 1500)), "utf-8")
    messages.use(None)
    found = Opened(browser, tmp_path / "long.html")
    found.page.emulate_media(media="print")
    assert found.page.locator(".bar").is_hidden()
    assert found.page.evaluate("getComputedStyle(document.querySelector('.row')).display") == "table-row"
    weight = found.page.evaluate("getComputedStyle(document.querySelector('#row-2 .new ins')).fontWeight")
    assert int(weight) >= 700
    found.page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = pdf_pages(tmp_path / "page.pdf")
    assert len(pages) > 2
    assert all("序号" in page and f"— {number} —" in page for number, page in enumerate(pages, 1))
    found.context.close()


def pdf_pages(path: Path) -> list[str]:
    """The text of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    finally:
        document.close()


def test_the_heat_map_reads_out_cells(browser: Any, files: Path) -> None:
    found = Opened(browser, files / "matrix.html")
    found.page.locator("label[for=by-likeness]").click()
    found.page.locator(".map.likeness").focus()
    found.page.keyboard.press("End")
    shown = found.page.locator(".out").text_content()
    assert shown.startswith(("0.80", "0.30", "0.20"))
    found.page.keyboard.press("Home")
    assert found.page.locator(".out").text_content().startswith("1.00")
    assert found.said == []
    assert found.asked == []
    found.context.close()
