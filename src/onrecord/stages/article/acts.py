"""Places where an actor offers, demands, rejects, threatens ... : position mentions."""

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.data import (
    Article,
    Attribution,
    Condition,
    Language,
    Mention,
    PositionMention,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class ActEvidence:
    """What earlier stages found in the article."""

    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    conditions: tuple[Condition, ...]
    times: tuple[TimeExpression, ...]


def find_acts(
    article: Article, language: Language, doc: Doc | None, evidence: ActEvidence
) -> tuple[PositionMention, ...]:
    """Position mentions in text order."""
    return ()
