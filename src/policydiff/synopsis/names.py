"""What the closed vocabularies are called in front of a user.

A word that has no name here is shown as it is, so a new damage class or problem never breaks a view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydiff.messages import N_, _
from policydiff.model import UNREAD, Level, Problem
from policydiff.read.problems import TEMPLATES as READING

LEVELS: Mapping[str, str] = {
    Level.CENTRAL: N_("central"),
    Level.MINISTRY: N_("ministry"),
    Level.PROVINCE: N_("province"),
    Level.CITY: N_("city"),
    Level.COUNTY: N_("county"),
}

REPAIRS: Mapping[str, str] = {
    "wrapper": N_("sharing-site wrapper"),
    "chunk_counter": N_("chunk counters"),
    "page_number": N_("page numbers"),
    "doubled": N_("doubled headings"),
    "mojibake": N_("garbled GBK runs"),
    "pinyin_hint": N_("pinyin hints"),
    "script": N_("traditional script"),
    "spaced": N_("spaced-out names"),
    "doc_number": N_("document numbers"),
    "lost_zero": N_("years without their 〇"),
    "width": N_("half and full width"),
    "contents": N_("table of contents"),
    "ocr": N_("OCR noise"),
    "invisible": N_("invisible characters"),
    "blank": N_("blanks"),
    "table": N_("flattened tables"),
    "caption": N_("figure captions"),
}

PROBLEMS: Mapping[str, str] = {
    "label_repeated": N_("{label} stands twice; {expected} was expected"),
    "label_restarted": N_("{label} begins again; {expected} was expected"),
    "label_skipped": N_("{label} follows where {expected} was expected"),
    "title_not_found": N_("“{title}” is in the contents and nowhere else"),
}
"""By code, in the parser's words: from a message in them its labels are read, to be told in another language."""


def level_name(level: str | None) -> str:
    """A level of government; empty for None."""
    return "" if level is None else _(LEVELS.get(level, level))


def repair_name(kind: str) -> str:
    """A damage class."""
    return _(REPAIRS.get(kind, kind))


def problem_text(problem: Problem) -> str:
    """A problem in the language in use; as the parser put it where it is not known here."""
    templates = READING if problem.code == UNREAD else filter(None, [PROBLEMS.get(problem.code)])
    for template in templates:
        pattern = _PLACE.sub(r"(?P<\1>.+)", re.escape(template))
        if (found := re.fullmatch(pattern, problem.message)) is not None:
            return _(template).format(**found.groupdict())
    return problem.message or problem.code


_PLACE = re.compile(r"\\{(\w+)\\}")
"""A place in an escaped template."""
