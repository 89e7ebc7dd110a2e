"""Sentences of an article: from the parse where there is one, else by punctuation."""

from spacy.tokens import Doc

from onrecord.data import Article, Language, Span


def find_sentences(article: Article, language: Language, doc: Doc | None) -> tuple[Span, ...]:
    """Sentences in text order; a heading or title is a sentence of its own."""
    raise NotImplementedError
