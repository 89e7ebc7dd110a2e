"""Positions: position mentions bound to actors, dated, and gathered where they say the same."""

from collections.abc import Sequence

from onrecord.data import ActorLink, ArticleFindings, Chain, Dating, Position, Reuse


def find_positions(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    links: Sequence[ActorLink],
    chains: Sequence[Chain],
    reuses: Sequence[Reuse],
) -> tuple[Position, ...]:
    """Positions sorted by id."""
    return ()
