"""Sentence vectors: the same for the same article, alike across languages, and nothing breaks them."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models.sentences import DIMENSIONS, likeness, sentence_vectors

ENGLISH = ["The harbour was closed for two days after the storm.", "The minister refused to resign."]
GERMAN = ["Der Hafen war nach dem Sturm zwei Tage lang gesperrt.", "Der Minister lehnte einen Rücktritt ab."]
UKRAINIAN = ["Після шторму порт був закритий два дні.", "Міністр відмовився піти у відставку."]


def test_a_translation_is_nearer_than_another_sentence() -> None:
    found = likeness(sentence_vectors(ENGLISH, "en"), sentence_vectors(GERMAN, "de"))
    assert found[0, 0] > found[0, 1] + 0.3
    assert found[1, 1] > found[1, 0] + 0.3


def test_ukrainian_is_read_by_its_nearness_to_russian() -> None:
    found = likeness(sentence_vectors(ENGLISH, "en"), sentence_vectors(UKRAINIAN, "uk"))
    assert found[0, 0] > found[0, 1]
    assert found[1, 1] > found[1, 0]


def test_rows_are_whole_numbers_and_repeat() -> None:
    rows = sentence_vectors(ENGLISH, "en")
    assert rows.dtype == np.int8
    assert rows.shape == (2, DIMENSIONS)
    assert np.array_equal(rows, sentence_vectors(ENGLISH, "en"))
    assert likeness(rows, rows)[0, 0] == 1.0


def test_no_text_no_rows() -> None:
    assert sentence_vectors([], "en").shape == (0, DIMENSIONS)
    assert likeness(sentence_vectors([], "en"), sentence_vectors(ENGLISH, "en")).shape == (0, 2)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=3))
def test_never_raises(texts: list[str]) -> None:
    assert sentence_vectors(texts, "uk").shape == (len(texts), DIMENSIONS)


def test_hostile_texts_are_bounded() -> None:
    rows = sentence_vectors(["a" * 1_000_000, "\ud800\x00 \u202e", ""], "en")
    assert rows.shape == (3, DIMENSIONS)
