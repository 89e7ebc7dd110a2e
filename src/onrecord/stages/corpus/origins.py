"""How many independent origins stand behind a story and behind a position.

The origin is the party that told the first outlet. A named party is one origin wherever it is
heard; unnamed sources are told apart by the outlet that they told, and a copy or rewrite has the
sources of the article it was taken from. Where two outlets of one story each speak of unnamed
sources, nobody can tell from the pages whether these are the same people: then a range is given.
docs/stages/origins.md has the rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import (
    ArticleFindings,
    Chain,
    Hop,
    HopKind,
    Origin,
    OriginSet,
    Position,
    RecordStatus,
    Reuse,
    Sighting,
    Story,
)
from onrecord.ids import make_id
from onrecord.lang.carriers import outlet_key

_NAMED = (RecordStatus.ON_RECORD, RecordStatus.UNSTATED)


@dataclass(frozen=True, slots=True)
class _Voice:
    """One chain's end, under the key by which it meets the same origin's other chains."""

    key: tuple[str, ...]
    name: str
    named: bool
    carrier: str
    hop: Hop | None
    chain: Chain


def count_origins(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    reuses: Sequence[Reuse],
    stories: Sequence[Story],
    positions: Sequence[Position],
    chains: Sequence[Chain],
) -> tuple[OriginSet, ...]:
    """One set a story and one a position, sorted by id."""
    told_by = _first_tellers(reuses)
    carriers = _own_carriers(chains)
    by_attribution = {chain.attribution_id: chain for chain in chains if chain.attribution_id}
    by_article: defaultdict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        if chain.attribution_id:
            by_article[chain.article_id].append(chain)
    mention_chain = {
        mention.id: by_attribution.get(mention.attribution_id or "")
        for found in articles
        for mention in found.position_mentions
    }
    pages = _page_counter(articles, sightings)

    def voice(chain: Chain) -> _Voice:
        return _voice(chain, told_by.get(chain.article_id, chain.article_id), carriers)

    sets = []
    for story in stories:
        voices = [voice(chain) for article in story.articles for chain in by_article[article]]
        sets.append(
            _origin_set(story.id, story.articles, [v for v in voices if v.hop], pages, same_event=True)
        )
    for position in positions:
        found_chains = [mention_chain.get(mention) for mention in position.mentions]
        voices = [voice(chain) for chain in found_chains if chain]
        sets.append(_origin_set(position.id, position.articles, voices, pages, same_event=False))
    return tuple(sorted(sets, key=lambda item: item.id))


def _first_tellers(reuses: Sequence[Reuse]) -> dict[str, str]:
    """For each article that took text: the article at the start of the line, as far as we hold it.

    An undirected pair has no teller: the lower id stands for both, so that they still count once.
    """
    taken_from: dict[str, str] = {}
    for reuse in sorted(reuses, key=lambda r: (not r.directed, -r.score, r.id)):
        taken_from.setdefault(reuse.later, reuse.earlier)
    firsts = {}
    for article in sorted(taken_from):
        seen = [article]
        while (above := taken_from.get(seen[-1])) and above not in seen:
            seen.append(above)
        firsts[article] = seen[-1] if above is None else min(seen)
    return firsts


def _own_carriers(chains: Sequence[Chain]) -> dict[str, str]:
    """The last carrier of each article's frame: whom its unnamed sources told."""
    return {
        chain.article_id: outlet_key(chain.hops[-1].name)
        for chain in chains
        if chain.attribution_id is None and chain.hops
    }


def _voice(chain: Chain, first: str, carriers: dict[str, str]) -> _Voice:
    sources = [hop for hop in chain.hops if hop.kind is HopKind.SOURCE]
    outlets = [outlet_key(hop.name) for hop in chain.hops if hop.kind is not HopKind.SOURCE]
    taken = first != chain.article_id
    cited = len(outlets) > 1
    carrier = outlets[-1] if outlets and (cited or not taken) else carriers.get(first, "")
    carrier = carrier or f"page {first}"
    if not sources:
        key = ("outlet", carrier)
        return _Voice(key, _outlet_name(chain, carrier), False, carrier, None, chain)
    hop = sources[-1]
    if hop.actor_id is not None and chain.status in _NAMED:
        return _Voice(("actor", hop.actor_id), hop.name, True, carrier, hop, chain)
    return _Voice(("told", carrier), hop.name, False, carrier, hop, chain)


