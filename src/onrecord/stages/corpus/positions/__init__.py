"""Positions: position mentions bound to actors, dated, and gathered where they say the same.

`bind` resolves a mention's actor, speaker, status and time, `gather` puts together what says the
same, `stance` adds what an actor says on one issue in several articles on differing terms.
docs/stages/positions.md has the rules.
"""

from collections.abc import Iterator, Sequence

from onrecord.data import Actor, ActorLink, ArticleFindings, Chain, Dating, Position, Reuse
from onrecord.engine import Engine, LocalEngine
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import pack, pile_of
from onrecord.shelves import read
from onrecord.stages.corpus.positions.bind import Bound
from onrecord.stages.corpus.positions.gather import gather
from onrecord.stages.corpus.positions.same import Copies
from onrecord.stages.corpus.positions.shelf import BoundShelves, bound_of_all, by_actor
from onrecord.stages.corpus.positions.stance import stances

__all__ = ["find_positions"]
LOCAL = LocalEngine()
POSITIONS = "positions"  # kind of what is remembered


def find_positions(  # noqa: PLR0913, PLR0917 - all that the stages before it found
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    links: Sequence[ActorLink],
    chains: Sequence[Chain],
    reuses: Sequence[Reuse],
    actors: Sequence[Actor] = (),
    engine: Engine = LOCAL,
    memo: Memo = NO_MEMO,
) -> tuple[Position, ...]:
    """Positions sorted by id.

    A mention whose actor no link resolves is left out: nobody can be shown to hold it. With
    `actors`, what a person says for a state binds the state (`Actor.state_id`). The positions of one actor
    rest on its own mentions, and on what their articles took from each other: by that they are remembered.
    """
    pile = pile_of(articles)
    bound = bound_of_all(pile, datings, links, chains, actors, engine, memo)
    copies = Copies(reuses)
    groups = by_actor(bound)
    holders = sorted(groups)
    keys = []
    for actor in holders:
        held = groups[actor]
        about = copies.about(sorted({pile.names[one.place] for one in held}))
        keys.append(key_of(about, *(one.digest for one in held)))

    def compute(missing: list[int]) -> Iterator[bytes]:
        for number in missing:
            places = sorted({one.place for one in groups[holders[number]]})
            yield pack(_positions(_of_actor(holders[number], places, bound), copies))

    found: list[Position] = []
    for value in remembered(memo, POSITIONS, keys, compute):
        found += read(value, tuple[Position, ...])
    return tuple(sorted(found, key=lambda p: p.id))


def _of_actor(actor: str, places: Sequence[int], bound: BoundShelves) -> list[Bound]:
    return [item for place in places for item in bound.at(place) if item.actor_id == actor]


def _positions(bound: Sequence[Bound], copies: Copies) -> tuple[Position, ...]:
    """The positions and stances of one actor."""
    positions = gather(bound, copies)
    return (*positions, *stances(positions, bound, copies))
