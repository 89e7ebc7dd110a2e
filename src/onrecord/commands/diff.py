"""`onrecord diff`: what two builds of a case differ in."""

from pathlib import Path

import click

from onrecord.commands.differing import print_differences, print_json
from onrecord.query.differences import contents_of, differences
from onrecord.stores.sqlite import open_view

DIFFERENT = 1


@click.command(name="diff")
@click.argument("a", type=click.Path(path_type=Path))
@click.argument("b", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each difference.")
def command(a: Path, b: Path, as_json: bool) -> int:
    """Say what two builds of a case differ in.

    Pages, articles, attributions, families, stories, origins and positions are compared by id and
    content. The exit code is 0 when there is no difference, 1 when there is one.
    """
    with open_view(a) as view:
        before = contents_of(view)
    with open_view(b) as view:
        after = contents_of(view)
    found = differences(before, after)
    if as_json:
        print_json(found)
    else:
        print_differences(found)
    return DIFFERENT if found else 0
