"""Positions found beyond the expected ones, and what a fresh reader judged of each, by its place."""

import tomllib
from pathlib import Path

from eval.pages.case import PagesCase
from eval.pages.checks import matching_positions
from eval.pages.expected import Rows
from onrecord.data import Position

FILE = Path(__file__).parent / "judged.toml"
VERDICTS = ("right", "wrong", "unjudged")


def positions_beyond(case: PagesCase, rows: Rows) -> list[Position]:
    """Positions that no expected row names, in order of article and place."""
    named = {position.id for row in rows["position"] for position in matching_positions(case, row)}
    beyond = [position for position in case.corpus.positions if position.id not in named]
    return sorted(beyond, key=lambda position: _places(case, position))


def verdicts(case: PagesCase, positions: list[Position]) -> list[tuple[Position, str]]:
    """The reader's verdict for each: right only when every place of it was judged right."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    known = {(row["article"], row["act"], row["at"]): row["verdict"] for row in table.get("position", [])}
    result = []
    for position in positions:
        given = [known.get((key, str(position.act), at), "unjudged") for key, at in _places(case, position)]
        worst = "wrong" if "wrong" in given else "unjudged" if "unjudged" in given else "right"
        result.append((position, worst))
    return result


def describe(case: PagesCase, position: Position) -> str:
    """Actor, act, issue, condition, speaker, status and places of a position, in one line."""
    names = {actor.id: actor.name for actor in case.corpus.actors}
    places = ", ".join(f"{key}@{at}" for key, at in _places(case, position))
    return (
        f"{names[position.actor_id]} / {position.act} / {position.issue!r} / if {position.condition!r} / "
        f"by {position.speaker} / {position.status} / {position.when} / {places}"
    )


def _places(case: PagesCase, position: Position) -> list[tuple[str, int]]:
    starts = {
        mention.id: (key, mention.act_span.start)
        for key, found in case.articles.items()
        for mention in found.position_mentions
    }
    return sorted(starts[mention] for mention in position.mentions)
