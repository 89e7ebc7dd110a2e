"""The default runner: reads paths into a case and analyses what is new, on this machine.

Three steps, each of which a later run takes up where a killed one left it: pages into the case,
article stages over the pages that wait, corpus stages when anything changed.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from onrecord.config import Config, RunnerConfig
from onrecord.data import PageFindings
from onrecord.pipeline import (
    analyse_page,
    config_fingerprint,
    corpus_fingerprint,
    stages_fingerprint,
)
from onrecord.readers import find_sources
from onrecord.runners.comparing import Compared, compare
from onrecord.runners.engine import ProcessEngine
from onrecord.runners.mapping import checked
from onrecord.runners.pool import Pool
from onrecord.runners.progress import Progress, Silent
from onrecord.runners.reading import read_into
from onrecord.runners.recurring import given, teach
from onrecord.stores.base import Writer
from onrecord.stores.sqlite import open_view, open_writer

IN_PROCESS = 8  # fewer pages than this are not worth a worker's start


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did.

    `read` pages were new or newly sighted, `refused` had been removed from the case before;
    `compared` tells whether the corpus stages ran.
    """

    read: int
    refused: int
    analysed: int
    compared: bool


def build(
    paths: Sequence[Path],
    case: Path,
    config: Config | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
) -> Run:
    """Bring the case file up to date with `paths`, and with this version and configuration.

    Without `config` the one that the case was built with goes on, for a new case the defaults;
    `workers` overrides its number of processes. Raises InputError for a path that is not there,
    CaseError for a file that is not a case.
    """
    progress = progress or Silent()
    config = checked(config or kept_config(case))
    sources = find_sources(paths, config.reader)  # before the case is touched: a wrong path makes no file
    if workers is not None:
        config = replace(config, runner=replace(config.runner, workers=workers))
    with open_writer(case, stages_fingerprint(), config_fingerprint(config)) as writer:
        writer.keep_settings(_settings(config))
        read, refused = read_into(sources, writer, config, progress)
        if read:
            progress.phase("lines of sites", None)
        teach(writer, stages_fingerprint())
        pending = writer.pending_pages()
        _analyse(pending, writer, config, progress)
        compared = _compare(case, writer, config, progress)
        writer.finish()
    return Run(read, refused, len(pending), compared)


def renew(case: Path, progress: Progress | None = None) -> Run | None:
    """Analyse what waits in a case; None, and nothing done, when that would be every page.

    That is so for a case that another version of the stages has built: it waits for `build`.
    """
    config = kept_config(case)
    with open_view(case) as view:
        meta = view.meta()
    if (meta.stages, meta.config) != (stages_fingerprint(), config_fingerprint(config)):
        return None
    return build((), case, config, progress)


def kept_config(case: Path) -> Config:
    """The configuration that a case was built with, except where it runs; the defaults for a new one."""
    if not case.exists():
        return Config()
    with open_writer(case) as writer:
        settings = writer.settings()
    try:
        return msgspec.json.decode(settings, type=Config) if settings else Config()
    except msgspec.ValidationError:  # settings of another version, which it knew and this does not
        return Config()


def _settings(config: Config) -> str:
    return msgspec.json.encode(replace(config, runner=RunnerConfig())).decode()


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
    inputs = (given(writer, page_id) for page_id in pending)
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
    state, rulings = writer.pages_state(), writer.rulings()
    fingerprint = corpus_fingerprint(config, state, rulings)
    if fingerprint == writer.corpus_fingerprint():
        return False
    workers = config.runner.workers or _cores()
    with open_view(case) as view, ProcessEngine(workers) as engine:
        found = compare(Compared(case, view, writer.page_states(), rulings), config, engine, progress)
    progress.phase("writing", None)
    writer.replace_corpus(found, fingerprint, state, rulings)
    return True
