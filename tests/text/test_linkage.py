"""Average linkage of a sparse graph by numbers: what joins, what never does, and that order is no matter."""

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.joins import Rows
from onrecord.text.linkage import Links, average_linkage, members

SIZE = 8
pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] < p[1])
graphs = st.dictionaries(pairs, st.integers(50, 1000), max_size=24)


def rows(values: list[int]) -> Rows:
    return np.array(values, dtype=np.int64)


def links_of(found: dict[tuple[int, int], int]) -> Links:
    return Links(rows([a for a, _ in found]), rows([b for _, b in found]), rows(list(found.values())))


def joined(
    found: dict[tuple[int, int], int],
    seeds: list[int] | None = None,
    apart: list[tuple[int, int]] | None = None,
    least: int = 300,
) -> list[list[int]]:
    never = (rows([a for a, _ in apart]), rows([b for _, b in apart])) if apart else None
    labels = average_linkage(rows(seeds or list(range(SIZE))), links_of(found), least, never)
    return [group.tolist() for group in members(labels)]


def slowly(found: dict[tuple[int, int], int], least: int) -> list[list[int]]:
    """The definition: join the two most similar clusters, again and again."""
    groups = [[item] for item in range(SIZE)]

    def mean(some: list[int], others: list[int]) -> float:
        total = sum(found.get((min(a, b), max(a, b)), 0) for a in some for b in others)
        return total / (len(some) * len(others))

    while True:
        ranked = sorted((-mean(a, b), a[0], b[0]) for a, b in combinations(groups, 2))
        if not ranked or -ranked[0][0] < least:
            return groups
        _, low, high = ranked[0]
        gone = next(g for g in groups if g[0] == high)
        groups = sorted(sorted(g + gone) if g[0] == low else g for g in groups if g is not gone)


def test_a_single_bridge_does_not_merge_two_tight_groups() -> None:
    assert joined({(0, 1): 900, (2, 3): 900, (1, 2): 500})[:2] == [[0, 1], [2, 3]]


def test_what_is_together_from_the_start_stays_together() -> None:
    assert [0, 7] in joined({}, [0, 1, 2, 3, 4, 5, 6, 0])


def test_what_is_apart_is_never_joined_not_even_by_way_of_a_third() -> None:
    found = {(0, 1): 900, (1, 2): 800, (0, 2): 900}
    assert joined(found)[0] == [0, 1, 2]
    groups = joined(found, apart=[(0, 2)])
    assert [0, 1] in groups and [2] in groups


@pytest.mark.parametrize("seed", range(60))
def test_rounds_give_what_joining_one_pair_after_the_other_gives(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    drawn = {pair: dice.randrange(50, 100_000) for pair in combinations(range(SIZE), 2)}
    found = {pair: value for pair, value in drawn.items() if dice.random() < 0.6}
    assert joined(found, least=30_000) == slowly(found, 30_000)


@settings(deadline=None)
@given(graphs, st.integers(0, 99), st.sets(pairs, max_size=3))
def test_order_of_links_is_no_matter(
    found: dict[tuple[int, int], int], seed: int, apart: set[tuple[int, int]]
) -> None:
    shuffled = list(found.items())
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - repeatable, not secret
    turned = {(b, a): value for (a, b), value in shuffled}
    groups = joined(found, apart=sorted(apart))
    assert joined(turned, apart=sorted(apart, reverse=True)) == groups
    assert sorted(item for group in groups for item in group) == list(range(SIZE))
    assert not any(a in group and b in group for group in groups for a, b in apart)


@settings(deadline=None)
@given(graphs, graphs)
def test_a_part_that_no_link_leads_to_is_no_matter(
    found: dict[tuple[int, int], int], other: dict[tuple[int, int], int]
) -> None:
    both = found | {(a + SIZE, b + SIZE): value for (a, b), value in other.items()}
    labels = average_linkage(np.arange(2 * SIZE), links_of(both), 300)
    assert [g.tolist() for g in members(labels) if g[0] < SIZE] == joined(found)


def test_nothing_gives_nothing() -> None:
    empty = rows([])
    assert members(average_linkage(empty, Links(empty, empty, empty), 300)) == []
