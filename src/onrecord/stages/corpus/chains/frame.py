"""The frame of an article: the outlets that the article as a whole retells, in order.

"This is reported by Skyline, citing officials in Vesk, Ratto reports" makes everything that follows
come through Ratto and Skyline, until another carrier is named. A frame is strong when the page says
so in its title, dateline or credit, or when one outlet is said to cite another in the lead; else a
carrier named in the lead carries only what is put in its mouth, and its unnamed sources.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import (
    ArticleFindings,
    Attribution,
    Credit,
    Hop,
    HopKind,
    RecordStatus,
    Span,
    span_of,
)
from onrecord.lang.carriers import outlet_key
from onrecord.stages.corpus.chains.parties import Parties, Party

LEAD_SENTENCES = 6
TOP_SENTENCES = 4
_WIRED = frozenset({"agency", "dateline", "syndication"})


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


def own_outlet(found: ArticleFindings, seen: Sequence[str]) -> Hop | None:
    """The hop of the outlet that published the page, by the page itself, else by where it was `seen`."""
    fact = found.article.outlet
    if fact is not None:
        span = _first_named(found.article.text, fact.value)
        return Hop(HopKind.OUTLET, fact.value, RecordStatus.UNSTATED, span, None, fact.reason)
    if not seen:
        return None
    reason = f"the page was seen at {', '.join(seen)}"
    return Hop(HopKind.OUTLET, " / ".join(seen), RecordStatus.UNSTATED, None, None, reason)


def find_frame(parties: Parties, own: Hop | None) -> Frame:
    """The frame of the article that `parties` belongs to.

    A dateline or an agency's credit says where the whole text comes from, so its agency comes right
    after the page's own outlet; then the carriers that the lead names, in the order in which they
    cite; an agency credited in the title is the last of them. What a wire text says that another
    outlet reported is one of its remarks and no part of the frame.
    """
    wired = [credit for credit in parties.found.credits if credit.role in _WIRED]
    titled = [credit for credit in parties.found.credits if credit.role == "title"]
    own_keys = {outlet_key(own.name)} if own else set()
    paths = _lead_paths(parties)
    paths.sort(key=lambda path: (outlet_key(path[0].name) not in own_keys, len(path) < 2))
    if wired:
        paths = [path for path in paths if len(path) > 1 or outlet_key(path[0].name) in own_keys]
    hops: list[Hop] = [own] if own else []
    for credit in wired:
        _append(hops, _credit_hop(credit))
    for path in paths:
        for party in path:
            _append(hops, carrier_hop(party))
    for credit in titled if len(hops) <= 1 or not paths else ():
        _append(hops, _credit_hop(credit))
    cites = any(len(path) > 1 or outlet_key(path[0].name) in own_keys for path in paths)
    strong = len(hops) > (1 if own else 0) and bool(cites or wired or titled)
    teller, relayed = _lead_teller(parties) if strong else (None, None)
    return Frame(tuple(hops), strong, teller, relayed)


def _lead_teller(parties: Parties) -> tuple[Party | None, str | None]:
    """The unnamed sources of the lead, and the actor whom the lead tells of."""
    lead = _lead_end(parties.found, LEAD_SENTENCES)
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
    """Runs of carriers, each citing the next, that the lead of the article names.

    A carrier that cites nobody must stand nearer to the top than one that does: what follows later
    ("an agency had reported on Tuesday that ...") is background.
    """
    found = parties.found
    lead, top = _lead_end(found, LEAD_SENTENCES), _lead_end(found, TOP_SENTENCES)
    longest: dict[str, int] = {}
    runs = []
    for item in found.attributions:
        anchor = next(iter(item.source or item.cue or item.content), None)
        if anchor is None or anchor.start >= lead:
            continue
        carriers = _carriers(parties, item)
        runs.append((anchor.start, item.id, carriers, anchor.start < top))
        if item.parent:
            longest[item.parent] = max(longest.get(item.parent, 0), len(carriers))
    # Of nested attributions the innermost carrier's path holds the others.
    return [
        carriers
        for _, identifier, carriers, high in sorted(runs, key=lambda run: run[:2])
        if carriers and longest.get(identifier, 0) <= len(carriers) and (high or len(carriers) > 1)
    ]


def _carriers(parties: Parties, item: Attribution) -> list[Party]:
    """The carriers that an attribution sits in, outermost first, up to the first other source."""
    carriers = []
    for step in parties.path(item):
        party = parties.of(step)
        if not party.carrier:
            break
        if not party.pointer:
            carriers.append(party)
    return carriers


def _lead_end(found: ArticleFindings, sentences: int) -> int:
    if len(found.sentences) > sentences:
        return found.sentences[sentences].start
    return len(found.article.text)


def _credit_hop(credit: Credit) -> Hop:
    reason = credit.reason.text
    return Hop(HopKind.CITED_OUTLET, credit.name, RecordStatus.UNSTATED, credit.span, None, reason)


def _first_named(text: str, name: str) -> Span | None:
    at = text.find(name) if name else -1
    return span_of(text, at, at + len(name)) if at >= 0 else None
