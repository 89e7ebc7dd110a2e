"""One act found in the parse, before it is bound to mentions, sources and conditions."""

from dataclasses import dataclass

from spacy.tokens import Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """An act with its cue and its issue, as token ranges (half open).

    `holder` is the word whose referent acts; None means the party that speaks. `demanded` is the
    part of a precondition that is demanded, `marker` the word that makes it one. `backward` tells
    that the clause leans on the sentence before ("the main condition for this is ...").
    """

    act: str
    cue: Range
    issue: Range
    holder: Token | None
    rule: str
    confidence: float
    demanded: Range | None = None
    marker: Range | None = None
    backward: bool = False
    needs_condition: bool = False
    needs_voice: bool = False
