"""Who said what in agency reports: leads that end with their sources, outlets told, what is only heard."""

import pytest

from onrecord.data import RecordStatus
from tests.stages.article.test_attribute import attributions, words

LEADS = [
    (
        "PORT ALDA, May 3 (Harrow) - Tolvia will reopen the pass in June if Penria withdraws its guards, "
        "two ministers with knowledge of the plan told Harrow on Monday.",
        "two ministers with knowledge of the plan",
        "Tolvia will reopen the pass in June if Penria withdraws its guards",
        "Harrow",
    ),
    (
        "VELL, June 1 (Harrow) - Corva plans to buy forty trams, a senior aide to the mayor told Harrow.",
        "a senior aide to the mayor",
        "Corva plans to buy forty trams",
        "Harrow",
    ),
    (
        "ORSK (Harrow) - Penria has agreed to sell the refinery to a group of investors, "
        "four people with direct knowledge of the matter told the Coast Herald.",
        "four people with direct knowledge of the matter",
        "Penria has agreed to sell the refinery to a group of investors",
        "the Coast Herald",
    ),
    (
        "The bank is ready to close nine branches if the council pays for it, three clerks with direct "
        "knowledge of the books told Harrow on Friday.",
        "three clerks with direct knowledge of the books",
        "The bank is ready to close nine branches if the council pays for it",
        "Harrow",
    ),
]


@pytest.mark.parametrize(("text", "source", "content", "told"), LEADS)
def test_a_lead_that_ends_with_its_sources(text: str, source: str, content: str, told: str) -> None:
    found = [item for item in attributions(text) if words(item.source) == source]
    assert [words(item.content) for item in found] == [content]
    assert found[0].addressee is not None and found[0].addressee.text == told
    assert found[0].status is RecordStatus.BACKGROUND
    others = [item for item in attributions(text) if words(item.source) != source]
    assert not any(source in words(item.content) for item in others)


def test_an_aside_before_the_teller_is_not_what_was_told() -> None:
    found = attributions("When he came back from the long talks, the minister told Harrow.")
    assert not any("came back" in words(item.content) for item in found)


def test_what_was_told_in_a_back_room() -> None:
    found = attributions("A woman close to the mayor told us in a back room that the bridge would be sold.")
    assert words(found[0].source) == "A woman close to the mayor"
    assert words(found[0].content) == "that the bridge would be sold"
    assert found[0].status is RecordStatus.BACKGROUND


def test_what_somebody_has_heard_is_hearsay_but_a_court_hears_in_public() -> None:
    heard = attributions("A cook at Dunmore Castle heard that the feast was off.")
    assert heard[0].status is RecordStatus.HEARSAY
    court = attributions("The court heard that Mr Brisk had lied.")
    assert court[0].status is RecordStatus.ON_RECORD


def test_an_outlet_that_cites_in_a_relative_clause() -> None:
    text = (
        "The pass is to reopen. This was reported on Friday by Harrow, which cited a person familiar "
        "with the talks."
    )
    outer, inner = sorted(attributions(text), key=lambda item: item.source[0].start)
    assert words(outer.source) == "Harrow"
    assert words(inner.source) == "a person familiar with the talks" and inner.parent == outer.id


def test_a_quotation_cut_by_its_speaker() -> None:
    found = attributions('"We will not," the minister, speaking in Orsk on Friday, said, "move one stone."')
    assert words(found[0].source) == "the minister"
    assert "We will not" in words(found[0].content) and "move one stone" in words(found[0].content)


def test_german_outlets_are_told_in_the_dative() -> None:
    (told,) = attributions('"Das ist falsch", sagte Horn am Montag der Nachrichtenagentur Harrow.', "de")
    assert told.addressee is not None and told.addressee.text == "der Nachrichtenagentur Harrow"
    (aired,) = attributions("Die Grenze bleibe zu, sagte ein Beamter dem Sender Kanal am Abend.", "de")
    assert words(aired.source) == "ein Beamter"
    (filed,) = attributions("Am Dienstag teilte die Stadt Vell mit, der Antrag liege vor.", "de")
    assert words(filed.content) == "der Antrag liege vor"


def test_lone_surrogates_are_parsed_and_keep_their_offsets() -> None:
    text = "The harbour \ud83d master said that the port was closed."
    (found,) = attributions(text)
    assert text[found.content[0].start : found.content[0].end] == "that the port was closed"
