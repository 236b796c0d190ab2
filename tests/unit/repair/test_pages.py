"""Page numbers go and leave page marks; figures of the document stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.repair import repair
from policydiff.repair.pages import find
from tests.unit.repair.reading import mended, prose


def glued(pages: list[str], *, first: int = 1) -> str:
    """Pages with their numbers at the foot, run together in mid-sentence."""
    return "".join(f"{page}{number}" for number, page in enumerate(pages, first))


def numbered(pages: list[str], line: str, *, first: int = 1) -> str:
    return "".join(f"{page}\n{line.format(number)}\n" for number, page in enumerate(pages, first))


@given(st.integers(8, 20), st.integers(300, 900), st.integers(1, 30))
def test_numbers_inside_sentences_go(count: int, length: int, first: int) -> None:
    pages = [prose(length + 17 * (n % 3), shift=31 * n) for n in range(count)]
    text = glued(pages, first=first)

    findings, marks = find(text)

    assert mended(text, findings) == "".join(pages)
    assert [mark.number for mark in marks] == list(range(first, first + count))


def test_pages_begin_behind_the_number_of_the_page_before() -> None:
    pages = [prose(600, shift=n) for n in range(10)]
    text = glued(pages)

    _, marks = find(text)

    assert marks[0].offset == 0
    assert [text[mark.offset :][:20] for mark in marks[1:]] == [page[:20] for page in pages[1:]]


def test_numbers_at_the_head_open_their_page() -> None:
    pages = [prose(600, shift=n) for n in range(10)]
    text = "".join(f"{number}{page}" for number, page in enumerate(pages, 1))

    findings, marks = find(text)

    assert mended(text, findings) == "".join(pages)
    assert [text[mark.offset :][:20] for mark in marks] == [f"{n}{page}"[:20] for n, page in enumerate(pages, 1)]


@pytest.mark.parametrize("line", ["— {} —", "-{}-", "－{}－", "第 {} 页", "第{}页 共12页", "  · {} ·"])
def test_numbers_on_lines_of_their_own_go(line: str) -> None:
    pages = [prose(400, shift=n) for n in range(4)]
    text = numbered(pages, line)

    findings, marks = find(text)

    assert mended(text, findings).split() == pages
    assert [mark.number for mark in marks] == [1, 2, 3, 4]


def test_bare_numbers_on_lines_need_a_longer_chain() -> None:
    few, many = ([prose(400, shift=n) for n in range(count)] for count in (4, 6))

    assert find(numbered(few, "{}")) == ([], [])
    assert len(find(numbered(many, "{}"))[0]) == 6


def test_a_page_cuts_a_number_in_two() -> None:
    pages = [prose(600, shift=n) for n in range(12)]
    pages[4] = pages[4] + "建设1."
    pages[5] = "4G专网，" + pages[5]
    text = glued(pages)

    findings, _ = find(text)

    assert "建设1.4G专网" in mended(text, findings)


def test_roman_numbers_of_the_front_matter_go() -> None:
    front = [prose(300, shift=n) + roman for n, roman in enumerate(("I", "II", "III"))]
    text = "".join(front) + glued([prose(600, shift=n) for n in range(9)])

    findings, marks = find(text + prose(300))

    assert "I" not in mended(text, findings)
    assert [mark.number for mark in marks] == [-1, -2, -3, *range(1, 10)]


ROWS = "".join(f"{n}某市{'开展试点示范建设' * 3}" for n in range(1, 30))


@pytest.mark.parametrize(
    "text",
    [
        prose(900) + "推进1.4G专网、5G和2.4G频段应用，" + prose(900),
        "".join(prose(500, shift=n) + f"第{n}" for n in range(1, 12)),
        "".join(prose(500, shift=n) + f"（{n}）" for n in range(1, 12)),
        "".join(prose(500, shift=n) + f"达到{n}%，" for n in range(1, 12)),
        "".join(prose(500, shift=n) + f"建成 {n} 个，" for n in range(1, 12)),
        "".join(prose(500, shift=n) + f"到{2010 + n}.{n}月，" for n in range(1, 12)),
        ROWS,
        glued([prose(600, shift=n) for n in range(7)]),
        "".join(f"{n}、{prose(40)}\n" for n in range(1, 40)),
        "\n".join(f"第{n}条　{prose(200, shift=n)}" for n in range(1, 30)),
        "".join(f"{n}、{prose(200, shift=n)}" for n in range(1, 30)),
        "".join(f"{n}）{prose(200, shift=n)}" for n in range(1, 30)),
        "".join(f"专栏{n}{prose(400, shift=n)}" for n in range(1, 30)),
        "2019\n2020\n2021\n2022\n2023\n2024\n",
    ],
    ids=[
        "5G", "第3", "footnotes", "percentages", "counts", "decimals", "rows of a table", "too few", "a list",
        "articles", "long items", "items with a parenthesis", "boxes", "years",
    ],
)  # fmt: skip
def test_figures_of_the_document_stay(text: str) -> None:
    assert find(text) == ([], [])


def test_the_seed_has_82(seed_text: str) -> None:
    after = repair(seed_text, skip=frozenset({"mojibake"}))

    assert sum(r.kind == "page_number" for r in after.repairs) == 82
    assert [mark.number for mark in after.pages] == [-1, -2, -3, *range(1, 80)]
