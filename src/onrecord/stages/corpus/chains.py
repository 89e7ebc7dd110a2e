"""The chain of sources that each attribution came through, hop by hop."""

from collections.abc import Sequence

from onrecord.data import ActorLink, ArticleFindings, Chain, Sighting


def build_chains(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    links: Sequence[ActorLink],
) -> tuple[Chain, ...]:
    """One chain an attribution, and one for each article's own frame, sorted by id."""
    return ()
