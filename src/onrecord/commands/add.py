"""`onrecord add`: more pages into a case that is there."""

from pathlib import Path

import click

from onrecord.commands.build import EXISTING, MAP, PAGES, build_case
from onrecord.errors import InputError


@click.command(name="add")
@click.argument("case", type=EXISTING)
@click.argument("paths", nargs=-1, required=True, type=PAGES)
@click.option("--workers", type=click.IntRange(0), help="Worker processes; 0, the default, is one a core.")
@click.option("--map", "columns", help=MAP)
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def command(
    case: Path, paths: tuple[Path, ...], workers: int | None, columns: str | None, quiet: bool
) -> None:
    """Read more pages into CASE, with the settings that it was built with.

    PATHS are what `onrecord build` takes; "-" is standard input. An error when there is no such case.
    """
    if not case.is_file():
        raise InputError(f"{case}: there is no such case; make it with: onrecord build PATHS --case {case}")
    build_case(paths, case, None, columns, workers, quiet)
