"""Composed pages of two to six articles: is each found, under its own title, and none mixed with another?

Needs no gold folder: the texts are our own (eval/composed). A page is right when every article is
found with its own title, none is mixed and no furniture was taken for an article. `python -m
eval.composed FOLDER` writes the half "seen" for looking at; nobody looks at the other half.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import trafilatura
from lxml import etree

from eval.composed.pages import ComposedPage, composed_pages
from eval.composed.score import PageScore, Predicted, score_page
from eval.report import Row, Skipped, Table
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import PageInput
from onrecord.models.language import identify_language
from onrecord.pipeline.article import line_models
from onrecord.readers import read_page
from onrecord.stages.article.extract import extract

System = Callable[[ComposedPage], list[Predicted]]


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """All pages, then the two halves apart, by layout. The set is the same whatever split is asked for."""
    pages = composed_pages()
    html = [page for page in pages if page.medium == "html"]
    ours, seconds = _scored(_onrecord, pages)
    rows = [_row("onrecord", ours, seconds), *_by(ours, lambda score: score.page.medium)]
    for name, system in (("trafilatura, HTML", _trafilatura), ("split at headings, HTML", _headings)):
        scores, taken = _scored(system, html)
        rows.append(_row(name, scores, taken))
    tables: list[Table | Skipped] = [
        Table(
            "composed",
            "own-pages",
            "all",
            tuple(rows),
            "baselines: the 30 HTML pages; they name no outlets and ages",
        )
    ]
    for half in ("seen", "unseen"):
        own = [score for score in ours if score.page.half == half]
        parts = [_row("onrecord", own), *_by(own, lambda score: f"{score.page.layout} {score.page.medium}")]
        lines = tuple(line for score in own for line in _misses(score)) if half == "seen" else ()
        tables.append(Table("composed", "own-pages", half, tuple(parts), "", lines))
    return tables


def _scored(system: System, pages: Sequence[ComposedPage]) -> tuple[list[PageScore], float]:
    started = time.perf_counter()
    answers = [system(page) for page in pages]
    seconds = time.perf_counter() - started
    return [score_page(page, answer) for page, answer in zip(pages, answers, strict=True)], seconds


def _by(scores: Iterable[PageScore], key: Callable[[PageScore], str]) -> list[Row]:
    ordered = sorted(scores, key=lambda score: (key(score), score.page.id))
    return [_row(f"  {name}", list(group)) for name, group in groupby(ordered, key=key)]


def _row(system: str, scores: Sequence[PageScore], seconds: float = 0.0) -> Row:
    articles = [article for score in scores for article in score.articles]
    return Row(
        system,
        {
            "pages right": sum(score.right for score in scores) / len(scores),
            "found": sum(article.found for article in articles) / len(articles),
            "titles": sum(article.title for article in articles) / len(articles),
            "outlets": _share([article.outlet for article in articles]),
            "ages": _share([article.age for article in articles]),
            "furniture kept": sum(score.furniture for score in scores) / len(scores),
        },
        {
            "right": sum(score.right for score in scores),
            "pages": len(scores),
            "articles": len(articles),
            "mixed": sum(score.mixed for score in scores),
            "extra": sum(score.extra for score in scores),
        },
        seconds,
        len(scores) if seconds else 0,
    )


def _share(answers: Sequence[bool | None]) -> float:
    """Of those that the pages show, how many were given."""
    asked = [answer for answer in answers if answer is not None]
    return sum(asked) / len(asked) if asked else 0.0


def _misses(score: PageScore) -> Iterable[str]:
    """What is wrong on a page that is not right: shown for the half that is for looking at."""
    if score.right:
        return
    page = score.page
    yield f"MISS {page.id} ({page.layout}, {page.form}): {score.mixed} mixed, {score.extra} extra"
    for gold, article in zip(page.articles, score.articles, strict=True):
        if not (article.found and article.title):
            title = "own title" if article.title else "other title"
            yield f"     {gold.id}: {article.covered:.0%} found, {article.foreign:.0%} foreign, {title}"


def _onrecord(page: ComposedPage) -> list[Predicted]:
    name = "page.html" if page.medium == "html" else "page.txt"
    found = read_page(page.raw, name, ReaderConfig())
    if not isinstance(found, PageInput):
        return []
    extraction = extract(found.page, found.sightings, identify_language, ExtractConfig(), line_models())
    return [
        Predicted(
            article.title,
            article.text,
            article.outlet.value if article.outlet else None,
            article.age.value if article.age else None,
        )
        for article in extraction.articles
    ]


def _trafilatura(page: ComposedPage) -> list[Predicted]:
    text = page.raw.decode("utf-8")
    found = trafilatura.extract(text, include_comments=False)
    metadata = trafilatura.extract_metadata(text)
    return [Predicted(metadata.title if metadata else None, found)] if found else []


def _headings(page: ComposedPage) -> list[Predicted]:
    """A new article at each h1 or h2; all visible text below it is its text."""
    root = etree.fromstring(page.raw, etree.HTMLParser(encoding="utf-8"))
    articles: list[Predicted] = []
    for element in root.iter():
        if element.tag in ("script", "style", "title") or not isinstance(element.tag, str):
            continue
        text = element.text or ""
        if element.tag in ("h1", "h2"):
            articles.append(Predicted(str(element.xpath("string()")), ""))
        if articles:
            articles[-1] = replace(articles[-1], text=articles[-1].text + text + (element.tail or ""))
    return articles
