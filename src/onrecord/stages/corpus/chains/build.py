"""Put frame and attributions together: one chain an attribution, and one for the article's frame."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

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
from onrecord.ids import make_id
from onrecord.lang.carriers import outlet_key
from onrecord.stages.corpus.chains.frame import Frame, carrier_hop, find_frame, own_outlet, same_outlet
from onrecord.stages.corpus.chains.parties import Parties, Party


def build_chains(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    links: Sequence[ActorLink],
) -> tuple[Chain, ...]:
    """One chain an attribution, and one for each article's own frame, sorted by id.

    A chain ends at the first party that is no carrier: whose words or thoughts that party relays
    belongs to the content. The innermost attribution of a nest therefore shares its carrier's end.
    """
    by_page: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_page[sighting.page_id].append(sighting)
    by_article: defaultdict[str, list[ActorLink]] = defaultdict(list)
    for link in links:
        by_article[link.article_id].append(link)
    outlets = _outlets(articles)
    chains: list[Chain] = []
    for found in articles:
        seen = tuple(sorted(by_page[found.article.page_id], key=lambda s: s.id))
        chains.extend(_article_chains(found, seen, by_article[found.article.id], outlets))
    return tuple(sorted(chains, key=lambda chain: chain.id))


def _outlets(articles: Sequence[ArticleFindings]) -> frozenset[str]:
    """Outlets that publish or are credited anywhere in the pile."""
    names = [found.article.outlet.value for found in articles if found.article.outlet]
    names += [credit.name for found in articles for credit in found.credits]
    return frozenset(map(outlet_key, names))


def _article_chains(
    found: ArticleFindings, sightings: tuple[Sighting, ...], links: list[ActorLink], outlets: frozenset[str]
) -> Iterator[Chain]:
    own = own_outlet(found, sightings)
    own_key = outlet_key(own.name) if own else ""
    parties = Parties(found, links, outlets | ({own_key} if own else set()), own_key)
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
