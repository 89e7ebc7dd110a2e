"""Phrase tables and name skeletons."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.phrases import PhraseTable
from onrecord.text.translit import latin, skeleton


def found(text: str, *phrases: str) -> list[str]:
    table = PhraseTable((phrase, phrase) for phrase in phrases)
    return [text[start:end] for start, end, _ in table.find(text)]


def test_longest_first_and_whole_words_only() -> None:
    assert found("New Zealand and Zealander", "New Zealand", "Zealand") == ["New Zealand"]
    assert found("Rome, not Romero", "Rome") == ["Rome"]
    assert found("the U.S. and the US.", "U.S.", "US") == ["U.S.", "US"]
    assert found("Chile-Peru border", "Chile", "Peru") == ["Chile", "Peru"]
    assert found("us and US", "US") == ["US"]


@given(st.text(max_size=200))
def test_offsets_and_values(text: str) -> None:
    table = PhraseTable((word, word) for word in ("a", "b c", "Ab", "12"))
    done = 0
    for start, end, value in table.find(text):
        assert text[start:end] == value
        assert start >= done
        done = end


def test_spellings_share_a_skeleton() -> None:
    assert len({skeleton(name) for name in ("Hrabovsky", "Hrabovskyy", "Hrabovskiy", "Hrabovskyi")}) == 1
    assert skeleton("Антон") == skeleton("Anton")
    assert skeleton("Merkel") != skeleton("Markle")


@given(st.text(max_size=80))
def test_skeleton_of_anything(text: str) -> None:
    assert isinstance(latin(text), str)
    assert isinstance(skeleton(text), str)
