"""Links and chains article by article, with the little that the stages after theirs read of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import ActorLink, Chain, HopKind
from onrecord.pile import pack
from onrecord.shelves import Shelves, Sorted, read, shelf_bytes

Place = tuple[int, int, str]  # start and end of a link, and its actor


class LinkShelves(Shelves[ActorLink]):
    """Links of all articles; of each article in order of place. A head has their places and actors."""

    def __init__(self, names: Sequence[str], parts: Sequence[bytes]) -> None:
        super().__init__(names, parts, tuple[ActorLink, ...])


def link_shelf(links: Sequence[ActorLink]) -> bytes:
    """The links of one article, in order of place, as a shelf."""
    return shelf_bytes(pack(tuple((link.span.start, link.span.end, link.actor_id) for link in links)), links)


def places_of(links: Sequence[ActorLink], names: Sequence[str]) -> list[tuple[Place, ...]]:
    """The places of the links of each article, in order, by its number."""
    if isinstance(links, LinkShelves) and links.names == tuple(names):
        return [read(links.head(place), tuple[Place, ...]) for place in range(len(names))]
    found: dict[str, list[Place]] = {}
    for link in links:
        found.setdefault(link.article_id, []).append((link.span.start, link.span.end, link.actor_id))
    return [tuple(sorted(found.get(name, ()))) for name in names]


@dataclass(frozen=True, slots=True)
class ChainHead:
    """What is read of an article's chains without unpacking them.

    `outlets` and `others` are the keys that were asked for when they were made, and that are, or are not,
    outlets of the pile; `ids` those of the chains, in their order; `names`, `cited` and `actors` the names of
    all hops, those of the outlets among them, and the actors that hops are linked to.
    """

    outlets: tuple[str, ...]
    others: tuple[str, ...]
    ids: tuple[str, ...]
    names: tuple[str, ...]
    cited: tuple[str, ...]
    actors: tuple[str, ...]


class ChainShelves(Sorted[Chain]):
    """Chains of all articles, in the order of their ids."""

    def __init__(self, names: Sequence[str], parts: Sequence[bytes]) -> None:
        super().__init__(names, parts, tuple[Chain, ...], lambda head: read(head, ChainHead).ids)

    def about(self, place: int) -> ChainHead:
        """The head of the article with a number."""
        return read(self.head(place), ChainHead)


def chain_shelf(chains: Iterable[Chain], outlets: Iterable[str] = (), others: Iterable[str] = ()) -> bytes:
    """The chains of one article as a shelf, in the order of their ids."""
    ordered = sorted(chains, key=lambda chain: chain.id)
    hops = [hop for chain in ordered for hop in chain.hops]
    head = ChainHead(
        tuple(sorted(outlets)),
        tuple(sorted(others)),
        tuple(chain.id for chain in ordered),
        tuple(sorted({hop.name for hop in hops})),
        tuple(sorted({hop.name for hop in hops if hop.kind is not HopKind.SOURCE})),
        tuple(sorted({hop.actor_id for hop in hops if hop.actor_id is not None})),
    )
    return shelf_bytes(pack(head), ordered)


def chains_of(chains: Sequence[Chain], names: Sequence[str]) -> ChainShelves:
    """Any chains as shelves of the articles with these ids; chains of other articles are left out."""
    if isinstance(chains, ChainShelves) and chains.names == tuple(names):
        return chains
    found: dict[str, list[Chain]] = {}
    for chain in chains:
        found.setdefault(chain.article_id, []).append(chain)
    return ChainShelves(names, [chain_shelf(found.get(name, ())) for name in names])
