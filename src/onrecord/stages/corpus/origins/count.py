"""Count the origins of all stories, positions and sayings of a pile."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from onrecord.config import OriginConfig
from onrecord.data import (
    Actor,
    ArticleFindings,
    Chain,
    MentionKind,
    OriginSet,
    Position,
    Reuse,
    Sighting,
    Story,
)
from onrecord.engine import Engine, LocalEngine
from onrecord.linked import ChainShelves, chains_of
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import Pile, pack, pile_of
from onrecord.shelves import Sorted, read, shelf_bytes
from onrecord.stages.corpus.origins.lines import Lines, lines_of
from onrecord.stages.corpus.origins.meant import as_meant
from onrecord.stages.corpus.origins.notes import AllNotes, all_notes
from onrecord.stages.corpus.origins.owners import Owners, find_owners, load_owners
from onrecord.stages.corpus.origins.parts import Keys, Part, Stands, parts_of, stands_of
from onrecord.stages.corpus.origins.reasons import short
from onrecord.stages.corpus.origins.retold import Retold, retold_of
from onrecord.stages.corpus.origins.sayings import Link, find_sayings
from onrecord.stages.corpus.origins.scope import Scope, count_scope
from onrecord.stages.corpus.origins.tongues import alike_across
from onrecord.stages.corpus.origins.voices import Told, Voice, Voices, fullest_of

_DEFAULTS = OriginConfig()
_LOCAL = LocalEngine()
KEPT = 2_000  # articles of which something is kept
OF_PART, OF_POSITION = "origins", "origins-position"  # kinds of what is remembered
Made = TypeVar("Made")


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
    engine: Engine = _LOCAL,
) -> Sequence[OriginSet]:
    """One set a story, one a position, and one for each saying that stands in two or more articles; by id.

    The scope of a saying is the id of its earliest attribution; the chains of its origins lead to all others.
    Stories and sayings are remembered by the part of the pile that they lie in, positions by their parts.
    Raises InputError when the user's file of owners cannot be used.
    """
    pile = pile_of(articles)
    notes = all_notes(pile, engine, memo)
    shelves = chains_of(chains, pile.names)
    lines = lines_of(reuses)
    cited = {name for place in range(len(pile)) for name in shelves.about(place).cited}
    owners = find_owners(notes.abouts, sightings, cited, load_owners(config.owners))
    stands = stands_of(notes)
    parts = parts_of(pile, lines, stories, positions, stands)
    keyed = Keys(pile, notes, shelves, lines, owners, actors, sightings)
    keys = [keyed.of(part) for part in parts]
    across = alike_across(_in_several(stories, notes), notes, pile, memo)
    told = _told(pile, notes, lines, owners, shelves, actors, across)
    counting = _Counting(told, shelves, stories, sightings)

    def of_parts(missing: list[int]) -> Iterator[bytes]:
        return (_shelf(counting.of_part(parts[number])) for number in missing)

    def of_positions(missing: list[int]) -> Iterator[bytes]:
        return (_shelf([counting.of_position(ordered[number], stands)]) for number in missing)

    found = remembered(memo, OF_PART, keys, of_parts)
    home = {name: keys[number] for number, part in enumerate(parts) for name in part.articles}
    ordered = sorted(positions, key=lambda one: (one.articles, one.id))
    around = [sorted({home[name] for name in one.articles if name in home}) for one in ordered]
    asked = [key_of(pack(one), *near) for one, near in zip(ordered, around, strict=True)]
    found += remembered(memo, OF_POSITION, asked, of_positions)
    return Sorted([str(number) for number in range(len(found))], found, tuple[OriginSet, ...], _ids)


def _shelf(sets: Iterable[OriginSet]) -> bytes:
    ordered = sorted(sets, key=lambda item: item.id)
    return shelf_bytes(pack(tuple(item.id for item in ordered)), ordered)


def _ids(head: bytes) -> tuple[str, ...]:
    return read(head, tuple[str, ...])


class _Counting:
    """Counts the origins of one part, or of one position, out of what is told."""

    def __init__(
        self, told: Told, chains: ChainShelves, stories: Sequence[Story], sightings: Sequence[Sighting]
    ) -> None:
        self._told = told
        self._voices = Voices(told, chains.of, as_meant)
        self._story_of = {article: story.id for story in stories for article in story.articles}
        self._seen = Counter(sighting.page_id for sighting in sightings)

    def of_part(self, part: Part) -> list[OriginSet]:
        """The sets of the stories and of the sayings of a part."""
        told = self._told
        voices = {name: voice for a in part.articles for name, voice in self._voices.of(a).items()}
        sets = [self._of_story(story, voices) for story in part.stories]
        retold = {a: told.retold[a] for a in part.articles if a in told.retold}
        across = [(name, other) for name in sorted(voices) for other in sorted(told.across.get(name, ()))]
        for group in find_sayings(told.notes, voices, part.stories, part.positions, retold, across):
            found = [voices[key] for key in group]
            first = min(found, key=self._earliness)
            held = {voice.article for voice in found}
            sets.append(self._counted((first.said.id, "saying", first.said.label), held, found))
        return sets

    def _of_story(self, story: Story, voices: Mapping[str, Voice]) -> OriginSet:
        notes = self._told.notes
        said = (said.id for a in story.articles if a in notes for said in notes[a].said)
        found = [voices[name] for name in said if name in voices]
        return self._counted((story.id, "story", story.title), story.articles, found)

    def of_position(self, position: Position, stands: Stands) -> OriginSet:
        """The set of one position."""
        found = []
        for mention in position.mentions:
            attribution, article = stands.get(mention, ("", ""))
            voice = self._voices.of(article).get(attribution)
            if voice is not None:
                found.append(voice)
        return self._counted((position.id, "position", position.issue), position.articles, found)

    def _counted(
        self, scope: tuple[str, str, str], articles: Iterable[str], found: Sequence[Voice]
    ) -> OriginSet:
        """The set of a scope, given as its id, its kind and its label."""
        name, kind, label = scope
        strays = self._voices.strays({voice.article for voice in found})
        whole = Scope(name, kind, short(label), self._pages(articles), self._story_of, strays)
        return count_scope(whole, found, self._told)

    def _pages(self, articles: Iterable[str]) -> int:
        """How often the pages of some articles were seen."""
        notes = self._told.notes
        pages = {notes[article].about.page_id for article in articles if article in notes}
        return sum(max(1, self._seen[page]) for page in pages)

    def _earliness(self, voice: Voice) -> tuple[bool, str, str, int, str]:
        """The earliest of a saying: by who took from whom, then by day, then by id."""
        notes = self._told.notes[voice.article]
        bond = self._told.lines.taken.get(voice.article)
        took = bond is not None and bond.directed
        return took, notes.first or "9999", voice.article, voice.said.start, voice.said.id


class _Lazy(Mapping[str, Made]):
    """What is made of an article when it is asked for, where there is anything; some are kept."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Made | None]) -> None:
        self._names = names
        self._make = lru_cache(KEPT)(make)

    def __getitem__(self, name: str) -> Made:
        found = self._make(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _in_several(stories: Sequence[Story], notes: AllNotes) -> list[Story]:
    """The stories with articles in several languages."""
    found = []
    for story in stories:
        abouts = map(notes.about, story.articles)
        if len({about.language for about in abouts if about is not None}) > 1:
            found.append(story)
    return found


def _told(
    pile: Pile,
    notes: AllNotes,
    lines: Lines,
    owners: Owners,
    chains: ChainShelves,
    actors: Sequence[Actor],
    across: Sequence[Link],
) -> Told:
    def frame(article: str) -> Chain | None:
        found = [chain for chain in chains.of(article) if chain.attribution_id is None and chain.hops]
        return found[-1] if found else None

    def retold(article: str) -> Retold | None:
        bond = lines.taken.get(article)
        if bond is None or bond.earlier not in notes or article not in notes:
            return None
        return retold_of(notes[article], notes[bond.earlier], lines)

    fullest = lru_cache(KEPT)(lambda article: fullest_of(chains.of(article), notes[article]))
    text = lru_cache(KEPT)(lambda article: pile.named(article).article.text)
    frames, tellings = _Lazy(pile.names, frame), _Lazy(pile.names, retold)
    return Told(
        notes,
        lines,
        owners,
        frames,
        tellings,
        fullest,
        {actor.id: actor.state_id for actor in actors if actor.state_id is not None},
        _of_kind(actors, MentionKind.PERSON),
        _of_kind(actors, MentionKind.BODY),
        _of_kind(actors, MentionKind.UNNAMED),
        _both_ways(across),
        text,
    )


def _both_ways(links: Sequence[Link]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in links:
        found[one].add(other)
        found[other].add(one)
    return {name: frozenset(others) for name, others in found.items()}


def _of_kind(actors: Sequence[Actor], kind: MentionKind) -> frozenset[str]:
    return frozenset(actor.id for actor in actors if actor.kind is kind)
