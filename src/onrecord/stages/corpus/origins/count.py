"""Count the origins of all stories, positions and sayings of a pile."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from onrecord.config import OriginConfig
from onrecord.data import (
    Actor,
    ArticleFindings,
    Chain,
    HopKind,
    MentionKind,
    OriginSet,
    Position,
    Reuse,
    Sighting,
    Story,
)
from onrecord.memo import NO_MEMO, Memo
from onrecord.pile import Pile, pile_of
from onrecord.stages.corpus.origins.lines import Lines, lines_of
from onrecord.stages.corpus.origins.meant import as_meant
from onrecord.stages.corpus.origins.notes import Notes, all_notes
from onrecord.stages.corpus.origins.owners import find_owners, load_owners
from onrecord.stages.corpus.origins.reasons import short
from onrecord.stages.corpus.origins.retold import Retold, retold_of
from onrecord.stages.corpus.origins.sayings import Link, find_sayings
from onrecord.stages.corpus.origins.scope import Scope, count_scope
from onrecord.stages.corpus.origins.tongues import alike_across
from onrecord.stages.corpus.origins.voices import Told, Voice, fullest_of, strays_of, voices_of

_DEFAULTS = OriginConfig()


def count_origins(  # noqa: PLR0913, PLR0917 - all that the stages before it found
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    reuses: Sequence[Reuse],
    stories: Sequence[Story],
    positions: Sequence[Position],
    chains: Sequence[Chain],
    config: OriginConfig = _DEFAULTS,
    memo: Memo = NO_MEMO,
    actors: Sequence[Actor] = (),
) -> tuple[OriginSet, ...]:
    """One set a story, one a position, and one for each saying that stands in two or more articles; by id.

    The scope of a saying is the id of its earliest attribution; the chains of its origins lead to all others.
    Raises InputError when the user's file of owners cannot be used.
    """
    pile = pile_of(articles)
    notes = {item.id: item for item in all_notes(pile, memo)}
    lines = lines_of(reuses)
    across = alike_across(stories, notes, pile, memo)
    told = _told(pile, notes, lines, sightings, chains, actors, config, across)
    voices = voices_of(chains, told, as_meant)
    strays = strays_of(voices, told)
    story_of = {article: story.id for story in stories for article in story.articles}
    pages = _page_counter(notes, sightings)
    sets = []
    for story in stories:
        scope = Scope(story.id, "story", short(story.title), pages(story.articles), story_of, strays)
        found = [
            voices[said.id]
            for a in story.articles
            if a in notes
            for said in notes[a].said
            if said.id in voices
        ]
        sets.append(count_scope(scope, found, told))
    attribution_of = dict(pair for note in notes.values() for pair in note.stands)
    for position in positions:
        scope = Scope(
            position.id, "position", short(position.issue), pages(position.articles), story_of, strays
        )
        keys = [attribution_of.get(mention, "") for mention in position.mentions]
        sets.append(count_scope(scope, [voices[key] for key in keys if key in voices], told))
    for group in find_sayings(notes, voices, stories, positions, attribution_of, told.retold, across):
        found = [voices[key] for key in group]
        first = min(found, key=lambda v: _earliness(v, told))
        held = pages({voice.article for voice in found})
        scope = Scope(first.said.id, "saying", short(first.said.label), held, story_of, strays)
        sets.append(count_scope(scope, found, told))
    return tuple(sorted(sets, key=lambda item: item.id))


def _told(  # noqa: PLR0913, PLR0917 - all that voices are made of
    pile: Pile,
    notes: dict[str, Notes],
    lines: Lines,
    sightings: Sequence[Sighting],
    chains: Sequence[Chain],
    actors: Sequence[Actor],
    config: OriginConfig,
    across: Sequence[Link],
) -> Told:
    cited = {hop.name for chain in chains for hop in chain.hops if hop.kind is not HopKind.SOURCE}
    owners = find_owners(list(notes.values()), sightings, cited, load_owners(config.owners))
    frames = {chain.article_id: chain for chain in chains if chain.attribution_id is None and chain.hops}
    retold: dict[str, Retold] = {}
    for article in sorted(lines.taken):
        other = notes.get(lines.taken[article].earlier)
        found = retold_of(notes[article], other, lines) if other is not None and article in notes else None
        if found is not None:
            retold[article] = found
    fullest = fullest_of(chains, notes)
    return Told(
        notes,
        lines,
        owners,
        frames,
        retold,
        fullest,
        {actor.id: actor.state_id for actor in actors if actor.state_id is not None},
        _of_kind(actors, MentionKind.PERSON),
        _of_kind(actors, MentionKind.BODY),
        _of_kind(actors, MentionKind.UNNAMED),
        _both_ways(across),
        lambda name: pile.named(name).article.text,
    )


def _both_ways(links: Sequence[Link]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in links:
        found[one].add(other)
        found[other].add(one)
    return {name: frozenset(others) for name, others in found.items()}


def _of_kind(actors: Sequence[Actor], kind: MentionKind) -> frozenset[str]:
    return frozenset(actor.id for actor in actors if actor.kind is kind)


def _earliness(voice: Voice, told: Told) -> tuple[bool, str, str, int, str]:
    """The earliest of a saying: by who took from whom, then by day, then by id."""
    notes = told.notes[voice.article]
    bond = told.lines.taken.get(voice.article)
    took = bond is not None and bond.directed
    return took, notes.first or "9999", voice.article, voice.said.start, voice.said.id


def _page_counter(notes: dict[str, Notes], sightings: Sequence[Sighting]) -> Callable[[Iterable[str]], int]:
    seen: defaultdict[str, int] = defaultdict(int)
    for sighting in sightings:
        seen[sighting.page_id] += 1

    def count(ids: Iterable[str]) -> int:
        return sum(
            max(1, seen[page]) for page in {notes[article].page_id for article in ids if article in notes}
        )

    return count
