"""Bound mentions of all articles: each article's are remembered by all that binding them reads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.data import Actor, ActorLink, ArticleFindings, Chain, Dating
from onrecord.engine import Engine
from onrecord.linked import chains_of, places_of
from onrecord.memo import Memo, key_of, remembered
from onrecord.pile import Pile, article_of, digest_of, pack
from onrecord.shelves import Shelves, read, shelf_bytes
from onrecord.stages.corpus.positions.bind import Bound, Given, Party, bind

BOUND = "positions-bound"  # kind of what is remembered
Head = tuple[tuple[str, bytes], ...]  # of each mention its actor, and a digest of all that is bound


class One(NamedTuple):
    """A bound mention by the number of its article."""

    place: int
    digest: bytes


class BoundShelves(Shelves[Bound]):
    """Bound mentions, article after article."""

    def __init__(self, names: Sequence[str], parts: Sequence[bytes]) -> None:
        super().__init__(names, parts, tuple[Bound, ...])


def bound_of_all(
    pile: Pile,
    datings: Sequence[Dating],
    links: Sequence[ActorLink],
    chains: Sequence[Chain],
    actors: Sequence[Actor],
    engine: Engine,
    memo: Memo,
) -> BoundShelves:
    """Every mention whose actor is known, in order of article id and place."""
    dated = {dating.article_id: dating for dating in datings}
    parties = {actor.id: Party(actor.id, actor.name, actor.kind, actor.state_id) for actor in actors}
    about = {name: pack(party) for name, party in parties.items()}
    places = places_of(links, pile.names)
    chained = chains_of(chains, pile.names)
    keys = []
    for number, name in enumerate(pile.names):
        dating = pack(dated[name]) if name in dated else b""
        present = sorted({actor for _, _, actor in places[number]})
        known = (about[actor] for actor in present if actor in about)
        told = digest_of(chained.parts[number])
        keys.append(key_of(pile.digest(number), dating, told, pack(places[number]), *known))

    def items(missing: list[int]) -> Iterator[tuple[bytes, bytes]]:
        for number in missing:
            present = sorted({actor for _, _, actor in places[number]})
            known = tuple(parties[actor] for actor in present if actor in parties)
            dating = dated.get(pile.names[number])
            yield pile.packed(number), pack(Given(places[number], known, dating, chained.at(number)))

    def compute(missing: list[int]) -> Iterator[bytes]:
        return engine.map(_made, items(missing))

    return BoundShelves(pile.names, remembered(memo, BOUND, keys, compute))


def _made(item: tuple[bytes, bytes]) -> bytes:
    """The bound mentions of one article: module-level, so that any engine can ship it."""
    found = _bound(article_of(item[0]), item[1])
    head: Head = tuple((one.actor_id, digest_of(pack(one))) for one in found)
    return shelf_bytes(pack(head), found)


def _bound(found: ArticleFindings, given: bytes) -> list[Bound]:
    return bind(found, read(given, Given)) if found.position_mentions else []


def by_actor(bound: BoundShelves) -> Mapping[str, list[One]]:
    """The bound mentions of each actor, in order of article id and place."""
    groups: dict[str, list[One]] = {}
    for place in range(len(bound.parts)):
        for actor, digest in read(bound.head(place), Head):
            groups.setdefault(actor, []).append(One(place, digest))
    return groups
