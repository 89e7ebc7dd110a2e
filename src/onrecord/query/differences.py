"""What two states of a case differ in: by ids, each with a line for people."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.data import Actor, ArticleFindings, CorpusFindings, Family, OriginSet, Position, Story
from onrecord.stores.base import View

KINDS = ("pages", "articles", "attributions", "families", "stories", "origins", "positions")
WORDS = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a case: a line for people, and a hash of everything in it."""

    line: str
    digest: str


Contents = Mapping[str, Mapping[str, Item]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that only one state holds (the other line is None), or that both hold differently."""

    kind: str
    id: str
    before: str | None
    after: str | None


def contents_of(view: View) -> Contents:
    """Everything of a case that `differences` compares."""
    corpus = CorpusFindings(
        families=view.families(),
        stories=view.stories(),
        actors=view.actors(),
        origins=view.origins(),
        positions=view.positions(),
    )
    pages = {
        seen.page_id: seen.place for seen in sorted(view.sightings(), key=lambda s: s.place, reverse=True)
    }
    return contents(pages, view.all_findings(), corpus)


def contents(
    pages: Mapping[str, str], articles: Iterable[ArticleFindings], corpus: CorpusFindings
) -> Contents:
    """The same from its parts; `pages` are places by page id."""
    found: dict[str, dict[str, Item]] = {kind: {} for kind in KINDS}
    found["pages"] = {page_id: Item(place, "") for page_id, place in pages.items()}
    for findings in articles:
        article = findings.article
        outlet = f" ({article.outlet.value})" if article.outlet else ""
        title = _short(article.title or article.text)
        found["articles"][article.id] = Item(f"{title}{outlet}", _digest(findings))
        for attribution in findings.attributions:
            said = (attribution.source, attribution.cue, attribution.content)
            line = " | ".join(_short(" … ".join(span.text for span in spans)) for spans in said)
            key = attribution.id
            found["attributions"][key] = Item(f"{line} [{attribution.status}]", _digest(attribution))
    names = {actor.id: actor for actor in corpus.actors}
    titles = {story.id: story.title for story in corpus.stories}
    found["families"] = {family.id: _family(family) for family in corpus.families}
    found["stories"] = {story.id: _story(story) for story in corpus.stories}
    found["origins"] = {origins.id: _origins(origins, titles) for origins in corpus.origins}
    found["positions"] = {position.id: _position(position, names) for position in corpus.positions}
    return found


def _family(family: Family) -> Item:
    return Item(f"{len(family.articles)} articles: {_short(family.reason)}", _digest(family))


def _story(story: Story) -> Item:
    return Item(f"{_short(story.title)} ({len(story.articles)} articles)", _digest(story))


def _origins(found: OriginSet, titles: Mapping[str, str]) -> Item:
    count = str(found.low) if found.low == found.high else f"{found.low} to {found.high}"
    of = _short(titles[found.scope]) if found.scope in titles else f"position {found.scope}"
    return Item(f"{of}: {count} origins, {found.pages} pages", _digest(found))


def _position(position: Position, names: Mapping[str, Actor]) -> Item:
    actor = names.get(position.actor_id)
    condition = f" if {_short(position.condition)}" if position.condition else ""
    name = actor.name if actor else position.actor_id
    return Item(f"{_short(name)}: {position.act} {_short(position.issue)}{condition}", _digest(position))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WORDS else f"{line[: WORDS - 1]}…"


def _digest(value: object) -> str:
    data = repr(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=10).hexdigest()


def differences(before: Contents, after: Contents) -> tuple[Difference, ...]:
    """What changed, by kind in the order of KINDS, then by id."""
    found = []
    for kind in KINDS:
        old, new = before[kind], after[kind]
        for key in sorted(old.keys() | new.keys()):
            one, other = old.get(key), new.get(key)
            if one != other:
                lines = (item.line if item else None for item in (one, other))
                found.append(Difference(kind, key, *lines))
    return tuple(found)
