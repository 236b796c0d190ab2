from __future__ import annotations

from policydiff.insight import citation_pairs
from tests.unit.insight.reading import found


def test_titles_with_brackets_and_without() -> None:
    text = (
        "依据《“十四五”数字经济发展规划》（国发〔2021〕29号）和国务院关于促进信息消费扩大内需的若干意见"
        "（国发〔2013〕32号）制定。"
    )
    assert [(one.title, one.doc_number) for one in found(text).citations] == [
        ("“十四五”数字经济发展规划", "国发〔2021〕29号"),
        ("国务院关于促进信息消费扩大内需的若干意见", "国发〔2013〕32号"),
    ]


def test_what_is_no_title_is_not_cited() -> None:
    assert found("按照统一规划、分步实施的原则，根据职责落实有关要求。").citations == ()


def test_editions_replace_each_other() -> None:
    old = found("按照《智慧城市建设指标（2020年）》开展评价，落实《数字山东发展规划》。")
    new = found("按照《智慧城市建设指标（2022年）》开展评价，落实《网络安全审查办法》。")
    assert [(pair.old, pair.new, pair.change) for pair in citation_pairs(old, new)] == [
        (0, 0, "replaced"),
        (1, None, "dropped"),
        (None, 1, "added"),
    ]
