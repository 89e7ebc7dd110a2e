"""Which candidates are worth an alignment: by the two sketches alone, before any text is unpacked.

A large pile brings up a hundred pairs an article that share two terms; three of them are worth a look. So
this must cost next to nothing a pair: the terms of one article are laid out in a table, and those of all its
partners are looked up in it at once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.config import ReuseConfig
from onrecord.memo import Memo
from onrecord.stages.corpus.reuse.sketch import WEIGHT, Sketch
from onrecord.sweeps import numbered
from onrecord.text.joins import U64, Rows

PARTNERS = 4_000  # pairs of one article that are weighed at a time
SHARED_NAMES = 3  # names and figures that two articles in different languages must share at least
_WEIGHT = np.uint64(255)


class Table(NamedTuple):
    """The terms that some articles share, a row each: small numbers for them and what they tell, filled up
    with the number `kinds`, which is no term's; `totals` is the weight of all terms, shared or not."""

    names: NDArray[np.int32]
    weights: NDArray[np.uint8]
    kinds: int
    totals: Rows


def worth_aligning(
    sketches: Sequence[Sketch], pairs: U64, config: ReuseConfig, memo: Memo, digests: U64
) -> U64:
    """Those of the packed and sorted `pairs` that are worth an alignment; what was weighed is remembered.

    Row n of `digests` stands for article n.
    """

    def weigh(left: Rows, right: Rows) -> Rows:
        return screened(sketches, left, right, config).astype(np.int64)

    worth: U64 = pairs[numbered(memo, "worth aligning", digests, pairs, weigh) > 0]
    return worth


def screened(sketches: Sequence[Sketch], left: Rows, right: Rows, config: ReuseConfig) -> NDArray[np.bool_]:
    """Which pairs are worth an alignment; each a function of its two articles.

    In one language they must share `ReuseConfig.contained` of the weight of the terms of that which has less,
    or a key that suffices; in two languages as much of the weight of names and figures, and three of these.
    """
    languages = np.array([sketch.language for sketch in sketches], dtype=np.uint64)
    same = languages[left] == languages[right]
    kept = np.zeros(len(left), dtype=np.bool_)
    here = np.flatnonzero(same)
    share, _ = overlap([sketch.terms for sketch in sketches], left[here], right[here])
    enough = share >= config.contained
    rest = here[~enough]
    kept[here[enough]] = True
    _, times = overlap([sketch.sure << WEIGHT for sketch in sketches], left[rest], right[rest])
    kept[rest] = times > 0
    abroad = np.flatnonzero(~same)
    share, times = overlap([sketch.names for sketch in sketches], left[abroad], right[abroad])
    kept[abroad] = (share >= config.contained) & (times >= SHARED_NAMES)
    return kept


def overlap(rows: Sequence[U64], left: Rows, right: Rows) -> tuple[NDArray[np.float64], Rows]:
    """What two articles share of the weight of the lighter one, and how many terms.

    Row n of `rows` are the different terms of article n, with their weight in the lowest 8 bits; of a term
    that weighs more in one article than in the other the smaller weight counts.
    """
    needed, where = np.unique(np.concatenate((left, right)), return_inverse=True)
    table = _table([rows[place] for place in needed.tolist()])
    some, others = where[: len(left)], where[len(left) :]
    low, times = np.zeros(len(left), np.int64), np.zeros(len(left), np.int64)
    holds = table.weights.max(axis=1, initial=0) > 0
    order = np.flatnonzero(holds[some] & holds[others])
    order = order[np.argsort(some[order], kind="stable")]
    told = np.zeros(table.kinds + 1, dtype=np.uint8)  # what each term tells in the article at hand
    for first, end in _runs(some[order]):
        own = some[order[first]]
        told[table.names[own]] = table.weights[own]
        for start in range(first, end, PARTNERS):
            places = order[start : min(end, start + PARTNERS)]
            beside = others[places]
            shared = np.minimum(told[table.names[beside]], table.weights[beside])
            low[places] = shared.sum(axis=1, dtype=np.int64)
            times[places] = np.count_nonzero(shared, axis=1)
        told[table.names[own]] = 0
    return low / np.maximum(np.minimum(table.totals[some], table.totals[others]), 1), times


def _runs(row: Rows) -> Iterator[tuple[int, int]]:
    """Where equal numbers that follow each other begin and end."""
    edges = np.flatnonzero(np.concatenate(([True], row[1:] != row[:-1], [True])) if len(row) else row)
    return pairwise(edges.tolist())


def _table(rows: Sequence[U64]) -> Table:
    sizes = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    whole = np.concatenate([*rows, np.zeros(0, np.uint64)])
    tells = np.maximum(whole & _WEIGHT, np.uint64(1)).astype(np.uint8)
    running = np.concatenate(([0], np.cumsum(tells, dtype=np.int64)))
    ends = np.cumsum(sizes)
    totals = running[ends] - running[ends - sizes]
    different, numbers, counts = np.unique(whole >> WEIGHT, return_inverse=True, return_counts=True)
    shared = counts[numbers] > 1
    owners = np.repeat(np.arange(len(rows), dtype=np.int64), sizes)[shared]
    left = np.bincount(owners, minlength=len(rows))
    filled = np.arange(int(left.max(initial=0))) < left[:, None]
    names = np.full(filled.shape, len(different), dtype=np.int32)
    weights = np.zeros(filled.shape, dtype=np.uint8)
    names[filled], weights[filled] = numbers[shared], tells[shared]
    return Table(names, weights, len(different), totals)
