"""`onrecord show`: a case, or a part of it, as tables for people or JSON for programs."""

from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from onrecord.commands import account, pairs, tables
from onrecord.commands.plain import console, print_json
from onrecord.errors import InputError
from onrecord.query import (
    Record,
    Wanted,
    actor_view,
    article_view,
    attribution_list,
    comparison,
    judgement_list,
    overview,
    page_list,
    page_view,
    story_view,
)
from onrecord.stores.sqlite import open_view

PARTS = ("story", "article", "compare", "actor", "attributions", "judgements", "page", "pages")
LISTS = ("attributions", "judgements", "pages")
# What a page draws with, and no program needs.
DRAWN = ("blocks", "ranges", "shown")


@click.command(name="show")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("part", required=False, type=click.Choice(PARTS))
@click.argument("given", required=False, metavar="[ID|NAME]")
@click.argument("other", required=False, metavar="[ID]")
@click.option("--actor", default="", help="Attributions to this actor: a name or an id.")
@click.option("--outlet", default="", help="Attributions in articles of this outlet; pages of it.")
@click.option("--since", default="", help="Attributions published on this day or later (2025-08-03).")
@click.option("--status", default="", help="on record, background, hearsay or unstated.")
@click.option("--kind", default="", help="direct, indirect or mixed.")
@click.option("--problem", default="", help='Pages on which a problem of this kind was met ("no article").')
@click.option("--search", default="", help="Attributions whose content holds these words.")
@click.option(
    "--page", type=click.IntRange(1), default=1, show_default=True, help="Which sheet of a long list."
)
@click.option("--json", "as_json", is_flag=True, help="JSON with stable field names, for programs.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    case: Path,
    part: str | None,
    given: str | None,
    other: str | None,
    actor: str,
    outlet: str,
    since: str,
    status: str,
    kind: str,
    problem: str,
    search: str,
    page: int,
    as_json: bool,
) -> None:
    """Show a case, or a part of it, as tables or JSON.

    \b
    onrecord show CASE                     threads and stories
    onrecord show CASE story ID            one story
    onrecord show CASE article ID          one article
    onrecord show CASE compare ID ID       two articles side by side
    onrecord show CASE actor NAME          one actor and its positions
    onrecord show CASE attributions        who said what, filtered
    onrecord show CASE judgements          what was decided, by whom, and what of it counts
    onrecord show CASE page ID             what became of every character of a page
    onrecord show CASE pages               the pages, filtered

    An id may be cut short as long as it is the only one that begins so; a page may also be named by
    its place or address.
    """
    wanted = Wanted(actor, outlet, since, status, kind, search)
    _check(part, given, wanted, problem)
    if bool(other) is not (part == "compare"):
        raise InputError("two articles are compared: show CASE compare ID ID")
    out = console()
    with open_view(case) as view:
        record = Record(view)
        if part == "attributions":
            found = attribution_list(record, wanted, page)
            print_json(found) if as_json else tables.attributions(out, found)
        elif part == "judgements":
            decided = judgement_list(record, page)
            print_json(decided) if as_json else tables.judgements(out, decided)
        elif part == "pages":
            pages = page_list(record, problem, outlet, page)
            print_json(pages) if as_json else account.pages(out, pages)
        elif part == "page":
            one = page_view(record, given or "", None if as_json else page)
            print_json(one) if as_json else account.page(out, one)
        elif part == "compare":
            both = comparison(record, given or "", other or "")
            print_json(both) if as_json else pairs.comparison(out, both)
        elif part is None:
            whole = overview(record, page)
            print_json(whole) if as_json else tables.whole(out, whole, case.stem)
        else:
            _show_one(out, record, part, given or "", as_json)


def _check(part: str | None, given: str | None, wanted: Wanted, problem: str) -> None:
    if part in ("story", "article", "actor", "page") and not given:
        raise InputError(f"which {part}? write its {'name' if part == 'actor' else 'id'} after {part!r}")
    if part in LISTS and given:
        for_actor = f"; for an actor write --actor {given!r}" if part == "attributions" else ""
        raise InputError(f"{part} take options, not {given!r}{for_actor}")
    if problem and part != "pages":
        raise InputError("--problem goes with: show CASE pages")
    if part == "pages" and replace(wanted, outlet="") != Wanted():
        raise InputError("pages are filtered by --problem and --outlet")
    if part not in ("attributions", "pages") and wanted != Wanted():
        raise InputError(
            "--actor, --outlet, --since, --status, --kind and --search go with: show CASE attributions"
        )


def _show_one(out: Console, record: Record, part: str, given: str, as_json: bool) -> None:
    if part == "story":
        story = story_view(record, given)
        print_json(story) if as_json else tables.story(out, story)
    elif part == "article":
        article = article_view(record, given)
        print_json(article, DRAWN) if as_json else tables.article(out, article)
    else:
        actor = actor_view(record, given)
        print_json(actor) if as_json else tables.actor(out, actor)
