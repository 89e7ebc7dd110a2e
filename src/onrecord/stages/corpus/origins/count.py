"""How many independent origins stand behind a story and behind a position.

The origin is the party that told the first outlet. A named party is one origin wherever it is
heard; unnamed sources are told apart by the outlet that they told, and a copy or rewrite has the
sources of the article it was taken from. Where two outlets of one story each speak of unnamed
sources, nobody can tell from the pages whether these are the same people: then a range is given.
docs/stages/origins.md has the rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class _Scope:
    """What origins are counted for: a story or a position, the words that name it, its pages."""

    id: str
    label: str
    pages: int
    same_event: bool


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
    in_title = {
        mention.id
        for found in articles
        for mention in found.position_mentions
        if found.article.title_span is not None and mention.act_span.start < found.article.title_span.end
    }
    pages = _page_counter(articles, sightings)

    def voice(chain: Chain) -> _Voice:
        return _voice(chain, told_by.get(chain.article_id, chain.article_id), carriers)

    sets = []
    for story in stories:
        voices = [voice(chain) for article in story.articles for chain in by_article[article]]
        scope = _Scope(story.id, _short(story.title), pages(story.articles), same_event=True)
        sets.append(_origin_set(scope, [v for v in voices if v.hop]))
    for position in positions:
        told = [m for m in position.mentions if m not in in_title] or position.mentions
        found_chains = [mention_chain.get(mention) for mention in told]
        voices = [voice(chain) for chain in found_chains if chain]
        scope = _Scope(position.id, _short(position.issue), pages(position.articles), same_event=False)
        sets.append(_origin_set(scope, _without_takers(voices, told_by)))
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


def _without_takers(voices: list[_Voice], told_by: dict[str, str]) -> list[_Voice]:
    """Voices behind a position: where an article and its copy both tell it, the copy's voice is the first's.

    However the copy calls the source ("Vestan officials", "Vestan authorities"), it heard nobody.
    """
    firsts: dict[str, _Voice] = {}
    for voice in sorted(voices, key=lambda v: (v.hop is None, not v.named, v.chain.id)):
        if told_by.get(voice.chain.article_id, voice.chain.article_id) == voice.chain.article_id:
            firsts.setdefault(voice.chain.article_id, voice)
    for voice in sorted(voices, key=lambda v: (v.hop is None, not v.named, v.chain.article_id, v.chain.id)):
        firsts.setdefault(told_by.get(voice.chain.article_id, voice.chain.article_id), voice)
    kept = []
    for voice in voices:
        first = told_by.get(voice.chain.article_id, voice.chain.article_id)
        taken = first != voice.chain.article_id
        kept.append(replace(firsts[first], chain=voice.chain) if taken else voice)
    return kept


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


def _origin_set(scope: _Scope, voices: list[_Voice]) -> OriginSet:
    groups: defaultdict[tuple[str, ...], list[_Voice]] = defaultdict(list)
    for voice in voices:
        groups[voice.key].append(voice)
    origins = tuple(_origin(scope, key, groups[key]) for key in sorted(groups))
    unnamed = [key for key in groups if key[0] == "told"]
    low = len(groups) - (len(unnamed) - 1 if scope.same_event and len(unnamed) > 1 else 0)
    return OriginSet(
        id=make_id("or", [scope.id, *(origin.id for origin in origins)]),
        scope=scope.id,
        low=low,
        high=len(groups),
        origins=origins,
        pages=scope.pages,
        reason=_set_reason(scope, origins, low, [groups[key][0] for key in sorted(unnamed)]),
    )


def _origin(scope: _Scope, key: tuple[str, ...], voices: list[_Voice]) -> Origin:
    voices = sorted(voices, key=lambda v: (v.chain.article_id, v.chain.id))
    first = voices[0]
    articles = tuple(sorted({voice.chain.article_id for voice in voices}))
    chains = tuple(sorted({voice.chain.id for voice in voices}))
    status = first.hop.status if first.hop else RecordStatus.UNSTATED
    if any(voice.hop and voice.hop.status is RecordStatus.ON_RECORD for voice in voices):
        status = RecordStatus.ON_RECORD
    actor = first.hop.actor_id if first.hop and first.named else None
    name = first.name if first.named or not first.hop else _told_name(voices)
    reason = _origin_reason(scope, voices)
    return Origin(make_id("on", [scope.id, *key]), name, status, actor, articles, chains, reason)


def _told_name(voices: list[_Voice]) -> str:
    names = list(dict.fromkeys(" ".join(voice.name.split()) for voice in voices))
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0]}{more}"


def _origin_reason(scope: _Scope, voices: list[_Voice]) -> str:
    first = voices[0]
    count = len({voice.chain.article_id for voice in voices})
    where = f"in {'1 article' if count == 1 else f'{count} articles'} on “{scope.label}”"
    if first.named:
        return f"{first.name} speaks under that name{_heard(first)} {where}"
    if first.hop is None:
        return f"{first.name} gives no source of its own {where}"
    names = list(dict.fromkeys(" ".join(voice.name.split()) for voice in voices))
    shown = ", ".join(f"“{name}”" for name in names[:3])
    return f"{shown}: unnamed, all told to {first.carrier}, {where}"


def _heard(voice: _Voice) -> str:
    """The words by which the article lets it speak."""
    said = voice.hop.span if voice.hop is not None else None
    cue = voice.hop.cue if voice.hop is not None else None
    shown = [f"“{_short(' '.join(part.text.split()))}”" for part in (said, cue) if part is not None]
    return f" ({', '.join(shown)})" if shown else ""


def _set_reason(scope: _Scope, origins: tuple[Origin, ...], low: int, unnamed: list[_Voice]) -> str:
    pages, count = scope.pages, len(origins)
    head = f"“{scope.label}” on {pages} page{'s' if pages != 1 else ''}"
    if not origins:
        return f"{head}: no attribution stands behind it"
    names = "; ".join(f"{origin.name} ({origin.status})" for origin in origins[:6])
    more = f"; and {count - 6} more" if count > 6 else ""
    text = f"{head}, {count} origin{'s' if count != 1 else ''}: {names}{more}"
    if low < count:
        carriers = " and ".join(sorted({voice.carrier for voice in unnamed}))
        text += f". The unnamed sources of {carriers} may be the same people"
    return text


def _short(text: str, limit: int = 70) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
