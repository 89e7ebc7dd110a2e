"""Sweeps that go on: the same as sweeping everything anew, whatever was added, and from whatever was kept."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import sweeps
from onrecord.memo import NO_MEMO, Memo, MemoryMemo
from onrecord.sweeps import SWEPT, Sweep, Swept, numbered, swept
from onrecord.text.joins import Keyed, Rows, keyed, unpacked

OWNERS = st.lists(
    st.tuples(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 4), st.integers(0, 3)), max_size=24
)
Owner = tuple[list[int], int, int]


def _sweep(
    memo: Memo, owners: list[Owner], kept: list[int], cap: int, odd: bool = False, least: int = 1
) -> Swept:
    """The sweep over some of `owners`, in their order; `odd` leaves out keys that only odd owners hold."""
    chosen = [owners[place] for place in kept]
    digests = np.array([(place, place * 7 + 1) for place in kept], dtype=np.uint64).reshape(-1, 2)
    found = keyed([np.array(row, dtype=np.uint64) for row, _, _ in chosen])
    order = np.array([value for _, value, _ in chosen], dtype=np.uint64)
    kinds = np.array([kind % 2 for _, _, kind in chosen], dtype=np.bool_)

    def only(part: Keyed) -> Keyed:
        even = np.unique(part.keys[~kinds[part.owners]])
        there = np.isin(part.keys, even)
        return Keyed(part.keys[there], part.owners[there])

    sweep = Sweep(lambda new: found, order, cap, *((1, only) if odd else (least,)))
    return swept(memo, "test", digests, sweep)


def _same(one: Swept, other: Swept) -> bool:
    return (
        np.array_equal(one.digests, other.digests)
        and np.array_equal(one.pairs, other.pairs)
        and np.array_equal(one.times, other.times)
    )


@given(
    OWNERS, st.lists(st.sets(st.integers(0, 23)), min_size=1, max_size=4), st.integers(1, 6), st.booleans()
)
@settings(max_examples=200, deadline=None)
def test_step_by_step_is_the_same_as_at_once(
    owners: list[Owner], steps: list[set[int]], cap: int, odd: bool
) -> None:
    memo, held = MemoryMemo(), set[int]()
    for step in steps:
        held |= {place for place in step if place < len(owners)}
        found = _sweep(memo, owners, sorted(held), cap, odd)
        assert _same(found, _sweep(NO_MEMO, owners, sorted(held), cap, odd))


@given(OWNERS, st.lists(st.sets(st.integers(0, 23)), min_size=1, max_size=4), st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_pairs_that_share_two_keys_step_by_step(owners: list[Owner], steps: list[set[int]], cap: int) -> None:
    memo, held = MemoryMemo(), set[int]()
    for step in steps:
        held |= {place for place in step if place < len(owners)}
        found = _sweep(memo, owners, sorted(held), cap, least=2)
        assert _same(found, _sweep(NO_MEMO, owners, sorted(held), cap, least=2))


@given(OWNERS, st.sets(st.integers(0, 23)), st.sets(st.integers(0, 23)), st.integers(1, 6))
@settings(max_examples=80, deadline=None)
def test_what_is_gone_is_gone(owners: list[Owner], first: set[int], then: set[int], cap: int) -> None:
    memo = MemoryMemo()
    for step in (first, then, first):
        kept = sorted(place for place in step if place < len(owners))
        assert _same(_sweep(memo, owners, kept, cap), _sweep(NO_MEMO, owners, kept, cap))


@pytest.mark.parametrize("cut", [0, 8, 16, 40, -1])
def test_what_is_not_whole_is_swept_anew(cut: int) -> None:
    owners: list[Owner] = [([1, 2], 0, 0), ([2, 3], 1, 0), ([1, 3], 2, 0)]
    memo = MemoryMemo()
    _sweep(memo, owners, [0, 1], 4)
    value = memo.read(SWEPT, [b"test"])[0]
    assert value is not None
    memo.write(SWEPT, [(b"test", value[:cut])])
    assert _same(_sweep(memo, owners, [0, 1, 2], 4), _sweep(NO_MEMO, owners, [0, 1, 2], 4))


STEPS = st.lists(st.sets(st.integers(0, 23)), min_size=2, max_size=5)


@given(OWNERS, STEPS, st.integers(1, 6), st.integers(1, 2), st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_was_kept_long_ago_serves_as_well(
    owners: list[Owner], steps: list[set[int]], cap: int, least: int, odd: bool
) -> None:
    memo = MemoryMemo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweeps, "FEW", 0)  # what was kept first is never kept anew while its owners are there
        for step in steps:
            held = sorted(place for place in step if place < len(owners))
            one = 1 if odd else least
            assert _same(
                _sweep(memo, owners, held, cap, odd, one), _sweep(NO_MEMO, owners, held, cap, odd, one)
            )


@given(OWNERS, STEPS, st.integers(1, 6), st.sampled_from([0, 50]))
@settings(max_examples=100, deadline=None)
def test_numbers_of_pairs_are_those_computed(
    owners: list[Owner], steps: list[set[int]], cap: int, few: int
) -> None:
    memo = MemoryMemo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweeps, "FEW", few)
        for step in steps:
            held = sorted(place for place in step if place < len(owners))
            found = _sweep(NO_MEMO, owners, held, cap)

            def compute(left: Rows, right: Rows, held: list[int] = held) -> Rows:
                own = np.array(held, dtype=np.int64)
                return own[left] * 100 + own[right]

            made = numbered(memo, "numbers", found.digests, found.pairs, compute)
            assert made.tolist() == compute(*unpacked(found.pairs)).tolist()
