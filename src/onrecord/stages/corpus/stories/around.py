"""What a term tells where an article stands: common words of a running topic tell little within it.

How common a word is in its language never changes; how common it is around an article does: among its
nearest articles, and among some more that are not near (as the pile has them, at most `contrast`), of which
each is taken to hold a term as often as the language does. So an article that comes in changes the weights
of those only whose nearest it joins (and, in a pile smaller than `contrast`, slightly, of all).
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.config import StoryConfig
from onrecord.stages.corpus.stories.ground import Ground, ground_of, keep_weights, weights_before
from onrecord.stages.corpus.stories.outline import NATS, WHOLE
from onrecord.stages.corpus.stories.stack import Stack, gathered, grid_of
from onrecord.sweeps import FEW
from onrecord.text.joins import U64, Rows, mixed
from onrecord.text.linkage import Links

Near = tuple[Rows, Rows]
PLACE, VALUE = 21, 21  # bits of a number of an item, and of a likeness in millionths


def _nearest(seeds: Rows, links: Links, count: int) -> tuple[Rows, Rows, Rows]:
    """The `count` nearest of each item: items (sorted), who is near, and how near; the nearest first.

    Of those that are together from the start (`seeds`) only the nearest counts, and of one's own none: twelve
    copies are one neighbour. Ties go to the smaller number.
    """
    kept = (seeds[links.left] != seeds[links.right]) & (links.values > 0)
    left, right, values = links.left[kept], links.right[kept], links.values[kept]
    items, others = np.concatenate((left, right)), np.concatenate((right, left))
    items, others, values = _ranked(items, others, np.concatenate((values, values)), len(seeds))
    first = _first_of_each(items, seeds[others], np.bincount(seeds, minlength=len(seeds)))
    items, others, values = items[first], others[first], values[first]
    starts = np.searchsorted(items, np.arange(len(seeds)))
    near = np.arange(len(items)) - starts[items] < count
    return items[near], others[near], values[near]


def _ranked(items: Rows, others: Rows, values: Rows, size: int) -> tuple[Rows, Rows, Rows]:
    """Rows by item, the greatest value first, ties by the smaller other; as one number each where they fit,
    since numbers sort fastest."""
    if size >= 1 << PLACE or (len(values) and int(values.max()) >= 1 << VALUE):
        order = np.lexsort((others, -values, items))
        return items[order], others[order], values[order]
    mask = (1 << VALUE) - 1
    whole = (items << (PLACE + VALUE)) | ((mask - values) << PLACE) | others
    whole.sort()
    return whole >> (PLACE + VALUE), whole & ((1 << PLACE) - 1), mask - ((whole >> PLACE) & mask)


def _first_of_each(items: Rows, homes: Rows, sizes: Rows) -> NDArray[np.bool_]:
    """Of the rows of one item with one home the first. `items` are sorted; `sizes` of homes."""
    first = np.ones(len(items), dtype=np.bool_)
    several = np.flatnonzero(sizes[homes] > 1)
    order = several[np.lexsort((homes[several], items[several]))]
    same = (items[order][1:] == items[order][:-1]) & (homes[order][1:] == homes[order][:-1])
    first[order[1:][same]] = False
    return first


def nearest_of(seeds: Rows, links: Links, count: int) -> Near:
    """Where the nearest of each item begin, and who they are; see `_nearest`."""
    items, others, _ = _nearest(seeds, links, count)
    return np.searchsorted(items, np.arange(len(seeds) + 1)), others


def nearest_values(seeds: Rows, links: Links, count: int) -> tuple[Rows, Rows]:
    """Items and how near each of their nearest is; see `_nearest`."""
    items, _, values = _nearest(seeds, links, count)
    return items, values


def reweighed(
    stack: Stack, near: Near, config: StoryConfig, ground: Ground | None = None, name: str = ""
) -> Stack:
    """The same vectors, each term weighed by how rare it is around its item, and of length WHOLE again.

    With a ground, those items whose nearest are what they were are looked up under `name`.
    """
    sizes, beside = np.diff(stack.starts), np.diff(near[0])
    beyond = np.minimum(config.contrast, np.maximum(config.contrast_least, len(sizes) - 1 - beside))
    found = ground or ground_of(len(sizes))
    signs = _signs(found.digests, near, beyond)
    weights, todo = weights_before(found.memo, name, signs, stack.starts)
    rows, _ = gathered(stack, todo)
    weights[rows] = _weights(stack, near, beyond, todo)
    if FEW * len(todo) > len(sizes):
        keep_weights(found.memo, name, signs, sizes, weights)
    return stack._replace(weights=weights)


def _signs(digests: U64, near: Near, beyond: Rows) -> U64:
    """Two 64-bit numbers for each item, of all that its weights depend on: itself and its nearest."""
    beside = np.diff(near[0])
    found = mixed(digests ^ np.stack((beside, beyond), axis=1).astype(np.uint64))
    for column in (0, 1):  # sums do not depend on who is nearest of the near
        spread = mixed(digests[near[1], column] + np.uint64(column + 1))
        sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(spread, dtype=np.uint64)))
        found[:, column] ^= mixed(sums[near[0][1:]] - sums[near[0][:-1]])
    return mixed(found)


def _weights(stack: Stack, near: Near, beyond: Rows, items: Rows) -> NDArray[np.int16]:
    """The new weights of the terms of some items, one item after the other."""
    rows, ends = gathered(stack, items)
    sizes, beside = np.diff(stack.starts)[items], np.diff(near[0])[items]
    rarity = stack.rarities[rows] / NATS
    share = 1.0 + _holders(stack, near, items, ends) + np.exp(-rarity) * np.repeat(beyond[items], sizes)
    share /= np.repeat(1.0 + beside + beyond[items], sizes)
    raw = stack.weights[rows] / rarity * -np.log(np.minimum(1.0, share))
    lengths = np.fromiter(_lengths(raw, ends), np.float64, len(items))
    weights: NDArray[np.int16] = np.rint(raw * np.repeat(WHOLE / lengths, sizes)).astype(np.int16)
    return weights


def _holders(stack: Stack, near: Near, items: Rows, ends: Rows) -> Rows:
    """Of each term of some items, how many of the item's nearest hold it too."""
    starts, others = near
    grid = grid_of(stack)
    found = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.int64)
    place = np.zeros(stack.different + 1, dtype=np.int32)
    for item, end in zip(items.tolist(), ends.tolist(), strict=True):
        beside = others[starts[item] : starts[item + 1]]
        if not len(beside):
            continue
        codes = stack.codes[stack.starts[item] : stack.starts[item + 1]]
        place[codes] = np.arange(1, len(codes) + 1)
        rows = grid.codes[beside, : int(grid.sizes[beside].max())]
        found[end - len(codes) : end] = np.bincount(place[rows].ravel(), minlength=len(codes) + 1)[1:]
        place[codes] = 0
    return found


def _lengths(raw: NDArray[np.float64], ends: Rows) -> Iterator[float]:
    """The length of each vector, 1 for none; one sum a vector, so that no neighbour changes its rounding."""
    squares = np.square(raw)
    for low, high in pairwise([0, *ends.tolist()]):
        yield float(np.sqrt(squares[low:high].sum())) or 1.0
