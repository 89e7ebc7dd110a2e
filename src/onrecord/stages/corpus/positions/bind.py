"""One position mention with its actor, speaker, status and time resolved."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.data import (
    ArticleFindings,
    Attribution,
    Chain,
    Dating,
    Hop,
    HopKind,
    MentionKind,
    PositionMention,
    PublicationDate,
    RecordStatus,
    Span,
    TimeExpression,
)
from onrecord.lang.acts import GROUP_NOUNS
from onrecord.lang.concepts import concepts_of_text, themes_of
from onrecord.text.edtf import bounds

_REPEATED = re.compile(
    r"\b(repeatedly|previously|always|has long|have long|had long|time and again|many times|consistently"
    r"|on several occasions)\b",
    re.IGNORECASE,
)
_UNIONS = frozenset("union association league federation guild confederation syndicate".split())
_FIRMS = frozenset(
    "rail railway railways airlines airways air steel oil gas energy power telecom post mining motors "
    "ports bank group company corporation inc ltd plc holding holdings foods media pharma water electric "
    "shipping".split()
)
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_BEFORE_CUE = 60
_SHOWING = frozenset(
    "make makes made clear signal signals signaled signalled signalling hint hints hinted think thinks "
    "thought believe believes believed want wants wanted feel feels felt show shows showed shown".split()
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A position mention, resolved. `explicit` tells that the text dates it, not the publication."""

    mention: PositionMention
    actor_id: str
    person_id: str
    speaker_id: str | None
    speaker: str | None
    status: RecordStatus
    when: str | None
    explicit: bool
    repeated: bool
    title: bool
    condition_concepts: tuple[str, ...]

    @property
    def themes(self) -> frozenset[str]:
        """Themes of the issue."""
        return themes_of(self.mention.concepts)


@dataclass(frozen=True, slots=True)
class Party:
    """What binding reads of an actor that an article has a link to."""

    id: str
    name: str
    kind: MentionKind
    state_id: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What an article's positions depend on besides it: who is where in it, its chains, its dates."""

    links: tuple[tuple[int, int, str], ...]
    parties: tuple[Party, ...]
    dating: Dating | None
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """Where an actor stands in an article, with the words there."""

    span: Span
    actor_id: str


@dataclass(slots=True)
class _Article:
    """Lookups over one article."""

    found: ArticleFindings
    links: list[_Link]
    published: PublicationDate
    times: dict[tuple[int, int], TimeExpression]
    attributions: dict[str, Attribution]
    chains: dict[str | None, Chain]
    by_start: list[int] = field(default_factory=list)
    chain_actor: dict[int, str] = field(default_factory=dict)
    framing: Chain | None = None


def bind(found: ArticleFindings, given: Given) -> list[Bound]:
    """Every mention of one article whose actor is known, in order of place."""
    if not found.position_mentions:
        return []
    place = _lookups(found, given)
    known = {party.id: party for party in given.parties}
    return [b for m in found.position_mentions if (b := _bind(m, place, known)) is not None]


def _lookups(found: ArticleFindings, given: Given) -> _Article:
    times = {(t.span.start, t.span.end): t for t in found.times}
    dating, text = given.dating, found.article.text
    if dating is not None:
        times.update({(t.span.start, t.span.end): t for t in dating.times})
    published = dating.published if dating is not None else found.published
    links = [_Link(Span(start, end, text[start:end]), actor) for start, end, actor in given.links]
    chains = {chain.attribution_id: chain for chain in given.chains}
    place = _Article(found, links, published, times, {a.id: a for a in found.attributions}, chains)
    place.by_start = [link.span.start for link in links]
    for mention in found.mentions:
        actor = _linked(place, mention.span)
        if actor is not None:
            place.chain_actor.setdefault(mention.chain, actor)
    place.framing = _framing(place)
    return place


def _framing(place: _Article) -> Chain | None:
    """The chain that ends in the unnamed sources on whom an outlet that is retold rests its report."""
    frame = place.chains.get(None)
    if frame is not None and _has_source(frame):
        return frame
    for attribution in place.found.attributions:
        chain, carrier = place.chains.get(attribution.id), place.chains.get(attribution.parent or "")
        if chain is None or carrier is None or attribution.parent is None or _has_source(carrier):
            continue
        if _has_source(chain) and chain.status is RecordStatus.BACKGROUND:
            return chain
    return None


