"""A text as a document of one section, and what is found in it."""

from __future__ import annotations

from typing import Any

from policydiff.insight import Facts, Target, facts
from policydiff.model import Document
from tests.factory import document, section


def plan(text: str, heading: str = "重点任务", **fields: Any) -> Document:
    fields = {"date": "2021-03-01"} | fields
    return document(section("一、", heading, text), **fields)


def found(text: str, heading: str = "重点任务", **fields: Any) -> Facts:
    return facts(plan(text, heading, **fields))


def only(text: str, heading: str = "重点任务", **fields: Any) -> Target:
    (target,) = found(text, heading, **fields).targets
    return target
