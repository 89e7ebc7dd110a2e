"""Rows of what only the whole pile shows: dates, actors, chains, origins, positions, changes.

Groups of articles are in `group_rows`. Spans lie in the article that each type names.
"""

from typing import Any

from onrecord.data import (
    Act,
    Actor,
    ActorLink,
    Chain,
    Change,
    ChangeKind,
    DateCandidate,
    Dating,
    Hop,
    HopKind,
    MentionKind,
    Origin,
    OriginSet,
    Position,
    Proof,
    PublicationDate,
    Reason,
    RecordStatus,
    Span,
    TimeExpression,
    TimeKind,
)
from onrecord.stores.sqlite import codec
from onrecord.stores.sqlite.codec import Cells, Row
from onrecord.stores.sqlite.group_rows import TABLES as GROUP_TABLES
from onrecord.stores.sqlite.table import table

DATING = table("dating", "article_id published earliest latest reason reason_spans candidates times")
ACTOR = table("actor", "id name kind names descriptions state_id reason")
LINK = table("actor_link", "article_id number actor_id start end text reason")
CHAIN = table("chain", "id article_id attribution_id status reason")
HOP = table("hop", "chain_id number kind name status span cue actor_id reason")
ORIGIN_SET = table("origin_set", "id scope low high pages reason")
ORIGIN = table("origin", "set_id number id name status actor_id articles chains reason")
PROOF = table("proof", "set_id number kind article_id other_id span reason")
POSITION = table(
    "position",
    "id actor_id speaker_id speaker act plover issue concepts condition status when articles mentions reason "
    "gathers",
)
CHANGE = table("change", "id actor_id issue kind before after ordered reason")

# Children after parents; cleared in the opposite order.
TABLES = (
    *GROUP_TABLES, DATING, ACTOR, LINK, CHAIN, HOP, ORIGIN_SET, ORIGIN, PROOF, POSITION, CHANGE,
)  # fmt: skip


def dating_row(dating: Dating, text: str, page_text: str) -> Row:
    """See the table `dating`."""
    published = dating.published
    return (
        dating.article_id,
        codec.put_or_none(published.value),
        codec.put_or_none(published.earliest),
        codec.put_or_none(published.latest),
        *codec.put_reason(published.reason, text),
        codec.dump([_flat_candidate(candidate, page_text) for candidate in published.candidates]),
        codec.dump([_flat_time(time, text) for time in dating.times]),
    )


def _flat_candidate(found: DateCandidate, page_text: str) -> list[Any]:
    span = None if found.span is None else codec.flat(found.span, page_text)
    return [found.value, found.origin, found.accepted, found.reason, span]


def _candidate(cells: Cells, page_text: str) -> DateCandidate:
    value, origin, accepted, reason, span = cells
    where = None if span is None else codec.unflat(span, page_text)
    return DateCandidate(value, origin, accepted, reason, where)


def _flat_time(time: TimeExpression, text: str) -> list[Any]:
    reason = [time.reason.text, [codec.flat(span, text) for span in time.reason.spans]]
    span, kind = codec.flat(time.span, text), time.kind.value
    return [span, kind, time.value, time.timex, time.relative, time.guess, time.alternatives, *reason]


def _time(cells: Cells, text: str) -> TimeExpression:
    span, kind, value, timex, relative, guess, alternatives, reason, spans = cells
    why = Reason(reason, tuple(codec.unflat(cell, text) for cell in spans))
    where = codec.unflat(span, text)
    return TimeExpression(where, TimeKind(kind), value, timex, relative, guess, why, tuple(alternatives))


def dating_of(cells: Cells, text: str, page_text: str) -> Dating:
    """The dating of a row."""
    article_id, value, earliest, latest, reason, spans, candidates, times = cells
    published = PublicationDate(
        codec.get_or_none(value),
        codec.get_or_none(earliest),
        codec.get_or_none(latest),
        codec.get_reason(reason, spans, text),
        tuple(_candidate(cell, page_text) for cell in codec.load(candidates)),
    )
    return Dating(article_id, published, tuple(_time(cell, text) for cell in codec.load(times)))


def actor_row(actor: Actor) -> Row:
    """See the table `actor`."""
    names, descriptions = codec.dump(actor.names), codec.dump(actor.descriptions)
    return (
        actor.id,
        codec.put(actor.name),
        actor.kind,
        names,
        descriptions,
        actor.state_id,
        codec.put(actor.reason),
    )


def actor_of(cells: Cells) -> Actor:
    """The actor of a row."""
    identifier, name, kind, names, descriptions, state_id, reason = cells
    known = codec.strings(names), codec.strings(descriptions)
    return Actor(identifier, codec.get(name), MentionKind(kind), *known, codec.get(reason), state_id)


def link_row(link: ActorLink, number: int) -> Row:
    """See the table `actor_link`."""
    span = link.span
    return (
        link.article_id,
        number,
        link.actor_id,
        span.start,
        span.end,
        codec.put(span.text),
        codec.put(link.reason),
    )


