"""The section an article stands in: what fields say, the path above it, the path of its address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from onrecord.data import Article, Field, Furniture, Metadatum, Sighting
from onrecord.lang.mastheads import is_section

SEPARATOR = re.compile(r"\s?[»›>→/|]\s?|\s[•·]\s")
SHOWN = 200
DEEP = 4


def section_candidates(
    article: Article,
    stated: tuple[Field, ...],
    furniture: tuple[Furniture, ...],
    sightings: tuple[Sighting, ...],
) -> Iterator[Metadatum]:
    """Candidates in the order of trust; the first is accepted."""
    title = (article.title or article.text[:60]).strip()[:SHOWN]
    found = [*_fields(stated, title), *_lines(article, furniture, title), *_paths(sightings, title)]
    for place, item in enumerate(found):
        yield Metadatum("section", item.value, item.origin, place == 0, item.reason, item.span)


def _fields(stated: tuple[Field, ...], title: str) -> Iterator[Metadatum]:
    for field in stated:
        if field.name == "section":
            why = f"{field.origin} of “{title}” says “{field.value[:SHOWN]}”"
            yield Metadatum("section", field.value, field.origin, False, why)


def _lines(article: Article, furniture: tuple[Furniture, ...], title: str) -> Iterator[Metadatum]:
    """A path or a section line above the article, the nearest first."""
    start = article.spans[0].start if article.spans else 0
    above = [part for part in furniture if part.span.end <= start and part.kind in ("breadcrumb", "section")]
    for part in reversed(above):
        names = [name.strip() for name in SEPARATOR.split(part.span.text) if name.strip()]
        sections = [name for name in names if is_section(name)]
        value = names[0] if part.kind == "section" and names else sections[-1] if sections else None
        if value is not None:
            why = f"the {part.kind} “{' '.join(part.span.text.split())[:SHOWN]}” stands above “{title}”"
            yield Metadatum("section", value, part.kind, False, why, part.span)


def _paths(sightings: tuple[Sighting, ...], title: str) -> Iterator[Metadatum]:
    """A word of the address's path that the table of sections holds."""
    for sighting in sightings:
        try:
            path = urlsplit(sighting.url or "").path
        except ValueError:
            continue
        for part in path.split("/")[1 : 1 + DEEP]:
            if is_section(part.replace("-", " ").replace("_", " ")):
                why = f"the address {(sighting.url or '')[:SHOWN]} of “{title}” leads through “{part}”"
                yield Metadatum("section", part, "address", False, why)
                break
