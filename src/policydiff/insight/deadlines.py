"""Deadlines without a figure: a date, and what is to be done by then.

A date governs the clauses behind it up to the next date, as long as they state something reached or carried out;
clauses that only accompany it (逐步…, 按照…) end its reach, or are passed over where the date heads the sentence.
Under a lead that ends in a colon (到2025年，…：) every such clause counts. Clauses that
hold a target are targets and not listed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policydiff.insight.folding import Stretch
from policydiff.insight.frames import trimmed
from policydiff.insight.lexicon import Lexicon, alternatives
from policydiff.insight.places import Places
from policydiff.insight.reading import Reading
from policydiff.insight.records import Deadline, DeadlineFrom, Due, Target
from policydiff.insight.times import Time, TimeKind

_WHOLE = re.compile("由|将|把|结果|报告")
_JOINED = re.compile("以及|并(?=将|于|在|由|把)")
_ENDS = " 。!?;,:\n"
LEAST_CHARACTERS = 4
"""Of a task: less is no sentence part."""


@dataclass(frozen=True, slots=True)
class _Words:
    achieve: re.Pattern[str]
    stop: re.Pattern[str]
    asked: re.Pattern[str]
    joining: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    table = lexicon.tables["deadlines"]
    return _Words(
        re.compile(alternatives(table["achieve"])),
        re.compile(alternatives(table["stop"])),
        re.compile(rf"^(?:{alternatives(table['asked'])})|(?:{alternatives(table['asked'])})$"),
        re.compile(rf"^(?:{alternatives(table['joining'])})*$"),
    )


def deadlines_in(reading: Reading, targets: Sequence[Target], lexicon: Lexicon, places: Places) -> list[Deadline]:
    """The deadlines of a sentence whose ``targets`` are known."""
    if reading.past:
        return []
    own = [time for time in reading.times if _sets(time, reading)]
    taken = [target.where.place for target in targets]
    if own:
        return list(_dated(reading, own, taken, lexicon, places))
    if reading.lead is not None and reading.lead.tasks and not reading.times:
        return list(_led(reading, reading.lead.due, taken, lexicon, places))
    return []


def _sets(time: Time, reading: Reading) -> bool:
    if time.kind is not TimeKind.DEADLINE or (reading.law and time.relative):
        return False
    if time.iso is None or reading.issued is None:
        return True
    return int(time.iso[:4]) >= reading.issued


def _dated(
    reading: Reading, own: Sequence[Time], taken: Sequence[tuple[int, int]], lexicon: Lexicon, places: Places
) -> Iterator[Deadline]:
    for index, time in enumerate(own):
        stop = own[index + 1].start if index + 1 < len(own) else len(reading.sentence.text)
        text = reading.section.text[reading.sentence.start + time.start : reading.sentence.start + time.end]
        due = Due(iso=time.iso, text=text, source=DeadlineFrom.SENTENCE)
        for task, scope in _tasks(reading, time, stop, taken, lexicon):
            yield _deadline(reading, task, due, scope, places)


def _tasks(
    reading: Reading, time: Time, stop: int, taken: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[tuple[Stretch, str | None]]:
    rules, sentence = _words(lexicon), reading.sentence
    first = sentence.clause(time.start)
    clause = sentence.clauses[first]
    before = re.sub("[于在]$", "", sentence.text[clause.start : time.start].strip(" ,"))
    after = Stretch(time.end, clause.end)
    scope, whole = _before(before, rules)
    reach = [Stretch(clause.start, clause.end) if whole else after] if _filled(sentence.text, after) else []
    reach += [c for c in sentence.clauses[first + 1 :] if c.start < stop]
    heads = time.start < LEAST_CHARACTERS
    for number, part in enumerate(reach):
        text = sentence.text[part.start : part.end].strip().removeprefix("以及")
        taken_here = _is_taken(reading, part, taken)
        fits = number == 0 or not (rules.stop.match(text) or not rules.achieve.search(text))
        parted = number > 0 and sentence.text[part.start - 1 : part.start] == ";"
        if not heads and not taken_here and (parted or not fits):
            return
        if fits and not taken_here and len(text) >= LEAST_CHARACTERS:
            yield part, scope


def _before(text: str, rules: _Words) -> tuple[str | None, bool]:
    """Who is asked, by the words before the date; and whether these belong to the task (调查结果将于…前反馈)."""
    if rules.joining.match(text):
        return None, False
    if rules.asked.search(text):
        return trimmed(rules.asked.sub("", text)) or None, False
    if _WHOLE.search(text) or len(text) > 24:
        return None, True
    return trimmed(text) or None, False


def _filled(text: str, part: Stretch) -> bool:
    return len(text[part.start : part.end].strip(_ENDS)) >= LEAST_CHARACTERS


def _is_taken(reading: Reading, part: Stretch, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = reading.sentence.start + part.start, reading.sentence.start + part.end
    return any(first < end and start < last for first, last in taken)


def _led(
    reading: Reading, due: Due, taken: Sequence[tuple[int, int]], lexicon: Lexicon, places: Places
) -> Iterator[Deadline]:
    rules = _words(lexicon)
    for part in reading.sentence.clauses:
        text = reading.sentence.text[part.start : part.end].strip()
        filled = len(text) >= LEAST_CHARACTERS and not text.startswith(("在", "围绕", "以", "通过", "按照"))
        if filled and rules.achieve.search(text) and not rules.stop.match(text) and not _is_taken(reading, part, taken):
            yield _deadline(reading, part, due, None, places)


def _deadline(reading: Reading, part: Stretch, due: Due, scope: str | None, places: Places) -> Deadline:
    sentence, section = reading.sentence, reading.section
    start, end = part.start, part.end
    while end > start and sentence.text[end - 1] in _ENDS:
        end -= 1
    while start < end and sentence.text[start] in " ,;":
        start += 1
    joined = _JOINED.match(sentence.text, start, end)
    if joined:
        start = joined.end()
    first, last = sentence.start + start, sentence.start + end
    return Deadline(
        where=places.located(section, first, last),
        sentence=section.text[sentence.start : sentence.end],
        task=section.text[first:last],
        due=due,
        scope=scope,
    )
