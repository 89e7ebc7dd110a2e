"""Positions: position mentions bound to actors, dated, and gathered where they say the same.

`bind` resolves a mention's actor, speaker, status and time, `gather` puts together what says the
same, `stance` adds what an actor says on one issue in several articles on differing terms.
docs/stages/positions.md has the rules.
"""

from collections.abc import Sequence

from onrecord.data import Actor, ActorLink, ArticleFindings, Chain, Dating, Position, Reuse
from onrecord.stages.corpus.positions.bind import bind_all
from onrecord.stages.corpus.positions.gather import gather
from onrecord.stages.corpus.positions.same import Copies
from onrecord.stages.corpus.positions.stance import stances

__all__ = ["find_positions"]


def find_positions(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    links: Sequence[ActorLink],
    chains: Sequence[Chain],
    reuses: Sequence[Reuse],
    actors: Sequence[Actor] = (),
) -> tuple[Position, ...]:
    """Positions sorted by id.

    A mention whose actor no link resolves is left out: nobody can be shown to hold it. With
    `actors`, what a person says for a state binds the state (`Actor.state_id`).
    """
    bound = bind_all(articles, datings, links, chains, actors)
    copies = Copies(reuses)
    positions = gather(bound, copies)
    return tuple(sorted((*positions, *stances(positions, bound, copies)), key=lambda p: p.id))
