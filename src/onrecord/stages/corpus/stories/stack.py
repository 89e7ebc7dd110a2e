"""Many outlines as one set of columns, and the products of many pairs of them at once (numpy)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.corpus.stories.outline import WHOLE
from onrecord.text.joins import U64, Rows, mixed

MILLION = 1_000_000
HASH = NDArray[np.uint32]
_ORDERS = 2  # halves of an order value: smallest of two differently mixed hashes


class Stack(NamedTuple):
    """Sparse vectors of length WHOLE: that of item n is rows `starts[n]` to `starts[n + 1]`, sorted by term."""

    starts: Rows
    terms: HASH
    weights: NDArray[np.int16]


def stacked(vectors: Iterable[tuple[HASH, NDArray[np.int16]]]) -> Stack:
    """Vectors one after the other."""
    known = list(vectors)
    starts = np.zeros(len(known) + 1, dtype=np.int64)
    np.cumsum([len(terms) for terms, _ in known], out=starts[1:])
    terms = np.concatenate([*(terms for terms, _ in known), np.zeros(0, np.uint32)]).astype(np.uint32, copy=False)
    weights = np.concatenate([*(weights for _, weights in known), np.zeros(0, np.int16)])
    return Stack(starts, terms, weights.astype(np.int16, copy=False))


def heaviest(stack: Stack, count: int) -> list[HASH]:
    """The `count` terms of each item that weigh most, first things first; ties go to the smaller hash."""
    found = []
    for low, high in zip(stack.starts[:-1].tolist(), stack.starts[1:].tolist(), strict=True):
        best = np.argsort(-stack.weights[low:high].astype(np.int32), kind="stable")[:count]
        found.append(stack.terms[low:high][best])
    return found


def pair_keys(first: HASH) -> U64:
    """A key for every two of some terms."""
    some, others = np.triu_indices(len(first), 1)
    low = np.minimum(first[some], first[others]).astype(np.uint64)
    high = np.maximum(first[some], first[others]).astype(np.uint64)
    return mixed((high << np.uint64(32)) | low)


def orders(first: Sequence[HASH]) -> U64:
    """A value for each item by which those with the same heavy terms come to stand together.

    Two smallest hashes of its terms (Broder 1997), each mixed in another way.
    """
    found = np.zeros(len(first), dtype=np.uint64)
    for place, terms in enumerate(first):
        if len(terms):
            wide = terms.astype(np.uint64)
            one, other = int(mixed(wide).min()) >> 32, int(mixed(wide ^ np.uint64(_ORDERS << 40)).min()) >> 32
            found[place] = (one << 32) | other
    return found


def _coded(stack: Stack) -> tuple[NDArray[np.int32], int]:
    """Terms as numbers from 0, and how many there are."""
    order = np.argsort(stack.terms, kind="stable")
    ranked = stack.terms[order]
    fresh = np.ones(len(ranked), dtype=np.bool_)
    fresh[1:] = ranked[1:] != ranked[:-1]
    codes = np.empty(len(ranked), dtype=np.int32)
    codes[order] = (np.cumsum(fresh) - 1).astype(np.int32)
    return codes, int(fresh.sum())


def products(stack: Stack, left: Rows, right: Rows) -> Rows:
    """Cosines of pairs of items, in millionths and rounded down: exact, whatever the order of terms."""
    codes, count = _coded(stack)
    dense = np.zeros(count, dtype=np.int64)
    found = np.zeros(len(left), dtype=np.int64)
    order = np.argsort(left, kind="stable")
    cuts = np.flatnonzero(np.diff(left[order])) + 1
    for part in np.split(order, cuts) if len(order) else []:
        low, high = stack.starts[left[part[0]]], stack.starts[left[part[0]] + 1]
        dense[codes[low:high]] = stack.weights[low:high]
        found[part] = _against(dense, codes, stack, right[part])
        dense[codes[low:high]] = 0
    return found * MILLION // (WHOLE * WHOLE)


def _against(dense: Rows, codes: NDArray[np.int32], stack: Stack, others: Rows) -> Rows:
    """Products of one vector (`dense`) with those of others."""
    lows, sizes = stack.starts[others], stack.starts[others + 1] - stack.starts[others]
    ends = np.cumsum(sizes)
    total = int(ends[-1])
    if total == 0:
        return np.zeros(len(others), dtype=np.int64)
    places = np.arange(total, dtype=np.int64) + np.repeat(lows - (ends - sizes), sizes)
    sums = np.concatenate(([0], np.cumsum(dense[codes[places]] * stack.weights[places])))
    return sums[ends] - sums[ends - sizes]
