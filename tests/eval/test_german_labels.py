"""Labels of the German tagger's training: rows, choices, and the way back through the product's decoding."""

from tokenizers import Tokenizer
from tokenizers.models import Unigram

from eval.training.attribution_german.labels import INNER, OUTER, VOICES, gold_of, joined
from onrecord.models.tagger.german_links import CUE_OF_CONTENT, HEAD_OF_CUE, SOURCE_OF_CONTENT, SOURCE_OF_CUE
from onrecord.models.tagger.german_spans import CUE, DIRECT, INDIRECT, REPORTED, SOURCE
from onrecord.models.tagger.german_words import split_german

TEXT = "Horn teilte gestern mit, es sei „sehr kalt“ gewesen. Vollrath sprach von einem Erfolg."


def ranges(*phrases: str) -> list[list[int]]:
    return [[TEXT.index(phrase), TEXT.index(phrase) + len(phrase)] for phrase in phrases]


def item(number: int, kind: str, source: str, cue: tuple[str, ...], content: str) -> dict[str, object]:
    parts = {"source": ranges(source), "cue": ranges(*cue), "content": ranges(content), "addressee": []}
    return {"id": str(number), "type": kind, **parts}


RECORD = {
    "text": TEXT,
    "attributions": [
        item(1, "Direct", "Horn", ("teilte", "mit"), "„sehr kalt“"),
        item(2, "Indirect", "Horn", ("teilte", "mit"), "es sei „sehr kalt“ gewesen"),
        item(3, "Reported", "Vollrath", (), "Vollrath sprach von einem Erfolg."),
    ],
}


def test_rows_hold_what_overlaps() -> None:
    words = split_german(TEXT, Tokenizer(Unigram([("<unk>", 0.0)], 0, False)))
    gold = gold_of(RECORD, words)

    def said(row: int, role: int) -> list[str]:
        return [TEXT[words.starts[s.first] : words.ends[s.last]] for s in gold.of(row, role)]

    assert said(VOICES, SOURCE) == ["Horn", "Vollrath"]
    assert said(VOICES, CUE) == ["teilte", "mit"]
    assert said(OUTER, INDIRECT) == ["es sei „sehr kalt“ gewesen"]
    assert said(OUTER, REPORTED) == ["Vollrath sprach von einem Erfolg."]
    assert said(INNER, DIRECT) == ["„sehr kalt“"]


def test_choices() -> None:
    words = split_german(TEXT, Tokenizer(Unigram([("<unk>", 0.0)], 0, False)))
    gold = gold_of(RECORD, words)
    first, second = gold.of(VOICES, CUE)
    horn, vollrath = gold.of(VOICES, SOURCE)
    assert dict(gold.choices[HEAD_OF_CUE]) == {first: None, second: first}
    assert dict(gold.choices[SOURCE_OF_CUE]) == {first: horn}
    (clause,), (quotation,) = gold.of(OUTER, INDIRECT), gold.of(INNER, DIRECT)
    assert dict(gold.choices[CUE_OF_CONTENT]) == {clause: first, quotation: first}
    (sentence,) = gold.of(OUTER, REPORTED)
    assert dict(gold.choices[SOURCE_OF_CONTENT])[sentence] == vollrath


def test_pieces_with_spaces_between_are_one() -> None:
    assert joined("ab cd, ef", [(3, 5), (0, 2), (7, 9)]) == [(0, 5), (7, 9)]
    assert joined("ab\ncd", [(0, 2), (3, 5)]) == [(0, 2), (3, 5)]
