"""Pages on a terminal: the list of them, and what became of every character of one."""

from rich.console import Console

from onrecord.commands.plain import add, plain, table
from onrecord.commands.tables import line
from onrecord.query import PageList, PageView, Stretch, say
from onrecord.query.page import ARTICLE

SHOWN = 160


def pages(console: Console, view: PageList) -> None:
    """A filtered list of pages."""
    made = table(f"{view.rows.total} pages", "!id", "place", "outlet", "#characters", "#articles", "problems")
    for one in view.rows.rows:
        place = one.sightings[0].place if one.sightings else ""
        said = ", ".join([*one.problems, *(["judged"] if one.judged else [])])
        characters = f"{one.characters:,}"
        add(made, one.id, plain(place, 60), plain(one.outlet or "?", 40), characters, one.articles, said)
    console.print(made)
    if view.rows.sheets > 1:
        line(console, f"Sheet {view.rows.number} of {view.rows.sheets}; more with --page")


def page(console: Console, view: PageView) -> None:
    """One page: where it was seen, the sum of its characters, then stretch by stretch."""
    line(console, f"{view.id}: {view.media}, {view.encoding}, {view.size:,} bytes")
    for seen in view.sightings:
        when = f", fetched {say(seen.fetched)}" if seen.fetched else ""
        line(console, f"seen at {seen.url or seen.place} ({seen.place}){when}")
        for field in seen.fields:
            line(console, f"  {field.origin} says: {field.name} {plain(field.value, SHOWN)}")
    _sum(console, view)
    if view.waiting:
        line(console, "it waits to be analysed: run the same build again")
    if view.judged is not None:
        places = ", ".join(f"{start}:{end}" for start, end in view.judged.ranges) or "no article"
        line(console, f"judged by {view.judged.by or '?'} on {view.judged.made[:10]}: {places}")
    for problem in view.problems:
        line(console, f"{problem.kind}: {problem.message}")
    for field in view.fields:
        line(console, f"{field.name}: {plain(field.value, SHOWN)} ({field.origin})")
    made = table("Every character", "!from:to", "what", "text", "why")
    for one in view.stretches:
        add(made, f"{one.start}:{one.end}", _what(one), plain(one.text, SHOWN), plain(one.reason, 2 * SHOWN))
    console.print(made)
    if view.sheets > 1:
        line(console, f"Part {view.number} of {view.sheets}; more with --page")


def _sum(console: Console, view: PageView) -> None:
    found = view.sum
    articles = f"{len(view.articles)} article{'' if len(view.articles) == 1 else 's'}"
    missing = f", {found.missing:,} not accounted for" if found.missing else ""
    line(
        console,
        f"{found.visible:,} characters: {found.articles:,} in {articles}, {found.metadata:,} metadata,"
        f" {found.furniture:,} furniture{missing}; {found.white:,} of white space are nothing",
    )


def _what(one: Stretch) -> str:
    what = f"article {one.number}" if one.what == ARTICLE else one.kind or one.what
    roles = dict.fromkeys(mark.role for run in one.runs for mark in run.marks)
    return f"{what}: {', '.join(roles)}" if roles else what
