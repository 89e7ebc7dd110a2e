"""What a page says about the rights in an article: a licence field, a licence or copyright line."""

from collections.abc import Iterator

from onrecord.data import Article, Field, Furniture, Metadatum, Page, Span
from onrecord.lang.licences import CREATIVE_COMMONS, licence_in

MAX_LINE = 400
MAX_LINES = 3_000
SHOWN = 200


def licence_candidates(
    page: Page,
    article: Article,
    siblings: tuple[Article, ...],
    furniture: tuple[Furniture, ...],
    stated: tuple[Field, ...],
) -> Iterator[Metadatum]:
    """Candidates in the order of trust; the first is accepted.

    A line within the article speaks of it; a line of furniture of every article of the page.
    """
    title = (article.title or article.text[:60]).strip()[:SHOWN]
    found = [*_within(article, title), *_fields(stated, title), *_around(furniture, len(siblings), title)]
    found.sort(key=lambda item: not item.value.startswith("CC "))  # an exact licence before a claim of right
    for place, item in enumerate(found):
        yield Metadatum("licence", item.value, item.origin, place == 0, item.reason, item.span)


def _within(article: Article, title: str) -> Iterator[Metadatum]:
    for span in (*article.spans[:1], *article.spans[-3:]):
        value = _claim(span)
        if value is not None:
            why = f"“{' '.join(span.text.split())[:SHOWN]}” is a line of “{title}”"
            yield Metadatum("licence", value, "text", False, why, span)


def _fields(stated: tuple[Field, ...], title: str) -> Iterator[Metadatum]:
    for field in stated:
        if field.name == "licence":
            value = licence_in(field.value) if CREATIVE_COMMONS.search(field.value) else field.value
            why = f"{field.origin} of “{title}” says “{field.value[:SHOWN]}”"
            yield Metadatum("licence", value or field.value, field.origin, False, why)


def _around(furniture: tuple[Furniture, ...], articles: int, title: str) -> Iterator[Metadatum]:
    for part in furniture[:MAX_LINES]:
        value = _claim(part.span)
        if value is not None:
            shared = f"the page of “{title}”" + (f" and {articles - 1} more" if articles > 1 else "")
            why = f"“{' '.join(part.span.text.split())[:SHOWN]}” stands on {shared}"
            yield Metadatum("licence", value, part.kind, False, why, part.span)


def _claim(span: Span) -> str | None:
    return licence_in(span.text) if len(span.text) <= MAX_LINE else None
