"""Sweeps over the keys of all items at once (numpy): which items share keys, and how many.

An item ("owner") is a row number; its keys are 64-bit hashes. Everything here is a function of the set
of (key, owner) and of an `order` value an owner, never of the order in which keys come. Seven million keys
take a few seconds; `onrecord.sweeps` goes on from the last sweep when items are added.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
Rows = NDArray[np.int64]
LOW = np.uint64(0xFFFFFFFF)
HALF = np.uint64(32)
RANK = np.uint64(24)  # bits of an owner's rank beside 40 of a key
# Odd constants of splitmix64 (Steele, Lea, Flood 2014): they spread numbers that differ in few bits.
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


class Keyed(NamedTuple):
    """Keys of many owners: `owners[n]` has `keys[n]`."""

    keys: U64
    owners: Rows


class Shared(NamedTuple):
    """Pairs of owners, `left` < `right`, sorted; `times` is how many keys brought a pair together."""

    left: Rows
    right: Rows
    times: Rows


def hash64(text: str) -> int:
    """A 64-bit number for a text, the same on every machine; lone surrogates are no matter."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def mixed(values: U64) -> U64:
    """Numbers spread over all 64 bits (splitmix64), one for one."""
    with np.errstate(over="ignore"):
        spread = values + _GOLDEN
        spread = (spread ^ (spread >> np.uint64(30))) * _FIRST
        spread = (spread ^ (spread >> np.uint64(27))) * _SECOND
        return spread ^ (spread >> np.uint64(31))


def keyed(rows: Sequence[U64]) -> Keyed:
    """Row n of `rows` are the keys of owner n."""
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    owners = np.repeat(np.arange(len(rows), dtype=np.int64), lengths)
    keys = np.concatenate([*rows, np.zeros(0, np.uint64)]).astype(np.uint64, copy=False)
    return Keyed(keys, owners)


def paired(rows: Sequence[U64]) -> Keyed:
    """Row n of `rows` are terms of owner n; its keys are one for every two of them, whichever comes first."""
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    keys, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for length in np.unique(lengths[lengths > 1]).tolist():
        own = np.flatnonzero(lengths == length)
        table = np.stack([rows[place] for place in own.tolist()])
        some, others = np.triu_indices(length, 1)
        small = np.minimum(table[:, some], table[:, others])
        great = np.maximum(table[:, some], table[:, others])
        with np.errstate(over="ignore"):
            keys.append(mixed(small + mixed(great)).ravel())
        owners.append(np.repeat(own, len(some)))
    return Keyed(np.concatenate(keys), np.concatenate(owners))


def heads_of_keys(keys: U64) -> U64:
    """What of each key tells it from others in a sweep: 40 bits, the same however many owners there are."""
    return mixed(keys) >> RANK


def ranks_of(order: U64) -> Rows:
    """The place of every owner when sorted by `order`, then by number."""
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[np.argsort(order, kind="stable")] = np.arange(len(order), dtype=np.int64)
    return ranks


def bucket_pairs(found: Keyed, order: U64, cap: int) -> U64:
    """Pairs of owners that share a key, as `left << 32 | right`, once for each key that they share.

    Up to `cap` owners of a key give every pair. A larger bucket is sorted by `order` (then number) and each
    owner is paired with the `cap` // 2 that follow, as `text.buckets.pairs_within` does.
    """
    ranks = ranks_of(order)
    heads, places = _buckets(found, ranks)
    holders = _owners(ranks)[places]
    return _pairs(holders, _reach(heads, cap))


def bucket_changes(found: Keyed, order: U64, cap: int, new: NDArray[np.bool_]) -> tuple[U64, U64]:
    """What `bucket_pairs` gives no more (and what it gives besides) once the owners that are `new` have come.

    A bucket that stays within `cap` loses nothing. In a larger one those are parted that a newcomer pushes
    out of each other's reach.
    """
    ranks = ranks_of(order)
    heads, places = _buckets(found, ranks)
    holders = _owners(ranks)[places]
    reach, fresh = _reach(heads, cap), new[holders]
    arrived = np.concatenate(([0], np.cumsum(fresh)))
    ahead = np.arange(len(heads), dtype=np.int64)
    near = fresh | (arrived[ahead + reach + 1] > arrived[ahead])
    come = _pairs(holders, np.where(near, reach, 0), lambda one, other: fresh[one] | fresh[other])
    old = np.flatnonzero(~fresh)
    before = _reach(heads[old], cap)
    pushed = old[np.arange(len(old)) + before] - old > reach[old]
    gone = _pairs(
        holders[old],
        np.where(pushed, before, 0),
        lambda one, other: old[other] - old[one] > reach[old[one]],
    )
    return gone, come


def _owners(ranks: Rows) -> Rows:
    """The owner of each rank."""
    owners = np.empty(len(ranks), dtype=np.int64)
    owners[ranks] = np.arange(len(ranks), dtype=np.int64)
    return owners


