from __future__ import annotations

from dataclasses import replace

from lxml import etree

from policydiff.export.html.flow_picture import MOST_NODES, flow_lines, flow_picture
from policydiff.model import Comparison, Flow
from policydiff.synopsis.row_cells import Sides
from tests import samples
from tests.factory import document, section
from tests.unit.export.html import sample

SVG = "{http://www.w3.org/2000/svg}"


def flat(articles: int) -> Comparison:
    """Two documents without chapters that share every article."""
    made = document(*(section(f"第{n}条", "", f"条文{n}的内容若干。") for n in range(1, articles + 1)))
    flows = tuple(Flow(old=str(n), new=str(n), old_share=1.0, new_share=1.0) for n in range(1, articles + 1))
    return replace(samples.comparison(), old=made, new=made, flows=flows)


def test_bands_tell_both_ends_and_shares() -> None:
    drawn = etree.fromstring(flow_picture(sample.comparison()))
    told = [band.findtext(f"{SVG}title") for band in drawn.iterfind(f"{SVG}path")]
    assert told[0] is not None
    assert "100%" in told[0]
    assert len(told) == 2


def test_sections_stand_apart_and_in_order() -> None:
    drawn = etree.fromstring(flow_picture(sample.comparison()))
    tops = [float(node.get("y", 0)) for node in drawn.iterfind(f"{SVG}rect[@class='frame']") if node.get("x") == "300"]
    assert tops == sorted(set(tops))


def test_many_articles_are_drawn_in_runs() -> None:
    drawn = etree.fromstring(flow_picture(flat(300)))
    names = [text.text for text in drawn.iterfind(f"{SVG}text")]
    assert len(names) <= 2 * MOST_NODES
    assert names[0] == "第1条–第10条"


def test_no_flows_no_picture() -> None:
    assert flow_picture(samples.comparison()) == ""


def test_an_empty_section_has_no_band() -> None:
    comparison = replace(samples.comparison(), old=document(section()), new=document(section("一、", "甲", "乙")))
    drawn = flow_picture(replace(comparison, flows=(Flow(old="1", new="1", old_share=0.0, new_share=0.0),)))
    assert "<path" not in drawn


def test_lines_cite_sections() -> None:
    comparison = sample.comparison()
    line = flow_lines(comparison, Sides.of(comparison))[1]
    assert (line.old, line.new, line.old_share, line.new_share) == ("第五条", "第七条", "50%", "100%")
