"""From a document to its facts: one walk over its sections, every kind of record in reading order."""

from __future__ import annotations

from policydiff.insight.bodies import responsibilities_in
from policydiff.insight.citations import citations_in
from policydiff.insight.deadlines import deadlines_in
from policydiff.insight.lexicon import Lexicon, lexicon
from policydiff.insight.places import Places
from policydiff.insight.reading import readings
from policydiff.insight.records import Citation, Deadline, Facts, Responsibility, Target
from policydiff.insight.tables import table_targets
from policydiff.insight.targets import targets_in
from policydiff.model import Document


def facts(document: Document, *, words: Lexicon | None = None, raw: str | None = None) -> Facts:
    """The targets, deadlines, responsible bodies and citations of ``document``.

    ``words`` is the lexicon to read by (the package's own by default); ``raw`` the source's text, for exact places.
    """
    rules = words or lexicon()
    places = Places(document, raw)
    targets: list[Target] = []
    deadlines: list[Deadline] = []
    bodies: list[Responsibility] = []
    citations: list[Citation] = []
    for reading in readings(document, rules):
        found = targets_in(reading, rules, places)
        targets.extend(found)
        deadlines.extend(deadlines_in(reading, found, rules, places))
    for one in document.walk():
        targets.extend(table_targets(one, rules, places))
        bodies.extend(responsibilities_in(one, rules, places))
        citations.extend(citations_in(one, rules, places))
    order = {one.id: number for number, one in enumerate(document.walk())}
    targets.sort(key=lambda target: (order[target.where.section], target.where.place[0]))
    return Facts(
        document=document.id,
        targets=tuple(targets),
        deadlines=tuple(deadlines),
        responsibilities=tuple(bodies),
        citations=tuple(citations),
    )
