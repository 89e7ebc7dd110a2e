"""Chains: read off attributions as the README of the test set says, and compared party by party."""

import pytest

from eval.attribution_hops import Link, chains_of, like_chain, matched_chains, same_party, tidy
from eval.attribution_written import DEVELOPMENT, load_passages
from onrecord.data import Factuality

NEGATED, PREDICTED, QUESTION = Factuality.NEGATED, Factuality.PREDICTED, Factuality.QUESTION


def test_a_chain_runs_from_the_outermost_source_inwards() -> None:
    assert chains_of([Link("a clerk", 1), Link("Norwire", None)]) == [("Norwire", "a clerk")]


def test_every_innermost_attribution_ends_a_chain() -> None:
    links = [Link("Norwire", None), Link("the mayor", 0), Link("two clerks", 0)]
    assert chains_of(links) == [("Norwire", "the mayor"), ("Norwire", "two clerks")]


@pytest.mark.parametrize("unsaid", [NEGATED, PREDICTED, Factuality.HYPOTHETICAL])
def test_a_chain_ends_before_what_was_not_said(unsaid: Factuality) -> None:
    assert chains_of([Link("an aide", None), Link("the president", 0, unsaid)]) == [("an aide",)]
    assert chains_of([Link("the president", None, unsaid)]) == []


def test_a_chain_does_not_go_beyond_a_question() -> None:
    links = [Link("an aide", None), Link("the press", 0, QUESTION), Link("the king", 1)]
    assert chains_of(links) == [("an aide", "the press")]


def test_a_link_without_source_is_left_out() -> None:
    assert chains_of([Link("Norwire", None), Link("", 0), Link("a clerk", 1)]) == [("Norwire", "a clerk")]


def test_the_same_party_twice_in_a_row_is_one_hop() -> None:
    assert chains_of([Link("Joos Dekker", None), Link("Dekker", 0)]) == [("Joos Dekker",)]


def test_a_beginning_of_another_chain_is_not_listed() -> None:
    links = [Link("Norwire", None), Link("Norwire", None), Link("a clerk", 1)]
    assert chains_of(links) == [("Norwire", "a clerk")]
    assert tidy([("Dekker",), ("Joos Dekker",), ()]) == [("Dekker",)]


def test_a_ring_of_parents_does_not_hang() -> None:
    assert chains_of([Link("one", 1), Link("two", 0)]) == []
    assert chains_of([Link("one", 1), Link("two", 1)]) == [("two", "one")]
    assert chains_of([Link("one", 7)]) == [("one",)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ivo Kellan, foreign minister of Vesta", "Kellan", True),
        ("the regional newspaper Vechera", "Vechera", True),
        ("The Herald's", "the Herald", True),
        ("a spokesman for the ministry", "the ministry", False),
        ("Ivo Kellan", "he", False),
        ("Ivo Kellan", "Mara Kellan", False),
        ("«»", "the ministry", False),
    ],
)
def test_same_party(one: str, other: str, same: bool) -> None:
    assert same_party(one, other) is same
    assert same_party(other, one) is same


def test_a_wrong_order_or_a_missing_hop_is_no_match() -> None:
    gold = ("Norwire", "a clerk of the court")
    assert like_chain(gold, ("Norwire", "a clerk"))
    assert not like_chain(gold, ("a clerk", "Norwire"))
    assert not like_chain(gold, ("Norwire",))
    assert not like_chain(gold, ("Norwire", "the mayor"))


def test_chains_match_one_to_one() -> None:
    gold = [("Norwire", "a clerk"), ("Norwire", "the mayor")]
    assert matched_chains(gold, gold[::-1]) == 2
    assert matched_chains(gold, [gold[0], gold[0]]) == 1
    assert matched_chains(gold, [("Norwire", "clerk of the court"), gold[1]], exact=True) == 1


def test_development_passages_give_their_own_chains() -> None:
    """Where no source is a pronoun or a role, the attributions of a passage say its chains."""
    passages = [passage for passage in load_passages(DEVELOPMENT) if passage.hops]
    same = 0
    for passage in passages:
        links = [
            Link(" ".join(span.text for span in item.source), item.inside, item.factuality)
            for item in passage.attributions
        ]
        given = chains_of(links)
        same += len(given) == len(passage.hops) == matched_chains(passage.hops, given)
    assert 0.85 < same / len(passages) < 1
