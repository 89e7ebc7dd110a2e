"""`onrecord upgrade`: a case of an older schema becomes one of this."""

from pathlib import Path

import click

from onrecord.stores.sqlite import upgrade
from onrecord.stores.sqlite.schema import SCHEMA


@click.command(name="upgrade")
@click.argument("case", type=click.Path(path_type=Path))
def command(case: Path) -> None:
    """Bring a case of an older schema up to date.

    What it holds stays as it is; `onrecord build` analyses it anew if stages have changed.
    """
    found = upgrade(case)
    click.echo(
        f"{case}: schema {found} -> {SCHEMA}" if found < SCHEMA else f"{case}: is up to date", err=True
    )
