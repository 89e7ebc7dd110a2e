"""Span and triple metrics: exact and overlapping, one to one, best overlap first.

Spans are sets of token positions, where a token is a run of letters and digits or one other
visible character. A part in several pieces stays one part. Ties break by position.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Ranges = Sequence[tuple[int, int]]
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Triple:
    """Source, cue and content of one attribution as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @property
    def parts(self) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
        """The three parts in a fixed order."""
        return self.source, self.cue, self.content


@dataclass
class Tally:
    """Counts of matches against gold and against what was predicted; sums over articles."""

    matched: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, matched: int, gold: int, predicted: int) -> None:
        """Count one article."""
        self.matched += matched
        self.gold += gold
        self.predicted += predicted

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.matched / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


class Tokens:
    """Tokens of one text, to turn character ranges into sets of token numbers."""

    def __init__(self, text: str) -> None:
        self._at: list[int] = [-1] * (len(text) + 1)
        for number, match in enumerate(TOKEN.finditer(text)):
            for place in range(match.start(), match.end()):
                self._at[place] = number

    def cover(self, ranges: Ranges) -> frozenset[int]:
        """Numbers of all tokens that a list of ranges touches."""
        return frozenset(
            number for start, end in ranges for number in self._at[max(start, 0) : end] if number >= 0
        )


def exact_spans(gold: Iterable[frozenset[int]], predicted: Iterable[frozenset[int]]) -> tuple[int, int, int]:
    """(matched, gold, predicted) of equal spans, empty ones left out, each counted as often as it stands."""
    wanted = Counter(span for span in gold if span)
    given = Counter(span for span in predicted if span)
    return sum((wanted & given).values()), wanted.total(), given.total()


def overlapping(gold: Triple, predicted: Triple) -> bool:
    """Whether each part that gold has shares a token with the predicted part and no part is extra."""
    for wanted, given in zip(gold.parts, predicted.parts, strict=True):
        if bool(wanted) != bool(given) or (wanted and not wanted & given):
            return False
    return True


def equal(gold: Triple, predicted: Triple) -> bool:
    """Whether all three parts are the same."""
    return gold == predicted


def overlap(gold: Triple, predicted: Triple) -> float:
    """Sum over the parts of shared tokens against all tokens (intersection over union)."""
    return sum(
        len(wanted & given) / len(wanted | given)
        for wanted, given in zip(gold.parts, predicted.parts, strict=True)
        if wanted or given
    )


def match_triples(
    gold: Sequence[Triple], predicted: Sequence[Triple], accept: Callable[[Triple, Triple], bool]
) -> list[tuple[int, int]]:
    """Pairs (gold, predicted), one to one, the greatest overlap first."""
    by_token: dict[int, list[int]] = {}
    for number, triple in enumerate(predicted):
        for token in triple.cue | triple.content:
            by_token.setdefault(token, []).append(number)
    candidates = []
    for number, triple in enumerate(gold):
        near = {other for token in triple.cue | triple.content for other in by_token.get(token, ())}
        candidates += [
            (-overlap(triple, predicted[other]), number, other)
            for other in near
            if accept(triple, predicted[other])
        ]
    pairs = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, number, other in sorted(candidates):
        if number not in used_gold and other not in used_predicted:
            used_gold.add(number)
            used_predicted.add(other)
            pairs.append((number, other))
    return pairs
