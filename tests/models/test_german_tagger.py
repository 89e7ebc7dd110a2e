"""The German tagger: words and marks, choices, spans of three rows, and readings of any text."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from onrecord.models.tagger import german
from onrecord.models.tagger.german_links import CUE_OF_CONTENT, HEAD_OF_CUE, choose, nearness
from onrecord.models.tagger.german_spans import (
    CUE,
    DIRECT,
    INDIRECT,
    REPORTED,
    ROWS,
    SIZES_OF_ROWS,
    SOURCE,
    german_attributions,
)
from onrecord.models.tagger.german_words import CLOSES, INSIDE, OPENS, OUTSIDE, quotation, split_german
from onrecord.models.tagger.paths import Floats, Marked
from onrecord.models.tagger.words import Words

NARROW, LINK = 4, 2


def tokenizer() -> Tokenizer:
    pieces = [
        ("<unk>", 0.0),
        ("\u2581Sie", -1.0),
        ("\u2581", -3.0),
        ("sagt", -1.0),
        ("e", -2.0),
        ("\u2581sagte", -2.0),
    ]
    return Tokenizer(Unigram(pieces, 0, False))


def plain_words(text: str) -> Words:
    return split_german(text, tokenizer())


def weights() -> dict[str, Floats]:
    """A chooser that takes the option with the fewest words between, below 12, and likes no other."""
    made: dict[str, Floats] = {}
    near = np.array([[12.0 - place % 12] for place in range(24)], np.float32)
    for question in range(5):
        made[f"chooser.{question}.weight"] = np.zeros((LINK, 3 * NARROW), np.float32)
        made[f"chooser.{question}.bias"] = np.zeros(LINK, np.float32)
        made[f"option.{question}.weight"] = np.zeros((LINK, 3 * NARROW), np.float32)
        made[f"option.{question}.bias"] = np.zeros(LINK, np.float32)
        made[f"pair.{question}"] = np.zeros((LINK, LINK), np.float32)
        made[f"none.{question}.weight"] = np.zeros((1, LINK), np.float32)
        made[f"none.{question}.bias"] = np.zeros(1, np.float32)
        made[f"distance.{question}.weight"] = near if question != HEAD_OF_CUE else near - 100
        made[f"between.{question}.weight"] = np.zeros((9, 1), np.float32)
        made[f"apart.{question}.weight"] = np.zeros((7, 1), np.float32)
        made[f"within.{question}.weight"] = np.zeros((2, 1), np.float32)
    for row, size in enumerate(SIZES_OF_ROWS):
        made[f"move.{row}"] = np.zeros((size + 1, size + 1), np.float32)
    return made


def scores(words: Words, spans: Sequence[tuple[int, int, int, int]]) -> Floats:
    """Scores that give each (row, role, first, last) its tags."""
    rows = []
    for row, roles in enumerate(ROWS):
        own = np.zeros((len(words.starts), 1 + 4 * roles), np.float32)
        own[:, 0] = 5.0
        for _, role, first, last in (span for span in spans if span[0] == row):
            own[first : last + 1, 0] = 0.0
            own[first : last + 1, 2 + 4 * role] = 9.0
            own[first, 2 + 4 * role], own[last, 2 + 4 * role] = 0.0, 0.0
            if first == last:
                own[first, 4 + 4 * role] = 9.0
            else:
                own[first, 1 + 4 * role], own[last, 3 + 4 * role] = 9.0, 9.0
        rows.append(own)
    return np.concatenate(rows, 1)


def test_a_word_after_a_space_has_other_pieces_than_one_after_a_mark() -> None:
    spaced, joined = plain_words("Sie sagte"), plain_words("Sie-sagte")
    assert spaced.pieces[1] == (5,)
    assert joined.pieces[2] == (3, 4)
    assert [(start, end) for start, end in zip(spaced.starts, spaced.ends, strict=True)] == [(0, 3), (4, 9)]


@pytest.mark.parametrize("marks", ["„“", '""', "»«", "«»", "„”"])
def test_quotation_marks_of_every_german_style(marks: str) -> None:
    words = ["Er", marks[0], "kommt", "bald", marks[1], "heute"]
    assert quotation(words) == [OUTSIDE, OPENS, INSIDE, INSIDE, CLOSES, OUTSIDE]


def test_choosers_take_the_nearest_option_within_three_paragraphs() -> None:
    states = np.zeros((40, NARROW), np.float32)
    paragraph = np.repeat(np.arange(8), 5)
    content, near, far = Marked(0, 10, 12, 1.0), Marked(1, 14, 14, 1.0), Marked(1, 39, 39, 1.0)
    made = choose(CUE_OF_CONTENT, [content], [near, far], (states, paragraph), weights())
    assert made[0][0] == 0
    assert made[0][1] > 0.9
    assert choose(CUE_OF_CONTENT, [content], [far], (states, paragraph), weights()) == [(None, 1.0)]
    assert choose(CUE_OF_CONTENT, [content], [], (states, paragraph), weights()) == [(None, 1.0)]
    assert choose(CUE_OF_CONTENT, [], [far], (states, paragraph), weights()) == []


def test_nearness_knows_sides_counts_and_holding() -> None:
    paragraph = np.zeros(30, np.int64)
    holder, before, inside = Marked(0, 10, 20, 1.0), Marked(1, 7, 8, 1.0), Marked(1, 12, 12, 1.0)
    distance, between, apart, within = nearness([holder], [before, inside], paragraph)
    assert distance.tolist() == [[13, 12]]
    assert between[0, 0] == 4
    assert apart.tolist() == [[3, 3]]
    assert within.tolist() == [[0, 1]]


def test_clauses_round_a_cue_are_one_content_and_quotations_are_each_their_own() -> None:
    words = plain_words("Morgen komme er , sagte Horn , und dann gehe er . Ja nein .")
    spans = [(0, CUE, 4, 4), (0, SOURCE, 5, 5), (1, INDIRECT, 0, 2), (1, INDIRECT, 7, 10)]
    states = np.zeros((len(words.starts), NARROW), np.float32)
    found = german_attributions(words, scores(words, spans), states, weights())
    assert len(found) == 1
    assert [(item.first, item.last) for item in found[0].contents] == [(0, 2), (7, 10)]
    spans = [(role, DIRECT if role == 1 else kind, first, last) for role, kind, first, last in spans]
    spans[0] = (0, CUE, 4, 4)
    found = german_attributions(words, scores(words, spans), states, weights())
    assert len(found) == 2
    assert all(item.source and item.source.first == 5 for item in found)


def test_a_nested_quotation_stands_within_what_holds_it() -> None:
    words = plain_words("Horn sagte , es sei kalt und „ sehr nass “ gewesen .")
    spans = [(0, SOURCE, 0, 0), (0, CUE, 1, 1), (1, INDIRECT, 3, 11), (2, DIRECT, 7, 10)]
    states = np.zeros((len(words.starts), NARROW), np.float32)
    outer, inner = german_attributions(words, scores(words, spans), states, weights())
    assert (outer.within, outer.inner) == (None, False)
    assert (inner.within, inner.inner, inner.kind) == (0, True, DIRECT)
    assert inner.cues == outer.cues


def test_some_quoted_words_of_a_clause_are_a_nested_quotation_though_the_tags_miss_them() -> None:
    words = plain_words("Horn sagte , es sei „ sehr nass und kalt “ gewesen , und „ Harrow “ sei zu .")
    spans = [(0, SOURCE, 0, 0), (0, CUE, 1, 1), (1, INDIRECT, 3, 18)]
    states = np.zeros((len(words.starts), NARROW), np.float32)
    outer, inner = german_attributions(words, scores(words, spans), states, weights())
    assert [(item.first, item.last) for item in inner.contents] == [(5, 10)]
    assert (inner.kind, inner.within, inner.inner) == (DIRECT, 0, True)
    assert (inner.cues, inner.source) == (outer.cues, outer.source)


def test_a_reported_sentence_holds_its_own_source_and_has_no_cue() -> None:
    words = plain_words("Horn sprach von einem Erfolg .")
    spans = [(0, SOURCE, 0, 0), (0, CUE, 1, 1), (1, REPORTED, 0, 5)]
    states = np.zeros((len(words.starts), NARROW), np.float32)
    (found,) = german_attributions(words, scores(words, spans), states, weights())
    assert found.cues == ()
    assert found.source is not None
    assert found.source.first == 0


def tagger() -> german.GermanTagger:
    found = german.german_tagger()
    if found is None or not german.has_german():
        pytest.skip("the weights of extras/german are not here")
    return found


def test_without_the_package_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(german, "PACKAGE", "onrecord_no_such_package")
    german.german_tagger.cache_clear()
    try:
        assert not german.has_german()
        assert german.german_tagger() is None
        assert german.read_german("Horn sagte, es sei kalt.") == ()
    finally:
        german.german_tagger.cache_clear()


def test_an_indirect_clause() -> None:
    text = "Die Ministerin Anke Vollrath sagte am Dienstag, dass die Brücke im Herbst wieder geöffnet werde."
    (reading,) = tagger().read(text)
    assert [text[start:end] for start, end in reading.source] == ["Die Ministerin Anke Vollrath"]
    assert [text[start:end] for start, end in reading.cue] == ["sagte"]
    assert [text[start:end] for start, end in reading.content] == [
        "dass die Brücke im Herbst wieder geöffnet werde"
    ]
    assert reading.kind == "indirect"
    assert 0.5 < reading.confidence <= 1.0


def test_a_quotation_before_its_speaker() -> None:
    text = "„Wir haben damit nicht gerechnet“, erklärte der Bürgermeister von Tarnbach am Abend."
    (reading,) = tagger().read(text)
    assert reading.kind == "direct"
    assert text[reading.content[0][0] : reading.content[0][1]] == "„Wir haben damit nicht gerechnet“"


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from('Er sagte, „“"»«:.\n\ud800\x00\u202eäß1'), max_size=300))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    found = tagger().read(text)
    for number, reading in enumerate(found):
        parts = [*reading.source, *reading.cue, *reading.content, *reading.addressee]
        assert all(0 <= start < end <= len(text) for start, end in parts)
        assert reading.content
        assert reading.kind in german.KINDS
        assert reading.within is None or reading.within < number


def test_the_same_text_twice_gives_the_same() -> None:
    text = "Horn sagte, es sei kalt.\nNach Angaben der Polizei wurde niemand verletzt.\n" * 3
    assert tagger().read(text) == tagger().read(text)
