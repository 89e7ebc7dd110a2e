"""A case opened for questions: a View, and the small indexes that every answer needs.

Indexes hold groups and names, never texts; they are built once per state of a case and may be
shared between Views of it (`Index`). Everything else is read through the View when it is asked for.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.data import Actor, Change, Family, MentionKind, Position, Story, Thread
from onrecord.errors import NotFoundError
from onrecord.stores.base import CaseMeta, OriginCounts, View

NO_ORIGINS = OriginCounts("", 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Index:
    """Groups and names of one state of a case, by id. `state` tells when it no longer holds.

    `held_by` and `held_in` are the ids of positions by actor and by article; `unnamed` are the ids of
    actors that are described, not named.
    """

    state: CaseMeta
    stories: Mapping[str, Story]
    threads: Mapping[str, Thread]
    families: Mapping[str, Family]
    actors: Mapping[str, Actor]
    origins: Mapping[str, OriginCounts]
    positions: Mapping[str, Position]
    changes: Mapping[str, Change]
    story_of: Mapping[str, str]
    thread_of: Mapping[str, str]
    family_of: Mapping[str, str]
    held_by: Mapping[str, tuple[str, ...]]
    held_in: Mapping[str, tuple[str, ...]]
    unnamed: frozenset[str]
    named: Mapping[str, tuple[str, ...]] = field(repr=False)


def build_index(view: View) -> Index:
    """Read the groups and names of a case once."""
    stories, threads, families = view.stories(), view.threads(), view.families()
    actors, positions = view.actors(), view.positions()
    return Index(
        state=view.meta(),
        stories={story.id: story for story in stories},
        threads={thread.id: thread for thread in threads},
        families={family.id: family for family in families},
        actors={actor.id: actor for actor in actors},
        origins={found.scope: found for found in view.origin_counts()},
        positions={position.id: position for position in positions},
        changes={change.id: change for change in view.changes()},
        story_of={article: story.id for story in stories for article in story.articles},
        thread_of={story: thread.id for thread in threads for story in thread.stories},
        family_of={article: family.id for family in families for article in family.articles},
        held_by=_group((position.actor_id, position.id) for position in positions),
        held_in=_group((article, position.id) for position in positions for article in position.articles),
        unnamed=frozenset(actor.id for actor in actors if actor.kind is MentionKind.UNNAMED),
        named=_names(actors),
    )


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _names(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    return _group(
        (fold_name(name), actor.id) for actor in actors for name in (actor.name, *actor.names) if name.strip()
    )


def fold_name(name: str) -> str:
    """A name as it is compared: case and runs of white space do not count."""
    return " ".join(name.casefold().split())


class AmbiguousError(NotFoundError):
    """What was given fits several things of one sort (`what`); `choices` holds (id, name), sorted by id."""

    def __init__(self, what: str, given: str, choices: tuple[tuple[str, str], ...]) -> None:
        self.what, self.choices = what, choices
        listed = "; ".join(f"{identifier} {name}".strip() for identifier, name in choices[:20])
        super().__init__(f"{given!r} fits {len(choices)} entries; name one by its id: {listed}")


class Record:
    """A View with its index: what every question takes. Pass a known `index` to share it."""

    def __init__(self, view: View, index: Index | None = None) -> None:
        self.view = view
        self.index = index if index is not None and index.state == view.meta() else build_index(view)

    def story(self, story_id: str) -> Story:
        """The story of this id, alias or unique beginning of an id."""
        return self.index.stories[self._find(story_id, self.index.stories, "story")]

    def actor(self, given: str) -> Actor:
        """The actor of this id, alias, unique beginning of an id, or name in any case."""
        named = self.index.named.get(fold_name(given), ())
        if len(named) == 1:
            return self.index.actors[named[0]]
        if named:
            raise AmbiguousError("actor", given, tuple((key, self.index.actors[key].name) for key in named))
        found = self._known(given, self.index.actors) or self._partly_named(given)
        return self.index.actors[found or _by_beginning(given, self.index.actors, "actor")]

    def _partly_named(self, given: str) -> str | None:
        wanted = fold_name(given)
        found = {key for name, ids in self.index.named.items() if wanted and wanted in name for key in ids}
        if len(found) > 1:
            raise AmbiguousError(
                "actor", given, tuple((key, self.index.actors[key].name) for key in sorted(found))
            )
        return next(iter(found), None)

    def article_id(self, given: str) -> str:
        """The id of the article of this id, alias or unique beginning of an id."""
        if self.view.heads((given,)):
            return given
        return self._find(given, self.view.article_ids(), "article")

    def superseded(self, given: str) -> bool:
        """Whether this id is one that another took the place of."""
        try:
            return self.view.resolve(given) != given
        except NotFoundError:
            return False

    def actor_name(self, actor_id: str | None) -> str | None:
        """The name of an actor, None when the case does not hold it."""
        actor = self.index.actors.get(actor_id) if actor_id else None
        return actor.name if actor else None

    def _find(self, given: str, known: Iterable[str], what: str) -> str:
        ids = known if isinstance(known, Mapping) else frozenset(known)
        return self._known(given, ids) or _by_beginning(given, ids, what)

    def _known(self, given: str, ids: Container[str]) -> str | None:
        """The id itself, or the one that superseded it; None when `ids` holds neither."""
        if given in ids:
            return given
        try:
            resolved = self.view.resolve(given)
        except NotFoundError:
            return None
        return resolved if resolved in ids else None


def _by_beginning(given: str, ids: Iterable[str], what: str) -> str:
    found = sorted(
        key for key in ids if given and (key.startswith(given) or key.partition("-")[2].startswith(given))
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(what, given, tuple((key, "") for key in found))
    raise NotFoundError(f"this case holds no {what} {given!r}; `onrecord show CASE` lists what it holds")
