"""File names that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.batch import file_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("北京-天津", "07-北京-天津"),
        ('a/b\\c:d*e?f"g<h>i|j', "07-a_b_c_d_e_f_g_h_i_j"),
        ("../../etc/passwd", "07-_.._etc_passwd"),
        ("con", "07-_con"),
        ("  .hidden. ", "07-hidden"),
        ("a\u202eb\x00c\nd", "07-a_b_c d"),
        ("", "07"),
    ],
)
def test_names(name: str, stem: str) -> None:
    assert file_stem(7, 10, name) == stem


@given(st.integers(1, 99), st.text())
def test_any_name_is_a_name_of_one_file(number: int, name: str) -> None:
    stem = file_stem(number, 99, name)
    assert len(stem.encode()) <= 160
    assert not set(stem) & set('<>:"/\\|?*\x00\n')
    assert stem.startswith(f"{number:02}")
    assert not stem.endswith((" ", "."))
