"""One frozen dataclass per stage that has something to set, and one loader for all of them (TOML).

Defaults are what the figures in docs/ were measured with. A case keeps the configuration that it
was built with, so that a rerun with another one rebuilds what depends on it.
"""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class ReaderConfig:
    """Limits on what is read (docs/stages/readers.md): bytes and characters of a page; containers in
    one another, members and expanded bytes of a source (`max_ratio` times its size, at least
    `free_expanded`), bytes copied to a temporary file, standard input, problems of one kind kept.

    `document_*`: pages of a PDF, seconds and bytes of memory that reading one may take. `columns`: our
    names of what a table's rows say (text, title, url ...) and the names of its columns for them.
    """

    max_bytes: int = 50_000_000
    max_text: int = 2_000_000
    max_depth: int = 8
    max_members: int = 10_000_000
    max_ratio: int = 200
    free_expanded: int = 200_000_000
    max_expanded: int = 1_000_000_000_000
    max_copy: int = 20_000_000_000
    max_problems: int = 1_000
    document_pages: int = 2_000
    document_seconds: float = 60.0
    document_memory: int = 2_000_000_000
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunnerConfig:
    """Where stages run: `workers` 0 means one a core. From `remember` articles on, what corpus stages compute
    is kept in a file beside the case (docs/decisions/incremental.md)."""

    workers: int = 0
    page_seconds: float = 60.0
    batch: int = 16
    remember: int = 1_000


@dataclass(frozen=True, slots=True)
class ExtractConfig:
    """Limits on what is cut out of one page."""

    max_articles: int = 200
    max_lines: int = 50_000


@dataclass(frozen=True, slots=True)
class ReuseConfig:
    """Thresholds of the reuse stage (docs/stages/reuse.md)."""

    directed: float = 0.6
    reuse: float = 0.55
    shingle: int = 3
    bands: int = 42
    rows: int = 3
    rare: int = 18
    contained: float = 0.15
    bucket: int = 60
    weak_sentence: float = 0.15
    weak_evidence: float = 4.0
    sentence: float = 0.28
    evidence: float = 8.0
    least_steps: int = 4


@dataclass(frozen=True, slots=True)
class StoryConfig:
    """Thresholds of the story stage (docs/stages/stories.md)."""

    keys: int = 30
    shared: int = 2
    paired: int = 8
    clues: int = 10
    bucket: int = 60
    near_days: int = 3
    date_slope: float = 0.01
    date_floor: float = 0.8
    other_carriers: float = 0.5
    looks_back: float = 0.5
    across: float = 0.6
    around: int = 40
    contrast: int = 400
    contrast_least: int = 10
    nearest: int = 30
    crowd_least: float = 0.05
    crowd_most: float = 0.5
    crowd_unknown: float = 0.3
    crowd_more: float = 0.02
    weakest: float = 0.1
    strongest: float = 3.0
    together: float = 0.98
    thread_keys: int = 20
    thread_shared: int = 2
    thread_together: float = 0.13


@dataclass(frozen=True, slots=True)
class ActorConfig:
    """`gazetteer`: a TOML file of the user's own actors (docs/stages/actors.md), "" for none."""

    gazetteer: str = ""


@dataclass(frozen=True, slots=True)
class OriginConfig:
    """`owners`: a TOML file that names the owners of outlets (docs/stages/origins.md), "" for none."""

    owners: str = ""


@dataclass(frozen=True, slots=True)
class FetchConfig:
    """How politely and how long is fetched (docs/fetch.md); times in seconds, sizes in bytes."""

    contact: str = ""
    interval: float = 1.0
    max_delay: float = 30.0
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    max_bytes: int = 10_000_000
    robots_bytes: int = 512_000
    max_redirects: int = 5
    max_urls: int = 100_000
    hosts: int = 4
    give_up: int = 5
    ports: tuple[int, ...] = (80, 443)


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set."""

    reader: ReaderConfig = field(default_factory=ReaderConfig)
    runner: RunnerConfig = field(default_factory=RunnerConfig)
    extract: ExtractConfig = field(default_factory=ExtractConfig)
    reuse: ReuseConfig = field(default_factory=ReuseConfig)
    stories: StoryConfig = field(default_factory=StoryConfig)
    actors: ActorConfig = field(default_factory=ActorConfig)
    origins: OriginConfig = field(default_factory=OriginConfig)
    fetch: FetchConfig = field(default_factory=FetchConfig)


def load_config(path: Path) -> Config:
    """Read a TOML file whose tables are named as the fields of `Config`.

    Raises InputError when the file cannot be read or holds an unknown or ill-typed setting.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        config = msgspec.convert(values, Config)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{path}: cannot use this configuration: {error}") from error
    # msgspec passes over names that a dataclass does not have; a mistyped setting must not be silent.
    unknown = [name for table in values for name in _unknown(values, table)]
    if unknown:
        raise InputError(f"{path}: unknown setting: {', '.join(unknown)} (docs/config.md lists them all)")
    return config


def _unknown(values: dict[str, Any], table: str) -> list[str]:
    """Settings of one table that `Config` does not have, as "table.name"."""
    if table not in {item.name for item in fields(Config)}:
        return [table]
    names = {item.name for item in fields(getattr(Config(), table))}
    return [f"{table}.{name}" for name in values[table] if name not in names]
