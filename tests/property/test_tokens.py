"""The atoms of a text, joined, are the text; the same holds for its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.tokens import atoms, words

PIECES = st.sampled_from([
    "推进", "智慧城市", "2021", "年", "3", "月", "国发", "〔", "〕", "29", "号", "《", "》", "第", "十二", "条", "（",
    "一", "）", "、", "，", "。", "%", "个", "百分点", "～", "-", "5G", "亿元", "\n", " ", "\u3000", "\ud800", "令",
    "十四五",
    ".", "1",
])  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_atoms_and_words_rebuild_the_text(text: str) -> None:
    found = atoms(text)
    assert "".join(a.text for a in found) == text
    assert all(text[a.start : a.end] == a.text and a.text for a in found)
    assert "".join(words(text)) == text
