"""The words that carry meaning: stems without function words, and how much each one tells."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.text.fold import Word
from onrecord.text.stems import stem

COMMON = 0.30


def is_number(term: str) -> bool:
    """Whether a term is a figure ("1,200", "2024")."""
    return term[:1].isdigit()


def terms_of(found: list[Word], language: str, prior: Callable[[str], float]) -> list[tuple[str, Word]]:
    """Stems of the words that are not function words (prior above COMMON), with the words."""
    kept = []
    for word in found:
        term = word.fold if is_number(word.fold) else stem(word.fold, language)
        if is_number(term) or (len(term) > 1 and prior(term) < COMMON):
            kept.append((term, word))
    return kept


@dataclass(frozen=True)
class Weights:
    """What each term tells: -log of the share of articles that hold it.

    The share is estimated from the pile and from `prior`, which counts as `strength` articles: in a
    pile of five pages the prior decides, in one of ten thousand the pile does.
    """

    documents: int
    counts: Mapping[str, int]
    prior: Callable[[str], float]
    strength: float = 100.0

    def weight(self, term: str) -> float:
        """Weight of `term`, in nats; never negative."""
        expected = self.prior(term) * self.strength
        share = (self.counts.get(term, 0) + expected) / (self.documents + self.strength)
        return max(0.0, -math.log(min(1.0, share)))
