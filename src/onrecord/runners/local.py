"""The default runner: reads paths into a case and analyses what is new, on this machine.

Three steps, each of which a later run takes up where a killed one left it: pages into the case,
article stages over the pages that wait, corpus stages when anything changed.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from onrecord.config import Config
from onrecord.data import PageFindings, PageInput, Problem
from onrecord.engine import LocalEngine
from onrecord.pipeline import (
    analyse_corpus,
    analyse_page,
    config_fingerprint,
    corpus_fingerprint,
    stages_fingerprint,
)
from onrecord.readers import find_sources, read_source
from onrecord.runners.pool import Pool
from onrecord.runners.progress import Progress, Silent
from onrecord.stores.base import Writer
from onrecord.stores.sqlite import open_view, open_writer

IN_PROCESS = 8  # fewer pages than this are not worth a worker's start


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did: pages new or newly sighted, pages analysed, whether the pile was compared anew."""

    read: int
    analysed: int
    compared: bool


def build(
    paths: Sequence[Path], case: Path, config: Config | None = None, progress: Progress | None = None
) -> Run:
    """Bring the case file up to date with `paths`, and with this version and configuration.

    Raises InputError for a path that is not there, CaseError for a file that is not a case.
    """
    config, progress = config or Config(), progress or Silent()
    with open_writer(case, stages_fingerprint(), config_fingerprint(config)) as writer:
        read = _read(paths, writer, config, progress)
        pending = writer.pending_pages()
        _analyse(pending, writer, config, progress)
        compared = _compare(case, writer, config, progress)
        writer.finish()
    return Run(read, len(pending), compared)


def _read(paths: Sequence[Path], writer: Writer, config: Config, progress: Progress) -> int:
    sources = list(find_sources(paths))
    progress.phase("reading", len(sources))
    problems: list[Problem] = []
    new = 0

    def pages() -> Iterator[PageInput]:
        for source in sources:
            for found in read_source(source, config.reader):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    yield found
            progress.advance()

    stream = pages()
    while batch := list(islice(stream, config.runner.batch)):
        new += writer.add_inputs(batch)
    writer.replace_problems(problems, (source.place for source in sources))
    return new


def workers_for(pages: int, config: Config) -> int:
    """How many worker processes; 0 means in this one. Never more than pages."""
    if config.runner.workers <= 0 and pages < IN_PROCESS:
        return 0
    return max(1, min(config.runner.workers or _cores(), pages))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _analyse(pending: Sequence[str], writer: Writer, config: Config, progress: Progress) -> None:
    if not pending:
        return
    progress.phase("analysing", len(pending))
    inputs = (writer.page_input(page_id) for page_id in pending)
    workers = workers_for(len(pending), config)
    if workers == 0:
        _write((analyse_page(found, config) for found in inputs), writer, config, progress)
        return
    with Pool(workers, config) as pool:
        _write(pool.analyse(inputs), writer, config, progress)


def _write(findings: Iterable[PageFindings], writer: Writer, config: Config, progress: Progress) -> None:
    batch: list[PageFindings] = []
    for found in findings:
        batch.append(found)
        progress.advance()
        if len(batch) >= config.runner.batch:
            writer.add_pages(batch)
            batch = []
    writer.add_pages(batch)


def _compare(case: Path, writer: Writer, config: Config, progress: Progress) -> bool:
    state = writer.pages_state()
    fingerprint = corpus_fingerprint(config, state)
    if fingerprint == writer.corpus_fingerprint():
        return False
    progress.phase("comparing", None)
    with open_view(case) as view:
        articles, sightings = list(view.all_findings()), view.sightings()
    writer.replace_corpus(analyse_corpus(articles, sightings, LocalEngine(), config), fingerprint, state)
    return True
