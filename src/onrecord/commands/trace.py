"""`onrecord trace`: where a sentence was first worded, and how it came to be worded as it is."""

from pathlib import Path

import click

from onrecord.commands import tables
from onrecord.commands.plain import console, print_json
from onrecord.errors import InputError
from onrecord.query import Record, trace
from onrecord.stores.sqlite import open_view


@click.command(name="trace")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("sentence")
@click.option("--json", "as_json", is_flag=True, help="JSON with stable field names, for programs.")
def command(case: Path, sentence: str, as_json: bool) -> None:
    """Follow a sentence through all wordings that a case holds.

    Earliest first, with the chain of each and the number of independent origins behind them.
    """
    if not sentence.strip():
        raise InputError("the sentence is empty; paste the words to follow, in quotation marks")
    with open_view(case) as view:
        found = trace(Record(view), sentence)
    print_json(found) if as_json else tables.traced(console(), found)
