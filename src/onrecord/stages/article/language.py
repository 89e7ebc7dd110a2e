"""The language of an article, with the reason."""

from collections.abc import Callable

from onrecord.data import Article, Language


def identify_article(article: Article, identify: Callable[[str], tuple[str, float]]) -> Language:
    """Language of `article` by its body text."""
    raise NotImplementedError
