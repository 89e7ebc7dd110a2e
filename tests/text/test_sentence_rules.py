"""Sentences by punctuation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import split_sentences


def sentences(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Dr. Hale met Gen. Orr. They spoke.", ["Dr. Hale met Gen. Orr.", "They spoke."]),
        ("en", 'He said: "We wait." Nobody did.', ['He said: "We wait."', "Nobody did."]),
        ("en", "Why? Nobody knows!", ["Why?", "Nobody knows!"]),
        (
            "de",
            "Er kam am 3. Mai nach Arden. Dort blieb er.",
            ["Er kam am 3. Mai nach Arden.", "Dort blieb er."],
        ),
        ("de", "Es waren z. B. Kinder da.", ["Es waren z. B. Kinder da."]),
        ("ru", "В 2031 г. Келлан ушёл. Его нет.", ["В 2031 г. Келлан ушёл.", "Его нет."]),
        ("uk", "Про це каже І. Келлан. Він чекає.", ["Про це каже І. Келлан.", "Він чекає."]),
    ],
)
def test_splits_at_ends_and_not_at_abbreviations(language: str, text: str, expected: list[str]) -> None:
    assert sentences(text, language) == expected


def test_a_newline_ends_a_sentence() -> None:
    assert sentences("A title\nThe text.", "en") == ["A title", "The text."]


@given(st.text(alphabet=st.characters(), max_size=300), st.sampled_from(["en", "de", "ru", "uk", "und"]))
def test_sentences_hold_every_visible_character_once_and_in_order(text: str, language: str) -> None:
    ranges = split_sentences(text, language)
    assert all(start < end for start, end in ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    kept = "".join(text[start:end] for start, end in ranges)
    assert "".join(kept.split()) == "".join(text.split())
