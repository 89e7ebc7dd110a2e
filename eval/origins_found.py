"""Origins of a written story as the whole pipeline finds them, from its flat pages.

The pages of one story are a pile of their own; they are held to be one story by rulings, so that what is
scored is the counting of origins (eval stories scores the stories). Findings of pages are kept on disk.
"""

import re
from dataclasses import dataclass
from itertools import combinations

from eval.kept import kept
from eval.origins_written import Expected, WrittenPage, WrittenStory
from onrecord.config import Config
from onrecord.data import ArticleFindings, Chain, CorpusFindings, OriginSet, PageFindings, PageInput, Rulings
from onrecord.engine import LocalEngine
from onrecord.pipeline import analyse_page
from onrecord.pipeline.beside import Beside
from onrecord.pipeline.corpus import analyse_corpus
from onrecord.readers.entry import Told
from onrecord.readers.pages import read_page


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story's pages analysed: findings by article id, and what the pile shows."""

    story: WrittenStory
    pages: tuple[PageFindings, ...]
    corpus: CorpusFindings


def analyse(story: WrittenStory) -> FoundStory:
    """All stages over one story."""
    pages = tuple(_page(page, number) for number, page in enumerate(story.pages))
    articles = [found for page in pages for found in page.articles]
    sightings = [sighting for page in pages for sighting in page.sightings]
    ids = sorted(found.article.id for found in articles)
    rulings = Rulings(same=frozenset(combinations(ids, 2)))
    corpus = analyse_corpus(articles, sightings, LocalEngine(), Config(), beside=Beside(rulings))
    return FoundStory(story, pages, corpus)


def found_set(found: FoundStory, expected: Expected) -> OriginSet | None:
    """The set that answers an expectation: the story's, or that of a saying's first attribution."""
    if not expected.words:
        stories = {story.id for story in found.corpus.stories if len(story.articles) == _most(found)}
        return next((one for one in found.corpus.origins if one.scope in stories), None)
    chains = {chain.id for chain in _chains(found, expected)}
    stated = [one for one in found.corpus.origins if one.scope.startswith("at")]
    return next((one for one in stated if any(chains & set(origin.chains) for origin in one.origins)), None)


def found_range(found: FoundStory, expected: Expected) -> tuple[int, int] | None:
    """Low and high as the pile shows them; None when it shows nothing.

    A saying of one article has no set of its own (`stages.corpus.origins` keeps those of two or more): the
    one chain at it is its one origin. Words that two articles have and no set joins are not answered.
    """
    made = found_set(found, expected)
    if made is not None:
        return made.low, made.high
    articles = {chain.article_id for chain in _chains(found, expected)} if expected.words else set()
    return (1, 1) if len(articles) == 1 else None


def _chains(found: FoundStory, expected: Expected) -> list[Chain]:
    """The chains at the attributions whose content holds the words of a saying."""
    said = {
        item.id
        for page in found.pages
        for article in page.articles
        for item in article.attributions
        if _holds(article, item.content, expected.words)
    }
    return [chain for chain in found.corpus.chains if chain.attribution_id in said]


def _most(found: FoundStory) -> int:
    return max((len(story.articles) for story in found.corpus.stories), default=0)


def _holds(article: ArticleFindings, content: tuple[object, ...], words: str) -> bool:
    spans = [(getattr(span, "start", 0), getattr(span, "end", 0)) for span in content]
    places = [
        found.start() + len(words) // 2 for found in re.finditer(re.escape(words), article.article.text)
    ]
    return any(start <= place < end for place in places for start, end in spans)


def _page(page: WrittenPage, number: int) -> PageFindings:
    read = f"{number} {page.host} {page.day} {page.text}"
    return kept(read, PageFindings, lambda: _analysed(page, number))


def _analysed(page: WrittenPage, number: int) -> PageFindings:
    config = Config()
    told = Told(url=f"https://{page.host}/{page.day.replace('-', '/')}/{number}.html")
    read = read_page(page.text.encode("utf-8"), f"{number}.txt", config.reader, told)
    if not isinstance(read, PageInput):
        raise ValueError(f"a written page cannot be read: {read.message}")
    return analyse_page(read, config)
