"""Names of issuing bodies, written in any of the usual ways."""

from __future__ import annotations

import pytest

from policydiff.outline.issuers import is_issuer, issuers_at_start, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公安部安全部", ("公安部", "安全部")),
        ("财政部 教育部　科技部", ("财政部", "教育部", "科技部")),
        ("国家发展改革委、中央网信办", ("国家发展改革委", "中央网信办")),
        ("中共中央办公厅\n国务院办公厅", ("中共中央办公厅", "国务院办公厅")),
        ("北京市经济和信息化局", ("北京市经济和信息化局",)),
        ("财政部某某领导小组", ("财政部", "某某领导小组")),
        ("某区大数据中心", ("某区大数据中心",)),
        ("", ()),
    ],
)
def test_names_in_a_row(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_known_names_at_the_start() -> None:
    assert issuers_at_start("国务院办公厅 天津市人民政府办公厅关于印发") == (
        ("国务院办公厅", "天津市人民政府办公厅"),
        17,
    )
    assert issuers_at_start("某市人民政府") == ((), 0)


@pytest.mark.parametrize("text", ["国务院", "某市人民政府", "某省大数据局（省政务办）", "推进小组办公室", "某某委员会"])
def test_issuers(text: str) -> None:
    assert is_issuer(text)


@pytest.mark.parametrize(
    "text", ["某市智慧城市", "各区人民政府，市政府", "推进工作：由某局", "局", "规划" * 20 + "局", ""]
)
def test_what_is_no_issuer(text: str) -> None:
    assert not is_issuer(text)
