"""The part a section plays, read from set phrases: purpose, scope, definition, penalty, funding, leadership….

Sections of one role need not be counterparts, but a duty and the penalty for breaching it never are, however many
words they share.
"""

from __future__ import annotations

import re

ROLES: dict[str, re.Pattern[str]] = {
    "purpose": re.compile(r"^为了?.{4,400}?(?:制定|提出|现)(?:本|如下|以下)?"),
    "scope": re.compile(r"适用本|适用于|均应?当?遵守本"),
    "definition": re.compile(r"本(?:条例|法|办法|规定|意见|规划|方案)所?称|下列用语|是指"),
    "effective": re.compile(r"起(?:施行|实施|执行)|同时废止"),
    "penalty": re.compile(r"责令.{0,20}改正|罚款|依法给予处[分罚]|追究.{0,6}责任|没收|吊销|构成犯罪"),
    "authority": re.compile(r"主管(?:部门|机关).{0,40}(?:负责|主管)|负责.{0,30}(?:监督管理|统筹协调)工作"),
    "planning": re.compile(r"国民经济和社会发展(?:规划|计划)|专项规划|编制.{0,20}规划"),
    "funding": re.compile(r"经费|财政预算|专项资金|投融资|财政投入|资金(?:保障|支持|投入)"),
    "reward": re.compile(r"表彰|奖励"),
    "publicity": re.compile(r"宣传|普及|营造.{0,8}氛围"),
    "complaint": re.compile(r"投诉|举报|检举|控告|复议"),
    "inspection": re.compile(r"监督检查|督查|督导|考核|评估"),
    "standard": re.compile(r"标准(?:体系|化)|(?:国家|地方|行业|团体)标准"),
    "talent": re.compile(r"人才|队伍建设|培训"),
    "guidance": re.compile(r"指导思想|总体要求|以.{2,30}为指导"),
    "principle": re.compile(r"基本原则|坚持.{2,30}(?:原则|相结合)"),
    "goal": re.compile(r"(?:主要|总体|发展|工作|建设)目标|到20\d\d年"),
    "leadership": re.compile(r"组织领导|加强领导|领导小组|统筹协调机制|联席会议"),
    "security": re.compile(r"网络安全|信息安全|安全保障|安全防护|数据安全"),
    "statistics": re.compile(r"统计|监测"),
    "industry_body": re.compile(r"行业协会|商会|社会组织"),
}
"""Phrases that mark a role, from the drafting conventions of statutes and plans."""


def roles(text: str) -> frozenset[str]:
    """The roles a section's text plays; most sections play none or few."""
    return frozenset(name for name, pattern in ROLES.items() if pattern.search(text))
