"""What a source phrase is, in four languages: head, number, name, titles, pronouns; on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.article.attribute.parties.phrase import read_phrase
from onrecord.stages.article.attribute.parties.phrase_data import Phrase, make_view


def read(words: str, code: str = "en") -> tuple[Phrase, str]:
    text = f"On Monday {words} spoke."
    start = text.index(words)
    phrase = read_phrase(make_view(text, code), (start, start + len(words)))
    assert phrase is not None
    name = text[phrase.name[0] : phrase.name[1]] if phrase.name is not None else ""
    return phrase, name


@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        ("Vestan President Ivo Kellan", "Ivo Kellan", "president"),
        ("Mira Holm, the foreign minister of Vesta,", "Mira Holm", "foreign minister"),
        ("the foreign minister, Mira Holm,", "Mira Holm", "foreign minister"),
        ("Kellan’s spokeswoman, Mira Dunn", "Mira Dunn", "spokeswoman"),
        ("Prime Minister Holm", "Holm", "prime minister"),
        ("Secretary of State Mira Holm", "Mira Holm", "secretary of state"),
        ("White House press secretary Mira Holm", "Mira Holm", "press secretary"),
        ("Lenz mayor and former boxer Ivo Stark", "Ivo Stark", "mayor"),
    ],
)
def test_persons(words: str, name: str, title: str) -> None:
    phrase, found = read(words)
    assert (found, phrase.sort) == (name, "person")
    assert title in phrase.titles


@pytest.mark.parametrize(
    ("words", "sort", "plural"),
    [
        ("two former high-ranking officials close to the palace", "unnamed", True),
        ("another senior official", "unnamed", False),
        ("one of the sources", "unnamed", False),
        ("some of them", "unnamed", False),
        ("Harrow sources", "unnamed", True),
        ("officials in Pell", "unnamed", True),
        ("the driver", "people", False),
        ("the prime minister", "office", False),
        ("the Prime Minister", "office", False),
        ("Vestan authorities", "bare", True),
        ("the defence ministry", "body", False),
        ("the newspaper", "outlet", False),
        ("minutes of its last meeting", "document", True),
        ("rumours", "saying", True),
    ],
)
def test_heads(words: str, sort: str, plural: bool) -> None:
    phrase, name = read(words)
    assert (phrase.sort, name) == (sort, "")
    assert phrase.plural is plural or "of" in words


@pytest.mark.parametrize(
    ("words", "name", "sort"),
    [
        ("the Bank of Vesta", "Bank of Vesta", "body"),
        ("the Vestan Foreign Ministry", "Vestan Foreign Ministry", "body"),
        ("the Harrow newspaper", "Harrow", "outlet"),
        ("the Kellan campaign", "Kellan campaign", "body"),
        ("Norway", "Norway", "state"),
        ("Reuters", "Reuters", "outlet"),
        ("Karr", "Karr", "name"),
    ],
)
def test_bodies_and_names(words: str, name: str, sort: str) -> None:
    phrase, found = read(words)
    assert (found, phrase.sort) == (name, sort)


@pytest.mark.parametrize(
    ("code", "words", "sort", "name"),
    [
        ("de", "zwei mit der Sache vertraute Personen", "unnamed", ""),
        ("de", "dem Palast nahestehende Beamte", "unnamed", ""),
        ("de", "Außenministerin Mira Holm", "person", "Mira Holm"),
        ("de", "der Sprecher des Außenministeriums, Ivo Kellan,", "person", "Ivo Kellan"),
        ("de", "die Nachrichtenagentur Harrow", "outlet", "Harrow"),
        ("de", "die Gewerkschaft", "body", ""),
        ("ru", "два источника, близких к дворцу", "unnamed", ""),
        ("ru", "знакомые с ситуацией источники", "unnamed", ""),
        ("ru", "министр обороны Весты Иво Келлан", "person", "Иво Келлан"),
        ("ru", "глава МИД Хольм", "person", "Хольм"),
        ("ru", "собеседник РБК", "unnamed", ""),
        ("ru", "агентство «Харроу»", "outlet", "Харроу"),
        ("uk", "двоє посадовців, обізнаних із планом", "unnamed", ""),
        ("uk", "речниця міністерства Міра Гольм", "person", "Міра Гольм"),
    ],
)
def test_other_languages(code: str, words: str, sort: str, name: str) -> None:
    phrase, found = read(words, code)
    assert (phrase.sort, found) == (sort, name)


@pytest.mark.parametrize(
    ("code", "word", "agrees"),
    [("en", "he", "m"), ("de", "sie", "e"), ("ru", "она", "f"), ("uk", "вони", "p")],
)
def test_pronouns(code: str, word: str, agrees: str) -> None:
    phrase, _ = read(word, code)
    assert phrase.pronoun and phrase.agrees == agrees


@given(st.text(max_size=120), st.sampled_from(["en", "de", "ru", "uk", "xx"]))
def test_any_text(text: str, code: str) -> None:
    view = make_view(text, code)
    phrase = read_phrase(view, (0, len(text)))
    if phrase is not None:
        for span in (phrase.shown, phrase.head, phrase.described, phrase.name, phrase.number):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
