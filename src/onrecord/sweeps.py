"""Sweeps over keys (`text.joins`) that go on from where the last one ended, and give what a new one would.

Which pairs a bucket gives depends on that bucket alone. So when owners are added, only the buckets that they
enter can bring up other pairs than before: the pairs of these buckets as they were are taken off, those of
these buckets as they are now are put on. Owners keep their order among each other, so packed pairs stay
sorted when they are given their new row numbers. Where an owner is gone, or is another one now, everything
is swept anew.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.memo import NO_MEMO, Memo
from onrecord.text.joins import (
    HALF,
    LOW,
    U64,
    Keyed,
    Rows,
    bucket_changes,
    bucket_pairs,
    counted,
    heads_of_keys,
    unpacked,
)

SWEPT = "swept"  # a kind of what is remembered
HEAD = 24  # bytes before the digests: how many owners and pairs, bytes of a number
LARGEST = 900_000_000  # bytes of one value that a SQLite file takes for sure
FEW = 50  # while newcomers are fewer than this part of all, what was kept before them serves the next time
AT_ONCE = 4_000_000  # pairs that are given new numbers at a time
Flags = NDArray[np.bool_]
Times = NDArray[np.uint16]
Values = NDArray[np.uint32]


class Swept(NamedTuple):
    """Packed pairs of owners, sorted, and a number each; `digests` has two 64-bit numbers an owner."""

    digests: U64
    pairs: U64
    times: Times | Values


class Before(NamedTuple):
    """What was kept, by the row numbers of now; `owners` are those of then that are still there, `whole` says
    whether all are."""

    swept: Swept
    owners: Rows
    whole: bool


def _all(found: Keyed) -> Keyed:
    return found


class Sweep(NamedTuple):
    """What is swept: the keys of owners, `order` and `cap` as in `joins.bucket_pairs`, how many keys a pair
    must share at `least`, and which count: `only` leaves keys out, each with all its owners or not at all.

    `found` is asked for keys with a flag for each owner that is new: it gives at least those that a new owner
    has, with all that have them.
    """

    found: Callable[[Flags], Keyed]
    order: U64
    cap: int
    least: int = 1
    only: Callable[[Keyed], Keyed] = _all


def swept(memo: Memo, name: str, digests: U64, sweep: Sweep) -> Swept:
    """Pairs that share enough keys, with how many they share; remembered under `name`.

    Row n of `digests` stands for owner n, its keys and its order. Raises ValueError when keys are left out
    and more than one is to be shared: then pairs that share one would have to be kept too.
    """
    if sweep.least > 1 and sweep.only is not _all:
        raise ValueError("a sweep that leaves keys out counts every pair")
    before = recalled_for(memo, name, digests)
    if before is None or not before.whole:
        found = sweep.found(np.ones(len(digests), dtype=np.bool_))
        pairs, times = counted(bucket_pairs(sweep.only(found), sweep.order, sweep.cap), sweep.least)
        made = Swept(digests, pairs, _short(times))
        keep(memo, name, made)
    elif len(before.owners) == len(digests):
        made = before.swept
    else:
        new = np.ones(len(digests), dtype=np.bool_)
        new[before.owners] = False
        made = _gone_on(before.swept, sweep, new)
        if FEW * int(new.sum()) > len(new):
            keep(memo, name, made)
    return made


def _gone_on(before: Swept, sweep: Sweep, new: Flags) -> Swept:
    """The pairs of all owners, from those (`before`) of the owners that are not `new`.

    What newcomers bring are pairs of their own, counted here in full; what they part are pairs of others, of
    which those that share too little were never kept.
    """
    found = sweep.found(new)
    fresh = new[found.owners]
    heads = heads_of_keys(found.keys)
    touched = among(heads, np.unique(heads[fresh]))
    now = Keyed(found.keys[touched], found.owners[touched])
    if sweep.only is _all:
        changes = bucket_changes(now, sweep.order, sweep.cap, new)
    else:  # a newcomer may bring in a key that was left out
        old = ~fresh[touched]
        parts = Keyed(now.keys[old], now.owners[old]), now
        before_them, with_them = (bucket_pairs(sweep.only(one), sweep.order, sweep.cap) for one in parts)
        changes = before_them, with_them
    gone, come = counted(changes[0]), counted(changes[1])
    pairs = np.concatenate((gone[0], come[0]))
    change = np.concatenate((-gone[1], come[1]))
    ordered = np.argsort(pairs, kind="stable")
    pairs, change = pairs[ordered], change[ordered]
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))) if len(pairs) else ordered
    change = np.add.reduceat(change, starts) if len(starts) else change
    return _changed(before, pairs[starts][change != 0], change[change != 0], sweep.least)


def _changed(before: Swept, pairs: U64, change: Rows, least: int) -> Swept:
    """`before` with `change` added to the numbers of `pairs` (sorted); pairs below `least` are gone."""
    at = np.searchsorted(before.pairs, pairs)
    there = at < len(before.pairs)
    there[there] = before.pairs[at[there]] == pairs[there]
    times = _short(before.times, copy=True)
    times[at[there]] = _short(before.times[at[there]].astype(np.int64) + change[there])
    fresh = ~there & (change >= least)
    whole = np.insert(before.pairs, at[fresh], pairs[fresh])
    times = _short(np.insert(times, at[fresh], _short(change[fresh])))
    kept = times >= least
    if kept.all():
        return Swept(before.digests, whole, times)
    return Swept(before.digests, whole[kept], times[kept])


def _short(numbers: NDArray[np.integer], copy: bool = False) -> Times:
    return numbers.astype(np.uint16, copy=copy)


def among(values: U64, known: U64) -> NDArray[np.bool_]:
    """Which values are among `known`, which are sorted."""
    if not len(known):
        return np.zeros(len(values), np.bool_)
    place = np.minimum(np.searchsorted(known, values), len(known) - 1)
    found: NDArray[np.bool_] = known[place] == values
    return found


def merged(pairs: U64, others: U64) -> U64:
    """Two sorted rows of pairs as one, each pair once."""
    extra = others[~among(others, pairs)]
    return np.insert(pairs, np.searchsorted(pairs, extra), extra)


def numbered(
    memo: Memo, name: str, digests: U64, pairs: U64, compute: Callable[[Rows, Rows], Rows]
) -> Values:
    """A number (below 2^32) for each of packed and sorted pairs, a function of the two owners alone.

    What is remembered under `name` is looked up, `compute` is given the owners of the rest.
    """
    values = np.zeros(len(pairs), dtype=np.uint32)
    known = np.zeros(len(pairs), dtype=np.bool_)
    before = recalled_for(memo, name, digests)
    if before is not None and len(before.swept.pairs):
        place = np.minimum(np.searchsorted(before.swept.pairs, pairs), len(before.swept.pairs) - 1)
        known = before.swept.pairs[place] == pairs
        values[known] = before.swept.times[place[known]]
    fresh = np.flatnonzero(~known)
    values[fresh] = compute(*unpacked(pairs[fresh]))
    if before is None or FEW * len(fresh) > len(pairs):
        keep(memo, name, Swept(digests, pairs, values))
    return values


def recalled_for(memo: Memo, name: str, digests: U64) -> Before | None:
    """What was kept under a name, without pairs of owners that are gone; None when their order is another."""
    before = recall(memo, name)
    if before is None:
        return None
    places = places_in(before.digests, digests)
    there = places >= 0
    left = places[there]
    if len(left) and bool((left[1:] <= left[:-1]).any()):
        return None
    pairs, times = before.pairs, before.times
    if not there.all():
        one, other = unpacked(pairs)
        kept = there[one] & there[other]
        pairs, times = pairs[kept], times[kept]
    return Before(Swept(digests, renumbered(pairs, places), times), left, bool(there.all()))


def places_in(before: U64, now: U64) -> Rows:
    """Where the owners of before stand now, -1 for those that are gone."""
    rows = {row.tobytes(): place for place, row in enumerate(np.ascontiguousarray(now))}
    found = [rows.get(row.tobytes(), -1) for row in np.ascontiguousarray(before)]
    return np.array(found, dtype=np.int64)


def renumbered(pairs: U64, places: Rows) -> U64:
    """Packed pairs by the new row numbers of their owners; sorted still, since owners keep their order."""
    if np.array_equal(places, np.arange(len(places))):
        return pairs
    numbers = places.astype(np.uint64)
    made = np.empty_like(pairs)
    for start in range(0, len(pairs), AT_ONCE):
        some = pairs[start : start + AT_ONCE]
        made[start : start + AT_ONCE] = (numbers[some >> HALF] << HALF) | numbers[some & LOW]
    return made


def recall(memo: Memo, name: str) -> Swept | None:
    """What was kept under a name, None where nothing (whole) is."""
    value = memo.read(SWEPT, [name.encode()])[0]
    if value is None or len(value) < HEAD:
        return None
    owners, pairs, size = (int(number) for number in np.frombuffer(value, "<u8", 3))
    if size not in (2, 4) or len(value) != HEAD + 16 * owners + (8 + size) * pairs:
        return None
    at = HEAD + 16 * owners
    return Swept(
        np.frombuffer(value, "<u8", 2 * owners, HEAD).reshape(owners, 2).astype(np.uint64, copy=False),
        np.frombuffer(value, "<u8", pairs, at).astype(np.uint64, copy=False),
        np.frombuffer(value, f"<u{size}", pairs, at + 8 * pairs),
    )


def keep(memo: Memo, name: str, found: Swept) -> None:
    """Keep a sweep under a name, unless it is too large to be kept: then the next one starts anew."""
    size = found.times.itemsize
    if memo is NO_MEMO or HEAD + 16 * len(found.digests) + (8 + size) * len(found.pairs) > LARGEST:
        return
    head = np.array([len(found.digests), len(found.pairs), size], dtype="<u8")
    rows = (found.digests, "<u8"), (found.pairs, "<u8"), (found.times, f"<u{size}")
    parts = (head, *(np.ascontiguousarray(row, dtype=kind) for row, kind in rows))
    memo.write(SWEPT, [(name.encode(), b"".join(part.data for part in parts))])
