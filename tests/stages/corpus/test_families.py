"""Families: what rulings do to them, who is called earliest, and what each member took."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.data import Reuse, ReuseKind, Rulings
from onrecord.pile import Bond
from onrecord.stages.corpus.reuse import find_families
from onrecord.stages.corpus.reuse.families import first_weights
from onrecord.stages.corpus.reuse.joining import joined_groups

PILE = [
    findings_of(f"n{n}", f"Harbour report number {n}", f"Text {n}.", outlet=f"Outlet {n}") for n in range(6)
]
IDS = sorted(item.article.id for item in PILE)


def _reuse(earlier: int, later: int, direction: float = 0.9, score: float = 0.9, share: float = 0.5) -> Reuse:
    name = f"re-{earlier}{later}"
    left, right = IDS[earlier], IDS[later]
    return Reuse(
        name, left, right, ReuseKind.REWRITE, share, score, direction >= 0.65, direction, (), (), (), ()
    )


def _pair(one: int, other: int) -> tuple[str, str]:
    return IDS[min(one, other)], IDS[max(one, other)]


def test_the_earliest_is_told_by_all_bonds() -> None:
    star = [_reuse(0, 1), _reuse(0, 2), _reuse(1, 2, direction=0.55, score=0.7)]
    (family,) = find_families(PILE, star)
    assert family.earliest == IDS[0]
    assert family.shares == (0.0, 0.5, 0.5)
    assert "“Harbour report number" in family.reason and "earliest wording held" in family.reason


def test_many_weak_bonds_tell_what_one_does_not() -> None:
    weak = [_reuse(0, n, direction=0.6) for n in range(1, 5)] + [
        _reuse(a, b, direction=0.5) for a, b in ((1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4))
    ]
    assert find_families(PILE, weak[:1])[0].earliest is None
    weights = first_weights(
        IDS[:5],
        [Bond(r.id, r.earlier, r.later, r.kind, r.share, r.score, r.directed, r.direction) for r in weak],
    )
    assert max(weights, key=lambda name: weights[name]) == IDS[0]
    assert abs(sum(weights.values()) - 1.0) < 0.001


def test_two_sources_of_one_text_have_no_earliest() -> None:
    (family,) = find_families(PILE, [_reuse(0, 2), _reuse(1, 2)])
    assert family.earliest is None
    assert "cannot be told" in family.reason


def test_apart_is_kept_apart_whatever_lies_between() -> None:
    chain = [_reuse(0, 1, score=0.9), _reuse(1, 2, score=0.8)]
    found = find_families(PILE, chain, Rulings(apart=frozenset({_pair(0, 2)})))
    assert [family.articles for family in found] == [tuple(IDS[:2])]
    assert "an analyst ruled" in found[0].reason
    assert find_families(PILE, chain[:1], Rulings(apart=frozenset({_pair(0, 1)}))) == ()


def test_a_ruling_that_another_outweighs_through_a_third_article_is_told() -> None:
    rulings = Rulings(same=frozenset({_pair(0, 1), _pair(1, 2)}), apart=frozenset({_pair(0, 2)}))
    (family,) = find_families(PILE, [], rulings)
    assert family.articles == tuple(IDS[:2])
    titles = {
        item.article.id: f"“{item.article.title}” ({item.article.outlet.value})"
        for item in PILE
        if item.article.outlet
    }
    lost, cause = ([titles[name] for name in pair] for pair in (_pair(1, 2), _pair(0, 2)))
    assert (
        f"an analyst ruled that {lost[0]} and {lost[1]} are one text, but not followed: "
        f"by another ruling {cause[0]} and {cause[1]} are apart" in family.reason
    )
    both = find_families(PILE, [_reuse(2, 3)], rulings)
    assert [one.articles for one in both] == [tuple(IDS[:2]), tuple(IDS[2:4])]
    assert all("but not followed" in one.reason for one in both)


def test_nothing_is_said_to_be_outweighed_where_rulings_agree() -> None:
    rulings = Rulings(same=frozenset({_pair(0, 1), _pair(1, 2)}), apart=frozenset({_pair(0, 3), _pair(4, 5)}))
    (family,) = find_families(PILE, [_reuse(2, 3)], rulings)
    assert family.articles == tuple(IDS[:3])
    assert "not followed" not in family.reason


def test_same_joins_without_any_reuse() -> None:
    (family,) = find_families(PILE, [], Rulings(same=frozenset({_pair(3, 4)})))
    assert family.articles == (IDS[3], IDS[4])
    assert family.earliest is None
    assert "a ruling" in family.reason


def test_first_settles_a_direction_against_the_text() -> None:
    rulings = Rulings(first=((_pair(0, 1), IDS[1]),))
    (family,) = find_families(PILE, [_reuse(0, 1)], rulings)
    assert family.earliest == IDS[1]
    assert "came before" in family.reason


def test_unknown_articles_and_rulings_are_passed_over() -> None:
    rulings = Rulings(frozenset({("x", "y")}), frozenset({("x", IDS[0])}), ((("x", "y"), "x"),))
    assert find_families(PILE[:0], [_reuse(0, 1)], rulings) == ()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_the_same_in_any_order(links: list[tuple[int, int]], seed: int) -> None:
    different = sorted({(min(pair), max(pair)) for pair in links if pair[0] != pair[1]})
    reuses = [_reuse(a, b, 0.5 + (a * 7 + b) % 5 / 10, 0.4 + (a + b) % 6 / 10) for a, b in different]
    rulings = Rulings(apart=frozenset({_pair(0, 3), _pair(1, 5)}), same=frozenset({_pair(2, 4)}))
    found = find_families(PILE, reuses, rulings)
    dice = random.Random(seed)  # noqa: S311 - repeatable
    assert find_families(dice.sample(PILE, 6), dice.sample(reuses, len(reuses)), rulings) == found
    assert not any({IDS[0], IDS[3]} <= set(family.articles) for family in found)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
@settings(max_examples=60, deadline=None)
def test_no_group_holds_a_pair_that_is_apart(pairs: list[tuple[int, int]]) -> None:
    links = sorted({(float(a + b), (str(min(a, b)), str(max(a, b)))) for a, b in pairs if a != b})
    apart = [("0", "9"), ("1", "2"), ("3", "7")]
    found = joined_groups(links, apart)
    assert not any(set(pair) <= set(group) for pair in apart for group in found)
    assert found == sorted(found)
    assert all(left < right for group in found for left, right in pairwise(group))
