"""Pairs worth aligning, by keys that copies and rewrites share; never all pairs.

All keys of all articles are swept at once (`text.joins`). A bucket of more than `ReuseConfig.bucket`
articles is sorted by its members' smallest shingle hash, and each is paired with those that follow: the
work an article stays bounded, and the pairs are a function of the set of articles.
"""

from collections.abc import Sequence

import numpy as np

from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.sketch import Sketch
from onrecord.text.joins import Shared, keyed, sharing, united


def candidate_pairs(sketches: Sequence[Sketch], config: ReuseConfig) -> Shared:
    """Candidate pairs of the articles with these sketches, by their numbers."""
    order = np.array([sketch.order for sketch in sketches], dtype=np.uint64)
    sure = sharing(keyed([sketch.sure for sketch in sketches]), order, config.bucket)
    rare = sharing(keyed([sketch.rare for sketch in sketches]), order, config.bucket, config.rare_shared)
    return united((sure, rare))
