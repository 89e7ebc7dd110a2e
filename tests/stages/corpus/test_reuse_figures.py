"""Figures as values, in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lang.rewritings import words_of
from onrecord.stages.corpus.reuse.figures import find_figures, significant
from onrecord.text.fold import words


def values(text: str, language: str) -> list[float]:
    return [one.value for one in find_figures(tuple(words(text)), language, words_of(language))]


@pytest.mark.parametrize(
    "text, language, expected",
    [
        ("18,400 cots and 2.05 talers", "en", [18_400.0, 2.05]),
        ("1.900 Haushalte, 2,4 Meter", "de", [1_900.0, 2.4]),
        ("18 400 кроваток", "ru", [18_400.0]),
        ("3,4 Millionen, 2 Mrd.", "de", [3_400_000.0, 2_000_000_000.0]),
        ("400 тисяч леїв", "uk", [400_000.0]),
        ("sixty-four prisoners, seven hundred more", "en", [64.0, 700.0]),
        ("thirty-one minutes", "en", [31.0]),
        ("вісім чи двадцять", "uk", [8.0, 20.0]),
        ("¼ ٣٤ one", "en", [34.0]),
        ("3.4bn crowns, $2 m, 300 thousand", "en", [3_400_000_000.0, 2_000_000.0, 300_000.0]),
        ("dreiundzwanzig Boote", "de", [23.0]),
        ("1 ፩፪፫ and 12 ᧚᧚᧚", "en", [1.0, 12.0]),
    ],
)
def test_values(text: str, language: str, expected: list[float]) -> None:
    assert values(text, language) == expected


def test_significant_digits() -> None:
    assert [significant(value) for value in (140_000_000.0, 212.0, 0.9, 71.4, 0.0)] == [2, 3, 1, 3, 0]


def test_about_before_a_figure_is_seen() -> None:
    text = "some 70 of 74, more than 200"
    found = find_figures(tuple(words(text)), "en", words_of("en"))
    assert [one.approximate for one in found] == [True, False, True]


@given(st.text(), st.sampled_from(["en", "de", "ru", "uk"]))
def test_any_text(text: str, language: str) -> None:
    assert all(one.value >= 0.0 for one in find_figures(tuple(words(text)), language, words_of(language)))
