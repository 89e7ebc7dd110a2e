"""What the words around a name tell: datelines, land, agencies, capitals, offices in titles."""
# ruff: noqa: E501 (whole sentences)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Article, Language, Mention, MentionKind, Reason, Span
from onrecord.models.english import parse
from onrecord.stages.article.mentions import find_mentions
from onrecord.stages.article.mentions.surroundings import read_surroundings


def mentions(text: str) -> tuple[Mention, ...]:
    end = text.find("\n")
    title = Span(0, end, text[:end])
    made = Article("ar-1", "pg-1", 0, (Span(0, len(text), text),), text, text[:end], title)
    return find_mentions(made, Language("en", 1.0, Reason("test")), parse(text))


def kinds(text: str) -> dict[str, MentionKind]:
    return {m.head.text: m.kind for m in mentions(text)}


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("ORSK, May 4 (Harrow) - The war goes on.", "Orsk", "Harrow"),
        ("ORSK - The war goes on.", "Orsk", None),
        ("Orsk (TNA) - Die Lage ist ruhig.", "Orsk", "TNA"),
        ("NEWS: the war goes on", None, None),
        ("Orsk - the capital", None, None),
    ],
)
def test_datelines(text: str, place: str | None, agency: str | None) -> None:
    found = read_surroundings(text)
    assert [line.name for line in found.datelines] == ([place] if place else [])
    assert list(found.agencies) == ([agency] if agency else [])


def test_a_phrase_does_not_reach_back_over_a_dateline() -> None:
    found = mentions(
        "Army stays\nHAVEL - Penria's army will stay in the valley, President Ulrik Sand said.\n"
    )
    assert "Penria's army" in {m.span.text for m in found}


def test_a_name_before_a_verb_is_no_capital() -> None:
    text = "Speech\nTolvian President Edda Morn spoke. In Orsk, the Tolvian capital, Morn said the army would stay.\n"
    found = [m for m in mentions(text) if m.head.text == "Morn"]
    assert {m.kind for m in found} == {MentionKind.PERSON} and {m.name for m in found} == {"Edda Morn"}


def test_a_title_is_no_state() -> None:
    text = "Silence\nThe government of President Edda Morn had no comment.\n"
    assert MentionKind.STATE not in kinds(text).values()


def test_an_office_alone_in_a_title_is_its_holder() -> None:
    text = "President ready to talk\nTolvian President Edda Morn is ready to talk, officials said.\n"
    first = mentions(text)[0]
    assert first.span.text == "President" and first.name == "Edda Morn"


def test_all_members_of_a_body_are_the_body() -> None:
    text = "Pact agrees\nThe six members of the Eastern Pact agreed on Monday to close the ports.\n"
    found = {m.span.text: m.name for m in mentions(text)}
    assert found["The six members of the Eastern Pact"] == "Eastern Pact"


def test_every_reason_quotes_its_place() -> None:
    text = "Speech\nTolvian President Edda Morn spoke. She left. She came back.\n"
    reasons = [m.reason.text for m in mentions(text)]
    assert len(reasons) == len(set(reasons))


@given(st.text(alphabet="AaB ,.-–()«»'’\nÄя1", max_size=200))
def test_reads_any_text(text: str) -> None:
    found = read_surroundings(text)
    assert all(text[line.start : line.end].title() == line.name for line in found.datelines)


def test_a_text_longer_than_its_parse_is_read_as_far_as_the_parse_goes() -> None:
    short = "Speech\nTolvian President Edda Morn spoke.\n"
    text = short + "ORSK, May 4 (Harrow) - Penrian President Ulrik Sand spoke.\n"
    made = Article("ar-1", "pg-1", 0, (Span(0, len(text), text),), text, None, None)
    found = find_mentions(made, Language("en", 1.0, Reason("test")), parse(short))
    assert found and all(m.span.end <= len(short) for m in found)