def _linked(place: _Article, span: Span) -> str | None:
    """The actor of the link that overlaps a span most; the shorter link on a tie."""
    low = bisect_right(place.by_start, span.start) - 4
    best: tuple[int, int, str] | None = None
    for link in place.links[max(0, low) :]:
        if link.span.start >= span.end:
            break
        shared = min(link.span.end, span.end) - max(link.span.start, span.start)
        if shared > 0:
            rank = (-shared, link.span.end - link.span.start, link.actor_id)
            best = min(best, rank) if best is not None else rank
    return best[2] if best is not None else None


def _resolved(place: _Article, span: Span | None) -> str | None:
    """By a link on the span, else by any mention of the same coreference chain."""
    if span is None:
        return None
    direct = _linked(place, span)
    if direct is not None:
        return direct
    for mention in place.found.mentions:
        if mention.span.start < span.end and span.start < mention.span.end:
            actor = place.chain_actor.get(mention.chain)
            if actor is not None:
                return actor
    return None


def _bind(mention: PositionMention, place: _Article, actors: Mapping[str, Party]) -> Bound | None:
    person = _resolved(place, mention.actor)
    if person is None or _nameless(actors.get(person)):
        person = _organisation(place, mention.actor, actors) or person
    if person is None:
        return None
    title = place.found.article.title_span
    in_title = title is not None and mention.act_span.start < title.end
    actor = actors.get(person)
    if in_title and actor is not None and actor.kind is MentionKind.UNNAMED and not actor.state_id:
        office = _office_holder(place, mention.actor, actors)
        if office is None:
            return None
        person, actor = office.id, office
    for_state = actor is not None and actor.state_id is not None and not _on_own_account(actor)
    holder = actor.state_id if actor is not None and actor.state_id is not None and for_state else person
    attribution = place.attributions.get(mention.attribution_id or "")
    speaker_id, speaker = _speaker(mention, place, actors, person if holder != person else None)
    deed = _is_deed(mention, attribution, actors.get(person))
    status = RecordStatus.UNSTATED if deed else _status(mention, attribution, place)
    if status is RecordStatus.BACKGROUND and speaker_id == person:
        # What a named party is said to want, by sources in the dark, is their word and not the party's.
        teller = _last_source(place.framing)
        speaker_id, speaker = (teller.actor_id, teller.name) if teller is not None else (speaker_id, speaker)
    repeated = _is_repeated(mention, attribution, place)
    when, explicit = _when(mention, place, repeated)
    condition = mention.condition.span.text if mention.condition is not None else ""
    return Bound(
        mention=mention,
        actor_id=holder,
        person_id=person,
        speaker_id=speaker_id,
        speaker=speaker,
        status=status,
        when=when,
        explicit=explicit,
        repeated=repeated,
        title=in_title,
        condition_concepts=tuple(sorted(concepts_of_text(condition))),
    )


def _nameless(actor: Party | None) -> bool:
    return actor is not None and actor.kind is MentionKind.UNNAMED and actor.state_id is None


def _organisation(place: _Article, span: Span, actors: Mapping[str, Party]) -> str | None:
    """Of a group that acts ("the guards"): the one union or league that the article names."""
    words = span.text.lower().split()
    last = words[-1] if words else ""
    if last.removesuffix("s") not in GROUP_NOUNS or not last.endswith("s"):
        return None
    named = {
        link.actor_id
        for link in place.links
        if (actor := actors.get(link.actor_id)) is not None
        and actor.kind is MentionKind.BODY
        and not _UNIONS.isdisjoint(actor.name.lower().split())
    }
    return min(named) if len(named) == 1 else None


def _on_own_account(actor: Party) -> bool:
    """A company or a union with a state's name ("Vestan Rail") does not speak for the state."""
    words = actor.name.lower().split()
    return actor.kind is MentionKind.BODY and bool(words) and words[-1] in _FIRMS | _UNIONS


def _office_holder(place: _Article, span: Span, actors: Mapping[str, Party]) -> Party | None:
    """Whom a headline means by a bare office ("President"): the first person that the text gives it to."""
    word = span.text.split()[-1].lower() if span.text.split() else ""
    for link in place.links:
        actor = actors.get(link.actor_id)
        if actor is None or actor.kind is not MentionKind.PERSON or link.span.start < span.end:
            continue
        if word and word in (said.lower() for said in link.span.text.split()[:-1]):
            return actor
    return None


