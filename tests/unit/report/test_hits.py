from __future__ import annotations

import pytest
from rich.cells import cell_len

from policydiff import messages
from policydiff.cli.output import drawn
from policydiff.model import Hit, Hits, Span
from policydiff.report.hits import SHOWN_CHARS, hits
from tests import samples


@pytest.fixture(autouse=True)
def _english() -> object:
    messages.use("en")
    yield
    messages.use(None)


def hit(text: str = "推进公共数据共享。", page: int | None = 3) -> Hit:
    return Hit(
        document="jia",
        title="甲市规划" + samples.ESCAPE,
        section="1.1",
        path=("一、数据治理", "", "（一）共享"),
        page=page,
        span=Span(start=1, end=2),
        text=text,
        score=0.517,
    )


def shown(*found: Hit, width: int = 80) -> list[str]:
    return drawn(hits(Hits(query="x", measure="tfidf-word", hits=found)), width=width, terminal=False).splitlines()


def test_score_document_place_and_text() -> None:
    lines = shown(hit(), hit(page=None))
    assert lines[0].startswith(" 1  0.52  甲市规划")
    assert lines[1] == "    jia#1.1 (p. 3)  一、数据治理 › （一）共享"
    assert lines[2] == "    推进公共数据共享。"
    assert lines[4].startswith(" 2  0.52")
    assert lines[5].startswith("    jia#1.1  一")


def test_long_texts_are_shortened_and_set_in_the_width() -> None:
    lines = shown(hit("推进公共数据共享，" * 100), width=50)
    assert max(map(cell_len, lines)) <= 50
    assert "".join(line.strip() for line in lines[2:-1]).endswith("…")
    assert sum(len(line.strip()) for line in lines[2:-1]) == SHOWN_CHARS + 1


def test_nothing_found_is_said() -> None:
    assert shown() == ["No section shares a word with the text."]


def test_no_control_characters() -> None:
    assert not set("".join(shown(hit(samples.ESCAPE)))) & set("\x1b\x07\x9b")
