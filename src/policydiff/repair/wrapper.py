"""The sentence that a sharing site puts before the text it shows (damage class D1)."""

from __future__ import annotations

import re

from policydiff.repair.finding import Finding

KIND = "wrapper"

_WRAPPER = re.compile(
    r"\A\s*《[^\n]{1,200}?》由(?:会员|會員)(?:分享)?"
    r"[^\n]{0,300}?在[线線綫][阅閱閲][读讀]"
    r"[^\n]{0,400}?搜索。?[ \t]*\n?"
)


def find(text: str) -> list[Finding]:
    """The wrapper, where the text begins with one."""
    match = _WRAPPER.match(text)
    return [Finding(0, match.end(), "", 1.0)] if match else []
