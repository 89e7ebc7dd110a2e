"""Sweeps over keys: the same pairs as plain buckets give, in any order, and components."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.buckets import pairs_within
from onrecord.text.clusters import components
from onrecord.text.joins import Shared, groups, hash64, keyed, mixed, ranks_of, sharing, united, unpacked

ROWS = st.lists(st.lists(st.integers(0, 12), max_size=8), max_size=25)
ORDERS = st.lists(st.integers(0, 5), min_size=25, max_size=25)


def _plain(rows: list[list[int]], order: list[int], cap: int) -> Counter[tuple[int, int]]:
    """Bucket by bucket, in plain Python."""
    buckets: dict[int, set[tuple[str, str]]] = {}
    for owner, row in enumerate(rows):
        for key in row:
            buckets.setdefault(key, set()).add((f"{order[owner]:04}", f"{owner:04}"))
    return Counter(
        (int(low), int(high))
        for bucket in buckets.values()
        for low, high in pairs_within(sorted(bucket), cap)
    )


def _swept(rows: list[list[int]], order: list[int], cap: int, least: int = 1) -> Shared:
    found = keyed([np.array(row, dtype=np.uint64) for row in rows])
    return sharing(found, np.array(order[: len(rows)], dtype=np.uint64), cap, least)


@given(ROWS, ORDERS, st.integers(1, 9))
@settings(max_examples=80, deadline=None)
def test_a_sweep_is_what_plain_buckets_give(rows: list[list[int]], order: list[int], cap: int) -> None:
    found = _swept(rows, order, cap)
    made = dict(zip(zip(found.left.tolist(), found.right.tolist(), strict=True), found.times, strict=True))
    assert made == dict(_plain(rows, order, cap))
    often = _swept(rows, order, cap, 2)
    assert set(zip(often.left.tolist(), often.right.tolist(), strict=True)) == {
        pair for pair, times in made.items() if times >= 2
    }


@given(ROWS, ORDERS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_keys_is_no_matter(rows: list[list[int]], order: list[int], dice: object) -> None:
    shuffled = [row[::-1] + row for row in rows]
    for one, other in zip(_swept(rows, order, 4), _swept(shuffled, order, 4), strict=True):
        assert np.array_equal(one, other)


@given(st.integers(1, 40), st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=60))
@settings(max_examples=80, deadline=None)
def test_components_are_those_of_plain_union(count: int, links: list[tuple[int, int]]) -> None:
    inside = [(a, b) for a, b in links if a < count and b < count]
    left = np.array([a for a, _ in inside], dtype=np.int64)
    right = np.array([b for _, b in inside], dtype=np.int64)
    label = groups(count, left, right)
    made: dict[int, list[str]] = {}
    for owner, root in enumerate(label.tolist()):
        made.setdefault(root, []).append(f"{owner:03}")
    plain = components([f"{n:03}" for n in range(count)], [(f"{a:03}", f"{b:03}") for a, b in inside])
    assert sorted(tuple(group) for group in made.values()) == plain
    assert all(min(map(int, group)) == root for root, group in made.items())


def test_a_long_row_of_links_is_one_component() -> None:
    count = 50_000
    left = np.arange(count - 1, dtype=np.int64)
    assert set(groups(count, left, left + 1).tolist()) == {0}
    shuffled = np.random.default_rng(3).permutation(count).astype(np.int64)
    assert set(groups(count, shuffled[:-1], shuffled[1:]).tolist()) == {0}


def test_nothing_gives_nothing() -> None:
    assert [len(part) for part in _swept([], [], 5)] == [0, 0, 0]
    assert [len(part) for part in _swept([[], []], [0, 0], 5)] == [0, 0, 0]
    assert [len(part) for part in united([])] == [0, 0, 0]


def test_sweeps_are_united_and_times_added() -> None:
    one, other = _swept([[1], [1], [2]], [0] * 3, 5), _swept([[1], [1], [1]], [0] * 3, 5)
    found = united([one, other])
    pairs = list(zip(found.left.tolist(), found.right.tolist(), found.times.tolist(), strict=True))
    assert pairs == [(0, 1, 2), (0, 2, 1), (1, 2, 1)]


def test_numbers_are_the_same_everywhere() -> None:
    assert hash64("talks") == 0x61DD0188FCA3C9A9
    assert hash64("\ud800") == hash64("\ud800")
    values = mixed(np.arange(1000, dtype=np.uint64))
    assert len(set(values.tolist())) == 1000
    assert ranks_of(np.array([5, 1, 5], dtype=np.uint64)).tolist() == [1, 0, 2]
    low, high = unpacked(np.array([(3 << 32) | 9], dtype=np.uint64))
    assert (low.tolist(), high.tolist()) == ([3], [9])