def link_of(cells: Cells) -> ActorLink:
    """The link of a row."""
    article_id, _, actor_id, start, end, text, reason = cells
    return ActorLink(actor_id, article_id, Span(start, end, codec.get(text)), codec.get(reason))


def chain_row(chain: Chain) -> Row:
    """See the table `chain`."""
    return (chain.id, chain.article_id, chain.attribution_id, chain.status, codec.put(chain.reason))


def chain_of(cells: Cells, hops: tuple[Hop, ...]) -> Chain:
    """The chain of a row and of its hops."""
    identifier, article_id, attribution_id, status, reason = cells
    return Chain(identifier, article_id, attribution_id, hops, RecordStatus(status), codec.get(reason))


def hop_row(hop: Hop, chain_id: str, number: int, text: str) -> Row:
    """See the table `hop`."""
    return (
        chain_id,
        number,
        hop.kind,
        codec.put(hop.name),
        hop.status,
        codec.put_span(hop.span, text),
        codec.put_span(hop.cue, text),
        hop.actor_id,
        codec.put(hop.reason),
    )


def hop_of(cells: Cells, text: str) -> Hop:
    """The hop of a row."""
    _, _, kind, name, status, span, cue, actor_id, reason = cells
    return Hop(
        HopKind(kind),
        codec.get(name),
        RecordStatus(status),
        codec.get_span_or_none(span, text),
        codec.get_span_or_none(cue, text),
        codec.get(reason),
        actor_id,
    )


def origin_set_row(found: OriginSet) -> Row:
    """See the table `origin_set`."""
    return (found.id, found.scope, found.low, found.high, found.pages, codec.put(found.reason))


def origin_set_of(cells: Cells, origins: tuple[Origin, ...], proofs: tuple[Proof, ...]) -> OriginSet:
    """The origin set of a row, of its origins and of its proofs."""
    identifier, scope, low, high, pages, reason = cells
    return OriginSet(identifier, scope, low, high, origins, pages, codec.get(reason), proofs)


def proof_row(proof: Proof, set_id: str, number: int, text: str) -> Row:
    """See the table `proof`; `text` is that of its article."""
    span = codec.put_span(proof.span, text)
    head = (set_id, number, codec.put(proof.kind), proof.article_id, proof.other_id)
    return (*head, span, codec.put(proof.reason))


def proof_of(cells: Cells, text: str) -> Proof:
    """The proof of a row."""
    _, _, kind, article_id, other_id, span, reason = cells
    where = codec.get_span_or_none(span, text)
    return Proof(codec.get(kind), article_id, other_id, where, codec.get(reason))


def origin_row(origin: Origin, set_id: str, number: int) -> Row:
    """See the table `origin`."""
    articles, chains = codec.dump(origin.articles), codec.dump(origin.chains)
    head = (set_id, number, origin.id, codec.put(origin.name), origin.status, origin.actor_id)
    return (*head, articles, chains, codec.put(origin.reason))


def origin_of(cells: Cells) -> Origin:
    """The origin of a row."""
    _, _, identifier, name, status, actor_id, articles, chains, reason = cells
    record = RecordStatus(status)
    return Origin(
        identifier,
        codec.get(name),
        record,
        actor_id,
        codec.strings(articles),
        codec.strings(chains),
        codec.get(reason),
    )


def position_row(position: Position) -> Row:
    """See the table `position`."""
    return (
        position.id,
        position.actor_id,
        position.speaker_id,
        codec.put_or_none(position.speaker),
        position.act,
        codec.put(position.plover),
        codec.put(position.issue),
        codec.dump(position.concepts),
        codec.put_or_none(position.condition),
        position.status,
        codec.put_or_none(position.when),
        codec.dump(position.articles),
        codec.dump(position.mentions),
        codec.put(position.reason),
        codec.dump(position.gathers),
    )


def position_of(cells: Cells) -> Position:
    """The position of a row."""
    return Position(
        id=cells[0],
        actor_id=cells[1],
        speaker_id=cells[2],
        speaker=codec.get_or_none(cells[3]),
        act=Act(cells[4]),
        plover=codec.get(cells[5]),
        issue=codec.get(cells[6]),
        concepts=codec.strings(cells[7]),
        condition=codec.get_or_none(cells[8]),
        status=RecordStatus(cells[9]),
        when=codec.get_or_none(cells[10]),
        articles=codec.strings(cells[11]),
        mentions=codec.strings(cells[12]),
        reason=codec.get(cells[13]),
        gathers=codec.strings(cells[14]),
    )


def change_row(change: Change) -> Row:
    """See the table `change`."""
    tail = (change.before, change.after, change.ordered, codec.put(change.reason))
    return (change.id, change.actor_id, codec.put(change.issue), change.kind, *tail)


def change_of(cells: Cells) -> Change:
    """The change of a row."""
    identifier, actor_id, issue, kind, before, after, ordered, reason = cells
    return Change(
        identifier,
        actor_id,
        codec.get(issue),
        ChangeKind(kind),
        before,
        after,
        bool(ordered),
        codec.get(reason),
    )
