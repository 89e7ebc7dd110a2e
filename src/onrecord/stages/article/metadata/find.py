"""Gather the candidates for title, byline, outlet, change date, section, language, address and licence.

Fields and addresses speak of the page's first article only. Which title, byline and outlet hold was
decided when the article was cut out; here their rivals are kept beside them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import Article, Field, Furniture, Language, Metadatum, Page, Sighting
from onrecord.stages.article.metadata.address import address_candidates
from onrecord.stages.article.metadata.languages import Identify, language_candidates
from onrecord.stages.article.metadata.rights import licence_candidates
from onrecord.stages.article.metadata.sections import section_candidates

MAX_CANDIDATES = 60
SHOWN = 200


@dataclass(frozen=True, slots=True)
class About:
    """An article with all that can speak about it."""

    page: Page
    sightings: tuple[Sighting, ...]
    article: Article
    siblings: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    language: Language

    @property
    def first(self) -> bool:
        """Whether the page's own statements are about this article."""
        return self.article.number == min((other.number for other in self.siblings), default=1)


def find_metadata(about: About, identify: Identify) -> tuple[Metadatum, ...]:
    """All candidates of one article, by name, the accepted one of each name first, at most sixty."""
    stated = tuple(_stated(about)) if about.first else ()
    found = [
        *_chosen(about.article),
        *_rivals(about.article, stated),
        *_changes(about, stated),
        *_sources(about, stated),
        *section_candidates(about.article, stated, about.furniture, about.sightings if about.first else ()),
        *address_candidates(about.article, stated, about.sightings if about.first else ()),
        *licence_candidates(about.page, about.article, about.siblings, about.furniture, stated),
        *language_candidates(about.article, about.language, stated, identify),
    ]
    unique: dict[tuple[object, ...], Metadatum] = {}
    for item in found:
        unique.setdefault((item.name, item.value, item.origin, item.span), item)
    ordered = sorted(enumerate(unique.values()), key=lambda pair: (not pair[1].accepted, pair[0]))
    return tuple(item for _, item in ordered[:MAX_CANDIDATES])


def _stated(about: About) -> Iterator[Field]:
    """Fields of the page, then those of the places where it was seen."""
    yield from about.page.fields
    for sighting in about.sightings:
        yield from sighting.fields


def _chosen(article: Article) -> Iterator[Metadatum]:
    """The title, byline and outlet that the article goes by."""
    if article.title and article.title_span is not None and article.spans:
        start = article.spans[0].start
        on_page = next((span for span in article.spans if span.start == start), None)
        why = f"“{article.title[:SHOWN]}” stands as a line of its own above the text"
        yield Metadatum("title", article.title, "title line", True, why, on_page)
    for name, fact in (("byline", article.byline), ("outlet", article.outlet)):
        if fact is not None:
            origin = "text" if fact.span else "page"
            yield Metadatum(name, fact.value, origin, True, fact.reason, fact.span)


def _rivals(article: Article, stated: tuple[Field, ...]) -> Iterator[Metadatum]:
    """What fields say of title, byline and outlet: in agreement with what holds, or against it."""
    chosen = {
        "title": article.title,
        "byline": article.byline.value if article.byline else None,
        "outlet": article.outlet.value if article.outlet else None,
    }
    for field in stated:
        if field.name not in chosen:
            continue
        held = chosen[field.name]
        said = f"{field.origin} says “{field.value[:SHOWN]}”"
        if held is None:
            yield Metadatum(field.name, field.value, field.origin, False, f"{said}; nothing on the page does")
        elif _same(field.value, held):
            yield Metadatum(field.name, field.value, field.origin, True, f"{said}, as the page does")
        else:
            why = f"{said}; the article goes by “{held[:SHOWN]}”"
            yield Metadatum(field.name, field.value, field.origin, False, why)


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _changes(about: About, stated: tuple[Field, ...]) -> Iterator[Metadatum]:
    """When the page was changed, as fields say it: the latest is taken, as written."""
    changes = [field for field in stated if field.name == "modified"]
    latest = max((field.value for field in changes if field.value[:4].isdigit()), default=None)
    for field in changes:
        title = (about.article.title or about.article.text[:60]).strip()
        why = f"{field.origin} says “{field.value[:SHOWN]}” of “{title[:SHOWN]}”"
        yield Metadatum("modified", field.value, field.origin, field.value == latest, why)


def _sources(about: About, stated: tuple[Field, ...]) -> Iterator[Metadatum]:
    """Where fields say that the text was taken from: a syndication source, a work it is based on."""
    title = (about.article.title or about.article.text[:60]).strip()[:SHOWN]
    own = {about.article.outlet.value.casefold()} if about.article.outlet else set()
    own |= {sighting.outlet.casefold() for sighting in about.sightings if sighting.outlet}
    own |= {sighting.url for sighting in about.sightings if sighting.url}
    for field in stated:
        if field.name == "source":
            taken = field.value not in own and field.value.casefold() not in own
            what = "as where it comes from" if taken else "which is where it was seen"
            why = f"{field.origin} of “{title}” names {field.value[:SHOWN]}, {what}"
            yield Metadatum("source", field.value, field.origin, taken, why)