def _reach(heads: U64, cap: int) -> Rows:
    """With how many of those behind it in its bucket each is paired; buckets stand one after the other."""
    if not len(heads):
        return np.zeros(0, np.int64)
    starts = np.flatnonzero(np.concatenate(([True], heads[1:] != heads[:-1])))
    sizes = np.diff(np.append(starts, len(heads)))
    follow = np.where(sizes <= cap, sizes - 1, max(1, cap // 2))
    behind = np.repeat(starts + sizes, sizes) - np.arange(1, len(heads) + 1, dtype=np.int64)
    reach: Rows = np.minimum(np.repeat(follow, sizes), behind)
    return reach


def _every(one: Rows, other: Rows) -> NDArray[np.bool_]:
    return np.ones(len(one), dtype=np.bool_)


def _pairs(holders: Rows, reach: Rows, wanted: Callable[[Rows, Rows], NDArray[np.bool_]] = _every) -> U64:
    """Each place paired with the `reach` that follow it, as packed owners; those pairs that are `wanted`."""
    alive = np.flatnonzero(reach)
    made: list[U64] = []
    step = 1
    while len(alive):
        kept = alive if wanted is _every else alive[wanted(alive, alive + step)]
        made.append(packed(holders[kept], holders[kept + step]))
        step += 1
        alive = alive[reach[alive] >= step]
    return np.concatenate([*made, np.zeros(0, np.uint64)])


def _buckets(found: Keyed, ranks: Rows) -> tuple[U64, Rows]:
    """The keys that more than one owner has, and the ranks of their owners, sorted by both.

    A key and a rank share one number, so that one plain sort does it; of the key 40 bits are left. Two keys
    that fall together bring up a pair too many, never one too few.
    """
    if len(ranks) >> int(RANK):
        raise ValueError(f"{len(ranks)} owners are more than a sweep can tell apart ({1 << int(RANK)})")
    bits, low = RANK, (np.uint64(1) << RANK) - np.uint64(1)
    whole = heads_of_keys(found.keys) << RANK
    whole |= ranks[found.owners].astype(np.uint64)
    whole.sort()
    fresh = np.ones(len(whole), dtype=np.bool_)
    np.not_equal(whole[1:], whole[:-1], out=fresh[1:])
    whole = whole[fresh]
    same = (whole[1:] ^ whole[:-1]) <= low
    shared = np.concatenate((same, [False])) | np.concatenate(([False], same))
    whole = whole[shared[: len(whole)]]
    return whole >> bits, (whole & low).astype(np.int64)


def packed(some: Rows, others: Rows) -> U64:
    """Pairs of owners as one number each, the smaller owner in the upper half."""
    low = np.minimum(some, others).astype(np.uint64)
    high = np.maximum(some, others).astype(np.uint64)
    return (low << HALF) | high


def unpacked(pairs: U64) -> tuple[Rows, Rows]:
    """The owners of packed pairs: smaller, greater."""
    return (pairs >> HALF).astype(np.int64), (pairs & LOW).astype(np.int64)


def counted(pairs: U64, least: int = 1) -> tuple[U64, Rows]:
    """Different packed pairs that come `least` times, sorted, and how often each comes; sorts `pairs` too."""
    pairs.sort()
    if least > 1 and len(pairs):  # most come once: nothing is laid out for them
        same = pairs[1:] == pairs[:-1]
        several = np.concatenate((same, [False]))
        several[1:] |= same
        pairs = pairs[several]
    if not len(pairs):
        return pairs, np.zeros(0, np.int64)
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    times = np.diff(np.append(starts, len(pairs)))
    often = times >= least
    return (pairs[starts], times) if often.all() else (pairs[starts[often]], times[often])


def sharing(found: Keyed, order: U64, cap: int, least: int = 1) -> Shared:
    """Pairs of owners that at least `least` keys bring together (see `bucket_pairs`)."""
    pairs, times = counted(bucket_pairs(found, order, cap), least)
    return Shared(*unpacked(pairs), times)


def united(parts: Iterable[Shared]) -> Shared:
    """All pairs of several sweeps, each once; `times` are added."""
    known = list(parts)
    pairs = np.concatenate([*(packed(one.left, one.right) for one in known), np.zeros(0, np.uint64)])
    times = np.concatenate([*(one.times for one in known), np.zeros(0, np.int64)])
    order = np.argsort(pairs, kind="stable")
    pairs, times = pairs[order], times[order]
    if not len(pairs):
        return Shared(*unpacked(pairs), times)
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    left, right = unpacked(pairs[starts])
    return Shared(left, right, np.add.reduceat(times, starts))


def groups(count: int, left: Rows, right: Rows) -> Rows:
    """Connected components of owners 0 to `count`: for each owner the smallest number in its component."""
    label = np.arange(count, dtype=np.int64)
    while len(left):
        some, others = label[left], label[right]
        np.minimum.at(label, np.maximum(some, others), np.minimum(some, others))
        label = _flat(label)
        apart = label[left] != label[right]
        left, right = left[apart], right[apart]
    return label


def _flat(label: Rows) -> Rows:
    """Labels of labels, until each is its own."""
    while True:
        further = label[label]
        if np.array_equal(further, label):
            return label
        label = further
