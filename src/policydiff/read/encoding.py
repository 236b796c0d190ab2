"""Bytes → text: which of the encodings Chinese offices use is this?

Only four families occur (UTF-8, UTF-16, GB18030, Big5), so the question is settled by decoding strictly and
counting common characters, which general detectors, trained on dozens of encodings, get wrong on short texts.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from policydiff.errors import NotText
from policydiff.messages import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外"
    "政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情"
    "者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手"
    "规条例办市省政务务区县责任法律项国务院關於發業數據與個為會來時國說們過對動學機電進設務體實點產這應號條規劃開"
    "，。、：；（）“”《》　！？－％０１２３４５６７８９"
)
"""Characters that make up most of any Chinese official text, simplified and traditional."""

_HIGH_BYTES = tuple(bytes([b]) for b in (0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)))
"""High bytes of ASCII, general and CJK punctuation, full-width forms and unified ideographs in UTF-16."""

_HIGH_SHARE, _LOW_SHARE = 0.97, 0.8
"""Share of those bytes on the one side of UTF-16's pairs, and at most on the other."""

_FEW_BYTES, _REPLACED_SHARE = 3, 0.005
"""Up to this many undecodable bytes, or this share, are lived with; above it the encoding is wrong."""

_CONTROL_SHARE, _CONTROL_SHARE_IN_UTF8 = 0.002, 0.2
"""Share of control characters that make a file binary; valid UTF-8 is hardly ever anything but text."""

_COMMON_SHARE = 0.2
"""At least this share of a Chinese text's non-ASCII characters is common; wrong decodings stay far below."""

_SAMPLE_CHARS, _SAMPLE_BYTES = 200_000, 1 << 16

_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")
"""Control characters that texts hold: blanks, line ends, terminal sequences."""


_REPLACED_COST = 4
"""What a share of undecodable bytes counts against an equal share of common characters."""


class Decoded(NamedTuple):
    """Text, the name of its encoding, and how many bytes could not be decoded (they read U+FFFD)."""

    text: str
    encoding: str
    undecodable: int


def decode(data: bytes) -> Decoded:
    """Decode ``data``; raises `NotText` where it is binary or in no encoding known here."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _lenient(data, name)
    if (wide := _utf16(data)) is not None:
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data, allowed=_CONTROL_SHARE)
        return _best(data)
    _refuse_binary(data, allowed=_CONTROL_SHARE_IN_UTF8)
    return Decoded(text, "utf-8", 0)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: the high bytes of Chinese text fall into few blocks, on one side only."""
    if len(data) % 2 or len(data) < 4:
        return None
    head = data[: 2 * _SAMPLE_BYTES]
    even, odd = (2 * sum(map(head[side::2].count, _HIGH_BYTES)) / len(head) for side in (0, 1))
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > _HIGH_SHARE and low < _LOW_SHARE:
            text = data.decode(name, errors="replace")
            if _plausible(text):
                return Decoded(text, name, text.count("\ufffd"))
    return None


def _refuse_binary(data: bytes, *, allowed: float) -> None:
    head = data[:_SAMPLE_BYTES]
    odd = sum(head.count(code) for code in range(32) if code not in _TEXT_CONTROLS)
    if odd > len(head) * allowed:
        raise NotText(
            _("The file is not text."),
            cause=_("It holds bytes that no text holds."),
            fix=_("Convert it to text first, and give the text file."),
        )


def _best(data: bytes) -> Decoded:
    tries = [_lenient(data, name) for name in ("gb18030", "big5hkscs", "utf-8")]
    best = max(tries, key=lambda d: _common_share(d.text) - _REPLACED_COST * d.undecodable / len(data))
    if best.undecodable > max(_FEW_BYTES, len(data) * _REPLACED_SHARE) or not _plausible(best.text):
        raise NotText(
            _("The file's encoding cannot be told."),
            cause=_("It is neither UTF-8, UTF-16, GB18030 nor Big5, or the file is damaged."),
            fix=_("Save it again as UTF-8."),
        )
    return best


def _lenient(data: bytes, name: str) -> Decoded:
    text = data.decode(name, errors="replace")
    return Decoded(text, name.removesuffix("-sig"), text.count("\ufffd"))


def _common_share(text: str) -> float:
    sample = [c for c in text[:_SAMPLE_CHARS] if c > "\x7f"]
    return sum(c in COMMON for c in sample) / len(sample) if sample else 0.0


def _plausible(text: str) -> bool:
    wide = sum(c > "\x7f" for c in text[:_SAMPLE_CHARS])
    return wide == 0 or _common_share(text) >= _COMMON_SHARE
