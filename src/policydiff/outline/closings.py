"""Text that stands after a section's children, or after the last section, and belongs to the level above.

In a stream no paragraph break tells it; what tells is how it begins: it speaks to all addressees again (请各地区…,
各地区、各有关部门要…), names the issuers as its subject, or takes up the parent's heading.
"""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:请各(?:地|省|市|区|县|部门|单位|级)|各(?:地区|省|市|区|县|级|单位)[^。，]{0,12}、各[^。，]{0,16}(?:要|应|须|请)|各地区各部门要|"
    r"各省、自治区、直辖市[^。]{0,30}(?:要|应|请)|(?:本|以上)(?:意见|通知|方案|规划|办法)自|执行中(?:的|如|遇)|特此通知|"
    r"(?:联系人|联系电话|联系方式)[：:]|附件[：:])"
)
_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+$")
_SHORT_SIGN_CHARS = 8


def closing_start(text: str, start: int, end: int, *, issuers: tuple[str, ...], parent: str) -> int | None:
    """Where in ``[start, end)``, the text of a parent's last child, the parent's own text begins again; None if nowhere."""
    for m in list(_SENTENCE.finditer(text[start:end]))[1:]:
        sentence = m[0]
        if _ADDRESS.match(sentence) or _issuer_acts(sentence, issuers) or _takes_up(sentence, parent):
            return start + m.start()
    return None


def _issuer_acts(sentence: str, issuers: tuple[str, ...]) -> bool:
    """At least two of the issuers named together as the subject (国家发展改革委、中央网信办会同…)."""
    first = sentence.split("，", 1)[0][:40]
    named = {name.removesuffix("办公厅").removesuffix("秘书局") for name in issuers}
    return len(issuers) >= 2 and sum(name in first for name in named if len(name) >= 4) >= 2


def _takes_up(sentence: str, parent: str) -> bool:
    """The parent's heading (关于 apart) is the sentence's subject."""
    subject = re.sub(r"^(?:关于|有关)|(?:工作|事项|方式|要求)$", "", parent)
    return len(subject) >= 4 and sentence.startswith(subject)
