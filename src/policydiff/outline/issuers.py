"""Names of issuing bodies: told by a list of central ones and by how such names end."""

from __future__ import annotations

import re
from functools import cache

from policydiff.outline.regions import REGIONS

CENTRAL = tuple(
    ["中共中央办公厅", "国务院办公厅", "中共中央", "国务院", "全国人民代表大会常务委员会", "全国人大常委会", "全国人民代表大会", "中央军事委员会", "中央军委", "中央军委办公厅", "中央网络安全和信息化委员会办公室", "中央网络安全和信息化委员会", "中央政法委员会", "中央政法委", "中央组织部", "中央宣传部", "中央统战部", "中央文明办", "中央编办", "最高人民法院", "最高人民检察院", "国家监察委员会"]
)
"""Issuers of the level ``central``."""

MINISTRIES = tuple(
    ["国家发展和改革委员会", "国家发展改革委办公厅", "国家发展改革委", "国家发改委办公厅", "国家发改委", "发展改革委", "中央网信办秘书局", "国家网信办", "中央网信办", "网信办", "国家互联网信息办公室", "工业和信息化部办公厅", "工业和信息化部", "科学技术部", "科技部", "公安部", "安全部", "国家安全部", "民政部", "司法部", "财政部", "人力资源和社会保障部", "人力资源社会保障部", "自然资源部办公厅", "自然资源部", "国土资源部", "生态环境部", "环境保护部", "住房和城乡建设部办公厅", "住房和城乡建设部", "住房城乡建设部", "交通运输部办公厅", "交通运输部", "水利部", "农业农村部", "农业部", "商务部", "文化和旅游部办公厅", "文化和旅游部", "文化部", "国家卫生健康委员会", "国家卫生健康委", "卫生健康委", "卫生计生委", "退役军人事务部", "退役军人部", "应急管理部", "应急部", "中国人民银行", "人民银行", "审计署", "教育部办公厅", "教育部", "外交部", "国防部", "国家民委", "国务院国资委", "国资委", "海关总署", "国家税务总局", "税务总局", "国家市场监督管理总局", "国家市场监管总局", "市场监管总局", "质检总局", "国家广播电视总局", "广电总局", "国家体育总局", "体育总局", "国家统计局", "统计局", "国家国际发展合作署", "国家医疗保障局", "国家医保局", "医保局", "国管局", "国家机关事务管理局", "国家标准委办公室", "国家标准委办公厅", "国家标准化管理委员会", "国家标准委", "国家知识产权局办公室", "国家知识产权局", "知识产权局", "中国银保监会", "银保监会", "中国证监会", "证监会", "国家金融监督管理总局", "金融监管总局", "国家能源局", "能源局", "国家数据局", "数据局", "国家林业和草原局", "林草局", "国家铁路局", "中国民用航空局", "民航局", "国家邮政局", "邮政局", "国家文物局", "国家中医药管理局", "国家疾病预防控制局", "国家药品监督管理局", "国家药监局", "国家外汇管理局", "国家粮食和物资储备局", "国家信访局", "中国气象局", "中国科学院", "中国工程院", "中国地震局", "国家地震局", "测绘地理信息局", "旅游局", "食品药品监管总局", "国务院扶贫办", "国家乡村振兴局", "全国总工会", "共青团中央", "全国妇联", "中国残联", "全国工商联", "国铁集团"]
)
"""Issuers of the level ``ministry``, with the short names they sign by."""

ENDINGS = tuple(
    ["人民政府办公厅", "人民政府办公室", "人民政府", "办公厅", "办公室", "委员会", "领导小组", "推进小组", "工作小组", "工作专班", "指挥部", "联席会议", "常务委员会", "人民代表大会", "管理局", "监督局", "总局", "秘书局", "部", "厅", "局", "委", "署", "院", "行", "会", "社"]
)


@cache
def _known() -> re.Pattern[str]:
    names = sorted({*CENTRAL, *MINISTRIES}, key=lambda n: (-len(n), n))
    local = "|".join(sorted({r.name for r in REGIONS} | {r.short for r in REGIONS}, key=len, reverse=True))
    offices = "人民政府办公厅|人民政府办公室|人民政府|发展和改革委员会|发展改革委|大数据局|大数据管理局|大数据发展管理局|经济和信息化局|工业和信息化厅|通信管理局|财政厅|科技厅"
    return re.compile(rf"(?:{'|'.join(names)})|(?:{local})(?:{offices})")


def issuers_at_start(text: str) -> tuple[tuple[str, ...], int]:
    """Known issuers ``text`` begins with, one after the other (blanks and 、 between), and where they end."""
    names: list[str] = []
    position = 0
    while (m := _known().match(text, position)) is not None:
        names.append(m[0])
        position = m.end()
        while position < len(text) and text[position] in " \u3000、":
            position += 1
    return tuple(names), position


def split_names(text: str) -> tuple[str, ...]:
    """Issuers written in a row, with blanks, line breaks, 、 or nothing between them."""
    names: list[str] = []
    for part in re.split(r"[ \u3000、，,\n]+", text.strip()):
        names += _glued(part)
    return tuple(names)


def _glued(text: str) -> list[str]:
    """``公安部安全部`` → two names, where the known ones cover the text from its start."""
    known, end = issuers_at_start(text)
    if known and (end == len(text) or (len(text) - end >= 3 and text.endswith(ENDINGS))):
        return [*known, *([text[end:]] if end < len(text) else [])]
    return [text] if text else []


def is_issuer(text: str) -> bool:
    """True for a bare name of an issuing body."""
    bare = re.sub(r"[（(][^（()）]{2,20}[）)]$", "", text.strip())
    if bare in CENTRAL:
        return True
    return 2 <= len(bare) <= 40 and bare.endswith(ENDINGS) and not re.search("[，。；：:,;！？]", bare)
