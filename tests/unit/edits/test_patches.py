"""Patches: applied, they give the new text."""

from __future__ import annotations

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from policydiff.edits import patch
from policydiff.edits.patches import CHARACTERS_LIMIT

LONG = "坚持以人民为中心，推进数字化转型。" * 200
LINES = st.lists(st.sampled_from(["一、总则\n", "建设平台。\n", "建设大平台。\n", "\n", "%0A@@ -1 +1 @@\n", "末"])).map(
    "".join
)


def applied(old: str, new: str) -> tuple[str, list[bool]]:
    engine = diff_match_patch()
    return tuple(engine.patch_apply(engine.patch_fromText(patch(old, new)), old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", "新"),
        ("旧", ""),
        ("到2025年达到80%。\n完。", "到2027年达到95%。\n完。"),
        (LONG, LONG[:500] + "新增一句。" + LONG[500:-40]),
        (LONG + "\n甲\n" + LONG, "乙\n" + LONG),
        ("甲" * (CHARACTERS_LIMIT + 1), "乙" * (CHARACTERS_LIMIT + 2)),
        ("𠮷野\n家", "𠮷\n野家"),
        ("a\r\nb\tc %41 +\u200b", "a\nb%\u202ec + 41"),
    ],
)
def test_a_patch_leads_to_the_new_text(old: str, new: str) -> None:
    made, done = applied(old, new)
    assert made == new
    assert all(done)


@given(LINES | st.text(), LINES | st.text())
def test_any_texts(old: str, new: str) -> None:
    old, new = (side.encode("utf-8", "replace").decode() for side in (old, new))
    assert applied(old, new)[0] == new


def test_a_small_change_makes_a_small_patch() -> None:
    assert len(patch(LONG, LONG.replace("人民", "群众", 1))) < 400