def _speaker(
    mention: PositionMention, place: _Article, actors: Mapping[str, Party], person: str | None
) -> tuple[str | None, str | None]:
    """Who says so: the speaker of the sentence, else the source at the end of the article's own frame."""
    chain = place.chains.get(mention.attribution_id) if mention.attribution_id is not None else None
    carried = chain is not None and not _has_source(chain)
    if mention.speaker is not None and not carried:
        found = _resolved(place, mention.speaker)
        if found is not None and found in actors:
            return found, actors[found].name
        last = _last_source(chain) if mention.speaker.text.lower() in _PRONOUNS else None
        return (last.actor_id, last.name) if last is not None else (found, mention.speaker.text)
    framing = place.framing if carried or mention.attribution_id is None else None
    hops = [hop for hop in framing.hops if hop.kind is HopKind.SOURCE] if framing is not None else []
    if hops:
        return hops[-1].actor_id, hops[-1].name
    if person is not None:
        return person, actors[person].name if person in actors else None
    return None, None


def _last_source(chain: Chain | None) -> Hop | None:
    hops = [hop for hop in chain.hops if hop.kind is HopKind.SOURCE] if chain is not None else []
    return hops[-1] if hops else None


def _is_deed(mention: PositionMention, attribution: Attribution | None, party: Party | None) -> bool:
    """ "The members of the League agreed to ...": a deed of a named party, told by no source in the dark."""
    if attribution is None or party is None or party.kind is MentionKind.UNNAMED:
        return False
    own = any(
        cue.start < mention.act_span.end and mention.act_span.start < cue.end for cue in attribution.cue
    )
    return own and attribution.status is RecordStatus.BACKGROUND


def _status(mention: PositionMention, attribution: Attribution | None, place: _Article) -> RecordStatus:
    """Of the last source on the way. Where only outlets tell it, that of the sources they name."""
    chain = place.chains.get(mention.attribution_id) if mention.attribution_id is not None else None
    framed = place.framing.status if place.framing is not None else None
    if attribution is None or (chain is not None and not _has_source(chain)):
        return framed or RecordStatus.UNSTATED
    status = chain.status if chain is not None else attribution.status
    if framed is not None and status is RecordStatus.ON_RECORD and _shown_only(attribution):
        return framed
    return status


def _has_source(chain: Chain) -> bool:
    """Does the chain end in a party that is not one of the outlets on the way?"""
    outlets = {hop.name for hop in chain.hops if hop.kind is not HopKind.SOURCE}
    return any(hop.kind is HopKind.SOURCE and hop.name not in outlets for hop in chain.hops)


def _shown_only(attribution: Attribution) -> bool:
    """ "makes clear", "signals": no utterance is told, and with no occasion nobody can have heard one."""
    words = {word for cue in attribution.cue for word in cue.text.lower().split()}
    return not attribution.occasion and not words.isdisjoint(_SHOWING)


def _is_repeated(mention: PositionMention, attribution: Attribution | None, place: _Article) -> bool:
    """ "has repeatedly said": spoken at no one time, so that the day of publication dates nothing."""
    text = place.found.article.text
    cues = [mention.act_span, *(attribution.cue if attribution is not None else ())]
    return any(_REPEATED.search(_same_line(text, cue)) for cue in cues)


def _same_line(text: str, cue: Span) -> str:
    """The words just before a cue, the cue included, from the last full stop or line end on."""
    before = text[max(0, cue.start - _BEFORE_CUE) : cue.end]
    return re.split(r"[.\n]\s", before)[-1]


def _after(when: str, published: str | None) -> bool:
    """Nobody speaks after the page is out: such a day is that of the deed ("will strike on the 20th")."""
    first, printed = bounds(when)[0], bounds(published)[1]
    return first is not None and printed is not None and first > printed


def _when(mention: PositionMention, place: _Article, repeated: bool) -> tuple[str | None, bool]:
    if mention.time is not None:
        time = place.times.get((mention.time.start, mention.time.end))
        if time is not None and time.value is not None and not _after(time.value, place.published.value):
            return time.value, True
    if repeated:
        return None, False
    return place.published.value, False
