"""What the figures of a clause are of: the indicator, and the scope it holds for.

A predicate is shared backwards (全部市和80%的县达到三星级), 分别 hands subjects out in order, and a count is of the
noun beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.insight import frames
from policydiff.insight.items import Item, covered_subject, share_of
from policydiff.insight.lexicon import Lexicon
from policydiff.insight.wholes import predicate_at

_LEVEL = re.compile(r"[一二三四五六A]{1,3}(?:星级|级|类)(?:及以上|以上|以下)?")
_TITLED = re.compile(r"^(?:《[^》]*》)?[^,;。]{0,40}?\([A-Z][A-Z0-9/T .-]+\d\)")
_EACH = re.compile("分别(?:约)?(?:要)?$|分别")


def subjects(items: Sequence[Item], lexicon: Lexicon) -> list[tuple[str, str | None]]:
    """Indicator and scope of each item of a clause; 分别 hands them out, a predicate is shared backwards."""
    handed = handed_out(items)
    result: list[tuple[str, str | None]] = []
    predicate = ""
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        head = item.before
        if (item.whole and not _covers(item)) or (item.quantity.kind == "share" and not head.level and share_of(item)):
            if item.whole and head.subject:
                result.append((frames.trimmed(_until(item.right)) or head.subject, head.subject))
                continue
            scope, own = _group(item, lexicon, last=not predicate)
            predicate = own or predicate
            result.append((_indicator_of(predicate) or scope, scope if predicate else head.scope))
        elif item.whole:
            result.append(_coverage(item, lexicon))
        elif handed is not None:
            result.append((handed[index], head.scope))
        else:
            result.append((_named(item, items[index - 1] if index else None), head.scope))
    return result[::-1]


def _covers(item: Item) -> bool:
    return item.quantity.unit == "coverage"


def _until(text: str) -> str:
    return re.split("[。;!]", text)[0]


def _group(item: Item, lexicon: Lexicon, *, last: bool) -> tuple[str, str]:
    """Who, and what they do: of 的设区市达到四星级以上标准 the 设区市 and 达到四星级以上标准."""
    right = item.right.lstrip("的 ")
    at = predicate_at(right, lexicon)
    if at is None:
        return (frames.trimmed(_until(right)) if last else frames.first_part(right)), ""
    return frames.trimmed(right[:at]), _until(right[at:])


def _indicator_of(predicate: str) -> str:
    text = re.sub("^(?:全部|均|都|率先|基本|普遍)?(?:达到|实现|完成|达)", "", predicate).strip(" 。,;")
    text = _TITLED.sub("", text)
    level = _LEVEL.search(text)
    if level:
        return level[0]
    return frames.trimmed(re.sub("(?:标准|水平|要求)$", "", text))


def _coverage(item: Item, lexicon: Lexicon) -> tuple[str, str | None]:
    subject = covered_subject(item.left, lexicon)
    inner = re.search("(?:基本)?实现", subject)
    if inner and inner.start() > 0:
        return frames.trimmed(subject[: inner.start()]), frames.trimmed(subject[inner.end() :]) or None
    return frames.trimmed(subject), item.before.scope


def _named(item: Item, previous: Item | None) -> str:
    right = "" if frames.starts_joined(item.right) and not item.right.startswith("的") else item.right
    thing = frames.trimmed(_until(right).lstrip("的"))
    if item.right and re.search("[、和及]", thing):
        thing = (
            frames.first_part(_until(right).lstrip("的")) if item.right.rstrip().endswith(("、", "和", "及")) else thing
        )
    subject = item.before.subject
    if not item.before.level and thing and not item.quantity.multiple:
        return thing
    if subject:
        return subject
    if thing:
        return thing
    return (previous.before.subject if previous else "") or frames.trimmed(item.left)


def handed_out(items: Sequence[Item]) -> list[str] | None:
    """城镇和农村居民人均可支配收入分别超过8万元、4.5万元: the subjects in order of the figures."""
    if len(items) < 2 or not _EACH.search(items[0].left):
        return None
    subject = _EACH.split(items[0].left, maxsplit=1)[0].strip(" ,、")
    parts = [part for part in re.split("、|和|以及|及|与", subject) if part]
    if len(parts) != len(items):
        return [items[0].before.subject or subject] * len(items)
    last = parts[-1]
    named = []
    for part in parts[:-1]:
        shared = last[len(part) :] if len(last) > len(part) + 1 and len(part) <= 3 else ""
        named.append(part + shared)
    return [frames.trimmed(part) for part in (*named, last)]
