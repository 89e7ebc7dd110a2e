"""Run the pages through the pipeline in this process, and find things again by page and words."""

import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.config import Config
from onrecord.data import ArticleFindings, CorpusFindings, PageFindings, PageInput
from onrecord.engine import LocalEngine
from onrecord.pipeline import analyse_corpus, analyse_page
from onrecord.readers import find_sources, read_source


@dataclass(frozen=True)
class PagesCase:
    """Findings by page name ("000") and by article ("000#1")."""

    pages: dict[str, PageFindings]
    articles: dict[str, ArticleFindings]
    corpus: CorpusFindings

    def key(self, article_id: str) -> str:
        """The name of an article ("000#1") by its id."""
        return next(key for key, found in self.articles.items() if found.article.id == article_id)


def page_key(place: str) -> str:
    """The number that a file's name starts with, and the row for a file of many: "004", "18:2"."""
    name = place.rsplit("/", 1)[-1]
    digits = re.match(r"\d*", name)
    row = name.rpartition(":")[2] if ".jsonl:" in name else ""
    return f"{digits.group() if digits else name}{':' + row if row else ''}"


def build(folder: Path) -> PagesCase:
    """Analyse every page of a folder."""
    config = Config()
    pages: dict[str, PageFindings] = {}
    for source in find_sources([folder]):
        for item in read_source(source, config.reader):
            if isinstance(item, PageInput):
                pages[page_key(item.sightings[0].place)] = analyse_page(item, config)
    articles = {
        f"{name}#{number}": found
        for name, page in sorted(pages.items())
        for number, found in enumerate(page.articles, start=1)
    }
    sightings = [sighting for page in pages.values() for sighting in page.sightings]
    corpus = analyse_corpus(list(articles.values()), sightings, LocalEngine(), config)
    return PagesCase(pages, articles, corpus)
