"""文种: the kinds of official documents, as the last word of a title tells them (条例 2012, and plans' and rules' usage)."""

from __future__ import annotations

import re

STATUTORY = tuple(["决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要"])
PLANS = tuple(
    ["规划纲要", "行动纲要", "纲要", "专项规划", "规划", "三年行动计划", "行动计划", "计划", "行动方案", "实施方案", "工作方案", "总体方案", "方案", "工作要点", "要点", "实施意见", "指导意见", "若干意见", "若干措施", "若干政策", "若干规定", "政策措施", "措施", "政策清单", "任务清单", "清单", "指南", "指引", "导则", "标准", "目录", "管理办法", "暂行办法", "实施办法", "办法", "实施细则", "细则", "暂行规定", "规定", "规则", "规程", "规范", "实施条例", "暂行条例", "条例", "章程", "准则", "白皮书", "蓝皮书", "工作报告", "政府工作报告", "建议", "答复", "复函", "解释", "宪法", "法"]
)
KINDS = tuple(sorted({*STATUTORY, *PLANS}, key=lambda kind: (-len(kind), kind)))

_STAGE = re.compile(
    r"[（(](?:试行|暂行|征求意见稿|草案|修订草案|修订稿|送审稿|修订|修正|\d{4}年修订|\d{4}年修正|[\d\-—～至年]{4,14})[）)]$"
)

SLUGS = {
    "规划": "guihua", "纲要": "gangyao", "计划": "jihua", "方案": "fangan", "意见": "yijian", "通知": "tongzhi",
    "办法": "banfa", "条例": "tiaoli", "规定": "guiding", "决定": "jueding", "报告": "baogao", "措施": "cuoshi",
    "细则": "xize", "规则": "guize", "指南": "zhinan", "要点": "yaodian", "清单": "qingdan", "法": "fa", "函": "han",
    "批复": "pifu", "公告": "gonggao", "通告": "tonggao", "通报": "tongbao", "决议": "jueyi", "答复": "dafu",
    "解释": "jieshi", "标准": "biaozhun", "规范": "guifan", "政策": "zhengce", "令": "ling", "章程": "zhangcheng",
}  # fmt: skip
"""The last word of a kind in Latin letters, for ids."""


def kind_of(title: str) -> str | None:
    """The kind a title ends in (its stage mark in parentheses apart)."""
    bare = title.strip().rstrip('》”"')
    while (shorter := _STAGE.sub("", bare)) != bare:
        bare = shorter.rstrip('》”"')
    return next((kind for kind in KINDS if bare.endswith(kind)), None)


def slug(kind: str | None) -> str:
    """A kind in Latin letters."""
    if kind is None:
        return "wenjian"
    return next((SLUGS[end] for end in sorted(SLUGS, key=len, reverse=True) if kind.endswith(end)), "wenjian")
