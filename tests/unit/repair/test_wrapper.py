"""The sharing site's sentence goes, a document's own first line stays."""

from __future__ import annotations

import pytest

from policydiff.repair.wrapper import find
from tests.unit.repair.reading import mended

WRAPPERS = [
    "《某市规划(20页珍藏版)》由会员分享，可在线阅读，更多相关《某市规划》请在某网站上搜索。\n",
    "《某市規劃》由會員分享，可在線閱讀，更多請在某文庫搜索。 ",
    "\n 《某市规划》由会员某某分享，免费在线阅读，更多请搜索",
]


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_the_wrapper_goes(wrapper: str) -> None:
    text = wrapper + "某市规划\n一、总则"

    assert mended(text, find(text)) == "某市规划\n一、总则"


@pytest.mark.parametrize(
    "text",
    [
        "《某市规划》由市政府印发。\n一、总则",
        "某市规划\n" + WRAPPERS[0],
        "《某市规划》由会员大会审议通过。\n可在市政府网站上搜索。",
        "",
    ],
)
def test_other_beginnings_stay(text: str) -> None:
    assert find(text) == []


def test_the_seed_has_one(seed_text: str) -> None:
    (found,) = find(seed_text)

    assert found.start == 0
    assert seed_text[found.end :].startswith("1、")
