"""Which articles belong together for origins, and a key for all that is read of each such part of the pile.

Who speaks in an article depends on the articles that it shares text with, and what its story comes to on all
of that story: so a part is what stories and lines of reuse connect. What one part reads of the rest of the
pile (who owns the outlets that it names, for whom its actors speak) goes into its key.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from onrecord.data import Actor, Position, Sighting, Story
from onrecord.linked import ChainShelves
from onrecord.memo import key_of
from onrecord.pile import Pile, digest_of, pack
from onrecord.stages.corpus.origins.lines import Lines
from onrecord.stages.corpus.origins.notes import About, AllNotes
from onrecord.stages.corpus.origins.owners import Houses, Owners
from onrecord.text.joins import groups

Stands = Mapping[str, tuple[str, str]]  # the attribution in which a mention stands, and its article


@dataclass(frozen=True, slots=True)
class Part:
    """Articles (ids, in order) with their stories, and for each position the attributions it stands in."""

    articles: tuple[str, ...]
    stories: tuple[Story, ...]
    positions: tuple[tuple[str, ...], ...]


def stands_of(notes: AllNotes) -> dict[str, tuple[str, str]]:
    """The attribution in which each mention of a position stands, and its article."""
    return {
        mention: (attribution, about.id) for about in notes.abouts for mention, attribution in about.stands
    }


def parts_of(
    pile: Pile, lines: Lines, stories: Sequence[Story], positions: Sequence[Position], stands: Stands
) -> list[Part]:
    """All articles of the pile in parts, in the order of their first articles."""
    known = pile.places
    label = _labels(known, lines, stories)
    members: dict[int, list[str]] = {}
    for place, name in enumerate(pile.names):
        members.setdefault(label[place], []).append(name)
    told: dict[int, list[Story]] = {}
    for story in sorted(stories, key=lambda one: one.id):
        here = next((known[name] for name in story.articles if name in known), None)
        if here is not None:
            told.setdefault(label[here], []).append(story)
    held: dict[int, list[tuple[str, ...]]] = {}
    for position in positions:
        for root, found in _by_part(position, stands, known, label).items():
            held.setdefault(root, []).append(found)
    return [
        Part(tuple(members[root]), tuple(told.get(root, ())), tuple(sorted(held.get(root, ()))))
        for root in sorted(members, key=lambda root: members[root][0])
    ]


def _labels(known: Mapping[str, int], lines: Lines, stories: Sequence[Story]) -> list[int]:
    links: list[tuple[int, int]] = []
    for story in stories:
        held = [known[name] for name in story.articles if name in known]
        links += [(held[0], other) for other in held[1:]]
    bonds = (bond for found in lines.doubtful.values() for bond in found)
    pairs = [*lines.group.items(), *((bond.earlier, bond.later) for bond in bonds)]
    links += [(known[one], known[other]) for one, other in pairs if one in known and other in known]
    left, right = (np.array([link[side] for link in links], dtype=np.int64) for side in (0, 1))
    label: list[int] = groups(len(known), left, right).tolist()
    return label


def _by_part(
    position: Position, stands: Stands, known: Mapping[str, int], label: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """The attributions of one position by part, where there are several in one."""
    found: dict[int, list[str]] = {}
    for mention in position.mentions if not position.gathers else ():
        attribution, article = stands.get(mention, ("", ""))
        if article in known:
            found.setdefault(label[known[article]], []).append(attribution)
    return {root: tuple(held) for root, held in found.items() if len(held) > 1}


class Keys:
    """Makes the keys of parts."""

    def __init__(
        self,
        pile: Pile,
        notes: AllNotes,
        chains: ChainShelves,
        lines: Lines,
        owners: Owners,
        actors: Sequence[Actor],
        sightings: Sequence[Sighting],
    ) -> None:
        self._pile, self._notes, self._chains, self._lines = pile, notes, chains, lines
        self._actors = {actor.id: (actor.id, actor.kind, actor.state_id) for actor in actors}
        self._seen = Counter(sighting.page_id for sighting in sightings)
        self._owning: Callable[[str], bytes] = cache(lambda name: _owning(name, owners, notes))

    def of(self, part: Part) -> bytes:
        """A hash of all that is read for the origins of a part."""
        names: set[str] = set()
        actors: set[str] = set()
        pages: set[str] = set()
        keys = [pack((part.stories, part.positions))]
        for name in part.articles:
            place = self._pile.places[name]
            head, about = self._chains.about(place), self._notes.abouts[place]
            names.update(head.names, (about.outlet,) if about.outlet is not None else ())
            pages.add(about.page_id)
            actors.update(head.actors)
            keys += (self._pile.digest(place), digest_of(self._chains.parts[place]), self._line(name))
        keys += [self._owning(name) for name in sorted(names)]
        keys.append(pack([self._actors[actor] for actor in sorted(actors & self._actors.keys())]))
        keys.append(pack([(page, self._seen[page]) for page in sorted(pages)]))
        return key_of(*keys)

    def _line(self, name: str) -> bytes:
        """What reuse makes of an article; who may have been first is told of the first of a line."""
        lines = self._lines
        if name not in lines.group and name not in lines.doubtful:
            return b""
        taken = lines.taken.get(name)
        reuse = digest_of(lines.packed(taken)) if taken is not None else b""
        first = lines.of(name)
        firsts = lines.firsts.get(first, ()) if first == name else ()
        return pack((taken, reuse, first, firsts, lines.doubtful.get(name, [])))


def _owning(name: str, owners: Owners, notes: AllNotes) -> bytes:
    """What is read of the owners of the pile for a name: of what house it is, and what says so."""
    key = owners.key(name)
    houses = [_house(key, one, notes.about) for one in (owners.sure, owners.likely)]
    return pack((name, key, key in owners.outlets, houses))


def _house(key: str, houses: Houses, about: Callable[[str], About | None]) -> tuple[object, ...]:
    shown = houses.shown.get(key)
    told = about(shown.article) if shown is not None and shown.article is not None else None
    return houses.root(key), shown, told.title if told is not None else None
