"""`onrecord judge`: what you decided, kept apart from what was computed."""

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.data import Verdict
from onrecord.judgements import judge

VERDICTS = {verdict.value.replace(" ", "-"): verdict for verdict in Verdict}


@click.command(name="judge")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.argument("ids", nargs=-1, required=True)
@click.option("--by", default="", help="Who decided.")
@click.option("--note", default="", help="Why.")
def command(case: Path, verdict: str, ids: tuple[str, ...], by: str, note: str) -> None:
    """Record what you decided about an attribution or a pair.

    right and wrong take one ID, of an attribution or a reuse; same and not-same take two, of
    attributions, articles or actors. It is kept by article and offsets, so that it outlives a
    better model.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")
    judgement = judge(case, ids, VERDICTS[verdict], by, made, note)
    click.echo(judgement.id)
