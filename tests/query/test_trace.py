"""A sentence is followed to its earliest wording and through every later one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.query import Record, trace
from onrecord.query.trace import ALIKE, alike
from onrecord.stores.sqlite import SqliteView
from tests.web.sample import drafts


def test_a_quotation_is_followed_to_its_earliest_wording(record: Record) -> None:
    wire, copy = drafts()[:2]
    found = trace(record, "Kellan: “If the Norland leadership believes it must wait, let it wait.”")
    assert [one.article.id for one in found.wordings] == [wire.id, copy.id]
    assert found.wordings[0].hops[-1].name == "Ivo Kellan"
    assert (found.low, found.high, found.origins) == (1, 1, ("Ivo Kellan",))


def test_a_reworded_passage_is_found_through_reuse(record: Record) -> None:
    wire, copy = drafts()[:2]
    found = trace(record, "Osmark is willing to pause negotiations if Norland deems it necessary")
    assert {(one.article.id, one.via) for one in found.wordings} == {(wire.id, "reuse"), (copy.id, "words")}
    assert found.wordings[0].article.id == wire.id
    assert "reworded" in found.wordings[0].reason


@pytest.mark.parametrize(
    "sentence", ["", "   ", "\x00", "…", "Kellan", "the price of bread rose again in the north"]
)
def test_what_is_not_there_is_not_found(record: Record, sentence: str) -> None:
    assert trace(record, sentence).wordings == ()


def test_likeness_needs_more_than_a_stock_phrase() -> None:
    one = "The minister told reporters on Friday that the bridge would be rebuilt by spring."
    other = "The coach told reporters on Friday that the striker was fit for the final."
    assert alike(one, other) < ALIKE
    assert (
        alike(one, "The bridge would be rebuilt by spring, the minister told reporters on Friday.") >= ALIKE
    )
    assert alike(one, one.upper()) >= ALIKE


@given(st.text(max_size=300))
def test_any_text_can_be_traced(record: Record, sentence: str) -> None:
    trace(record, sentence)


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_within_bounds(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 100


def test_a_short_phrase_is_found_where_it_stands_word_by_word(demo_view: SqliteView) -> None:
    found = trace(Record(demo_view), "We can wait")
    assert len(found.wordings) == 2
    assert (found.low, found.high) == (1, 1)
    assert not trace(Record(demo_view), "can wait").wordings
