"""`onrecord judge`: what you decided, kept apart from what was computed."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from onrecord.commands.terminal import shown_progress
from onrecord.data import Judgement, Verdict
from onrecord.errors import InputError
from onrecord.judgements import judge, judge_page
from onrecord.runners.local import renew

WORDS = {Verdict.WITHDRAWN: "withdraw"}
VERDICTS = {WORDS.get(verdict, verdict.value.replace(" ", "-")): verdict for verdict in Verdict}
PAGE = "page"


@click.command(name="judge")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("verdict", type=click.Choice([*VERDICTS, PAGE]))
@click.argument("ids", nargs=-1, required=True)
@click.option(
    "--article", "articles", multiple=True, metavar="START:END", help="An article of the page; repeat it."
)
@click.option("--no-article", is_flag=True, help="The page holds no article.")
@click.option("--withdraw", is_flag=True, help="Take back what was judged of the page.")
@click.option("--later", is_flag=True, help="Leave the page to the next build.")
@click.option("--by", default="", help="Who decided.")
@click.option("--note", default="", help="Why.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    case: Path,
    verdict: str,
    ids: tuple[str, ...],
    articles: tuple[str, ...],
    no_article: bool,
    withdraw: bool,
    later: bool,
    by: str,
    note: str,
) -> None:
    """Record what you decided about an attribution, a pair or a page.

    \b
    onrecord judge CASE right ID                  an attribution, a reuse, an independent pair
    onrecord judge CASE same ID ID                attributions, articles or actors
    onrecord judge CASE before ID ID              of two articles, the first came before the second
    onrecord judge CASE withdraw ID               what was decided of it, taken back
    onrecord judge CASE page ID --article 120:2400
                                                  where a page's articles stand

    right and wrong take one ID, same, not-same and before two, withdraw those that were judged or the ID of
    a judgement. The latest counts. It is kept by article and offsets, so that it outlives a better model;
    `onrecord show CASE judgements` lists what is kept. The next build groups articles by what was judged of
    two articles; what was computed of the two stays as it is. A judgement on a page cuts the page anew at
    once, and in every later build. Its offsets are those that `onrecord show CASE page ID` prints.
    """
    made = datetime.now(UTC)
    chosen = (bool(articles), no_article, withdraw)
    if verdict != PAGE:
        if any(chosen) or later:
            raise InputError("--article, --no-article, --withdraw and --later go with: judge CASE page ID")
        found = judge(case, ids, VERDICTS[verdict], by, made.isoformat(timespec="microseconds"), note)
        click.echo(found.id)
        return
    if len(ids) != 1:
        raise InputError("judge CASE page takes one page: its id, place or address")
    if sum(chosen) != 1:
        raise InputError("say where the articles stand: --article START:END, --no-article, or --withdraw")
    cuts = None if withdraw else [_range(given) for given in articles]
    # To the microsecond: the latest judgement counts, and a script may make several a second.
    found = judge_page(case, ids[0], cuts, by, made.isoformat(timespec="microseconds"), note)
    click.echo(found.id)
    _renew(case, found, later)


def _range(given: str) -> tuple[int, int]:
    start, colon, end = (part.strip() for part in given.partition(":"))
    if not (colon and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise InputError(f"{given}: write an article as START:END, two offsets in the page's text")
    if max(len(start), len(end)) > 12:
        raise InputError(f"{given}: no page is that long")
    return int(start), int(end)


def _renew(case: Path, found: Judgement, later: bool) -> None:
    if later:
        click.echo(f"{found.page} is cut anew by the next build", err=True)
        return
    console = Console(stderr=True)
    with shown_progress(console) as progress:
        run = renew(case, progress)
    if run is None:
        click.echo(
            "kept; another version of onrecord built this case: run `onrecord build` to cut its pages anew",
            err=True,
        )
