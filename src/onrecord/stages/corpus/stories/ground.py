"""By what the numbers of many items are remembered from one build to the next."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.memo import NO_MEMO, Memo
from onrecord.sweeps import LARGEST
from onrecord.text.joins import U64, Rows

WEIGHTS = "weights"  # a kind of what is remembered


class Ground(NamedTuple):
    """Two 64-bit numbers for each item, of all that is in it, and the memo."""

    digests: U64
    memo: Memo


def ground_of(count: int) -> Ground:
    """The ground of `count` items of which nothing is remembered."""
    return Ground(np.zeros((count, 2), np.uint64), NO_MEMO)


def weights_before(memo: Memo, name: str, signs: U64, starts: Rows) -> tuple[NDArray[np.int16], Rows]:
    """Weights of the terms of items (item n has those from `starts[n]` on) as they were kept under a name, 0
    where nothing is known, and the items of which nothing is known.

    Row n of `signs` stands for all that the weights of item n depend on.
    """
    weights = np.zeros(int(starts[-1]), dtype=np.int16)
    before = _recall(memo, name)
    if before is None:
        return weights, np.arange(len(signs), dtype=np.int64)
    known, lows, held = before
    places = {row.tobytes(): place for place, row in enumerate(known)}
    found = np.array([places.get(row.tobytes(), -1) for row in signs], dtype=np.int64)
    sizes = np.diff(starts)
    there = np.flatnonzero((found >= 0) & (np.diff(lows)[found] == sizes))
    counts = sizes[there]
    inside = np.arange(int(counts.sum()), dtype=np.int64) - np.repeat(np.cumsum(counts) - counts, counts)
    weights[np.repeat(starts[there], counts) + inside] = held[np.repeat(lows[found[there]], counts) + inside]
    todo = np.ones(len(signs), dtype=np.bool_)
    todo[there] = False
    return weights, np.flatnonzero(todo)


def _recall(memo: Memo, name: str) -> tuple[U64, Rows, NDArray[np.int16]] | None:
    value = memo.read(WEIGHTS, [name.encode()])[0]
    if value is None or len(value) < 8:
        return None
    count = int(np.frombuffer(value, "<u8", 1)[0])
    if len(value) < 8 + 20 * count:
        return None
    signs = np.frombuffer(value, "<u8", 2 * count, 8).reshape(count, 2)
    sizes = np.frombuffer(value, "<u4", count, 8 + 16 * count)
    lows = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)))
    if not count or len(value) != 8 + 20 * count + 2 * int(lows[-1]):
        return None
    return signs.astype(np.uint64), lows, np.frombuffer(value, "<i2", -1, 8 + 20 * count).astype(np.int16)


def keep_weights(memo: Memo, name: str, signs: U64, sizes: Rows, weights: NDArray[np.int16]) -> None:
    """Keep weights for the next time."""
    parts = (np.array([len(signs)], "<u8"), signs.astype("<u8"), sizes.astype("<u4"), weights.astype("<i2"))
    if sum(part.nbytes for part in parts) <= LARGEST:
        memo.write(WEIGHTS, [(name.encode(), b"".join(part.data for part in parts))])
