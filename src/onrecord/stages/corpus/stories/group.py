"""Stories: outlines, candidates, likeness against the crowd, average-linkage clustering.

`find_stories` is made of pure functions of one article (`outline_of`), of a pair (`likeness`), and of the
members of one story (`story_of`); what lies between (`groups_of`) is a sweep over numbers. So an article
that comes in costs its own outline, the sweep, and the stories that it changes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.config import StoryConfig
from onrecord.data import NO_RULINGS, ArticleFindings, Dating, Family, Rulings, Story
from onrecord.engine import Engine
from onrecord.ids import make_id
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import pack, pile_of, unpack
from onrecord.stages.corpus.stories.around import nearest_of, reweighed
from onrecord.stages.corpus.stories.candidates import candidates
from onrecord.stages.corpus.stories.crowd import standing_out
from onrecord.stages.corpus.stories.ground import Ground
from onrecord.stages.corpus.stories.kept import outlines_of
from onrecord.stages.corpus.stories.likeness import (
    Shelf,
    digests_of_outlines,
    factors,
    products_of,
    reweighed_digests,
)
from onrecord.stages.corpus.stories.outline import Outline
from onrecord.stages.corpus.stories.ruled import Ruled, ruled_of, ruling_reason
from onrecord.stages.corpus.stories.seeds import seeds_of
from onrecord.stages.corpus.stories.stack import MILLION
from onrecord.stages.corpus.stories.words import story_reason, story_title, story_when
from onrecord.sweeps import numbered
from onrecord.text.joins import Rows, unpacked
from onrecord.text.linkage import Links, average_linkage, members

STORY = "story"  # a kind of what is remembered


def groups_of(
    outlines: Sequence[Outline],
    families: Sequence[Family],
    config: StoryConfig,
    rulings: Rulings = NO_RULINGS,
    memo: Memo = NO_MEMO,
) -> list[tuple[str, ...]]:
    """Which articles are one story, as sorted ids; `outlines` stand in the order of their ids."""
    shelf = Shelf(outlines)
    ground = Ground(digests_of_outlines(outlines), memo)

    def alike(left: Rows, right: Rows) -> Rows:
        return products_of(shelf, left, right, config)

    ids = [outline.id for outline in outlines]
    seeds = seeds_of(ids, families, rulings, alike)
    pairs = candidates(shelf, config, ground)
    left, right = unpacked(pairs)
    first = numbered(memo, "likeness of stories", ground.digests, pairs, alike).astype(np.int64)
    near = nearest_of(seeds.labels, Links(left, right, first), config.around)
    shelf.terms = reweighed(shelf.terms, near, config, ground, "terms")
    if shelf.several:
        shelf.clues = reweighed(shelf.clues, near, config, ground, "clues")
    anew = reweighed_digests(ground.digests, shelf)
    second = numbered(memo, "likeness of stories again", anew, pairs, alike)
    values = (second.astype(np.int64) * factors(shelf, left, right, config)).astype(np.int64)
    links = standing_out(seeds.labels, Links(left, right, values), config)
    labels = average_linkage(seeds.labels, links, round(config.together * MILLION), seeds.apart)
    return [tuple(ids[item] for item in group.tolist()) for group in members(labels)]


def story_of(
    found: Sequence[ArticleFindings],
    outlines: Sequence[Outline],
    families: Sequence[Family] = (),
    ruled: Sequence[Ruled] = (),
) -> Story:
    """The story of some articles, in the order of their ids; `families` and `ruled` touch them."""
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


class Made(NamedTuple):
    """What was computed before: outlines of all articles in the order of ids, if any, and the memo."""

    outlines: Mapping[str, Outline] = {}
    memo: Memo = NO_MEMO


NOTHING_MADE = Made()


def find_stories(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    families: Sequence[Family],
    engine: Engine,
    config: StoryConfig,
    rulings: Rulings = NO_RULINGS,
    before: Made = NOTHING_MADE,
) -> tuple[Story, ...]:
    """Every article is in exactly one story, a family never in two (unless an analyst ruled so); order of
    arrival is no matter."""
    pile = pile_of(articles)
    known = before.outlines or outlines_of(pile, datings, engine, before.memo)
    homes = {name: family for family in families for name in family.articles}
    spoken_of = sorted({name for pair in rulings.same | rulings.apart for name in pair} & pile.places.keys())
    ruled = ruled_of(rulings, {name: pile.named(name) for name in spoken_of})
    parts = []
    for group in groups_of(list(known.values()), families, config, rulings, before.memo):
        own = {homes[name].id: homes[name] for name in group if name in homes}
        said = sorted({one for name in group for one in ruled.get(name, ())})
        parts.append(_Parts(group, tuple(own[name] for name in sorted(own)), tuple(said)))
    keys = [
        key_of(pack(one), *(pile.digest(pile.places[name]) + _date(known[name]) for name in one.group))
        for one in parts
    ]

    def compute(missing: list[int]) -> Iterator[bytes]:
        for one in (parts[number] for number in missing):
            found = [pile.named(name) for name in one.group]
            yield pack(story_of(found, [known[name] for name in one.group], one.families, one.ruled))

    stories = (unpack(one, Story) for one in remembered(before.memo, STORY, keys, compute))
    return tuple(sorted(stories, key=lambda story: story.id))


class _Parts(NamedTuple):
    """All that a story is made of besides its articles."""

    group: tuple[str, ...]
    families: tuple[Family, ...]
    ruled: tuple[Ruled, ...]


def _date(outline: Outline) -> bytes:
    return pack((outline.days, outline.told))
