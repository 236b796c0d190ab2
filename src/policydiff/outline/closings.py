"""Text that stands after a section's children, or after the last section, and belongs to the level above.

In a stream no paragraph break tells it; what tells is how it begins: it speaks to all addressees again (请各地区…,
各地区、各有关部门要…), names the issuers as its subject, or takes up the parent's heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.outline.block import Block
from policydiff.outline.labels import Style

_ADDRESS = re.compile(
    r"请各(?:地|省|市|区|县|部门|单位|级)"
    r"|各(?:地区|省|市|区|县|级|单位)[^。，]{0,12}、各[^。，]{0,16}(?:要|应|须|请)"  # 各地区、各有关部门要
    r"|各地区各部门要"
    r"|各省、自治区、直辖市[^。]{0,30}(?:要|应|请)"
    r"|(?:本|以上)(?:意见|通知|方案|规划|办法)自"  # 本办法自…起施行
    r"|执行中(?:的|如|遇)|特此通知"
    r"|(?:联系人|联系电话|联系方式)[：:]"
    r"|附件[：:]"
)
"""How a sentence begins that speaks to all addressees again."""
_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+$")
_SUBJECT_REACH_CHARS = 40
_FEWEST_ISSUERS = 2
_SHORTEST_NAME_CHARS, _SHORTEST_SUBJECT_CHARS = 4, 4


def cut(text: str, roots: Sequence[Block], *, issuers: tuple[str, ...]) -> tuple[int, int] | None:
    """Cut the roots' tails off their last descendants; what stands behind the last section is returned."""
    for index, root in enumerate(roots):
        leaf, is_last = root.last_leaf, index + 1 == len(roots)
        if leaf.style is Style.ARTICLE or (leaf is root and not is_last):
            continue
        parent = root.heading if leaf is not root else ""
        start = _closing_start(text, leaf.text, leaf.end, issuers=issuers, parent=parent)
        if start is None:
            continue
        behind, leaf.end = (start, leaf.end), start
        if is_last:
            return behind
        root.tail = behind
    return None


def _closing_start(text: str, start: int, end: int, *, issuers: tuple[str, ...], parent: str) -> int | None:
    """Where in ``[start, end)``, the text of a parent's last child, the parent's own text begins again, if anywhere.

    ``issuers`` are the document's, ``parent`` is the parent's heading; the child's first sentence is its own.
    """
    for m in list(_SENTENCE.finditer(text[start:end]))[1:]:
        sentence = m[0]
        if _ADDRESS.match(sentence) or _issuer_acts(sentence, issuers) or _takes_up(sentence, parent):
            return start + m.start()
    return None


def _issuer_acts(sentence: str, issuers: tuple[str, ...]) -> bool:
    """At least two of the issuers named together as the subject (国家发展改革委、中央网信办会同…)."""
    first = sentence.split("，", 1)[0][:_SUBJECT_REACH_CHARS]
    named = {name.removesuffix("办公厅").removesuffix("秘书局") for name in issuers}
    acting = sum(name in first for name in named if len(name) >= _SHORTEST_NAME_CHARS)
    return len(issuers) >= _FEWEST_ISSUERS and acting >= _FEWEST_ISSUERS


def _takes_up(sentence: str, parent: str) -> bool:
    """The parent's heading (关于 apart) is the sentence's subject."""
    subject = re.sub(r"^(?:关于|有关)|(?:工作|事项|方式|要求)$", "", parent)
    return len(subject) >= _SHORTEST_SUBJECT_CHARS and sentence.startswith(subject)
