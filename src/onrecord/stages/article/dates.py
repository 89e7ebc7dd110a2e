"""When an article was published, and what its time expressions mean."""

from onrecord.data import Article, Language, Page, PublicationDate, Sighting, TimeExpression


def find_publication(
    page: Page,
    sightings: tuple[Sighting, ...],
    article: Article,
    siblings: tuple[Article, ...],
    language: Language,
) -> PublicationDate:
    """The publication date of `article` from all candidates, each kept with its reason.

    `siblings` are all articles of the page, `article` among them.
    """
    raise NotImplementedError


def find_times(
    article: Article, language: Language, published: PublicationDate
) -> tuple[TimeExpression, ...]:
    """Time expressions of the text, in order, resolved against `published` where they need it."""
    return ()
