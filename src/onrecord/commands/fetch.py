"""`onrecord fetch`: pages from the web into an archive that `build` reads."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import click
from rich.console import Console

from onrecord.commands.plain import plain
from onrecord.commands.terminal import shown_progress
from onrecord.config import Config, FetchConfig, load_config
from onrecord.data import Problem
from onrecord.fetch.lists import urls_of
from onrecord.fetch.run import FetchOptions, FetchReport, fetch

PATH = click.Path(path_type=Path)
NOTHING = 2
_NAMED = 5
_OWN_SERVER = ("private address", "other port")
_WIDTH = 300


@click.command(name="fetch")
@click.argument("urls", nargs=-1)
@click.option("--to", "to", required=True, type=PATH, help="The archive (.warc.gz) to make or to add to.")
@click.option("--from", "lists", multiple=True, help="A file with one URL a line; - is standard input.")
@click.option("--contact", help="A mail address or URL for the owners of the sites, told in each request.")
@click.option("--retry", is_flag=True, help="Ask again for what was refused for good in an earlier run.")
@click.option("--refresh", is_flag=True, help="Ask again for what the archive holds, in case it has changed.")
@click.option("--allow-private", is_flag=True, help="Allow private and loopback addresses, and any port.")
@click.option("--config", "config_file", type=PATH, help="A TOML file with settings (docs/config.md).")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    urls: tuple[str, ...],
    to: Path,
    lists: tuple[str, ...],
    contact: str | None,
    retry: bool,
    refresh: bool,
    allow_private: bool,
    config_file: Path | None,
    quiet: bool,
) -> int:
    """Fetch pages politely into a WARC that `build` reads.

    Each site's robots.txt is obeyed, and a host is asked once a second at most. Run the same command
    again to go on where it was stopped: what the archive holds is not asked for again. See docs/fetch.md.
    """
    if not urls and not lists:
        raise click.UsageError("Name URLs, or lists of them with --from.")
    settings = (load_config(config_file) if config_file else Config()).fetch
    options = FetchOptions(_with_contact(settings, contact), allow_private, retry, refresh)
    console = Console(stderr=True, quiet=quiet)
    try:
        with shown_progress(console) as progress:
            report = fetch(urls_of(urls, lists), to, options, progress)
    except KeyboardInterrupt:
        _say(console, "Stopped. What is done is kept: run the same command again to go on.")
        raise
    _print_report(console, report, options.config.contact)
    return 0 if report.fetched or report.unchanged or report.held else NOTHING


def _with_contact(settings: FetchConfig, contact: str | None) -> FetchConfig:
    return settings if contact is None else replace(settings, contact=contact)


def _print_report(console: Console, report: FetchReport, contact: str) -> None:
    if report.cut:
        _say(console, f"A torn record at the end of {report.archive} was cut off ({report.cut} bytes).")
    for note in report.notes:
        _say(console, note)
    counts = [f"{report.fetched} fetched"]
    counts += [f"{report.unchanged} not modified"] if report.unchanged else []
    counts += [f"{report.held} in the archive before"] if report.held else []
    counts += [f"{len(report.problems)} refused"] if report.problems else []
    _say(console, f"{report.archive}: {', '.join(counts)}")
    _print_problems(console, report.problems)
    if report.fetched and not contact:
        _say(console, "Tell the sites who asks: --contact MAIL-OR-URL")


def _print_problems(console: Console, problems: Iterable[Problem]) -> None:
    by_kind = attrgetter("kind")
    for kind, group in groupby(sorted(problems, key=by_kind), by_kind):
        found = list(group)
        _say(console, f"  {len(found)} × {kind}")
        for problem in found[:_NAMED]:
            _say(console, f"      {problem.message}")
        if len(found) > _NAMED:
            _say(console, f"      and {len(found) - _NAMED} more")
        if kind in _OWN_SERVER:
            _say(console, "      for a server of your own: --allow-private")


def _say(console: Console, line: str) -> None:
    # Indents are ours, the rest may come from anywhere.
    indent = line[: len(line) - len(line.lstrip(" "))]
    console.print(f"{indent}{plain(line, _WIDTH)}", highlight=False, markup=False, soft_wrap=True)
