"""Threads: stories that share their main actors and the issue, months apart if need be."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from onrecord.config import StoryConfig
from onrecord.data import ArticleFindings, Story, Thread
from onrecord.engine import Engine, LocalEngine
from onrecord.ids import make_id
from onrecord.stages.corpus.stories.group import outlines_of
from onrecord.stages.corpus.stories.outline import Outline, cosine
from onrecord.stages.corpus.stories.words import quoted_list, shared_terms
from onrecord.text.buckets import pairs_within
from onrecord.text.clusters import average_linkage

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gist:
    """The names and the other words of a story, each a vector of length 1."""

    id: str
    names: Mapping[str, float]
    issue: Mapping[str, float]


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def gist_of(story: Story, outlines: Mapping[str, Outline]) -> Gist:
    """Sum the outlines of a story and part names from issue words."""
    parts: dict[str, list[float]] = {}
    named: set[str] = set()
    for name in story.articles:
        named |= outlines[name].names
        for term, value in outlines[name].vector.items():
            parts.setdefault(term, []).append(value)
    total = {term: math.fsum(values) for term, values in parts.items()}
    names = {term: value for term, value in total.items() if term in named}
    issue = {term: value for term, value in total.items() if term not in named}
    return Gist(story.id, _unit(names), _unit(issue))


def _keys(gists: Sequence[Gist], config: StoryConfig) -> Iterator[tuple[str, Pair]]:
    for gist in gists:
        for vector in (gist.names, gist.issue):
            heaviest = sorted(vector.items(), key=lambda item: (-item[1], item[0]))[: config.keys]
            order = " ".join(sorted(term for term, _ in heaviest[:4]))
            for term, _ in heaviest:
                yield term, (order, gist.id)


def _bucket_pairs(key: str, members: list[Pair], cap: int) -> Iterator[Pair]:
    yield from pairs_within(members, cap)


def _often(key: str, pairs: list[Pair], least: int) -> Iterator[Pair]:
    if len(pairs) >= least:
        yield pairs[0]


def likeness(pair: tuple[Gist, Gist]) -> float:
    """Geometric mean of the cosines of names and of issue words: both must be shared."""
    left, right = pair
    names, issue = cosine(left.names, right.names), cosine(left.issue, right.issue)
    return math.sqrt(max(0.0, names) * max(0.0, issue))


def find_threads(
    articles: Sequence[ArticleFindings], stories: Sequence[Story], config: StoryConfig
) -> tuple[Thread, ...]:
    """Every story is in exactly one thread, alone if need be."""
    engine: Engine = LocalEngine()
    outlines = outlines_of(articles, (), engine)
    ordered = sorted(stories, key=lambda story: story.id)
    gists = {story.id: gist_of(story, outlines) for story in ordered}
    found = engine.group(_keys(list(gists.values()), config), partial(_bucket_pairs, cap=config.bucket))
    keyed = ((f"{left} {right}", (left, right)) for left, right in found)
    pairs = list(engine.group(keyed, partial(_often, least=config.thread_shared)))
    values = engine.map(likeness, ((gists[left], gists[right]) for left, right in pairs))
    links = dict(zip(pairs, values, strict=True))
    groups = average_linkage([(story.id,) for story in ordered], links, config.thread_together)
    by_id = {story.id: story for story in ordered}
    threads = [_thread([by_id[name] for name in group], outlines) for group in groups]
    return tuple(sorted(threads, key=lambda thread: thread.id))


def _thread(stories: Sequence[Story], outlines: Mapping[str, Outline]) -> Thread:
    """Stories in time order, undated ones last; named after the largest story."""
    timed = sorted(stories, key=lambda story: (story.when is None, story.when or "", story.id))
    largest = max(stories, key=lambda story: (len(story.articles), -timed.index(story)))
    own = [outlines[name] for story in stories for name in story.articles]
    terms = quoted_list(shared_terms(own))
    reason = (
        f"{len(stories)} stories share their main names and issue words: {terms}."
        if len(stories) > 1
        else f"No other story shares both the names and the issue of “{largest.title}”: {terms}."
    )
    ids = tuple(sorted(story.id for story in stories))
    return Thread(make_id("th", ids), tuple(story.id for story in timed), largest.title, reason)
