"""Who answers for a task: lists of bodies in brackets, on a line of their own, or in 由…牵头，…配合.

Forms (domain notes §1.2 and the practice of State Council opinions): （甲、乙负责）, （甲牵头，乙、丙配合）,
（责任单位：…）, （牵头单位：…；配合单位：…）, a bare （甲、乙，各市政府）, the same without brackets behind
a label, and running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policydiff.insight.folding import folded
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.places import Places
from policydiff.insight.records import Responsibility
from policydiff.model import Section

LONGEST_NAME_CHARACTERS = 24
LIST_LIMIT_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class _Rules:
    bracket: re.Pattern[str]
    line: re.Pattern[str]
    prose: re.Pattern[str]
    label: re.Pattern[str]
    role: re.Pattern[str]
    body: re.Pattern[str]
    local: re.Pattern[str]
    lead: frozenset[str]
    support: frozenset[str]


@dataclass(slots=True)
class _List:
    bodies: list[str]
    local: list[str]
    lead: list[str]
    supporting: list[str]
    others: bool = False


@cache
def _rules(lexicon: Lexicon) -> _Rules:
    table = lexicon.tables["bodies"]
    labels = alternatives(table["labels"])
    return _Rules(
        bracket=re.compile(rf"\(((?:[^()]|\([^()]*\)){{2,{LIST_LIMIT_CHARACTERS}}})\)"),
        line=re.compile(rf"(?:^|(?<=[\n。;]))[ \u3000]*((?:{labels}):[^。\n]{{2,{LIST_LIMIT_CHARACTERS}}})"),
        prose=re.compile(
            r"由([^,。;()]{2,80}?)(?:牵头(?:负责)?|负总责)(?:,)?(?:会同|商)?(?:([^,。;()]{2,120}?)(?:等)?(?:配合|参与|参加))?"
        ),
        label=re.compile(rf"({labels}):"),
        role=re.compile(rf"(?:{alternatives(table['roles'])})$"),
        body=re.compile(rf"(?:{alternatives(table['endings'])})$|^(?:{alternatives(table['names'])})$"),
        local=re.compile(lexicon.word("bodies", "local")),
        lead=frozenset(table["lead"]),
        support=frozenset(table["support"]),
    )


def responsibilities_in(section: Section, lexicon: Lexicon, places: Places) -> Iterator[Responsibility]:
    """The lists of bodies in a section's own text, in order."""
    rules = _rules(lexicon)
    text = folded(section.text)
    taken: list[tuple[int, int]] = []
    for match in rules.bracket.finditer(text):
        made = _read(match[1], rules, bare=_closes(text, match))
        if made is not None:
            taken.append(match.span())
            yield _record(section, match.start(), match.end(), made, places)
    for match in rules.line.finditer(text):
        made = _read(match[1], rules, bare=False)
        if made is not None and not any(a <= match.start(1) < b for a, b in taken):
            taken.append(match.span(1))
            yield _record(section, match.start(1), match.end(1), made, places)
    for match in rules.prose.finditer(text):
        made = _prose(match, rules)
        if made is not None and not any(a <= match.start() < b for a, b in taken):
            yield _record(section, match.start(), match.end(), made, places)


def _closes(text: str, match: re.Match[str]) -> bool:
    """True where the brackets end a paragraph, so that a bare list in them is one of bodies."""
    before = text[: match.start()].rstrip()
    ends = not text[match.end() :].lstrip("。; \u3000").strip(" ") or text[match.end() :].lstrip("。;")[:1] == "\n"
    return ends or before.endswith(("。", ";"))


def _read(inside: str, rules: _Rules, *, bare: bool) -> _List | None:
    made = _List([], [], [], [])
    marked = False
    for part in re.split(r"[;。](?![^()]*\))", inside):
        label = rules.label.match(part.strip())
        role = label[1] if label else ""
        for group in _groups(part.strip()[label.end() :] if label else part.strip()):
            found = rules.role.search(group)
            names, own_role = (group[: found.start()], found[0]) if found else (group, role)
            marked = marked or bool(found) or bool(label)
            if not _add(names, own_role, made, rules, strict=not (label or found)):
                return None
    if not (made.bodies or made.local) or not (marked or bare):
        return None
    return made


def _groups(text: str) -> list[str]:
    """The parts between commas outside brackets; a part without a role of its own has the next one's."""
    return [part for part in re.split(r",(?![^()]*\))", text) if part.strip()]


def _add(names: str, role: str, made: _List, rules: _Rules, *, strict: bool) -> bool:
    """Add the bodies of a part; False where something in it is none."""
    rest, local = _without_local(names.strip(" 、"), rules)
    made.local.extend(name for name in local if name not in made.local)
    if rest.endswith("等") or re.search("等(?:部门|单位|有关部门|有关单位|相关部门|按|$)", rest):
        made.others = True
        rest = re.sub("等(?:部门|单位|有关部门|有关单位|相关部门|相关单位)?(?:按.*)?$", "", rest)
    rest = re.sub("^(?:由|会同|商|在|请)", "", rest)
    found: list[str] = []
    for name in re.split("、(?![^()]*\\))|及(?=省|市|各|有关)|(?<=[部局委厅])和", rest):
        body = name.strip(" \u3000和")
        if not body:
            continue
        if len(body) > LONGEST_NAME_CHARACTERS or (strict and not rules.body.search(re.sub(r"\([^()]*\)$", "", body))):
            return False
        if re.search("[的了是]|\\d", body):
            return False
        found.append(body)
    made.bodies.extend(body for body in found if body not in made.bodies)
    everyone = [*found, *local]
    if role in rules.lead or role.startswith("牵头"):
        made.lead.extend(everyone)
    elif role in rules.support:
        made.supporting.extend(everyone)
    return True


def _without_local(names: str, rules: _Rules) -> tuple[str, list[str]]:
    local = []
    for match in rules.local.finditer(names):
        printed = match[0].strip("、和及")
        if (
            printed.endswith(("政府", "管委会", "党委", "市", "县", "区", "州", "级", ")", "地", "省"))
            and len(printed) >= 2
        ):
            local.append(printed)
    for name in local:
        names = names.replace(name, "", 1)
    return names.strip(" 、和及"), local


def _prose(match: re.Match[str], rules: _Rules) -> _List | None:
    made = _List([], [], [], [])
    if not _add(match[1], "牵头", made, rules, strict=True):
        return None
    if match[2] and not _add(match[2], "配合", made, rules, strict=True):
        return None
    return made if made.bodies or made.local else None


def _record(section: Section, start: int, end: int, made: _List, places: Places) -> Responsibility:
    return Responsibility(
        where=places.located(section, start, end),
        bodies=tuple(made.bodies),
        local=tuple(made.local),
        lead=tuple(dict.fromkeys(made.lead)),
        supporting=tuple(dict.fromkeys(made.supporting)),
        and_others=made.others,
    )
