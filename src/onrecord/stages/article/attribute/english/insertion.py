"""A phrase set into a sentence that says who cites, or is cited."""

from dataclasses import dataclass

from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.english.spliced import Splice


@dataclass(frozen=True, slots=True)
class Insertion:
    """A citing phrase: `hole` is what the tagger does not read; `outer` if its party stands outside."""

    hole: Range
    cue: tuple[Range, ...]
    source: Range
    outer: bool


def splices(insertions: list[Insertion]) -> list[Splice]:
    """What is left out of the text that the tagger reads."""
    return [Splice(*item.hole) for item in insertions]
