"""Weighing candidates by their sketches: the same as counting term by term."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stages.corpus.reuse.screen import overlap

Row = dict[int, int]
rows = st.lists(st.dictionaries(st.integers(0, 12), st.integers(1, 255), max_size=9), min_size=2, max_size=7)


def _by_hand(one: Row, other: Row) -> tuple[float, int]:
    shared = one.keys() & other.keys()
    lighter = min(sum(one.values()), sum(other.values()))
    return sum(min(one[term], other[term]) for term in shared) / max(1, lighter), len(shared)


@given(rows, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_what_two_articles_share_is_what_counting_gives(found: list[Row], dice: object) -> None:
    every = [(one, other) for one in range(len(found)) for other in range(len(found)) if one != other]
    dice.shuffle(every)  # type: ignore[attr-defined]
    left, right = (np.array([pair[side] for pair in every], dtype=np.int64) for side in (0, 1))
    packed = [np.array([term << 8 | tells for term, tells in row.items()], dtype=np.uint64) for row in found]
    share, times = overlap(packed, left, right)
    for at, (one, other) in enumerate(every):
        assert (share[at], times[at]) == _by_hand(found[one], found[other])


def test_no_pairs_and_articles_without_terms() -> None:
    none = np.zeros(0, np.int64)
    share, times = overlap([], none, none)
    assert len(share) == len(times) == 0
    empty = np.zeros(0, np.uint64)
    share, times = overlap([empty, empty], np.array([0]), np.array([1]))
    assert share.tolist() == [0.0] and times.tolist() == [0]
