"""Who speaks at the end of a chain, under the key by which it meets the same origin's other chains."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.data import Chain, Hop, HopKind, RecordStatus
from onrecord.lang.agencies import fold_name
from onrecord.lang.carriers import GROUP_PRONOUNS, RELATIVES
from onrecord.lang.owners import REPORTING
from onrecord.lang.unnamed import OURS, SINGLE, noun_of
from onrecord.stages.corpus.origins.lines import Lines
from onrecord.stages.corpus.origins.notes import Notes, Said
from onrecord.stages.corpus.origins.owners import Owners
from onrecord.stages.corpus.origins.retold import Retold

Key = tuple[str, str]
_NAMED = (RecordStatus.ON_RECORD, RecordStatus.UNSTATED)
_PRONOUNS = (
    RELATIVES
    | GROUP_PRONOUNS
    | SINGLE
    | frozenset("it we i you that which this what one er es wir ich man мы я ми это це".split())
)
ACTOR, NAMED, TOLD, OUTLET, NOBODY = "actor", "named", "told", "outlet", "nobody"
KEPT = 2_000  # articles whose voices are kept
LONGEST_LINE = 200  # articles from a retelling back to the first


@dataclass(frozen=True, slots=True)
class Voice:
    """One chain's end.

    `key`: ("actor", id); ("named", folded words) for who speaks on record and is no actor; ("told",
    outlet) for unnamed people, by whom they told; ("outlet", outlet) where no source is given;
    ("nobody", attribution) for words that nobody is found to have said. `carrier` is
    the key of the outlet that was told, `shown` its name as the article has it.
    """

    key: Key
    name: str
    carrier: str
    shown: str
    hop: Hop | None
    chain: Chain
    said: Said

    @property
    def article(self) -> str:
        """The article that the chain is of."""
        return self.chain.article_id

    @property
    def named(self) -> bool:
        """Whether the party speaks under a name."""
        return self.key[0] in (ACTOR, NAMED)


@dataclass(frozen=True, slots=True)
class Told:
    """What voices are made of: notes by article, lines, owners, frames, how articles retell.

    `fullest` gives, of an article, for each of its sayings the one that describes the same unnamed people
    most fully, `states` the state that an actor speaks for (both actor ids), `persons`, `bodies` and `groups`
    (the unnamed) the actors of a kind, `across` the attributions that tell the same in another language,
    `text` an article's text.
    """

    notes: Mapping[str, Notes]
    lines: Lines
    owners: Owners
    frames: Mapping[str, Chain]
    retold: Mapping[str, Retold]
    fullest: Callable[[str], Mapping[str, Said]]
    states: Mapping[str, str]
    persons: frozenset[str]
    bodies: frozenset[str]
    groups: frozenset[str]
    across: Mapping[str, frozenset[str]]
    text: Callable[[str], str]


Meant = Callable[[Sequence[Voice], Told], Sequence[Voice]]


class Voices:
    """The voices of every article, made when they are asked for; those of some articles are kept.

    `of` gives the voice of every attribution of an article that has one, by attribution id. `meant` gives
    the voices of one article with descriptions and pronouns under whom they mean.
    """

    def __init__(self, told: Told, chains: Callable[[str], Sequence[Chain]], meant: Meant) -> None:
        self._told = told
        self._chains = chains
        self._meant = meant
        self._own: Callable[[str], dict[str, Voice]] = lru_cache(KEPT)(self._make)
        self.of: Callable[[str], dict[str, Voice]] = lru_cache(KEPT)(self._told_first)

    def _make(self, article: str) -> dict[str, Voice]:
        if article not in self._told.notes:
            return {}
        said = {item.id: item for item in self._told.notes[article].said}
        found: list[Voice] = []
        for chain in self._chains(article):
            item = said.get(chain.attribution_id or "")
            if item is not None:
                found.append(_voice(chain, item, self._told))
        return {voice.said.id: voice for voice in self._meant(found, self._told)} if found else {}

    def _told_first(self, article: str) -> dict[str, Voice]:
        own = self._own(article)
        return {identifier: self._as_told_first(own[identifier]) for identifier in sorted(own)}

    def _as_told_first(self, voice: Voice) -> Voice:
        """What an article took from another keeps the voice that it has there."""
        at, article, best = voice.said.id, voice.article, voice
        for _ in range(LONGEST_LINE):
            retold = self._told.retold.get(article)
            twin = retold.twin.get(at) if retold is not None else None
            if retold is None or twin is None:
                break
            there = self._own(retold.earlier).get(twin)
            if there is None:
                break
            at, article, best = twin, retold.earlier, there
        if best is voice or best.key[0] == NOBODY:
            return voice
        return replace(best, chain=voice.chain, said=voice.said, hop=best.hop)

    def strays(self, articles: Iterable[str]) -> frozenset[str]:
        """Attributions of faithful copies whose party the article they took from does not have at all.

        A copy heard nobody: what its wording makes of a source is no origin.
        """
        found: set[str] = set()
        for article in articles:
            retold = self._told.retold.get(article)
            if retold is None or not retold.lost:
                continue
            keys = {voice.key for voice in self.of(retold.earlier).values()}
            voices = self.of(article)
            found |= {name for name in retold.lost & voices.keys() if voices[name].key not in keys}
        return frozenset(found)


def fullest_of(chains: Sequence[Chain], notes: Notes) -> dict[str, Said]:
    """For each saying of unnamed people the one of its article that describes the same people most fully.

    "The officials" are the "two former officials close to the court" of whom the article spoke before.
    """
    said = {item.id: item for item in notes.said}
    at = {item.source.start: item for item in notes.said if item.source}
    groups: dict[str, list[Said]] = {}
    home: dict[str, str] = {}
    for chain in chains:
        item = said.get(chain.attribution_id or "")
        end = chain.hops[-1].span if chain.hops else None
        if item is not None and end is not None:
            # What stands inside another's saying is that one's: "a clerk said that a judge dropped a case".
            item = at.get(end.start, item)
        if item is not None and item.description and chain.hops:
            words = item.description.casefold().split()
            key = chain.hops[-1].actor_id or noun_of(words)
            groups.setdefault(key, []).append(item)
            home[chain.attribution_id or ""] = key
    best = {key: max(found, key=_size) for key, found in groups.items()}
    by_noun: dict[str, Said] = {}
    for key in sorted(best):
        for word in best[key].description.casefold().split():
            other = by_noun.setdefault(word, best[key])
            if _size(best[key]) > _size(other):
                by_noun[word] = best[key]
    return {
        identifier: by_noun.get(noun_of(best[key].description.casefold().split()), best[key])
        if len(best[key].description.split()) == 1
        else best[key]
        for identifier, key in home.items()
    }


def _size(item: Said) -> tuple[int, str]:
    """How fully a saying describes who said it."""
    return len(f"{item.number} {item.description} {item.closeness}".split()), item.id


def _voice(chain: Chain, said: Said, told: Told) -> Voice:
    sources = [hop for hop in chain.hops if hop.kind is HopKind.SOURCE]
    outlets = [hop.name for hop in chain.hops if hop.kind is not HopKind.SOURCE and not _is_generic(hop.name)]
    hop = sources[-1] if sources else None
    if hop is not None and told.owners.key(hop.name) in told.owners.outlets and _reports(hop, told):
        outlets, hop = [*outlets, hop.name], None
    carrier, shown = _carrier(chain.article_id, outlets, told)
    if hop is None:
        return Voice((OUTLET, carrier), shown, carrier, shown, None, chain, said)
    return Voice(_key(hop, chain, carrier, told), hop.name, carrier, shown, hop, chain, said)


def _reports(hop: Hop, told: Told) -> bool:
    """Whether who bears the name of an outlet of the pile is that outlet: nobody else, or it reports."""
    if hop.actor_id is None:
        return True
    cue = hop.cue.text[:100].casefold().split() if hop.cue is not None else []
    return hop.actor_id not in told.persons and not REPORTING.isdisjoint(cue)


def _key(hop: Hop, chain: Chain, carrier: str, told: Told) -> Key:
    if _is_own(hop, chain.article_id, told):
        return OUTLET, carrier
    if _is_nobody(hop):
        return NOBODY, chain.attribution_id or ""
    described = hop.actor_id in told.groups and chain.status is RecordStatus.UNSTATED
    if hop.actor_id is not None and chain.status in _NAMED and not described:
        return ACTOR, hop.actor_id
    return (NAMED, fold_name(hop.name)) if chain.status is RecordStatus.ON_RECORD else (TOLD, carrier)


def _is_own(hop: Hop, article: str, told: Told) -> bool:
    """Whether an outlet speaks of itself: by the name that its address has, or of "our survey"."""
    words = hop.name.split()
    if words and words[0].casefold() in OURS:
        return True
    notes = told.notes.get(article)
    if hop.actor_id in told.persons or hop.actor_id in told.states or notes is None or notes.outlet is None:
        return False
    label = told.owners.key(notes.outlet).partition(".")[0].replace("-", "").replace(" ", "")
    return len(label) > 2 and fold_name(hop.name).replace(" ", "").removeprefix("the") == label


def _is_generic(name: str) -> bool:
    """An outlet that is only called what it is ("papers", "the media"): it tells no outlet from another."""
    return name == name.lower() and "." not in name


def _is_nobody(hop: Hop) -> bool:
    """A passive without a source, or a pronoun that nothing resolved."""
    return hop.span is None or (hop.actor_id is None and hop.name.casefold() in _PRONOUNS)


def _carrier(article: str, outlets: Sequence[str], told: Told) -> tuple[str, str]:
    """The outlet that was told: the last one cited, else that of the article which was first."""
    firsts = told.lines.told_first(article)
    if len(outlets) > 1 or (outlets and firsts == (article,)):
        return told.owners.key(outlets[-1]), outlets[-1]
    for first in sorted(firsts, key=lambda name: (not _cites(told.frames.get(name)), name)):
        frame = told.frames.get(first)
        if frame is not None and frame.hops:
            return told.owners.key(frame.hops[-1].name), frame.hops[-1].name
    if outlets and article in firsts:
        return told.owners.key(outlets[-1]), outlets[-1]
    title = told.notes[firsts[0]].title if firsts[0] in told.notes else article
    return f"page {firsts[0]}", f"the page “{title}”"


def _cites(frame: Chain | None) -> bool:
    return frame is not None and len(frame.hops) > 1