def _outlet_name(chain: Chain, carrier: str) -> str:
    return chain.hops[-1].name if chain.hops else carrier


def _page_counter(
    articles: Sequence[ArticleFindings], sightings: Sequence[Sighting]
) -> Callable[[Iterable[str]], int]:
    page_of = {found.article.id: found.article.page_id for found in articles}
    seen: defaultdict[str, int] = defaultdict(int)
    for sighting in sightings:
        seen[sighting.page_id] += 1

    def count(ids: Iterable[str]) -> int:
        return sum(max(1, seen[page]) for page in {page_of[article] for article in ids})

    return count


def _origin_set(
    scope: str,
    articles: tuple[str, ...],
    voices: list[_Voice],
    pages: Callable[[Iterable[str]], int],
    same_event: bool,
) -> OriginSet:
    groups: defaultdict[tuple[str, ...], list[_Voice]] = defaultdict(list)
    for voice in voices:
        groups[voice.key].append(voice)
    origins = tuple(_origin(scope, key, groups[key]) for key in sorted(groups))
    unnamed = [key for key in groups if key[0] == "told"]
    low = len(groups) - (len(unnamed) - 1 if same_event and len(unnamed) > 1 else 0)
    count = pages(articles)
    return OriginSet(
        id=make_id("or", [scope, *(origin.id for origin in origins)]),
        scope=scope,
        low=low,
        high=len(groups),
        origins=origins,
        pages=count,
        reason=_set_reason(origins, count, low, [groups[key][0] for key in sorted(unnamed)]),
    )


def _origin(scope: str, key: tuple[str, ...], voices: list[_Voice]) -> Origin:
    voices = sorted(voices, key=lambda v: (v.chain.article_id, v.chain.id))
    first = voices[0]
    articles = tuple(sorted({voice.chain.article_id for voice in voices}))
    chains = tuple(sorted({voice.chain.id for voice in voices}))
    status = first.hop.status if first.hop else RecordStatus.UNSTATED
    if any(voice.hop and voice.hop.status is RecordStatus.ON_RECORD for voice in voices):
        status = RecordStatus.ON_RECORD
    actor = first.hop.actor_id if first.hop and first.named else None
    name = first.name if first.named or not first.hop else _told_name(voices)
    return Origin(make_id("on", [scope, *key]), name, status, actor, articles, chains, _origin_reason(voices))


def _told_name(voices: list[_Voice]) -> str:
    names = list(dict.fromkeys(" ".join(voice.name.split()) for voice in voices))
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more}"


def _origin_reason(voices: list[_Voice]) -> str:
    first = voices[0]
    count = len({voice.chain.article_id for voice in voices})
    where = "1 article" if count == 1 else f"{count} articles"
    if first.named:
        return f"{first.name} speaks under that name in {where}"
    if first.hop is None:
        return f"{first.name} gives no source of its own in {where}"
    names = list(dict.fromkeys(" ".join(voice.name.split()) for voice in voices))
    shown = ", ".join(f"“{name}”" for name in names[:3])
    return f"{shown}: unnamed, all told to {first.carrier}, in {where}"


def _set_reason(origins: tuple[Origin, ...], pages: int, low: int, unnamed: list[_Voice]) -> str:
    if not origins:
        return "no attribution stands behind it"
    names = "; ".join(f"{origin.name} ({origin.status})" for origin in origins[:6])
    more = f"; and {len(origins) - 6} more" if len(origins) > 6 else ""
    text = f"{pages} page{'s' if pages != 1 else ''}, {len(origins)} origin{'s' if len(origins) != 1 else ''}: {names}{more}"
    if low < len(origins):
        carriers = " and ".join(sorted({voice.carrier for voice in unnamed}))
        text += f". The unnamed sources of {carriers} may be the same people"
    return text
