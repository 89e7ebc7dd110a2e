"""How crowded it is around an article, and how much closer than that two articles stand.

Within one running topic everything resembles everything, and two reports of one event must be more alike
than that to stand out; a lone event needs little. So likeness is measured against the articles nearest to
each (local scaling: Zelnik-Manor & Perona 2004; CSLS: Conneau et al. 2018). What is read for it are the
likenesses of one article: an article that comes in changes the crowd only of those that are like it.
"""

import numpy as np

from onrecord.config import StoryConfig
from onrecord.stages.corpus.stories.around import nearest_values
from onrecord.stages.corpus.stories.stack import MILLION
from onrecord.text.joins import Rows
from onrecord.text.linkage import Links


def crowds(seeds: Rows, links: Links, config: StoryConfig) -> Rows:
    """The mean likeness of each article to its nearest, in millionths.

    Of the articles that are together from the start (`seeds`) only the nearest counts, and one's own not
    at all: twelve copies are no crowd. Likenesses count from `crowd_least` to `crowd_most`, those that are
    not there as `crowd_least`; a nearest article that a small pile does not have at all counts as
    `crowd_unknown`, since nothing in it shows what is common in the topic.
    """
    items, values = nearest_values(seeds, links, config.nearest)
    least, most = round(config.crowd_least * MILLION), round(config.crowd_most * MILLION)
    beyond = np.clip(values, least, most) - least
    totals = np.bincount(items, weights=beyond, minlength=len(seeds)).astype(np.int64)
    missing = max(0, config.nearest - (len(seeds) - 1))
    unknown = missing * (round(config.crowd_unknown * MILLION) - least)
    return least + (totals + unknown) // config.nearest


def standing_out(seeds: Rows, links: Links, config: StoryConfig) -> Links:
    """Links measured against the crowd: 1 (a million) where two articles are as alike as the less crowded of
    them is to its nearest, and `crowd_more` beyond that; weak ones are dropped, strong ones bounded."""
    around = crowds(seeds, links, config)
    floor = np.minimum(around[links.left], around[links.right]) + round(config.crowd_more * MILLION)
    values = np.minimum(links.values * MILLION // np.maximum(1, floor), round(config.strongest * MILLION))
    kept = values >= round(config.weakest * MILLION)
    return Links(links.left[kept], links.right[kept], values[kept])
