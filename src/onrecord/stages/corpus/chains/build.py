"""Put frame and attributions together: one chain an attribution, and one for the article's frame."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.data import (
    ActorLink,
    ArticleFindings,
    Attribution,
    AttributionKind,
    Chain,
    Hop,
    HopKind,
    RecordStatus,
    Sighting,
)
from onrecord.engine import Engine, LocalEngine, Parcel
from onrecord.ids import make_id
from onrecord.lang.carriers import outlet_key
from onrecord.linked import ChainHead, ChainShelves, chain_shelf, places_of
from onrecord.memo import NO_MEMO, Memo, key_of
from onrecord.pile import article_of, pack, pile_of
from onrecord.shelves import checked, head_of, read
from onrecord.stages.corpus.chains.frame import Frame, carrier_hop, find_frame, own_outlet, same_outlet
from onrecord.stages.corpus.chains.parties import Outlets, Parties, Party
from onrecord.stages.corpus.chains.tops import Given, all_tops

CHAINS = "chains"  # kind of what is remembered
LOCAL = LocalEngine()


def build_chains(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    links: Sequence[ActorLink],
    engine: Engine = LOCAL,
    memo: Memo = NO_MEMO,
) -> ChainShelves:
    """One chain an attribution, and one for each article's own frame, sorted by id.

    A chain ends at the first party that is no carrier: whose words or thoughts that party relays
    belongs to the content. The innermost attribution of a nest therefore shares its carrier's end.

    Those of an article are remembered by the article, its links, the outlets that its page was seen at, and
    by which of the names that it asked about are outlets of the pile.
    """
    pile = pile_of(articles)
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        if sighting.outlet:
            seen[sighting.page_id].add(sighting.outlet)
    tops = all_tops(pile, memo)
    outlets = frozenset(key for top in tops for key in top.outlets)
    places = places_of(links, pile.names)
    given = [
        pack(Given(tuple(sorted(seen.get(top.page, ()))), place))
        for top, place in zip(tops, places, strict=True)
    ]

    def holds(_: int, value: bytes) -> bool:
        asked = read(head_of(value), ChainHead)
        return outlets.issuperset(asked.outlets) and outlets.isdisjoint(asked.others)

    def compute(missing: list[int]) -> Iterator[bytes]:
        known = Parcel(outlets)
        return engine.map(_made, ((pile.packed(place), given[place], known) for place in missing))

    keys = [key_of(pile.digest(place), about) for place, about in enumerate(given)]
    return ChainShelves(pile.names, checked(memo, CHAINS, keys, holds, compute))


def _made(item: tuple[bytes, bytes, Parcel[frozenset[str]]]) -> bytes:
    """The chains of one article: module-level, so that any engine can ship it."""
    found, given = article_of(item[0]), read(item[1], Given)
    outlets = Outlets(item[2].value)
    actor_at = {(start, end): actor for start, end, actor in given.links}
    chains = list(_article_chains(found, given.seen, actor_at, outlets))
    asked = outlets.asked
    return chain_shelf(chains, (k for k in asked if asked[k]), (k for k in asked if not asked[k]))


def _article_chains(
    found: ArticleFindings,
    seen: Sequence[str],
    actor_at: Mapping[tuple[int, int], str],
    outlets: Outlets,
) -> Iterator[Chain]:
    own = own_outlet(found, seen)
    parties = Parties(found, actor_at, outlets, outlet_key(own.name) if own else "")
    frame = find_frame(parties, own)
    if frame.hops:
        yield _chain(found.article.id, None, frame.hops, RecordStatus.UNSTATED)
    for attribution in found.attributions:
        hops, status = _hops(attribution, parties, frame, own)
        yield _chain(found.article.id, attribution.id, hops, status)


def _hops(
    attribution: Attribution, parties: Parties, frame: Frame, own: Hop | None
) -> tuple[tuple[Hop, ...], RecordStatus]:
    path = [(step, parties.of(step)) for step in parties.path(attribution)]
    carriers: list[Hop] = []
    for step, party in path:
        if not party.carrier:
            told = parties.addressee(step)
            for outlet in (told, party.teller_to):
                if outlet is not None and not outlet.pointer:
                    _carry(carriers, outlet)
            start = _frame_for(frame, own, party, carriers)
            if frame.teller is not None and told is None and _is_relayed(step, party, frame):
                return (*_joined(start, carriers), _relay_hop(frame.teller, party)), frame.teller.status
            return (*_joined(start, carriers), _source_hop(party)), party.status
        if not party.pointer:
            _carry(carriers, party)
    last = path[-1][1]
    start = list(frame.hops) if last.pointer and frame.strong else _upto(frame, carriers, own)
    return tuple(_joined(start, carriers)), last.status


def _is_relayed(step: Attribution, party: Party, frame: Frame) -> bool:
    """Whether this is more of what the lead's unnamed sources tell of the same actor.

    Words with an occasion of their own ("speaking in ... on May 17"), an addressee or quotation marks
    have been heard by someone; "makes it clear that" in a report from unnamed sources has not.
    """
    heard = step.occasion or step.addressee or step.kind is not AttributionKind.INDIRECT
    return not heard and party.actor_id is not None and party.actor_id == frame.relayed


def _frame_for(frame: Frame, own: Hop | None, party: Party, carriers: list[Hop]) -> list[Hop]:
    """The part of the frame that a source speaks through."""
    unnamed = party.status in (RecordStatus.BACKGROUND, RecordStatus.HEARSAY)
    inside = any(same_outlet(hop.name, known.name) for hop in carriers for known in frame.hops)
    if frame.strong or (unnamed and not carriers) or inside:
        return list(frame.hops)
    return [own] if own else []


def _upto(frame: Frame, carriers: list[Hop], own: Hop | None) -> list[Hop]:
    """The frame up to the first outlet that the attribution itself names."""
    for number, hop in enumerate(frame.hops):
        if any(same_outlet(hop.name, carrier.name) for carrier in carriers):
            return list(frame.hops[:number])
    return list(frame.hops) if frame.strong else [own] if own else []


def _joined(start: list[Hop], carriers: list[Hop]) -> list[Hop]:
    """The frame and the attribution's own carriers, each outlet once.

    The attribution's own wording and cue stand in for the frame's where it names the same outlet.
    """
    joined = list(start)
    for carrier in carriers:
        known = [n for n, hop in enumerate(joined) if same_outlet(hop.name, carrier.name)]
        if not known:
            joined.append(carrier)
        elif joined[known[0]].kind is HopKind.CITED_OUTLET:
            joined[known[0]] = carrier
    return joined


def _carry(carriers: list[Hop], party: Party) -> None:
    if not any(same_outlet(hop.name, party.name) for hop in carriers):
        carriers.append(carrier_hop(party))


def _source_hop(party: Party) -> Hop:
    return Hop(HopKind.SOURCE, party.name, party.status, party.span, party.cue, party.reason, party.actor_id)


def _relay_hop(teller: Party, relayed: Party) -> Hop:
    cue = f"“{relayed.cue.text}”" if relayed.cue else "this"
    reason = f"{cue} has no occasion of its own: {relayed.name} is spoken of by “{teller.name}”"
    return Hop(HopKind.SOURCE, teller.name, teller.status, teller.span, teller.cue, reason, teller.actor_id)


def _chain(article_id: str, attribution_id: str | None, hops: tuple[Hop, ...], status: RecordStatus) -> Chain:
    names = [hop.name for hop in hops]
    identifier = make_id("ch", [article_id, attribution_id, *names])
    way = " ← ".join(names) if names else "no carrier and no source is named"
    reason = f"{way}: {'; '.join(hop.reason for hop in hops)}" if hops else way
    return Chain(identifier, article_id, attribution_id, hops, status, reason)
