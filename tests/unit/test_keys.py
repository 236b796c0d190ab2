"""What the comparison key folds, what it keeps, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.keys import key, mapped_key, shaped

NASTY = (
    "《》〔〕[]（）()“”「」『』‘’—–-－～:：，,。％﹝﹞ \u3000\t\n\u200b\ufeff\u00ad"
    "2021０〇○◯零号臺台灣湾著着發发⺟⽂馬⾺豈薴著"
)

texts = st.one_of(st.text(max_size=40), st.text(NASTY, max_size=40), st.from_regex(r"(\((19|20)\d\d\)){1,3}\d{1,6}号"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("《数字中国建设规划》", "数字中国建设规划"),
        ("国发〔2021〕29号", "国发[2021]29号"),
        ("国发〔2021〕29号", "国发(2021)29号"),
        ("国发（2021）29号", "国发 2021 29 号"),
        ("第一章　总　则", "第一章总则"),
        ("“一网通办”", '"一网通办"'),
        ("「一網通辦」", "“一网通办”"),
        ("２０２５年达到８０％", "2025年达到80%"),
        ("2018—2022年", "2018-2022年"),
        ("2018～2022年", "2018~2022年"),
        ("（一）总体要求：", "(一)总体要求:"),
        ("二○三五年", "二〇三五年"),
        ("臺灣與數據", "台湾与数据"),
        ("看著", "看着"),
        ("⽂件", "文件"),
        ("⾺上", "马上"),
        ("城\u200b市\ufeff管\u00ad理", "城市管理"),
        ("三十……", "三十⋯⋯"),
    ],
)
def test_display_facts_make_no_difference(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("80%", "85%"),
        ("不低于80%", "80%"),
        ("应当，可以", "应当可以"),
        ("研究、推进", "研究推进"),
        ("(一)城市", "一城市"),
        ("1.5亿元", "15亿元"),
        ("5G", "5g"),
        ("2021年（试行）", "2021年试行"),
        ("(2021)年", "2021年"),
        ("零", "〇"),
    ],
)
def test_differences_of_substance_stay(a: str, b: str) -> None:
    assert key(a) != key(b)


@given(texts)
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


@given(texts)
def test_a_key_is_never_longer(text: str) -> None:
    assert len(key(text)) <= len(text)


@given(texts)
def test_a_shaped_text_keeps_its_length_and_its_key(text: str) -> None:
    assert len(shaped(text)) == len(text)
    assert key(shaped(text)) == key(text)


@given(texts)
def test_the_mapped_key_is_the_key_and_leads_back(text: str) -> None:
    found = mapped_key(text)

    assert found.text == key(text)
    for place, character in enumerate(found.text):
        start, end = found.origins.span(place, place + 1)
        assert end == start + 1
        assert shaped(text)[start] == character


def test_every_character_folds_to_one_that_stays() -> None:
    every = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x10000)]))

    assert shaped(shaped(every)) == shaped(every)


def test_of_brackets_the_way_back_takes_the_inside() -> None:
    found = mapped_key("印发《规划》的通知")
    at = found.text.index("规划")

    assert found.origins.span(at, at + 2) == (3, 5)
