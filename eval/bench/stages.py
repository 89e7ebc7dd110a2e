"""Seconds per stage, measured in this process over some of the pages."""

import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from onrecord.config import Config
from onrecord.data import ArticleFindings, PageInput, Sighting
from onrecord.engine import LocalEngine
from onrecord.pipeline import article as article_stages
from onrecord.pipeline import corpus as corpus_stages
from onrecord.pipeline.stage import Stage
from onrecord.readers import find_sources, read_source

State = TypeVar("State")


def time_stages(folder: Path, pages: int) -> tuple[dict[str, float], list[ArticleFindings]]:
    """Seconds by stage over the first `pages` pages, and what was found in their articles."""
    config = Config()
    seconds: defaultdict[str, float] = defaultdict(float)
    found: list[ArticleFindings] = []
    sightings: list[Sighting] = []
    started = time.perf_counter()
    inputs = _inputs(folder, pages, config)
    seconds["read"] = time.perf_counter() - started
    staged = tuple(_timed(stage, seconds) for stage in article_stages.STAGES)
    for item in inputs:
        started, before = time.perf_counter(), sum(seconds.values())
        page = article_stages.analyse_page(item, config, staged)
        seconds["extract"] += time.perf_counter() - started - (sum(seconds.values()) - before)
        found.extend(page.articles)
        sightings.extend(page.sightings)
    piled = tuple(_timed(stage, seconds) for stage in corpus_stages.STAGES)
    corpus_stages.analyse_corpus(found, sightings, LocalEngine(), config, piled)
    return dict(seconds), found


def _inputs(folder: Path, pages: int, config: Config) -> list[PageInput]:
    items: list[PageInput] = []
    for source in find_sources([folder]):
        for item in read_source(source, config.reader):
            if isinstance(item, PageInput):
                items.append(item)
            if len(items) >= pages:
                return items
    return items


def _timed(stage: Stage[State], seconds: dict[str, float]) -> Stage[State]:
    def run(state: State) -> None:
        started = time.perf_counter()
        try:
            stage.run(state)
        finally:
            seconds[stage.name] = seconds.get(stage.name, 0.0) + time.perf_counter() - started

    return replace(stage, run=run)
