"""Folded words and their offsets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.fold import fold, words


def test_spellings_of_one_word_meet() -> None:
    assert fold("Türkiye") == fold("TURKIYE") == "turkiye"
    assert fold("don’t") == fold("don't")
    assert fold("Vesta’s") == fold("Vesta's") == "vesta"


def test_cyrillic_letters_keep_their_marks() -> None:
    assert fold("Київ") == "київ"
    assert fold("йод") != fold("иод")


def test_a_country_in_capitals_is_not_the_pronoun() -> None:
    folded = [word.fold for word in words("The US told us. The U.S. told us.")]
    assert folded == ["the", "u.s.", "told", "us", "the", "u.s.", "told", "us"]


def test_figures_keep_their_points() -> None:
    assert [word.fold for word in words("1,200 men, 7.5 percent")] == ["1,200", "men", "7.5", "percent"]


@given(st.text(max_size=300))
def test_offsets_carry_the_words_of_any_text(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(word.fold for word in found)
