"""What stands around a quantity: the words before it as comparator, change, modality, scope and subject; the words
after it as the thing counted.

Everything is read from the clause; nothing is looked up that the text does not say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.records import Comparator, Direction, Period

_PERIODS = (
    (re.compile("年均|年平均|每年平均|平均每年"), Period.ANNUAL_AVERAGE),
    (re.compile("每年|逐年"), Period.EACH_YEAR),
    (re.compile("累计|五年共|总计"), Period.CUMULATIVE),
)
_TRIM = ' \t\n\u3000、,;:。"“”的和及与并'
_LATE = re.compile("(?:年均|年平均|再|又|约|均|也|已|要|应|将|须|需|总共|总计|共计|分别|平均|累计|共)+$")
_AGAINST = re.compile("(?:比|较)[^,、的]{1,8}$")
_LINKS = ("以及", "和", "及", "与", "、", "并")


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What stands before a quantity.

    ``subject`` is what is left of it when comparator, verbs and scope are taken off; ``level`` true where a comparator
    or a change stands directly before the figure, ``verb`` true where a verb of setting up does.
    """

    subject: str
    comparator: Comparator | None
    direction: Direction | None
    delta: bool
    level: bool
    verb: bool
    scope: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class _Words:
    comparator: re.Pattern[str]
    signs: dict[str, Comparator]
    change: re.Pattern[str]
    up: frozenset[str]
    verb: re.Pattern[str]
    anywhere: re.Pattern[str]
    adverb: re.Pattern[str]
    level_lead: re.Pattern[str]
    scope: re.Pattern[str]
    measure: re.Pattern[str]
    soft: re.Pattern[str]
    hard: re.Pattern[str]


@cache
def words(lexicon: Lexicon) -> _Words:
    """The lexicon's words as patterns, compiled when first used."""
    before = lexicon.table("comparators", "before")
    signs = {word: Comparator(sign) for sign, listed in before.items() for word in listed}
    up, down = lexicon.words("changes", "up"), lexicon.words("changes", "down")
    targets = lexicon.tables["targets"]
    return _Words(
        comparator=re.compile(rf"({alternatives(signs)})$"),
        signs=signs,
        change=re.compile(rf"({alternatives((*up, *down))})(?:了|约|近|幅度|幅)?$"),
        up=frozenset(up),
        verb=re.compile(alternatives(targets["verbs"])),
        anywhere=re.compile(
            alternatives(word for word in targets["verbs"] if len(word) > 1 and word not in targets["noun_like"])
        ),
        adverb=re.compile(alternatives(targets["adverbs"])),
        level_lead=re.compile(alternatives((*targets["level_leads"], *targets["adverbs"]))),
        scope=re.compile(rf"(?:{alternatives(targets['scopes'])}|各[^,、的]{{1,6}}?(?=完成|建成|建设|打造|至少|新增))"),
        measure=re.compile(rf"(?:{alternatives(targets['measures'])})(?:\([^()]*\))?$"),
        soft=re.compile(alternatives(targets["soft"])),
        hard=re.compile(alternatives(targets["hard"])),
    )


def before(text: str, lexicon: Lexicon, *, share: bool) -> Before:
    """Read the words ``text`` that stand before a quantity; ``share`` where its unit is a share or a rate."""
    rules = words(lexicon)
    period = next((kind for pattern, kind in _PERIODS if pattern.search(text)), None)
    rest = text.rstrip(" \u3000")
    comparator, changed, level = None, None, False
    while match := rules.comparator.search(rest):
        word = match[1]
        sign = rules.signs[word]
        if comparator in (None, Comparator.EQUAL) or sign is not Comparator.EQUAL:
            comparator = sign if comparator in (None, Comparator.EQUAL) else comparator
        level = level or word not in (
            "为",
            "是",
            "占",
            "共",
            "完成",
            "实现",
            "保持",
            "稳定",
            "近",
            "约",
            "最高",
            "最低",
        )
        changed = changed or _direction(word, rules)
        rest = rest[: match.start()].rstrip(" \u3000")
    reached = comparator is not None and changed is not None
    delta = False
    if match := rules.change.search(rest):
        direction = Direction.UP if match[1] in rules.up else Direction.DOWN
        changed = changed or direction
        delta = not (level and _reaches(text)) and not reached
        rest, level = _AGAINST.sub("", rest[: match.start()].rstrip(" ,")), True
    scope, subject, verb = _subject(rest, rules, level=level, share=share)
    return Before(
        subject=subject,
        comparator=comparator,
        direction=changed,
        delta=delta,
        level=level,
        verb=verb,
        scope=scope,
        period=period,
    )


