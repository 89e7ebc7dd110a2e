"""Which attributions of a story say the same: by quoted words, by reuse, by position, by wording."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.data import Story
from onrecord.stages.corpus.origins.notes import Notes, Said
from onrecord.stages.corpus.origins.retold import Retold
from onrecord.stages.corpus.origins.voices import Voice

TOP = 6  # terms of a saying under which it is looked up, two at a time
BUCKET = 30  # sayings of one bucket that all others of it are held against
LEAST_TERMS = 4
NEARLY_ALL = 0.7  # share of the shorter saying's weight from which one term fewer will do, and a longer other
ALIKE = 0.55  # share of the shorter saying's weight that both hold
WHOLE = 0.3  # share of the longer one's
PART = 0.25  # the same, where nearly all of the shorter one is in it

Link = tuple[str, str]


def find_sayings(
    notes: Mapping[str, Notes],
    voices: Mapping[str, Voice],
    stories: Sequence[Story],
    positions: Sequence[Sequence[str]],
    retold: Mapping[str, Retold],
    across: Sequence[Link] = (),
) -> list[tuple[str, ...]]:
    """Groups of attributions (ids) that say the same and stand in two or more articles, each sorted.

    `positions` are the attributions in which one position stands, for each, `across` pairs that tell the same
    in two languages. Only what has a voice counts.
    """
    links: list[Link] = list(across)
    for article in sorted(retold):
        links += sorted(retold[article].twin.items())
    story_of = {article: story.id for story in stories for article in story.articles}
    for attributions in positions:
        links += _of_position(attributions, voices, story_of)
    for story in stories:
        if len(story.articles) > 1:
            links += _of_story([notes[article] for article in story.articles if article in notes], voices)
    return _groups([link for link in links if link[0] in voices and link[1] in voices], voices)


def _of_position(
    attributions: Sequence[str], voices: Mapping[str, Voice], story_of: Mapping[str, str]
) -> Iterator[Link]:
    """Mentions of one position within one story tell the same."""
    first: dict[str, str] = {}
    for name in attributions:
        voice = voices.get(name)
        if voice is None or voice.said.title:
            continue
        home = first.setdefault(story_of.get(voice.article, voice.article), voice.said.id)
        if home != voice.said.id:
            yield home, voice.said.id


def _of_story(notes: Sequence[Notes], voices: Mapping[str, Voice]) -> Iterator[Link]:
    """Sayings of one story that share quoted words, or tell the same in other words."""
    found = [(said, note) for note in notes for said in note.said if said.id in voices and not said.title]
    found.sort(key=lambda item: item[0].id)
    yield from _by_runs(found)
    told: list[tuple[Said, Notes]] = []
    same: dict[tuple[object, ...], str] = {}
    for said, note in found:
        whole = said.wording, said.terms, said.figures, said.negated, note.language
        home = same.setdefault(whole, said.id) if said.wording else said.id
        if home == said.id:
            told.append((said, note))
        else:
            yield home, said.id
    buckets: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (said, _) in enumerate(told):
        top = sorted(sorted(said.terms, key=lambda t: (-t[1], t[0]))[:TOP])
        for one, other in combinations([term for term, _ in top], 2):
            buckets[one, other].append(number)
        for run in said.wording:
            buckets["", str(run)].append(number)
    held: set[tuple[int, int]] = set()
    for key in sorted(buckets):
        for pair in _pairs(buckets[key]):
            if pair not in held:
                held.add(pair)
                if _says_same(*told[pair[0]], *told[pair[1]]):
                    yield told[pair[0]][0].id, told[pair[1]][0].id


def _by_runs(told: Sequence[tuple[Said, Notes]]) -> Iterator[Link]:
    first: dict[int, str] = {}
    for said, _ in told:
        for run, _start, _end in said.runs:
            home = first.setdefault(run, said.id)
            if home != said.id:
                yield home, said.id


def _pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a small bucket; of a large one each member with the first BUCKET."""
    for place, other in enumerate(members):
        for one in members[: min(place, BUCKET)]:
            yield one, other


def _says_same(one: Said, left: Notes, other: Said, right: Notes) -> bool:
    if left.id == right.id or left.language != right.language or one.negated != other.negated:
        return False
    if one.figures and other.figures and not set(one.figures) & set(other.figures):
        return False
    if not set(one.wording).isdisjoint(other.wording):
        return True
    mine, theirs = dict(one.terms), dict(other.terms)
    shared = sorted(mine.keys() & theirs.keys())
    if len(shared) < LEAST_TERMS - 1:
        return False
    weight = sum(mine[term] for term in shared)
    lighter, heavier = sorted((sum(mine.values()), sum(theirs.values())))
    if weight >= NEARLY_ALL * lighter:
        return weight >= PART * heavier
    enough = len(shared) >= min(LEAST_TERMS, len(mine), len(theirs))
    return enough and weight >= ALIKE * lighter and weight >= WHOLE * heavier


def _groups(links: Iterable[Link], voices: Mapping[str, Voice]) -> list[tuple[str, ...]]:
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(parent):
        groups[root(name)].append(name)
    return [
        tuple(group)
        for _, group in sorted(groups.items())
        if len({voices[name].article for name in group}) > 1
    ]
