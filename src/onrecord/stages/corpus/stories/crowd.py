"""How crowded it is around an article, and how much closer than that two articles stand.

Within one running topic everything resembles everything, and two reports of one event must be more alike
than that to stand out; a lone event needs little. So likeness is measured against the articles nearest to
each (local scaling: Zelnik-Manor & Perona 2004; CSLS: Conneau et al. 2018). What is read for it are the
likenesses of one article: an article that comes in changes the crowd only of those that are like it.
"""

import numpy as np

from onrecord.config import StoryConfig
from onrecord.stages.corpus.stories.stack import MILLION
from onrecord.text.joins import Rows
from onrecord.text.linkage import Links


def _best_of_each(items: Rows, homes: Rows, values: Rows) -> tuple[Rows, Rows]:
    """For every item its best value to each home, best first: items (sorted) and values."""
    order = np.lexsort((-values, homes, items))
    items, homes, values = items[order], homes[order], values[order]
    fresh = np.ones(len(items), dtype=np.bool_)
    fresh[1:] = (items[1:] != items[:-1]) | (homes[1:] != homes[:-1])
    items, values = items[fresh], values[fresh]
    order = np.lexsort((-values, items))
    return items[order], values[order]


def crowds(seeds: Rows, links: Links, config: StoryConfig) -> Rows:
    """The mean likeness of each article to its nearest, in millionths.

    Of the articles that are together from the start (`seeds`) only the nearest counts, and one's own not
    at all: twelve copies are no crowd. Likenesses count at least `crowd_least` and at most `crowd_most`, those
    that are not there as `crowd_least`.
    """
    items = np.concatenate((links.left, links.right))
    others = np.concatenate((links.right, links.left))
    values = np.concatenate((links.values, links.values))
    outside = seeds[items] != seeds[others]
    items, values = _best_of_each(items[outside], seeds[others[outside]], values[outside])
    least, most = round(config.crowd_least * MILLION), round(config.crowd_most * MILLION)
    starts = np.searchsorted(items, np.arange(len(seeds)))
    near = np.arange(len(items)) - starts[items] < config.nearest
    beyond = np.clip(values[near], least, most) - least
    totals = np.bincount(items[near], weights=beyond, minlength=len(seeds)).astype(np.int64)
    return least + totals // config.nearest


def standing_out(seeds: Rows, links: Links, config: StoryConfig) -> Links:
    """Links measured against the crowd: 1 (a million) where two articles are as alike as the less crowded of
    them is to its nearest, and `crowd_more` beyond that; weak ones are dropped, strong ones bounded."""
    around = crowds(seeds, links, config)
    floor = np.minimum(around[links.left], around[links.right]) + round(config.crowd_more * MILLION)
    values = np.minimum(links.values * MILLION // np.maximum(1, floor), round(config.strongest * MILLION))
    kept = values >= round(config.weakest * MILLION)
    return Links(links.left[kept], links.right[kept], values[kept])
