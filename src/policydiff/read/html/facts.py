"""What a page says of its document beside it: the table of 索引号, 发文机关, 成文日期; failing that, meta tags.

The labels are those of the State Council's 政府信息公开 pages and of the sites that follow them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from policydiff.read.html.elements import LEAVES
from policydiff.read.html.nodes import Node

_LABELS = {
    "doc_number": "发文字号|文件字号|发文文号|发文号|文件编号|文件号|文号|字号",
    "date": "成文日期|成文时间|发文日期|印发日期|印发时间|签发日期|制发日期|制定日期|落款日期",
    "issuers": "发文机关|发文机构|发文单位|制发机关|制定机关|发文部门|印发机关",
    "title": "标题|文件标题|文件名称|信息名称|信息标题|名称",
    "published": "发布日期|发布时间|公开日期|公开时间|公布日期|生成日期|生成时间|发文时间",
    "": "索引号|信息索引号|信息索引|主题分类|主题词|信息分类|分类|体裁分类|服务对象|有效性|效力状态|公文种类|文件类型"
    "|关键词|发布机构|公开方式|公开范围|信息来源|公开主体|实施日期|施行日期|废止日期|内容概述|统一登记号|组配分类|公开类别|时效",
}
"""Labels by the field they fill; those under the empty name only show that here is the page's table."""
_FIELD = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}
_ANY = "|".join("[ \u3000]*".join(label) for label in sorted(_FIELD, key=len, reverse=True))
_ALONE = re.compile(rf"[\[【\s]*(?P<label>{_ANY})[\]】\s]*[:：]?\s*")
_PAIR = re.compile(rf"(?<![\u4e00-\u9fff])[\[【]?(?P<label>{_ANY})[\]】]?[ \u3000]*[:：]")

_LONGEST_CHARS = 400
_NEAR = 8
"""Leaves between two labels of one table, empty ones included."""
_FEWEST_LABELS = 2

_METAS = {
    "title": ("articletitle", "article_title"),
    "published": ("pubdate", "publishdate", "article:published_time", "firstpublishedtime"),
    "doc_number": ("wenhao", "docnumber", "fileno"),
}
_DATE = re.compile(r"((?:19[4-9]|20[0-4])\d)\s*[-年./]\s*(1[0-2]|0?[1-9])\s*[-月./]\s*(3[01]|[12]\d|0?[1-9])(?!\d)")
_NUMBER = re.compile(r"[\u4e00-\u9fff][^。；，]{0,40}?\d+\s*号")
_NAME_PARTS = re.compile(r"[\s、，,;；]+")
_WITHIN_HAN = re.compile(r"(?<=[\u4e00-\u9fff“”《》、]) (?=[\u4e00-\u9fff“”《》、])")
_SHORTEST_TITLE_CHARS = 4


def facts(root: Node, metas: Mapping[str, str]) -> dict[str, str]:
    """Metadata by the fields' names in `Document`, and ``published``: the day the site put the page up."""
    found = _table(_leaves(root))
    for field, names in _METAS.items():
        for name in names:
            if field not in found and (value := _value(field, metas.get(name, ""))):
                found[field] = value
    return found


def _leaves(root: Node) -> list[str]:
    """Texts of the innermost blocks, in order; empty table cells are kept, since they are empty values."""
    leaves = []
    for node in root.walk():
        if node.tag in LEAVES and not any(isinstance(c, Node) and _holds_block(c) for c in node.children):
            text = node.text(parted=True)
            if text or node.tag in ("td", "dd"):
                leaves.append(text)
    return leaves


def _holds_block(node: Node) -> bool:
    return any(inner.tag in LEAVES or inner.tag in ("table", "ul", "ol", "dl") for inner in node.walk())


def _table(leaves: Sequence[str]) -> dict[str, str]:
    """The first run of labels near each other that gives a number, a date or a title."""
    groups: list[list[tuple[str, str]]] = []
    last = -_NEAR - 1
    for index, leaf in enumerate(leaves):
        pairs = _pairs(leaf, leaves[index + 1] if index + 1 < len(leaves) else "")
        if pairs:
            if index - last > _NEAR:
                groups.append([])
            groups[-1] += pairs
            last = index
    for group in groups:
        filled: dict[str, str] = {}
        for field, text in group:
            if field and (value := _value(field, text)):
                filled.setdefault(field, value)
        if len(group) >= _FEWEST_LABELS and filled:
            return filled
    return {}


def _pairs(leaf: str, following: str) -> list[tuple[str, str]]:
    """Fields and their values as printed: in one text, or a label with its value in the next."""
    if len(leaf) > _LONGEST_CHARS:
        return []
    if alone := _ALONE.fullmatch(leaf):
        value = "" if _ALONE.fullmatch(following) or _PAIR.match(following) else following
        return [(_field(alone["label"]), value)]
    marks = list(_PAIR.finditer(leaf))
    if not marks or marks[0].start() > 0:
        return []
    stops = [*(m.start() for m in marks[1:]), len(leaf)]
    return [(_field(m["label"]), leaf[m.end() : stop]) for m, stop in zip(marks, stops, strict=True)]


def _field(label: str) -> str:
    return _FIELD[re.sub(r"\s", "", label)]


def _value(field: str, text: str) -> str:
    """The value in the form `Document` keeps it; empty where the text is none."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_CHARS:
        return ""
    if field in ("date", "published"):
        m = _DATE.search(text)
        return f"{int(m[1]):04d}-{int(m[2]):02d}-{int(m[3]):02d}" if m else ""
    if field == "doc_number":
        bare = re.sub(r"\s", "", text)
        return bare if _NUMBER.fullmatch(bare) else ""
    if field == "issuers":
        names = [name for name in _NAME_PARTS.split(text) if re.fullmatch(r"[\u4e00-\u9fff（）()]{2,40}", name)]
        return "、".join(names)
    text = _WITHIN_HAN.sub("", text)
    return text if len(text) >= _SHORTEST_TITLE_CHARS and re.search("[\u4e00-\u9fff]{2}", text) else ""
