"""Phrases found in a row of words."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.wordruns import find_phrases

WANTED = (("a", "b"), ("a",), ("b", "c", "a"))


def test_every_phrase_is_found_at_every_place() -> None:
    found = list(find_phrases("a b c a".split(), WANTED))
    assert found == [(0, 2), (0, 1), (1, 4), (3, 4)]


def test_a_phrase_cut_by_the_end_is_none() -> None:
    assert list(find_phrases(["b", "c"], WANTED)) == []
    assert list(find_phrases([], WANTED)) == []
    assert list(find_phrases(["a"], ((),))) == []


@given(st.lists(st.sampled_from("abcd"), max_size=40))
def test_the_same_as_trying_every_phrase_everywhere(words: list[str]) -> None:
    tried = [
        (at, at + len(phrase))
        for at in range(len(words))
        for phrase in WANTED
        if tuple(words[at : at + len(phrase)]) == phrase
    ]
    assert list(find_phrases(words, WANTED)) == tried
