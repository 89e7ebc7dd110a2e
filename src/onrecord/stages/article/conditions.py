"""Conditions: what a clause hangs on ("only if", "provided that", "until")."""

from spacy.tokens import Doc

from onrecord.data import Article, Condition, Language, Span


def find_conditions(
    article: Article, language: Language, doc: Doc | None, sentences: tuple[Span, ...]
) -> tuple[Condition, ...]:
    """Conditions in text order."""
    return ()
