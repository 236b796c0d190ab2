"""Captions of figures that text extraction ran into the text before the next heading (damage class D12)."""

from __future__ import annotations

import re

KIND = "caption"

_FIGURE = r"图[ ]?\d{0,2}[ ：:]?"
_SHAPES = "架构|框架|思路|体系|流程|结构|路线|示意|关系|布局"
"""What figures in plans show."""
_CAPTION = re.compile(
    r"(?<=[。；！？”）])(?P<caption>"
    rf"(?:{_FIGURE})?[\u4e00-\u9fffA-Za-z0-9]{{2,22}}?(?:{_SHAPES})图?"  # 图1 总体架构
    r"|图[ ]?\d{1,2}[ ：:]?[\u4e00-\u9fff]{2,20}"  # 图2 建设内容
    r")\s*$"
)


def at_end(text: str) -> str:
    """The caption a section's text ends with, or nothing."""
    m = _CAPTION.search(text)
    return m["caption"] if m else ""
