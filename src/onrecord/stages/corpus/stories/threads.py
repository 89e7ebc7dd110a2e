"""Threads: stories that share their main actors and the issue, months apart if need be."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from onrecord.config import StoryConfig
from onrecord.data import ArticleFindings, Story, Thread
from onrecord.engine import LocalEngine
from onrecord.ids import make_id
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import pack, pile_of, unpack
from onrecord.stages.corpus.stories.candidates import by_terms
from onrecord.stages.corpus.stories.gists import Gist, gists_of
from onrecord.stages.corpus.stories.kept import outlines_of
from onrecord.stages.corpus.stories.outline import Outline
from onrecord.stages.corpus.stories.stack import MILLION, Stack, products, stacked
from onrecord.stages.corpus.stories.words import quoted_list, shared_terms
from onrecord.sweeps import merged
from onrecord.text.joins import Rows, unpacked
from onrecord.text.linkage import Links, average_linkage, members

SPOKEN = 40  # articles of a thread whose words its reason is taken from
THREAD = "thread"  # a kind of what is remembered


def _pairs(parts: tuple[Stack, Stack], config: StoryConfig) -> tuple[Rows, Rows]:
    """Stories that share heavy names, or heavy issue words."""
    found = [
        by_terms(stack, config.thread_keys, config.paired, config.thread_shared, config.bucket)
        for stack in parts
    ]
    return unpacked(merged(found[0], found[1]))


def threads_of(gists: Sequence[Gist], config: StoryConfig) -> list[list[int]]:
    """Which stories are one thread, as numbers: likeness is the geometric mean of the cosines of names and
    of issue words, so that both must be shared."""
    names, issue = stacked(gist.names for gist in gists), stacked(gist.issue for gist in gists)
    left, right = _pairs((names, issue), config)
    both = products(names, left, right) * products(issue, left, right)
    links = Links(left, right, np.sqrt(both.astype(np.float64)).astype(np.int64))
    labels = average_linkage(
        np.arange(len(gists), dtype=np.int64), links, round(config.thread_together * MILLION)
    )
    return [group.tolist() for group in members(labels)]


def find_threads(
    articles: Sequence[ArticleFindings],
    stories: Sequence[Story],
    config: StoryConfig,
    outlines: Mapping[str, Outline] | None = None,
    memo: Memo = NO_MEMO,
) -> tuple[Thread, ...]:
    """Every story is in exactly one thread, alone if need be. `outlines` spare making them again."""
    pile = pile_of(articles)
    known = outlines_of(pile, (), LocalEngine(), memo) if outlines is None else outlines
    ordered = sorted(stories, key=lambda story: story.id)
    gists = gists_of([[known[name] for name in story.articles] for story in ordered], memo)
    groups = [[ordered[number] for number in group] for group in threads_of(gists, config)]
    keys = [
        key_of(
            *(pack(story) for story in group),
            *(pile.digest(pile.places[name]) for story in group for name in story.articles),
        )
        for group in groups
    ]

    def compute(missing: list[int]) -> Iterator[bytes]:
        for group in (groups[number] for number in missing):
            names = _spoken(group)
            yield pack(thread_of(group, {name: pile.named(name) for name in names}, known))

    threads = (unpack(one, Thread) for one in remembered(memo, THREAD, keys, compute))
    return tuple(sorted(threads, key=lambda thread: thread.id))


def _timed(stories: Sequence[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: (story.when is None, story.when or "", story.id))


def _spoken(stories: Sequence[Story]) -> list[str]:
    """The articles that the words of a reason are taken from."""
    return [name for story in _timed(stories) for name in story.articles][:SPOKEN]


def thread_of(
    stories: Sequence[Story], by_id: Mapping[str, ArticleFindings], outlines: Mapping[str, Outline]
) -> Thread:
    """Stories in time order, undated ones last; named after the largest story."""
    timed = _timed(stories)
    largest = max(stories, key=lambda story: (len(story.articles), -timed.index(story)))
    names = _spoken(stories)
    words = quoted_list(shared_terms([by_id[name] for name in names], [outlines[name] for name in names]))
    reason = (
        f"{len(stories)} stories share their main names and issue words: {words}."
        if len(stories) > 1
        else f"No other story shares both the names and the issue of “{largest.title}”: {words}."
    )
    ids = tuple(sorted(story.id for story in stories))
    return Thread(make_id("th", ids), tuple(story.id for story in timed), largest.title, reason)
