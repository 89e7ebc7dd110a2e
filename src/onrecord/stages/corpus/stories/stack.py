"""Many outlines as one set of columns, and the products of many pairs of them at once (numpy)."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.corpus.stories.outline import WHOLE
from onrecord.text.joins import U64, Keyed, Rows, mixed

MILLION = 1_000_000
HASH = NDArray[np.uint32]


class Stack(NamedTuple):
    """Sparse vectors of length WHOLE: that of item n is rows `starts[n]` to `starts[n + 1]`, sorted by term.

    `codes` are the terms as numbers from 0 to `different`; `rarities` (see `outline`) say how rare each is
    in its language.
    """

    starts: Rows
    terms: HASH
    weights: NDArray[np.int16]
    rarities: NDArray[np.uint16]
    codes: NDArray[np.int32]
    different: int


def stacked(vectors: Iterable[tuple[HASH, NDArray[np.int16], NDArray[np.uint16]]]) -> Stack:
    """Vectors (terms, weights, rarities) one after the other."""
    known = list(vectors)
    starts = np.zeros(len(known) + 1, dtype=np.int64)
    np.cumsum([len(part[0]) for part in known], out=starts[1:])
    terms = np.concatenate([np.zeros(0, np.uint32), *(part[0] for part in known)])
    weights = np.concatenate([np.zeros(0, np.int16), *(part[1] for part in known)])
    rarities = np.concatenate([np.zeros(0, np.uint16), *(part[2] for part in known)])
    return Stack(starts, terms, weights, rarities, *_coded(terms))


def _coded(terms: HASH) -> tuple[NDArray[np.int32], int]:
    """Terms as numbers from 0, and how many there are."""
    order = np.argsort(terms, kind="stable")
    ranked = terms[order]
    fresh = np.ones(len(ranked), dtype=np.bool_)
    fresh[1:] = ranked[1:] != ranked[:-1]
    codes = np.empty(len(ranked), dtype=np.int32)
    codes[order] = (np.cumsum(fresh) - 1).astype(np.int32)
    return codes, int(fresh.sum())


class Heads(NamedTuple):
    """The terms of each item that weigh most, first things first: row n has `lengths[n]` of them."""

    terms: NDArray[np.uint32]
    lengths: Rows

    def first(self, count: int) -> "Heads":
        """The first `count` of each."""
        return Heads(self.terms[:, :count], np.minimum(self.lengths, count))

    def there(self) -> NDArray[np.bool_]:
        """Which places of `terms` are taken."""
        taken: NDArray[np.bool_] = np.arange(self.terms.shape[1])[None, :] < self.lengths[:, None]
        return taken


def heads_of(stack: Stack, count: int) -> Heads:
    """The `count` heaviest terms of each item; ties go to the smaller hash."""
    size = len(stack.starts) - 1
    found = np.zeros((size, count), dtype=np.uint32)
    bounds = stack.starts.tolist()
    for item in range(size):
        low, high = bounds[item], bounds[item + 1]
        best = np.argsort(-stack.weights[low:high], kind="stable")[:count]
        found[item, : len(best)] = stack.terms[low:high][best]
    return Heads(found, np.minimum(np.diff(stack.starts), count))


def single_keys(heads: Heads) -> Keyed:
    """Every head as a key."""
    taken = heads.there()
    return Keyed(heads.terms[taken].astype(np.uint64), np.nonzero(taken)[0])


def pair_keys(heads: Heads) -> Keyed:
    """A key for every two heads of an item."""
    some, others = np.triu_indices(heads.terms.shape[1], 1)
    taken = others[None, :] < heads.lengths[:, None]
    one, other = heads.terms[:, some][taken], heads.terms[:, others][taken]
    low, high = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
    return Keyed(mixed((high << np.uint64(32)) | low), np.nonzero(taken)[0])


def orders(heads: Heads) -> U64:
    """A value for each item by which those with the same heads come to stand together.

    Two smallest hashes of its heads (Broder 1997), each mixed in another way.
    """
    wide, taken = heads.terms.astype(np.uint64), heads.there()
    most = np.uint64(0xFFFFFFFFFFFFFFFF)
    halves = [
        np.where(taken, mixed(wide ^ np.uint64(salt << 40)), most).min(axis=1, initial=most)
        for salt in (0, 1)
    ]
    low = np.uint64(32)
    found: U64 = (halves[0] >> low << low) | (halves[1] >> low)
    return found


def products(stack: Stack, left: Rows, right: Rows) -> Rows:
    """Cosines of pairs of items, in millionths and rounded down: exact, whatever the order of terms."""
    dense = np.zeros(stack.different, dtype=np.int64)
    found = np.zeros(len(left), dtype=np.int64)
    order = np.argsort(left, kind="stable")
    cuts = np.flatnonzero(np.diff(left[order])) + 1
    for part in np.split(order, cuts) if len(order) else []:
        low, high = stack.starts[left[part[0]]], stack.starts[left[part[0]] + 1]
        dense[stack.codes[low:high]] = stack.weights[low:high]
        found[part] = _against(dense, stack, right[part])
        dense[stack.codes[low:high]] = 0
    return found * MILLION // (WHOLE * WHOLE)


def gathered(stack: Stack, items: Rows) -> tuple[Rows, Rows]:
    """The rows of some items, one item after the other, and where each ends among them."""
    lows, sizes = stack.starts[items], stack.starts[items + 1] - stack.starts[items]
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int64) + np.repeat(lows - (ends - sizes), sizes), ends


def _against(dense: Rows, stack: Stack, others: Rows) -> Rows:
    """Products of one vector (`dense`) with those of others."""
    rows, ends = gathered(stack, others)
    sums = np.concatenate(([0], np.cumsum(dense[stack.codes[rows]] * stack.weights[rows])))
    return np.diff(sums[np.concatenate(([0], ends))])
