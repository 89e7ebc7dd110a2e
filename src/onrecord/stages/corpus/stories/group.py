"""Stories: candidates by shared rare terms, similarity of outlines, average-linkage clustering."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from onrecord.config import StoryConfig
from onrecord.data import NO_RULINGS, ArticleFindings, Dating, Family, Rulings, Story
from onrecord.engine import Engine
from onrecord.ids import make_id
from onrecord.lang.background import background
from onrecord.stages.corpus.stories.outline import Outline, cosine, count_terms, rough_of, weigh
from onrecord.stages.corpus.stories.words import story_reason, story_title, story_when
from onrecord.text.buckets import pairs_within
from onrecord.text.clusters import average_linkage
from onrecord.text.terms import Weights

Pair = tuple[str, str]
# The prior counts as five articles only: within one running topic the pile must soon decide what is rare.
STRENGTH = 5.0


def _add_up(term: str, ones: list[int]) -> Iterator[tuple[str, int]]:
    yield term, sum(ones)


def _bucket_pairs(key: str, members: list[Pair], cap: int) -> Iterator[Pair]:
    yield from pairs_within(members, cap)


def _often(key: str, pairs: list[Pair], least: int) -> Iterator[Pair]:
    if len(pairs) >= least:
        yield pairs[0]


def outlines_of(
    articles: Sequence[ArticleFindings], datings: Sequence[Dating], engine: Engine
) -> dict[str, Outline]:
    """The outline of every article, weighted by the whole pile."""
    dated = {dating.article_id: dating.published for dating in datings}
    ordered = sorted(articles, key=lambda item: item.article.id)
    items = (rough_of(item, dated.get(item.article.id, item.published)) for item in ordered)
    counted = list(engine.map(count_terms, items))
    ones = ((term, 1) for one in counted for term in one.counts)
    weights = Weights(len(counted), dict(engine.group(ones, _add_up)), background, STRENGTH)
    return {one.id: weigh(one, weights) for one in counted}


def _keys(outlines: Iterable[Outline], config: StoryConfig) -> Iterator[tuple[str, Pair]]:
    """The heaviest terms of each article; in a large bucket neighbours share the first of them."""
    for outline in outlines:
        heaviest = sorted(outline.vector.items(), key=lambda item: (-item[1], item[0]))[: config.keys]
        order = " ".join(sorted(term for term, _ in heaviest[:4]))
        for term, _ in heaviest:
            yield term, (order, outline.id)


def candidate_pairs(outlines: Sequence[Outline], engine: Engine, config: StoryConfig) -> list[Pair]:
    """Pairs of articles that share at least `config.shared` of their heaviest terms."""
    found = engine.group(_keys(outlines, config), partial(_bucket_pairs, cap=config.bucket))
    keyed = ((f"{left} {right}", (left, right)) for left, right in found)
    return list(engine.group(keyed, partial(_often, least=config.shared)))


def days_apart(left: Outline, right: Outline) -> int:
    """Days that lie between two publication ranges; 0 when they meet or one is unknown."""
    if left.days is None or right.days is None:
        return 0
    return max(0, (max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])).days)


def similarity(pair: tuple[Outline, Outline], config: StoryConfig) -> float:
    """Cosine of two outlines, lowered softly where the dates lie apart (dates lie), where the news of
    one is the past in the other ("had said two weeks ago"), and where the two retell others, not the same
    ones: two agencies' stories of one topic are more often two events."""
    left, right = pair
    late = max(0, days_apart(left, right) - config.near_days)
    factor = max(config.date_floor, 1.0 - late * config.date_slope)
    if left.told.looks_back_on(right.told) or right.told.looks_back_on(left.told):
        factor *= config.looks_back
    if left.carriers and right.carriers and not left.carriers & right.carriers:
        factor *= config.other_carriers
    return cosine(left.vector, right.vector) * factor


def _seeds(ids: Iterable[str], families: Sequence[Family]) -> list[tuple[str, ...]]:
    """Families stay together; everybody else starts alone."""
    known = set(ids)
    seeds = [tuple(name for name in family.articles if name in known) for family in families]
    taken = {name for seed in seeds for name in seed}
    return sorted([seed for seed in seeds if seed] + [(name,) for name in known - taken])


def find_stories(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    families: Sequence[Family],
    engine: Engine,
    config: StoryConfig,
    rulings: Rulings = NO_RULINGS,
) -> tuple[Story, ...]:
    """Every article is in exactly one story, a family never in two; order of arrival is no matter."""
    outlines = outlines_of(articles, datings, engine)
    pairs = candidate_pairs([outlines[name] for name in sorted(outlines)], engine, config)
    values = engine.map(
        partial(similarity, config=config), ((outlines[left], outlines[right]) for left, right in pairs)
    )
    links = {pair: value for pair, value in zip(pairs, values, strict=True) if value >= config.weakest}
    groups = average_linkage(_seeds(outlines, families), links, config.together)
    by_id = {item.article.id: item for item in articles}
    stories = [_story(group, families, by_id, outlines) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.id))


def _story(
    group: tuple[str, ...],
    families: Sequence[Family],
    by_id: dict[str, ArticleFindings],
    outlines: dict[str, Outline],
) -> Story:
    members = [by_id[name] for name in group]
    inside = tuple(sorted(family.id for family in families if set(family.articles) <= set(group)))
    own = [outlines[name] for name in group]
    return Story(
        id=make_id("st", group),
        articles=group,
        families=inside,
        title=story_title(members, own),
        when=story_when(own),
        reason=story_reason(own),
    )
