"""Pairs worth aligning, by keys that copies, rewrites and translations share; never all pairs.

All keys of all articles are swept at once (`text.joins`). A bucket of more than `ReuseConfig.bucket`
articles is sorted by its members' smallest shingle hash, and each is paired with those that follow: the
work an article stays bounded, and the pairs are a function of the set of articles. What shares only terms
is then weighed by the two sketches (`screen`).
"""

from collections.abc import Sequence

import numpy as np

from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.sketch import WEIGHT, Sketch
from onrecord.text.joins import U64, Keyed, Shared, keyed, paired, sharing, united

NAMES = 18  # names and figures of which pairs are made


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
