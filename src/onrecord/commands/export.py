"""`onrecord export`: the whole case in a format that other programs read."""

from pathlib import Path

import click

from onrecord.export import FORMATS, export_case
from onrecord.stores.sqlite import open_view


@click.command(name="export")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="jsonl",
    show_default=True,
    help="jsonl and jsonld write one file, csv and parquet a folder with one file a table.",
)
def command(case: Path, out: Path, format_name: str) -> None:
    """Write everything that CASE holds to OUT."""
    with open_view(case) as view:
        count = export_case(view, format_name, out)
    click.echo(f"{count} records written to {out}", err=True)
