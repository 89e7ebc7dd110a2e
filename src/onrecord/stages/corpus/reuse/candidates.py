"""Pairs worth aligning, by keys that copies, rewrites and translations share; never all pairs.

All keys of all articles are swept at once (`text.joins`). A bucket of more than `ReuseConfig.bucket`
articles is sorted by its members' smallest shingle hash, and each is paired with those that follow: the
work an article stays bounded, and the pairs are a function of the set of articles. What shares only terms
is then weighed (`screened`): a function of the two articles.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.sketch import WEIGHT, Sketch
from onrecord.text.joins import U64, Keyed, Rows, Shared, keyed, paired, sharing, united

AT_ONCE = 8_000  # pairs that are weighed at a time
NAMES = 18  # names and figures of which pairs are made
SHARED_NAMES = 3  # names and figures that two articles in different languages must share at least
_PAD = np.uint64(0xFFFFFFFFFFFFFFFF)


def candidate_pairs(sketches: Sequence[Sketch], config: ReuseConfig) -> Shared:
    """Pairs of the articles with these sketches (by number) that share keys."""
    order = np.array([sketch.order for sketch in sketches], dtype=np.uint64)
    sure = sharing(keyed([sketch.sure for sketch in sketches]), order, config.bucket)
    strong = sharing(paired([sketch.strong for sketch in sketches]), order, config.bucket)
    return united((sure, strong, _across(sketches, order, config)))


def _across(sketches: Sequence[Sketch], order: U64, config: ReuseConfig) -> Shared:
    """Pairs in different languages that share two names or figures."""
    languages = np.array([sketch.language for sketch in sketches], dtype=np.uint64)
    if len(np.unique(languages)) < 2:
        return sharing(keyed([]), order, config.bucket)
    found = paired([sketch.names[:NAMES] >> WEIGHT for sketch in sketches])
    mixed = _of_many_languages(found, languages)
    pairs = sharing(mixed, order, config.bucket)
    other = languages[pairs.left] != languages[pairs.right]
    return Shared(pairs.left[other], pairs.right[other], pairs.times[other])


def _of_many_languages(found: Keyed, languages: U64) -> Keyed:
    """The keys that articles of more than one language hold."""
    if not len(found.keys):
        return found
    spoken = languages[found.owners]
    order = np.lexsort((spoken, found.keys))
    keys, spoken = found.keys[order], spoken[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(starts, len(keys)))
    last = starts + sizes - 1
    mixed = np.empty(len(keys), dtype=np.bool_)
    mixed[order] = np.repeat(spoken[starts] != spoken[last], sizes)
    return Keyed(found.keys[mixed], found.owners[mixed])


def screened(sketches: Sequence[Sketch], left: Rows, right: Rows, config: ReuseConfig) -> NDArray[np.bool_]:
    """Which pairs are worth an alignment; each a function of its two articles.

    In one language they must share `ReuseConfig.contained` of the weight of the terms of that which has less,
    or a key that suffices; in two languages as much of the weight of names and figures, and three of these.
    """
    languages = np.array([sketch.language for sketch in sketches], dtype=np.uint64)
    same = languages[left] == languages[right]
    kept = np.zeros(len(left), dtype=np.bool_)
    terms = [sketch.terms for sketch in sketches]
    sure = [sketch.sure for sketch in sketches]
    names = [sketch.names for sketch in sketches]
    for places in _parts(np.flatnonzero(same)):
        some, others = left[places], right[places]
        share, _ = _overlap(terms, some, others)
        _, times = _overlap(sure, some, others, weighed=False)
        kept[places] = (share >= config.contained) | (times > 0)
    for places in _parts(np.flatnonzero(~same)):
        share, times = _overlap(names, left[places], right[places])
        kept[places] = (share >= config.contained) & (times >= SHARED_NAMES)
    return kept


def _parts(places: Rows) -> list[Rows]:
    return [places[start : start + AT_ONCE] for start in range(0, len(places), AT_ONCE)]


def _overlap(
    rows: Sequence[U64], left: Rows, right: Rows, weighed: bool = True
) -> tuple[NDArray[np.float64], Rows]:
    """What two articles share of the weight of the lighter one, and how many terms."""
    some, others = _matrix(rows, left), _matrix(rows, right)
    both = np.sort(np.concatenate((some, others), axis=1), axis=1)
    heads = both >> WEIGHT if weighed else both
    equal = (heads[:, 1:] == heads[:, :-1]) & (both[:, 1:] != _PAD)
    times = equal.sum(axis=1).astype(np.int64)
    if not weighed:
        return np.zeros(len(left)), times
    low = np.where(equal, both[:, :-1] & np.uint64(255), np.uint64(0)).sum(axis=1)
    totals = np.minimum(_total(some), _total(others))
    return low / np.maximum(totals, 1), times


def _matrix(rows: Sequence[U64], places: Rows) -> U64:
    """The rows of these places, filled up to one width."""
    needed, where = np.unique(places, return_inverse=True)
    width = max((len(rows[place]) for place in needed.tolist()), default=0)
    whole = np.full((len(needed), width), _PAD, dtype=np.uint64)
    for number, place in enumerate(needed.tolist()):
        whole[number, : len(rows[place])] = rows[place]
    return whole[where]


def _total(matrix: U64) -> Rows:
    kept = np.where(matrix == _PAD, np.uint64(0), matrix & np.uint64(255))
    sums: Rows = kept.sum(axis=1).astype(np.int64)
    return sums
