"""Stories: outlines, candidates, likeness against the crowd, average-linkage clustering.

`find_stories` is made of pure functions of one article (`outline_of`), of a pair (`likeness`), and of the
members of one story (`story_of`); what lies between (`groups_of`) is a sweep over numbers. So an article
that comes in costs its own outline, the sweep, and the stories that it changes.
"""

from collections.abc import Sequence

import numpy as np

from onrecord.config import StoryConfig
from onrecord.data import NO_RULINGS, ArticleFindings, Dating, Family, Rulings, Story
from onrecord.engine import Engine
from onrecord.ids import make_id
from onrecord.stages.corpus.stories.around import nearest_of, reweighed
from onrecord.stages.corpus.stories.candidates import candidates
from onrecord.stages.corpus.stories.crowd import standing_out
from onrecord.stages.corpus.stories.likeness import Shelf, factors, products_of
from onrecord.stages.corpus.stories.outline import Outline, outlined, rough_of
from onrecord.stages.corpus.stories.ruled import Ruled, ruled_of, ruling_reason
from onrecord.stages.corpus.stories.seeds import seeds_of
from onrecord.stages.corpus.stories.stack import MILLION
from onrecord.stages.corpus.stories.words import story_reason, story_title, story_when
from onrecord.text.joins import Rows
from onrecord.text.linkage import Links, average_linkage, members


def outlines_of(
    articles: Sequence[ArticleFindings], datings: Sequence[Dating], engine: Engine
) -> dict[str, Outline]:
    """The outline of every article, in the order of ids."""
    dated = {dating.article_id: dating for dating in datings}
    ordered = sorted(articles, key=lambda item: item.article.id)
    items = (rough_of(item, dated.get(item.article.id)) for item in ordered)
    return {one.id: one for one in engine.map(outlined, items)}


def groups_of(
    outlines: Sequence[Outline],
    families: Sequence[Family],
    config: StoryConfig,
    rulings: Rulings = NO_RULINGS,
) -> list[tuple[str, ...]]:
    """Which articles are one story, as sorted ids; `outlines` stand in the order of their ids."""
    shelf = Shelf(outlines)

    def alike(left: Rows, right: Rows) -> Rows:
        return products_of(shelf, left, right, config)

    ids = [outline.id for outline in outlines]
    seeds = seeds_of(ids, families, rulings, alike)
    left, right = candidates(shelf, config)
    near = nearest_of(seeds.labels, Links(left, right, alike(left, right)), config.around)
    shelf.terms, shelf.clues = reweighed(shelf.terms, near, config), reweighed(shelf.clues, near, config)
    values = (alike(left, right) * factors(shelf, left, right, config)).astype(np.int64)
    links = standing_out(seeds.labels, Links(left, right, values), config)
    labels = average_linkage(seeds.labels, links, round(config.together * MILLION), seeds.apart)
    return [tuple(ids[item] for item in group.tolist()) for group in members(labels)]


def story_of(
    found: Sequence[ArticleFindings],
    outlines: Sequence[Outline],
    families: Sequence[Family] = (),
    ruled: Sequence[Ruled] = (),
) -> Story:
    """The story of some articles, in the order of their ids; families and rulings are those that touch them."""
    group = tuple(item.article.id for item in found)
    held = set(group)
    inside = tuple(sorted(family.id for family in families if held.issuperset(family.articles)))
    return Story(
        id=make_id("st", group),
        articles=group,
        families=inside,
        title=story_title(found, outlines),
        when=story_when(outlines),
        reason=story_reason(found, outlines) + ruling_reason(held, families, ruled),
    )


def find_stories(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    families: Sequence[Family],
    engine: Engine,
    config: StoryConfig,
    rulings: Rulings = NO_RULINGS,
) -> tuple[Story, ...]:
    """Every article is in exactly one story, a family never in two (unless an analyst ruled so); order of
    arrival is no matter."""
    outlines = outlines_of(articles, datings, engine)
    by_id = {item.article.id: item for item in articles}
    homes = {name: family for family in families for name in family.articles}
    ruled = ruled_of(rulings, by_id)
    stories = []
    for group in groups_of(list(outlines.values()), families, config, rulings):
        own = {homes[name].id: homes[name] for name in group if name in homes}
        said = {one for name in group for one in ruled.get(name, ())}
        found = [by_id[name] for name in group]
        stories.append(story_of(found, [outlines[name] for name in group], list(own.values()), sorted(said)))
    return tuple(sorted(stories, key=lambda story: story.id))
