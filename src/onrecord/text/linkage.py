"""Average-linkage clustering of a sparse graph of many items at once (numpy), the same in any order.

Items are row numbers, similarities whole numbers (say millionths), so that no sum depends on its order. In
each round every two clusters that are each other's most similar one are joined; ties go to the smaller
numbers. With average linkage a joined cluster is never more similar to a third than the better of its two
parts was ("reducible": Bruynooghe 1978; Müllner 2011), so that joining all such pairs at once gives what
joining only the most similar pair would, and what happens in one part of the graph never depends on another
to which no link leads.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.text.joins import Rows, packed, unpacked

MAX_ROUNDS = 1_000


class Links(NamedTuple):
    """Similarities of pairs of items; each pair once, in either order."""

    left: Rows
    right: Rows
    values: Rows


class _Edges(NamedTuple):
    """Sums of similarities between clusters, `left` < `right`, sorted."""

    left: Rows
    right: Rows
    sums: Rows


def _collapsed(left: Rows, right: Rows, sums: Rows) -> _Edges:
    """Edges between clusters: those within one are dropped, those between the same two are added up."""
    apart = left != right
    pairs, sums = packed(left[apart], right[apart]), sums[apart]
    order = np.argsort(pairs, kind="stable")
    pairs, sums = pairs[order], sums[order]
    if not len(pairs):
        return _Edges(*unpacked(pairs), sums)
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    return _Edges(*unpacked(pairs[starts]), np.add.reduceat(sums, starts))


def _reciprocal(edges: _Edges, means: NDArray[np.float64], count: int) -> NDArray[np.bool_]:
    """Which edges join two clusters that are each other's most similar one."""
    ranks = np.empty(len(means), dtype=np.int64)
    ranks[np.argsort(-means, kind="stable")] = np.arange(len(means))
    best = np.full(count, len(means), dtype=np.int64)
    np.minimum.at(best, edges.left, ranks)
    np.minimum.at(best, edges.right, ranks)
    mutual: NDArray[np.bool_] = (best[edges.left] == ranks) & (best[edges.right] == ranks)
    return mutual


def _kept_open(edges: _Edges, open_: NDArray[np.bool_], count: int) -> NDArray[np.bool_]:
    """Edges between clusters that may both still grow."""
    alive = np.zeros(count, dtype=np.bool_)
    alive[edges.left[open_]] = True
    alive[edges.right[open_]] = True
    kept: NDArray[np.bool_] = alive[edges.left] & alive[edges.right]
    return kept


def average_linkage(seeds: Rows, links: Links, least: int, apart: tuple[Rows, Rows] | None = None) -> Rows:
    """For every item the smallest item of its cluster.

    `seeds` says who is together from the start (for every item the smallest one with it). Two clusters are
    joined while the mean similarity over all pairs of their items (those without a link count as 0)
    reaches `least`. Clusters that hold the two items of a pair of `apart` are never joined.
    """
    label, count = seeds.copy(), len(seeds)
    sizes = np.bincount(label, minlength=count).astype(np.int64)
    forbidden = (label[apart[0]], label[apart[1]]) if apart is not None else (label[:0], label[:0])
    edges = _collapsed(label[links.left], label[links.right], links.values)
    for _ in range(MAX_ROUNDS):
        means = edges.sums / (sizes[edges.left] * sizes[edges.right])
        open_ = means >= least
        if len(forbidden[0]):
            open_ &= ~np.isin(packed(edges.left, edges.right), packed(*forbidden))
        if not open_.any():
            break
        kept = _kept_open(edges, open_, count)
        edges = _Edges(edges.left[kept], edges.right[kept], edges.sums[kept])
        chosen = np.flatnonzero(open_[kept])
        best = _reciprocal(_Edges(*(part[chosen] for part in edges)), means[kept][chosen], count)
        keep, gone = edges.left[chosen[best]], edges.right[chosen[best]]
        home = np.arange(count, dtype=np.int64)
        home[gone] = keep
        sizes[keep] += sizes[gone]
        label = home[label]
        forbidden = home[forbidden[0]], home[forbidden[1]]
        edges = _collapsed(home[edges.left], home[edges.right], edges.sums)
    return label


def members(labels: Rows) -> list[Rows]:
    """The items of each cluster, sorted, in the order of their smallest items."""
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(labels[order][1:] != labels[order][:-1]) + 1
    return list(np.split(order, cuts)) if len(labels) else []
