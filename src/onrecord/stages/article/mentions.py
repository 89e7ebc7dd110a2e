"""Phrases that refer to possible actors, gathered into coreference chains within the article."""

from spacy.tokens import Doc

from onrecord.data import Article, Language, Mention


def find_mentions(article: Article, language: Language, doc: Doc | None) -> tuple[Mention, ...]:
    """Mentions in text order. `doc` is None for languages without a parser here."""
    return ()
