"""Many outlines as one set of columns, and the products of many pairs of them at once (numpy)."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.corpus.stories.outline import WHOLE
from onrecord.text.joins import HALF, LOW, U64, Keyed, Rows, mixed

MILLION = 1_000_000
AT_ONCE = 4_000  # pairs of one item that are multiplied at a time
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
    # A term and its place in one number: a plain sort is faster than one of places.
    whole = (terms.astype(np.uint64) << HALF) | np.arange(len(terms), dtype=np.uint64)
    whole.sort()
    order, ranked = (whole & LOW).astype(np.int64), whole >> HALF
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
    grid = grid_of(stack)
    size = len(grid.sizes)
    lengths = np.minimum(grid.sizes, count)
    found = np.zeros((size, count), dtype=np.uint32)
    for start in range(0, size, AT_ONCE):
        best = np.argsort(-grid.weights[start : start + AT_ONCE], axis=1, kind="stable")[:, :count]
        taken = np.arange(best.shape[1]) < lengths[start : start + AT_ONCE, None]
        places = (stack.starts[start : start + len(best), None] + best)[taken]
        found[start : start + AT_ONCE, : best.shape[1]][taken] = stack.terms[places]
    return Heads(found, lengths)


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


def gathered(stack: Stack, items: Rows) -> tuple[Rows, Rows]:
    """The rows of some items, one item after the other, and where each ends among them."""
    lows, sizes = stack.starts[items], stack.starts[items + 1] - stack.starts[items]
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int64) + np.repeat(lows - (ends - sizes), sizes), ends


class Grid(NamedTuple):
    """The rows of a stack filled up to one width, with the code `different` (no term has it) and weight 0."""

    codes: NDArray[np.int32]
    weights: NDArray[np.int16]
    sizes: Rows


def grid_of(stack: Stack) -> Grid:
    """A stack as a table."""
    sizes = np.diff(stack.starts)
    filled = np.arange(int(sizes.max(initial=0))) < sizes[:, None]
    codes = np.full(filled.shape, stack.different, dtype=np.int32)
    weights = np.zeros(filled.shape, dtype=np.int16)
    codes[filled], weights[filled] = stack.codes, stack.weights
    return Grid(codes, weights, sizes)


def products(stack: Stack, left: Rows, right: Rows) -> Rows:
    """Cosines of pairs of items, in millionths and rounded down: exact, whatever the order of terms."""
    grid = grid_of(stack)
    dense = np.zeros(stack.different + 1, dtype=np.int32)
    found = np.zeros(len(left), dtype=np.int64)
    order = np.argsort(left, kind="stable")
    cuts = np.flatnonzero(np.diff(left[order])) + 1
    for part in np.split(order, cuts) if len(order) else []:
        low, high = stack.starts[left[part[0]]], stack.starts[left[part[0]] + 1]
        dense[stack.codes[low:high]] = stack.weights[low:high]
        for start in range(0, len(part), AT_ONCE):
            some = part[start : start + AT_ONCE]
            found[some] = _against(dense, grid, right[some])
        dense[stack.codes[low:high]] = 0
    return found * MILLION // (WHOLE * WHOLE)


def _against(dense: NDArray[np.int32], grid: Grid, others: Rows) -> Rows:
    """Products of one vector (`dense`) with those of others; a product of two weights fits into 32 bits."""
    width = int(grid.sizes[others].max())
    both = dense[grid.codes[others, :width]] * grid.weights[others, :width]
    sums: Rows = both.sum(axis=1, dtype=np.int64)
    return sums
