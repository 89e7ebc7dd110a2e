"""What a build says at its end: what the case holds now, and what could not be read and why."""

from collections import defaultdict

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from onrecord.commands.plain import plain
from onrecord.data import Problem
from onrecord.query import Record, overview
from onrecord.runners.local import Run
from onrecord.stores.base import View

PLACES = 3


def print_summary(console: Console, view: View, run: Run, seconds: float) -> None:
    """Counts, then problems by kind with a few places each."""
    record = Record(view)
    counts = overview(record).counts
    origins = {
        origin.id
        for found in view.origins()
        if found.scope in record.index.stories
        for origin in found.origins
    }
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, count in (
        ("pages", counts.pages),
        ("articles", counts.articles),
        ("families", counts.families),
        ("stories", counts.stories),
        ("origins", len(origins)),
        ("attributions", counts.attributions),
        ("positions", counts.positions),
    ):
        table.add_row(name, f"{count:,}")
    console.print(table)
    analysed = "1 page analysed" if run.analysed == 1 else f"{run.analysed:,} pages analysed"
    done = analysed if run.read or run.analysed or run.compared else "nothing new"
    console.print(f"{done}, {seconds:.1f} s", highlight=False)
    if run.refused:
        were = f"{run.refused} pages were" if run.refused > 1 else "1 page was"
        console.print(f"{were} taken out of this case before and not added again", highlight=False)
    _print_problems(console, view)


def _print_problems(console: Console, view: View) -> None:
    kinds: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in view.problems():
        kinds[problem.kind].append(problem)
    if kinds:
        console.print("not read or not resolved (every one: /problems of onrecord serve):", highlight=False)
    for kind, found in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        some = list(dict.fromkeys(problem.place for problem in found))
        named = ", ".join(some[:PLACES]) + (", …" if len(some) > PLACES else "")
        console.print(f"  {len(found):,} × {escape(kind)}: {escape(plain(named))}", highlight=False)
        console.print(Padding(escape(plain(found[0].message)), (0, 0, 0, 6), expand=False), highlight=False)
