"""Passages of policy and changed versions of them, made by known operations; seeded, so always the same.

Every passage is put together from clauses written for this purpose; operations are those of real revisions: a number
or year retargeted, a word replaced, an item added to or taken from a list, a clause or a sentence put in, dropped,
moved or rewritten, a modal word made stronger.
"""

from __future__ import annotations

import random
from collections.abc import Callable

ACTORS = (
    "市发展改革委", "市经济和信息化局", "各区人民政府", "市大数据局", "有关行业主管部门", "市财政局", "各级行政机关",
    "县级以上人民政府",
)  # fmt: skip
MODALS = ("应当", "可以", "要", "负责", "鼓励", "支持")
STRONGER = {"可以": "应当", "鼓励": "推动", "支持": "引导", "要": "必须", "应当": "必须", "负责": "统一负责"}
VERBS = ("统筹推进", "加快建设", "组织实施", "完善", "逐步健全", "规范", "深化", "推动")
OBJECTS = (
    "城市感知体系", "公共数据开放平台", "政务服务一网通办", "新型基础设施", "数据安全管理制度", "智慧社区服务网络",
    "产业创新联合体", "数字人才培养机制", "应急指挥系统", "生态环境监测网络",
)  # fmt: skip
LISTS = ("教育", "医疗", "养老", "交通", "住房", "文化", "体育", "就业", "社会保障", "托育")
TARGETS = (
    "到{year}年，重点领域覆盖率达到{share}%以上", "到{year}年底，建成示范项目{count}个以上",
    "年均投入不少于{count}亿元",
    "单位能耗累计降低{share}%", "网上办理率不低于{share}%", "在{days}个工作日内办结",
)  # fmt: skip
TAILS = ("确保专款专用", "并向社会公布", "形成长效机制", "接受社会监督", "实现资源共享", "提高服务效率", "避免重复建设")


def samples(*, count: int, seed: int) -> list[tuple[str, str]]:
    """``count`` pairs of a passage and its revision, each with one to three operations, none of them empty."""
    chance = random.Random(seed)
    found: list[tuple[str, str]] = []
    while len(found) < count:
        old = [_sentence(chance) for _ in range(chance.randint(1, 5))]
        new = list(old)
        for _ in range(chance.randint(1, 3)):
            chance.choice(OPERATIONS)(new, chance)
        pair = "".join(old), "".join(new)
        if pair[0] != pair[1] and all(pair):
            found.append(pair)
    return found


def _sentence(chance: random.Random) -> str:
    actor, modal, verb, thing = (chance.choice(words) for words in (ACTORS, MODALS, VERBS, OBJECTS))
    clauses = [f"{actor}{modal}{verb}{thing}"]
    if chance.random() < 0.5:
        clauses.append(f"促进{'、'.join(chance.sample(LISTS, chance.randint(2, 5)))}等领域数据共享")
    if chance.random() < 0.6:
        clauses.append(_target(chance))
    clauses.append(chance.choice(TAILS))
    return "，".join(clauses) + "。"


def _target(chance: random.Random) -> str:
    return chance.choice(TARGETS).format(
        year=chance.randint(2020, 2030), share=chance.choice((15, 13.5, 60, 80, 95, 100)), count=chance.randint(2, 120),
        days=chance.randint(2, 30),
    )  # fmt: skip


def _at(sentences: list[str], chance: random.Random) -> int:
    return chance.randrange(len(sentences))


def retarget(sentences: list[str], chance: random.Random) -> None:
    """Another target in the place of one, or one more."""
    index = _at(sentences, chance)
    clauses = sentences[index][:-1].split("，")
    place = next((k for k, clause in enumerate(clauses) if any(char.isdigit() for char in clause)), None)
    if place is None:
        clauses.insert(len(clauses) - 1, _target(chance))
    else:
        digits = "".join(char for char in clauses[place] if char.isdigit())[-2:]
        clauses[place] = clauses[place].replace(digits, str(int(digits) + chance.randint(1, 9)), 1)
    sentences[index] = "，".join(clauses) + "。"


def reword(sentences: list[str], chance: random.Random) -> None:
    """Another actor, verb or object."""
    index = _at(sentences, chance)
    for words in chance.sample((ACTORS, VERBS, OBJECTS), 3):
        held = next((word for word in words if word in sentences[index]), None)
        if held is not None:
            sentences[index] = sentences[index].replace(held, chance.choice(words), 1)
            return


def strengthen(sentences: list[str], chance: random.Random) -> None:
    """A stronger modal word."""
    index = _at(sentences, chance)
    held = next((word for word in STRONGER if word in sentences[index]), None)
    if held is not None:
        sentences[index] = sentences[index].replace(held, STRONGER[held], 1)


def relist(sentences: list[str], chance: random.Random) -> None:
    """An item more or less in a list."""
    index = _at(sentences, chance)
    item = chance.choice(LISTS)
    if f"{item}、" in sentences[index]:
        sentences[index] = sentences[index].replace(f"{item}、", "", 1)
    elif "、" in sentences[index]:
        sentences[index] = sentences[index].replace("、", f"、{item}、", 1)


def insert(sentences: list[str], chance: random.Random) -> None:
    """A new sentence."""
    sentences.insert(_at(sentences, chance), _sentence(chance))


def drop(sentences: list[str], chance: random.Random) -> None:
    """A sentence less."""
    if len(sentences) > 1:
        del sentences[_at(sentences, chance)]


def move(sentences: list[str], chance: random.Random) -> None:
    """A sentence elsewhere."""
    sentences.insert(_at(sentences, chance), sentences.pop(_at(sentences, chance)))


def rewrite(sentences: list[str], chance: random.Random) -> None:
    """Another sentence in the place of one."""
    sentences[_at(sentences, chance)] = _sentence(chance)


OPERATIONS: tuple[Callable[[list[str], random.Random], None], ...] = (
    retarget, retarget, reword, reword, strengthen, relist, relist, insert, drop, move, rewrite,
)  # fmt: skip
