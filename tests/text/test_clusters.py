"""Components and average linkage: the same groups in any order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.buckets import pairs_within
from onrecord.text.clusters import average_linkage, components

NAMES = [f"n{number}" for number in range(8)]
pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1])


def test_components_are_sorted_and_hold_everybody() -> None:
    assert components("dcba", [("d", "a")]) == [("a", "d"), ("b",), ("c",)]


def test_a_single_bridge_does_not_merge_two_tight_groups() -> None:
    links = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.5}
    assert average_linkage([(n,) for n in "abcd"], links, 0.3) == [("a", "b"), ("c", "d")]


def test_what_is_together_from_the_start_stays_together() -> None:
    assert average_linkage([("a", "z"), ("b",)], {}, 0.1) == [("a", "z"), ("b",)]


@given(st.dictionaries(pairs, st.floats(0.05, 1.0), max_size=20), st.integers(0, 99))
def test_order_of_arrival_is_no_matter(links: dict[tuple[str, str], float], seed: int) -> None:
    shuffled = list(links.items())
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    names = list(NAMES)
    random.Random(seed).shuffle(names)  # noqa: S311
    first = average_linkage([(n,) for n in NAMES], links, 0.3)
    assert average_linkage([(n,) for n in names], dict(shuffled), 0.3) == first
    assert sorted(n for group in first for n in group) == NAMES


def test_a_large_bucket_gives_few_pairs_and_the_same_ones() -> None:
    members = [(f"{number % 7}", f"m{number:05d}") for number in range(5000)]
    found = list(pairs_within(members, 60))
    assert len(found) <= 5000 * 30
    assert sorted(pairs_within(members[::-1], 60)) == sorted(found)
    assert len(list(pairs_within(members[:60], 60))) == 60 * 59 // 2
