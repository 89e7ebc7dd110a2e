"""`onrecord remove`: takes a page out of a case for good, after showing what that changes."""

from pathlib import Path

import click

from onrecord.commands.differing import print_differences
from onrecord.data import CorpusFindings
from onrecord.query.differences import contents, contents_of, differences
from onrecord.runners.removal import Removal, plan_removal, remove
from onrecord.stores.sqlite import open_view


@click.command(name="remove")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("page")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
def command(case: Path, page: str, yes: bool, dry_run: bool) -> None:
    """Take a page out of a case for good.

    PAGE is the page's id, the beginning of it, its place or its address. What would change is shown
    first. Afterwards no byte of the page is left in the file, and a later build does not add it again.
    """
    removal = plan_removal(case, page)
    with open_view(case) as view:
        before = contents_of(view)
    kept = {key: item.line for key, item in before["pages"].items() if key != removal.page_id}
    after = contents(kept, removal.kept, removal.corpus)
    print_differences(differences(before, after))
    _check(removal)
    if dry_run:
        return
    if not yes:
        click.confirm("Take this page out for good?", abort=True, err=True)
    remove(case, removal)
    click.echo(f"removed {removal.page_id}", err=True)


def _check(removal: Removal) -> None:
    """Say when stages failed on what would be left: the removal would lose more than the page."""
    corpus: CorpusFindings = removal.corpus
    for problem in corpus.problems:
        click.echo(f"warning: {problem.message}", err=True)
