"""EDTF in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.edtf import say


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "date unknown"),
        ("", "date unknown"),
        ("2025-08-03", "3 August 2025"),
        ("2024-05-24~", "about 24 May 2024"),
        ("2025-08~", "about August 2025"),
        ("2024", "2024"),
        ("2022-23", "autumn 2022"),
        ("2024-05-13/2024-05-19", "13 May 2024 to 19 May 2024"),
        ("2025-05/..", "since May 2025"),
        ("../2025", "until 2025"),
        ("2024-05-24T13:35", "24 May 2024"),
        ("2024-13", "2024-13"),
        ("2023-02-30", "2023-02-30"),
        ("next week", "next week"),
    ],
)
def test_values_are_said_in_words(value: str | None, words: str) -> None:
    assert say(value) == words


@given(st.text())
def test_any_text_is_said(value: str) -> None:
    assert isinstance(say(value), str)
