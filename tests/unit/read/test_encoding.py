"""Texts in every encoding Chinese offices use come back as they were; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import NotText
from policydiff.read.encoding import decode

SIMPLIFIED = "到2025年，全市建成统一的城市运行管理平台，重点领域数据共享率达到90%以上。\n（一）总体要求\n"
TRADITIONAL = "到2025年，全市建成統一的城市運行管理平臺，重點領域資料共享率達到90%以上。\n（一）總體要求\n"
SHORT = ("关于印发规划的通知", "一、总则", "（试行）")
"""Texts too short for statistics over many encodings."""


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, *SHORT, "plain ASCII 2021\n"])
@pytest.mark.parametrize(
    ("codec", "bom", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_unicode(text: str, codec: str, bom: bytes, name: str) -> None:
    assert decode(bom + text.encode(codec))[:2] == (text, name)


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, *SHORT, "〔2021〕第3号"])
def test_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030"))[:2] == (text, "gb18030")


@pytest.mark.parametrize("text", [TRADITIONAL, "關於促進智慧城市建設的通知", "第一條　總則"])
def test_big5(text: str) -> None:
    assert decode(text.encode("big5hkscs"))[:2] == (text, "big5hkscs")


def test_a_few_damaged_bytes_do_not_hide_the_encoding() -> None:
    data = bytearray((SIMPLIFIED * 20).encode("gb18030"))
    data[100] = 0xFF

    text, encoding, undecodable = decode(bytes(data))

    assert encoding == "gb18030"
    assert 0 < undecodable <= 2
    assert text.endswith(SIMPLIFIED)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00" * 400,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 57,
        b"GIF89a" + bytes(range(1, 200)) * 4,
    ],
    ids=["every byte", "zeros", "ELF", "GIF"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(NotText) as caught:
        decode(data)
    assert caught.value.what
    assert caught.value.cause
    assert caught.value.fix


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(NotText):
        decode("Правила устройства городского хозяйства и связи".encode("koi8-r"))


def test_text_with_terminal_sequences_is_text() -> None:
    text = "\x1b[31m第一条\x1b[0m " + SIMPLIFIED

    assert decode(text.encode()).text == text


@given(st.text("一二三的是在为和市政府规划建设发展智慧城市数据，。、（）2021\n", min_size=12))
def test_any_chinese_text_comes_back(text: str) -> None:
    for codec in ("utf-8", "utf-16", "gb18030"):
        assert decode(text.encode(codec)).text == text
