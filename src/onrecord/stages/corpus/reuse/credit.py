"""Credits: an article that names the other's outlet as where its report comes from ("the Courier reports").

Who says whom it retells need not keep order or wording; it must still tell what the other tells.
"""

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.config import ReuseConfig
from onrecord.data import PublicationDate, Reason, Span
from onrecord.stages.corpus.reuse.compare import Comparison, Side
from onrecord.stages.corpus.reuse.sided import Sided, clip, sentence_around
from onrecord.text.edtf import bounds, exact_day
from onrecord.text.fold import fold, words

SOURCE = 300  # characters of a source that are read


@dataclass(frozen=True, slots=True)
class Credit:
    """`side` cites the other's outlet at `span`; `score` is that of a retelling."""

    side: Sided
    span: Span
    score: float


def outlet_words(side: Sided) -> tuple[str, ...]:
    """The folded words of an article's outlet."""
    outlet = side.findings.article.outlet
    return tuple(fold(word) for word in outlet.value.split()) if outlet else ()


_words = lru_cache(maxsize=20_000)(words)


def _holds(text: str, name: tuple[str, ...]) -> bool:
    found = _words(text[:SOURCE])
    return any(
        found[at].capital and tuple(word.fold for word in found[at : at + len(name)]) == name
        for at in range(len(found) - len(name) + 1)
    )


def citing(side: Sided, name: tuple[str, ...]) -> Span | None:
    """Where an article gives an outlet as the source of what it says."""
    if sum(map(len, name)) < 3:
        return None
    for one in side.findings.attributions:
        for part in one.source:
            if _holds(part.text, name):
                return part
    return None


def days(published: PublicationDate) -> tuple[date | None, date | None]:
    """First and last possible day: by the value where there is one, else by the bounds of the text."""
    if published.value:
        return bounds(published.value)
    return exact_day(published.earliest), exact_day(published.latest)


def _before(one: Sided, other: Sided) -> bool:
    """Whether one was out before the other, by dates that do not meet."""
    (_, end), (start, _) = days(one.findings.published), days(other.findings.published)
    return bool(end and start and end < start)


def _told(side: Side, steps: int, config: ReuseConfig) -> float:
    if steps < config.credit_steps:
        return 0.0
    return round(1.0 / (1.0 + math.exp(5.0 - 14.0 * side.told - 0.3 * min(steps, 10))), 4)


def find_credit(left: Sided, right: Sided, found: Comparison, config: ReuseConfig) -> Credit | None:
    """The credit that one of two articles gives the other's outlet, None without one or where both do.

    A page that was out before the article it is held against retells another one of that outlet.
    """
    names = outlet_words(left), outlet_words(right)
    if names[0] == names[1]:
        return None
    in_left, in_right = citing(left, names[1]), citing(right, names[0])
    if in_left and not in_right and not _before(left, right):
        return Credit(left, in_left, _told(found.left, found.steps, config))
    if in_right and not in_left and not _before(right, left):
        return Credit(right, in_right, _told(found.right, found.steps, config))
    return None


def credit_reason(credit: Credit) -> Reason:
    """The credit in its sentence."""
    near = sentence_around(credit.side, credit.span)
    return Reason(f"It gives “{credit.span.text}” as where this comes from: “{clip(near)}”.", (credit.span,))
