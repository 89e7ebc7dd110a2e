"""How many independent origins stand behind a story and behind a position."""

from collections.abc import Sequence

from onrecord.data import (
    ArticleFindings,
    Chain,
    OriginSet,
    Position,
    Reuse,
    Sighting,
    Story,
)


def count_origins(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    reuses: Sequence[Reuse],
    stories: Sequence[Story],
    positions: Sequence[Position],
    chains: Sequence[Chain],
) -> tuple[OriginSet, ...]:
    """One set a story and one a position, sorted by id."""
    return ()
