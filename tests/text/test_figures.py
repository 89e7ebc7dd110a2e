"""Figures: one value for one number, in digits or words, in four languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.figures import figures, rounds_to
from onrecord.text.fold import words


def values(text: str, language: str) -> list[float]:
    return [one.value for one in figures(words(text), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Nine thousand one hundred and twelve votes", "en", [9112.0]),
        ("1,800 beds, 2.4 metres, 600 million, sixty guards", "en", [1800.0, 2.4, 600e6, 60.0]),
        ("one of them and twenty-one others", "en", [21.0]),
        (
            "rund 190.000 Fass, 1,8 Prozent, einundzwanzig, dreihundertfünfzig",
            "de",
            [190e3, 1.8, 21.0, 350.0],
        ),
        ("30 тысяч, двести сорок пять, двадцать один", "ru", [30e3, 245.0, 21.0]),
        ("одинадцятьом людям, 2300, дев'ятсот", "uk", [11.0, 2300.0, 900.0]),
        ("30 000 and 8:40", "en", [30000.0, 8.4]),
    ],
)
def test_values(text: str, language: str, expected: list[float]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(("exact", "blurred"), [(212, 200), (74, 70), (140e6, 100e6), (17, 20), (1847, 1800)])
def test_a_rounded_figure_is_known(exact: float, blurred: float) -> None:
    assert rounds_to(exact, blurred)


@pytest.mark.parametrize(("exact", "other"), [(212, 212), (212, 400), (7, 10), (74, 71)])
def test_another_figure_is_not(exact: float, other: float) -> None:
    assert not rounds_to(exact, other)


@given(st.text(max_size=300), st.sampled_from(["en", "de", "ru", "uk", "fr", "und"]))
def test_any_text(text: str, language: str) -> None:
    found = words(text)
    last = 0
    for one in figures(found, language):
        assert last <= one.first < one.end <= len(found)
        last = one.end
