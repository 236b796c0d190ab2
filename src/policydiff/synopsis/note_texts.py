"""A finding on a row as one line: 指标 80%→90%（提高）. Facts only; a kind that is not known here is told as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from policydiff.messages import N_, _
from policydiff.model import Note
from policydiff.synopsis.lists import listed

KINDS: Mapping[str, str] = {
    "target": N_("target"),
    "deadline": N_("deadline"),
    "responsibility": N_("responsible bodies"),
    "citation": N_("citation"),
    "wording": N_("wording"),
    "bookmark": N_("bookmark"),
    "remark": N_("note"),
}
"""The kinds of notes in the order readers are told of them."""

CHANGES: Mapping[str, str] = {
    "new": N_("new"),
    "added": N_("new"),
    "dropped": N_("no longer there"),
    "removed": N_("no longer there"),
    "raised": N_("raised"),
    "lowered": N_("lowered"),
    "same": N_("the same"),
    "earlier": N_("earlier"),
    "later": N_("later"),
    "scope": N_("of another scope"),
    "unquantified": N_("no longer in figures"),
    "quantified": N_("now in figures"),
    "incomparable": N_("not comparable"),
    "changed": N_("changed"),
    "stronger": N_("stronger"),
    "weaker": N_("weaker"),
    "lead": N_("another lead"),
}

COMPARATORS: Mapping[str, str] = {">=": "≥", "<=": "≤", "=": "", ">": ">", "<": "<", "≈": "≈"}

ARROW, NOTHING = "→", "—"


def kind_name(kind: str) -> str:
    """What a kind of note is called."""
    return _(KINDS.get(kind, kind))


def note_order(note: Note) -> int:
    """The place of a note's kind among the others."""
    return list(KINDS).index(note.kind) if note.kind in KINDS else len(KINDS)


def change_name(change: object) -> str:
    """The direction of a change; empty for none."""
    return "" if change in (None, "") else _(CHANGES.get(str(change), str(change)))


def note_text(note: Note) -> str:
    """One line for ``note``."""
    return " ".join(_TEXTS.get(note.kind, _any)(note).split())


def _target(note: Note) -> str:
    old, new = _record(note, "old"), _record(note, "new")
    name = _word(new, "indicator") or _word(old, "indicator")
    return _told(note, name, _join(_figure(old), _figure(new)))


def _deadline(note: Note) -> str:
    old, new = _record(note, "old"), _record(note, "new")
    task = _word(new, "task") or _word(old, "task")
    return _told(note, task, _join(*(_word(side, "text") or _word(side, "deadline") for side in (old, new))))


def _citation(note: Note) -> str:
    return _told(note, "", _join(_cited(_record(note, "old")), _cited(_record(note, "new"))))


def _wording(note: Note) -> str:
    parts = _join(_text(note.fields.get("from")), _text(note.fields.get("to")))
    return _line(
        kind_name(note.kind), "", parts, change_name(note.fields.get("direction") or note.fields.get("change"))
    )


def _responsibility(note: Note) -> str:
    added, dropped = _bodies(note.fields.get("added")), _bodies(note.fields.get("dropped"))
    lead = _join(*(listed(_bodies(note.fields.get(name))) for name in ("lead_old", "lead_new")))
    changes = [*(f"+{body}" for body in added), *(f"-{body}" for body in dropped)]
    told = listed(changes)
    if lead and ARROW in lead and lead.split(ARROW)[0] != lead.split(ARROW)[-1]:
        told = _("; ").join(filter(None, (told, _("lead {bodies}").format(bodies=lead))))
    return _line(kind_name(note.kind), "", told or _sides(note), "" if told else change_name(note.fields.get("change")))


def _remark(note: Note) -> str:
    return _line(kind_name(note.kind), "", _text(note.fields.get("text")), "")


def _any(note: Note) -> str:
    """Kind, both sides where there are any, every other field, and the change."""
    known = {"old", "new", "change", "kind"}
    rest = [_text(value) for name, value in note.fields.items() if name not in known and _text(value)]
    told = _("; ").join(filter(None, (_sides(note), *rest)))
    return _line(kind_name(note.kind), "", told, change_name(note.fields.get("change")))


_TEXTS: Mapping[str, Callable[[Note], str]] = {
    "target": _target,
    "deadline": _deadline,
    "responsibility": _responsibility,
    "citation": _citation,
    "wording": _wording,
    "bookmark": _remark,
    "remark": _remark,
}


def _told(note: Note, name: str, parts: str) -> str:
    return _line(kind_name(note.kind), name, parts or _sides(note), change_name(note.fields.get("change")))


def _line(kind: str, name: str, parts: str, change: str) -> str:
    body = " ".join(filter(None, (kind, name, parts)))
    return _("{fact} ({change})").format(fact=body, change=change) if change else body


def _sides(note: Note) -> str:
    return _join(_text(note.fields.get("old")), _text(note.fields.get("new")))


def _join(old: str, new: str) -> str:
    return f"{old or NOTHING}{ARROW}{new or NOTHING}" if old or new else ""


def _record(note: Note, side: str) -> Mapping[str, Any]:
    value = note.fields.get(side)
    return value if isinstance(value, Mapping) else {"text": value} if value else {}


def _figure(record: Mapping[str, Any]) -> str:
    """A target as ≥80% or 80–90%; its words where it has no value."""
    if record.get("value") is None:
        return _word(record, "text")
    sign = COMPARATORS.get(str(record.get("comparator") or ""), str(record.get("comparator") or ""))
    value = _text(record["value"])
    if record.get("value2") is not None:
        value += f"–{_text(record['value2'])}"
    return f"{sign}{value}{_word(record, 'unit')}"


def _cited(record: Mapping[str, Any]) -> str:
    title, number = _word(record, "title"), _word(record, "doc_number")
    name = f"《{title.strip('《》')}》" if title else ""
    return f"{name}（{number}）" if name and number else name or number or _word(record, "text")


def _word(record: Mapping[str, Any], name: str) -> str:
    return _text(record.get(name))


def _bodies(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return [_text(item) for item in value if _text(item)] if isinstance(value, Iterable) else []


def _text(value: object) -> str:
    """Any value of a note's fields in words a reader can be shown."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, Mapping):
        return _text(value.get("text")) or listed(filter(None, map(_text, value.values())))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return listed(filter(None, map(_text, value)))
    return str(value)
