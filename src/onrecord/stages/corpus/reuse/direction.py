"""Who took from whom: small features, each with a weight and the words that it rests on.

Every feature looks at both articles and gives a number: positive when the LEFT one looks like the
earlier. Weights are log-odds; dates are one soft feature among them, since dates lie.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Reason, Span, span_of
from onrecord.stages.corpus.reuse.compare import Comparison
from onrecord.stages.corpus.reuse.profile import Profile
from onrecord.text.fold import fold


@dataclass(frozen=True, slots=True)
class Sided:
    """One article of a pair with its profile."""

    findings: ArticleFindings
    profile: Profile

    @property
    def id(self) -> str:
        """The article's id."""
        return self.findings.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.findings.article.text

    def sentence(self, number: int) -> Span:
        """A sentence without the white space around it."""
        own = self.profile.draft.sentences[number]
        raw = self.text[own.start : own.end]
        start = own.start + len(raw) - len(raw.lstrip())
        return span_of(self.text, start, max(start, own.start + len(raw.rstrip())))

    def first(self, folded: str) -> Span | None:
        """The first place of a folded word."""
        for word in self.profile.draft.words:
            if word.fold == folded:
                return span_of(self.text, word.start, word.end)
        return None


@dataclass(frozen=True, slots=True)
class Clue:
    """One feature's answer: log-odds that the left article is the earlier, and why."""

    odds: float
    text: str
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`probability` is that of the order `left_first`; below the threshold it is that of id order."""

    left_first: bool
    probability: float
    reasons: tuple[Reason, ...]
    names_source: bool


Feature = Callable[[Sided, Sided, Comparison], list[Clue]]


def _outlet_words(side: Sided) -> tuple[str, ...]:
    outlet = side.findings.article.outlet
    return tuple(fold(word) for word in outlet.value.split()) if outlet else ()


def _naming(side: Sided, name: tuple[str, ...]) -> Span | None:
    """Where an article names an outlet."""
    words = side.profile.draft.words
    if not name or sum(map(len, name)) < 3:
        return None
    for at in range(len(words) - len(name) + 1):
        if words[at].capital and tuple(w.fold for w in words[at : at + len(name)]) == name:
            return span_of(side.text, words[at].start, words[at + len(name) - 1].end)
    return None


def names_other(left: Sided, right: Sided, found: Comparison) -> list[Clue]:
    """One names the other's outlet ("the Harn Courier reports") and is not named back."""
    in_right, in_left = _naming(right, _outlet_words(left)), _naming(left, _outlet_words(right))
    if _outlet_words(left) == _outlet_words(right) or bool(in_right) == bool(in_left):
        return []
    if in_right:
        return [Clue(2.5, f"It names “{in_right.text}”, the outlet of the other.", right=(in_right,))]
    if in_left:
        return [Clue(-2.5, f"It names “{in_left.text}”, the outlet of the other.", left=(in_left,))]
    return []


def _edge(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def dates(left: Sided, right: Sided, found: Comparison) -> list[Clue]:
    """Publication dates that do not overlap; weak, because stamps are often wrong."""
    one, other = left.findings.published, right.findings.published
    ends = _edge(one.latest or one.value), _edge(other.latest or other.value)
    starts = _edge(one.earliest or one.value), _edge(other.earliest or other.value)
    if ends[0] and starts[1] and ends[0] < starts[1]:
        return [Clue(0.7, f"It is dated {other.value or starts[1]}, the other {one.value or ends[0]}.")]
    if ends[1] and starts[0] and ends[1] < starts[0]:
        return [Clue(-0.7, f"It is dated {one.value or starts[0]}, the other {other.value or ends[1]}.")]
    return []


FEATURES: tuple[Feature, ...] = (names_other, dates)


def direct(left: Sided, right: Sided, found: Comparison, config: ReuseConfig) -> Verdict:
    """Weigh all clues. Below `config.directed` the articles stay in id order (left first)."""
    clues = [clue for feature in FEATURES for clue in feature(left, right, found)]
    odds = sum(clue.odds for clue in clues)
    probability = 1.0 / (1.0 + math.exp(-odds))
    left_first = not 1.0 - probability >= config.directed
    shown = sorted(clues, key=lambda clue: (-abs(clue.odds), clue.text))
    reasons = tuple(Reason(clue.text, clue.right if left_first else clue.left) for clue in shown)
    names = any(clue.odds == 2.5 if left_first else clue.odds == -2.5 for clue in clues)
    return Verdict(left_first, round(probability if left_first else 1.0 - probability, 4), reasons, names)
