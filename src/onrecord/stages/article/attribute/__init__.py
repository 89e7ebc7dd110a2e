"""Who said what: attributions of one article, as source, cue and content spans."""

from spacy.tokens import Doc

from onrecord.data import Article, Attribution, Language, Mention, Span


def attribute(
    article: Article,
    language: Language,
    doc: Doc | None,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
) -> tuple[Attribution, ...]:
    """Attributions in order of their content. `doc` is None for languages without a parser here."""
    return ()
