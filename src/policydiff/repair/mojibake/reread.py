"""UTF-8 text that was read as GBK or as Latin-1: ``鐨勬斂绛`` for 的政策, ``æ”¿`` for 政.

The invariant: a run is re-read only where its bytes are strict UTF-8 throughout and Chinese comes out; what lost
bytes (``锟斤拷``, a character cut at the run's edge) stays and is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from policydiff.repair.finding import Finding

CONFIDENCE = 0.99
LOST = re.compile("(?:锟斤拷|锟斤|斤拷){1,200}|(?:烫烫烫|屯屯屯)[烫屯]*")
"""What is left of characters that were replaced before being misread, or of memory never written: beyond repair."""

SUSPECT = re.compile(
    "锟斤拷|烫烫烫|屯屯屯|[鐨鍥鏀鍙浜鎴鐢涓涔浠鍦鏈绗鍏璁杩骞缁瀹鏂鍒鍔鍚][\u3400-\u9fff\u20ac-\u2fff]|銆[\u0080-\uffff]|锛|â€|[ãäåæçèé][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]"
)
_GBK_RUN = re.compile("[\u0080-\ud7ff\ue000-\uffff][^\n?\ufffd]*")
_LATIN_RUN = re.compile("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{3,}")

COMMON = re.compile("[，。、；：？！（）“”《》]")
RISE = 0.30
"""By how much the share of common Chinese characters must rise (domain rule D5)."""

FEWEST_CHINESE = 2
MOST_SKIPPED = 12
"""Characters before the first telling one that a misread run may begin with."""

_CP1252_GAPS = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))


LONGEST_CUT = 6
"""Characters at the end of a run among which a cut one may be."""


class Reading(NamedTuple):
    """What a run was read as, and the runs that may be of that kind."""

    encoding: str
    runs: re.Pattern[str]
    bytes_of: Callable[[str], bytes | None]


def find(text: str) -> list[Finding]:
    """Misread runs of ``text`` (changed), and places beyond repair (flagged)."""
    if SUSPECT.search(text) is None:
        return []
    lost = [Finding(m.start(), m.end(), m[0], 0.99) for m in LOST.finditer(text)]
    taken = [(f.start, f.end) for f in lost]
    found = list(lost)
    for reading in (Reading("gb18030", _GBK_RUN, _gbk), Reading("latin-1", _LATIN_RUN, _latin)):
        for finding in _reread(text, reading):
            if all(finding.end <= start or end <= finding.start for start, end in taken):
                taken.append((finding.start, finding.end))
                found.append(finding)
    return sorted(found)


def _reread(text: str, reading: Reading) -> Iterator[Finding]:
    for run in reading.runs.finditer(text):
        suspect = SUSPECT.search(run[0])
        if suspect is not None:
            for skipped in range(min(MOST_SKIPPED, suspect.start()) + 1):
                finding = _strict(run[0][suspect.start() - skipped :], run.start() + suspect.start() - skipped, reading)
                if finding is not None:
                    yield finding
                    break


def _strict(run: str, start: int, reading: Reading) -> Finding | None:
    """The longest beginning of the run that is strict UTF-8 and Chinese (it may be cut by a character at its end)."""
    data = reading.bytes_of(run)
    if not data:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        run, data = _prefix(run, data[: error.start], reading)
        if not data:
            return None
    after = data.decode("utf-8")
    chinese = sum(map(_is_common, after))
    if chinese >= FEWEST_CHINESE and _share(after) >= _share(run) + RISE:
        return Finding(start, start + len(run), after, CONFIDENCE)
    return None


def _prefix(run: str, good: bytes, reading: Reading) -> tuple[str, bytes]:
    """The longest beginning of ``run`` whose bytes are whole characters within ``good``; empty where there is none."""
    size = len(good.decode(reading.encoding, errors="ignore"))
    for end in range(size, max(0, size - LONGEST_CUT), -1):
        data = reading.bytes_of(run[:end])
        if data and good.startswith(data):
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return run[:end], data
    return "", b""


def _share(text: str) -> float:
    wide = [char for char in text if ord(char) > 0x7F]
    return sum(map(_is_common, wide)) / len(wide) if wide else 0.0


def _is_common(char: str) -> bool:
    """True for Chinese punctuation and the 3,755 characters of the first level of GB 2312."""
    if COMMON.match(char):
        return True
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def _gbk(text: str) -> bytes | None:
    try:
        return text.encode("gb18030")
    except UnicodeEncodeError:
        return None


def _latin(text: str) -> bytes | None:
    """The bytes of text read as Windows-1252, its five gaps as Latin-1."""
    data = bytearray()
    for char in text:
        if ord(char) in _CP1252_GAPS or ord(char) < 0x80:
            data.append(ord(char))
            continue
        try:
            data += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return None
            data.append(ord(char))
    return bytes(data)