def modality(text: str, lexicon: Lexicon) -> str | None:
    """The last word of ``text`` that says how firmly something is meant, as printed; firm ones go first."""
    rules = words(lexicon)
    for pattern in (rules.hard, rules.soft):
        found = [match[0] for match in pattern.finditer(text)]
        if found:
            return found[-1]
    return None


def trimmed(text: str) -> str:
    """``text`` without the marks and joining words around it."""
    previous = None
    while previous != text:
        previous = text
        text = text.strip(_TRIM)
        text = text.removesuffix("以及")
    return _balanced(text)


def measured(subject: str, lexicon: Lexicon) -> bool:
    """True where ``subject`` ends in the name of a measure (率, 比重, 总量)."""
    return bool(words(lexicon).measure.search(subject))


def without_leads(text: str, lexicon: Lexicon) -> str:
    """``text`` without what leads up to it (推动, 基本实现, 尽快)."""
    return _stripped(text.strip(_TRIM), (words(lexicon).level_lead,))[0]


def _direction(word: str, rules: _Words) -> Direction | None:
    stem = word.rstrip("到至")
    if stem == word or not stem:
        return None
    match = rules.change.search(stem)
    if match is None:
        return None
    return Direction.UP if match[1] in rules.up else Direction.DOWN


def _reaches(text: str) -> bool:
    return text.rstrip().endswith(("到", "至", "达到", "达"))


def _subject(rest: str, rules: _Words, *, level: bool, share: bool) -> tuple[str | None, str, bool]:
    text = rest.strip(_TRIM)
    scope = None
    verb = False
    patterns = (
        (rules.level_lead,) if share else (rules.anywhere, rules.level_lead) if level else (rules.verb, rules.adverb)
    )
    for turn in range(4):
        text, stripped = _stripped(text, patterns, later=(rules.anywhere, *patterns[1:]))
        verb = verb or ((stripped and turn == 0) or (stripped and scope is not None))
        match = rules.scope.match(text)
        if match is None or scope is not None:
            break
        scope, text = match[0], text[match.end() :].lstrip("的")
    return scope, _balanced(_LATE.sub("", text.strip(_TRIM))), verb


def _stripped(
    text: str, patterns: tuple[re.Pattern[str], ...], later: tuple[re.Pattern[str], ...] = ()
) -> tuple[str, bool]:
    """``text`` without leading words of ``patterns``, and whether one of the first was among these.

    Behind the first verb only ``later`` counts: of 新增服务业企业 the 服务 is no verb.
    """
    verb = False
    while text:
        for number, pattern in enumerate(patterns):
            match = pattern.match(text)
            if match:
                if number == 0:
                    verb, patterns = True, later or patterns
                text = text[match.end() :].lstrip(_TRIM)
                break
        else:
            break
    return text, verb


def _balanced(text: str) -> str:
    """``text`` without brackets and quotes that lost their other half."""
    for left, right in (("(", ")"), ("“", "”"), ("《", "》")):
        if text.count(left) > text.count(right) and text.rfind(left) >= 0 and text.endswith(left):
            text = text[:-1]
        elif text.count(left) > text.count(right):
            text = text + right if right == "”" else text
        elif text.count(right) > text.count(left) and text.startswith(right):
            text = text[1:]
        elif text.count(right) > text.count(left) and right == "”":
            text = left + text
    return text


def first_part(text: str) -> str:
    """What of ``text`` stands before the last joining word: of 场景和 the 场景, of 场景、新增企业 the 场景."""
    body = text.rstrip(_TRIM)
    cut = max((body.rfind(link) for link in ("、", "和", "以及", "及")), default=-1)
    trailing = len(text.rstrip()) > len(body) and text[len(body) :].strip() != ""
    if trailing or cut <= 0:
        return trimmed(body)
    return trimmed(body[:cut])


def starts_joined(text: str) -> bool:
    """True where ``text`` begins with a mark or a joining word, so that what follows is another item."""
    return not text or text[0] in _TRIM.replace("的", "").replace("“", "").replace('"', "") or text.startswith(_LINKS)
