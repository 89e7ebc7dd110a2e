"""German drafts: what a tagger reads, and what the rules put beside it. Readings are made up here."""

from dataclasses import dataclass

import pytest

from onrecord.data import Article, Attribution, AttributionKind, Language, Reason, span_of
from onrecord.models.tagger.german import german_tagger, has_german, read_german
from onrecord.stages.article.attribute import Readers, attribute
from onrecord.stages.article.attribute.readers import NestedReader

GERMAN = Language("de", 1.0, Reason("written so"))
Range = tuple[int, int]


@dataclass(frozen=True)
class Made:
    """A reading by words of a text."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    kind: str = "indirect"
    within: int | None = None
    confidence: float = 0.9
    addressee: tuple[Range, ...] = ()


def at(text: str, *phrases: str) -> tuple[Range, ...]:
    return tuple((text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases)


def read(text: str, readings: list[Made], title: str = "") -> tuple[Attribution, ...]:
    def reader(_: str) -> list[Made]:
        return readings

    given: NestedReader = reader
    span = span_of(text, 0, len(title)) if title else None
    article = Article("ar-1", "pg-1", 0, (span_of(text, 0, len(text)),), text, title or None, span)
    return attribute(article, GERMAN, (), (), Readers(german=given)).attributions


def words(spans: tuple[object, ...]) -> list[str]:
    return [str(getattr(span, "text", "")) for span in spans]


def test_a_nested_quotation_has_its_cue_and_source_from_the_clause_and_that_as_parent() -> None:
    text = "Ministerin Vollrath sagte, die Brücke sei „in schlechtem Zustand“ und werde gesperrt."
    source, cue = at(text, "Ministerin Vollrath"), at(text, "sagte")
    outer = Made(source, cue, at(text, "die Brücke sei „in schlechtem Zustand“ und werde gesperrt"))
    inner = Made(source, cue, at(text, "„in schlechtem Zustand“"), "direct", 0)
    first, second = read(text, [outer, inner])
    assert second.parent == first.id
    assert second.kind is AttributionKind.DIRECT
    assert first.kind is not AttributionKind.DIRECT
    assert words(second.content) == ["„in schlechtem Zustand“"]
    assert words(second.cue) == ["sagte"]


def test_a_reported_sentence_keeps_its_whole_words_and_tells_so() -> None:
    text = "Vollrath sprach von einem Erfolg für die Stadt."
    (found,) = read(text, [Made(at(text, "Vollrath"), (), at(text, text), "reported")])
    assert words(found.content) == [text]
    assert found.cue == ()
    assert "without giving the words" in found.reason.text
    assert "Vollrath" in found.reason.text


def test_several_sentences_without_a_cue_stay_apart() -> None:
    text = "Vollrath sagte, es regne. Morgen sei es trocken.\nDie Straße bleibe aber zu."
    source = at(text, "Vollrath")
    readings = [
        Made(source, at(text, "sagte"), at(text, "es regne")),
        Made(source, (), at(text, "Morgen sei es trocken."), "free indirect"),
        Made(source, (), at(text, "Die Straße bleibe aber zu."), "free indirect"),
    ]
    assert len(read(text, readings)) == 3


def test_the_cited_party_of_the_rules_stands_under_what_the_tagger_read() -> None:
    text = "Die Agentur Tarn meldet unter Berufung auf den Sender Harrow, dass der Hafen geschlossen sei."
    (one,) = [
        Made(at(text, "Die Agentur Tarn"), at(text, "meldet"), at(text, "dass der Hafen geschlossen sei")),
    ]
    found = read(text, [one])
    cited = [item for item in found if item.parent is not None]
    assert len(cited) == 1
    assert "Harrow" in words(cited[0].source)[0]
    above = next(item for item in found if item.id == cited[0].parent)
    assert words(above.source) == ["Die Agentur Tarn"]


def test_a_cited_party_that_the_tagger_read_is_not_told_twice() -> None:
    text = "Die Agentur Tarn meldet unter Berufung auf den Sender Harrow, dass der Hafen geschlossen sei."
    content = at(text, "dass der Hafen geschlossen sei")
    readings = [
        Made(at(text, "Die Agentur Tarn"), at(text, "meldet"), content),
        Made(at(text, "den Sender Harrow"), at(text, "unter Berufung auf"), content, "indirect", 0),
    ]
    assert len(read(text, readings)) == 2


def test_a_title_is_read_by_the_rules_where_the_tagger_is_silent() -> None:
    title = "Vollrath: „Die Brücke bleibt zu“"
    text = f"{title}\n\nDie Stadt plant eine neue Brücke."
    found = read(text, [], title)
    assert [words(item.content) for item in found] == [["„Die Brücke bleibt zu“"]]


def test_whom_it_was_told() -> None:
    text = "Horn sagte am Montag der Zeitung Harrow, die Brücke bleibe gesperrt."
    made = Made(at(text, "Horn"), at(text, "sagte"), at(text, "die Brücke bleibe gesperrt"))
    (found,) = read(text, [made])
    assert found.addressee is not None
    assert found.addressee.text == "der Zeitung Harrow"


def test_whom_it_was_told_is_cut_off_a_source_that_took_it_in() -> None:
    text = "„Nein“, sagte Petra Salm der Agentur Harrow."
    (found,) = read(
        text, [Made(at(text, "Petra Salm der Agentur Harrow"), at(text, "sagte"), at(text, "„Nein“"))]
    )
    assert words(found.source) == ["Petra Salm"]
    assert found.addressee is not None
    assert found.addressee.text == "der Agentur Harrow"


def test_a_speaker_of_an_agency_keeps_it() -> None:
    text = "„Nein“, sagte ein Sprecher der Agentur Harrow."
    source = "ein Sprecher der Agentur Harrow"
    (found,) = read(text, [Made(at(text, source), at(text, "sagte"), at(text, "„Nein“"))])
    assert words(found.source) == [source]


def test_a_reading_without_source_and_cue_is_none() -> None:
    text = "Es sei kalt."
    assert read(text, [Made((), (), at(text, text), "free indirect")]) == ()


@pytest.mark.skipif(not has_german(), reason="the weights of extras/german are not here")
def test_the_installed_tagger_in_the_stage() -> None:
    assert german_tagger() is not None
    text = "Die Ministerin Anke Vollrath sagte am Dienstag, dass die Brücke im Herbst geöffnet werde."
    article = Article("ar-1", "pg-1", 0, (span_of(text, 0, len(text)),), text, None, None)
    (found,) = attribute(article, GERMAN, (), (), Readers(german=read_german)).attributions
    assert words(found.source) == ["Die Ministerin Anke Vollrath"]
    assert "trained tagger" in found.reason.text
