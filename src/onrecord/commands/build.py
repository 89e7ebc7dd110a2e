"""`onrecord build`: pages into a case."""

import time
from pathlib import Path

import click
from rich.console import Console

from onrecord.commands.summary import print_summary
from onrecord.commands.terminal import shown_progress
from onrecord.config import Config, load_config
from onrecord.runners.local import build, kept_config
from onrecord.runners.mapping import with_columns
from onrecord.stores.sqlite import open_view

MAP = "Columns of tables and JSON, as in text=body,url=link (docs/stages/readers.md); kept with the case."
EXISTING = click.Path(path_type=Path)
PAGES = click.Path(path_type=Path, readable=False)  # a file that cannot be read is a problem, no end


@click.command(name="build")
@click.argument("paths", nargs=-1, required=True, type=PAGES)
@click.option("--case", "case", required=True, type=EXISTING, help="The case file to make or to add to.")
@click.option("--workers", type=click.IntRange(0), help="Worker processes; 0, the default, is one a core.")
@click.option("--map", "columns", help=MAP)
@click.option("--config", "config_file", type=EXISTING, help="A TOML file with settings (docs/runner.md).")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def command(
    paths: tuple[Path, ...],
    case: Path,
    workers: int | None,
    columns: str | None,
    config_file: Path | None,
    quiet: bool,
) -> None:
    """Read pages into a case, or bring it up to date.

    PATHS are files and folders, mixed and in each other: HTML, flat text, JSONL, feeds, tables, PDF,
    DOCX, mails, MHTML, WARC and WET, ZIP and TAR, compressed or not; "-" is standard input. What each
    gives is told in docs/stages/readers.md. Pages that the case holds already are not analysed again.
    Without --config a case goes on with the settings that it was built with.
    """
    build_case(paths, case, load_config(config_file) if config_file else None, columns, workers, quiet)


def build_case(
    paths: tuple[Path, ...],
    case: Path,
    config: Config | None,
    columns: str | None,
    workers: int | None,
    quiet: bool,
) -> None:
    """Build with progress and a summary on stderr; `columns` (--map) is kept with the case."""
    if columns is not None:
        config = with_columns(config or kept_config(case), columns)
    console = Console(stderr=True, quiet=quiet)
    start = time.monotonic()
    try:
        with shown_progress(console) as progress:
            run = build(paths, case, config, progress, workers)
    except KeyboardInterrupt:
        console.print("Stopped. What is done is kept: run the same command again to go on.", highlight=False)
        raise
    with open_view(case) as view:
        print_summary(console, view, run, time.monotonic() - start)
