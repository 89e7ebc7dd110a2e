"""Pairs worth aligning, by keys that copies, rewrites and translations share; never all pairs.

All keys of all articles are swept at once (`text.joins`). A bucket of more than `ReuseConfig.bucket`
articles is sorted by its members' smallest shingle hash, and each is paired with those that follow: the
work an article stays bounded, and the pairs are a function of the set of articles. What shares only terms
is then weighed by the two sketches (`screen`).
"""

from collections.abc import Sequence
from functools import partial

import numpy as np

from onrecord.config import ReuseConfig
from onrecord.memo import NO_MEMO, Memo
from onrecord.stages.corpus.reuse.sketch import WEIGHT, Sketch
from onrecord.sweeps import Flags, Sweep, among, merged, swept
from onrecord.text.joins import U64, Keyed, keyed, packed, paired, sharing, unpacked

NO_DIGESTS: U64 = np.zeros((0, 2), np.uint64)
NAMES = 18  # names and figures of which pairs are made


def candidate_pairs(
    sketches: Sequence[Sketch], config: ReuseConfig, memo: Memo = NO_MEMO, digests: U64 = NO_DIGESTS
) -> U64:
    """Pairs of the articles with these sketches (by number) that share keys: packed, sorted, each once.

    Row n of `digests` stands for article n; with them a memo spares most of the sweep.
    """
    named = digests if len(digests) == len(sketches) else np.zeros((len(sketches), 2), np.uint64)
    kept = memo if named is digests else NO_MEMO
    order = np.array([sketch.order for sketch in sketches], dtype=np.uint64)
    sure = sharing(keyed([sketch.sure for sketch in sketches]), order, config.bucket)
    strong = [sketch.strong for sketch in sketches]
    found = swept(kept, "strong terms", named, Sweep(partial(_paired, strong), order, config.bucket)).pairs
    found = merged(found, packed(sure.left, sure.right))
    return merged(found, _across(sketches, order, config, kept, named))


def _paired(rows: Sequence[U64], new: Flags) -> Keyed:
    """Keys of every two terms of a row; when few rows are new, of their terms alone."""
    if new.all():
        return paired(rows)
    found = keyed(rows)
    held = among(found.keys, np.unique(found.keys[new[found.owners]]))
    keys, owners = found.keys[held], found.owners[held]
    ends = np.cumsum(np.bincount(owners, minlength=len(rows)))
    several = np.flatnonzero(np.diff(ends, prepend=0) > 1)
    starts = np.concatenate((np.zeros(1, np.int64), ends))
    made = paired([keys[starts[owner] : starts[owner + 1]] for owner in several.tolist()])
    return Keyed(made.keys, several[made.owners])


def _across(sketches: Sequence[Sketch], order: U64, config: ReuseConfig, memo: Memo, digests: U64) -> U64:
    """Pairs in different languages that share two names or figures."""
    languages = np.array([sketch.language for sketch in sketches], dtype=np.uint64)
    if len(np.unique(languages)) < 2:
        return np.zeros(0, np.uint64)
    names = [sketch.names[:NAMES] >> WEIGHT for sketch in sketches]

    def mixed(part: Keyed) -> Keyed:
        return _of_many_languages(part, languages)

    found = swept(
        memo, "names across", digests, Sweep(partial(_paired, names), order, config.bucket, 1, mixed)
    ).pairs
    left, right = unpacked(found)
    abroad: U64 = found[languages[left] != languages[right]]
    return abroad


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
