"""The frame of an article: the outlets that the article as a whole retells, in order.

"This is reported by Reuters, citing sources in Russia, UNN reports" makes everything that follows
come through UNN and Reuters, until another carrier is named. A frame is strong when the page says
so in its title, dateline or credit, or when one outlet is said to cite another in the lead; else a
carrier named in the lead carries only what is put in its mouth, and its unnamed sources.
"""

from dataclasses import dataclass

from onrecord.data import ArticleFindings, Credit, Hop, HopKind, RecordStatus, Sighting, Span, span_of
from onrecord.lang.carriers import outlet_key
from onrecord.stages.corpus.chains.parties import Parties, Party

LEAD_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """`hops` from the page's own outlet to the last carrier; `strong`: it carries the whole article.

    `teller` are the unnamed sources that the last carrier gives for the lead, and `relayed` the actor
    of whom they tell there: what the article says of that actor without an occasion is theirs.
    """

    hops: tuple[Hop, ...]
    strong: bool
    teller: Party | None = None
    relayed: str | None = None


def own_outlet(found: ArticleFindings, sightings: tuple[Sighting, ...]) -> Hop | None:
    """The hop of the outlet that published the page, by the page itself, else by its addresses."""
    fact = found.article.outlet
    if fact is not None:
        span = _first_named(found.article.text, fact.value)
        return Hop(HopKind.OUTLET, fact.value, RecordStatus.UNSTATED, span, None, fact.reason)
    names = sorted({sighting.outlet for sighting in sightings if sighting.outlet})
    if not names:
        return None
    reason = f"the page was seen at {', '.join(names)}"
    return Hop(HopKind.OUTLET, " / ".join(names), RecordStatus.UNSTATED, None, None, reason)


def find_frame(parties: Parties, own: Hop | None) -> Frame:
    """The frame of the article that `parties` belongs to."""
    found = parties.found
    paths = _lead_paths(parties)
    own_keys = {outlet_key(own.name)} if own else set()
    paths.sort(key=lambda path: (outlet_key(path[0].name) not in own_keys, len(path) < 2))
    hops: list[Hop] = [own] if own else []
    cites = False
    for path in paths:
        cites = cites or len(path) > 1 or outlet_key(path[0].name) in own_keys
        for party in path:
            _append(hops, carrier_hop(party))
    # Carriers named by the text come in the order in which they cite; a credit names the last of them.
    credited = [
        credit for credit in found.credits if credit.role in {"agency", "dateline", "title", "syndication"}
    ]
    for credit in credited:
        if len(hops) <= 1 or not paths:
            _append(hops, _credit_hop(credit))
    strong = len(hops) > (1 if own else 0) and (cites or bool(credited))
    teller, relayed = _lead_teller(parties) if strong else (None, None)
    return Frame(tuple(hops), strong, teller, relayed)


def _lead_teller(parties: Parties) -> tuple[Party | None, str | None]:
    """The unnamed sources of the lead, and the actor whom the lead tells of."""
    lead = _lead_end(parties.found)
    for item in parties.found.attributions:
        path = parties.path(item)
        if not item.source or not item.content or item.source[0].start >= lead or len(path) < 2:
            continue
        party = parties.of(item)
        unnamed = not party.carrier and party.status is RecordStatus.BACKGROUND
        if unnamed and all(parties.of(step).carrier for step in path[:-1]):
            return party, parties.mentioned.first_actor(item.content[0])
    return None, None


def carrier_hop(party: Party) -> Hop:
    """The hop of an outlet that is cited."""
    return Hop(
        HopKind.CITED_OUTLET,
        party.name,
        RecordStatus.UNSTATED,
        party.span,
        party.cue,
        party.reason,
        party.actor_id,
    )


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's."""
    return outlet_key(one) == outlet_key(other)


def _append(hops: list[Hop], hop: Hop) -> None:
    if not any(same_outlet(hop.name, known.name) for known in hops):
        hops.append(hop)


def _lead_paths(parties: Parties) -> list[list[Party]]:
    """Runs of carriers, each citing the next, that the lead of the article names."""
    found = parties.found
    lead = _lead_end(found)
    inner = {item.parent for item in found.attributions if item.parent}
    paths = []
    for item in sorted(found.attributions, key=lambda a: (a.cue or a.source or a.content)[0].start):
        anchor = (item.source or item.cue or item.content)[0]
        if anchor.start >= lead:
            continue
        carriers = []
        for step in parties.path(item):
            party = parties.of(step)
            if not party.carrier:
                break
            if not party.pointer:
                carriers.append(party)
        # Of nested attributions the innermost carrier's path holds the others.
        if carriers and not (item.id in inner and _longer_path(parties, item.id, len(carriers))):
            paths.append(carriers)
    return paths


def _longer_path(parties: Parties, attribution_id: str, length: int) -> bool:
    for item in parties.found.attributions:
        if item.parent == attribution_id:
            carriers = [p for p in map(parties.of, parties.path(item)) if p.carrier and not p.pointer]
            if len(carriers) > length:
                return True
    return False


def _lead_end(found: ArticleFindings) -> int:
    if len(found.sentences) > LEAD_SENTENCES:
        return found.sentences[LEAD_SENTENCES].start
    return len(found.article.text)


def _credit_hop(credit: Credit) -> Hop:
    reason = credit.reason.text
    return Hop(HopKind.CITED_OUTLET, credit.name, RecordStatus.UNSTATED, credit.span, None, reason)


def _first_named(text: str, name: str) -> Span | None:
    at = text.find(name) if name else -1
    return span_of(text, at, at + len(name)) if at >= 0 else None
