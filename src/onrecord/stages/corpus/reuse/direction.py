"""Who took from whom: signs of lateness on both sides, weighed; dates are one soft sign among them.

A logistic regression without a constant over the differences between the sides, so that turning the
pair turns the answer exactly (docs/models/reuse-direction.md tells how the weights were trained).
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from onrecord.config import ReuseConfig
from onrecord.data import Reason
from onrecord.stages.corpus.reuse.across import Across
from onrecord.stages.corpus.reuse.compare import Comparison
from onrecord.stages.corpus.reuse.direction_weights import weights
from onrecord.stages.corpus.reuse.readings import Meeting, Reading, meet
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.signs import Found, find_signs

SHOWN = 2
LEAST_ODDS = 0.05
COPIED = 0.5
NEARLY_ALL = 0.8
EXCERPTED = 25


class Manner(StrEnum):
    """How two articles share text, seen alike from both: it decides what a sign is worth."""

    VERBATIM = "verbatim"
    EXCERPT = "excerpt"
    REWORDED = "reworded"
    ACROSS = "across languages"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`probability` is that of the order `left_first`; below the threshold it is that of id order."""

    left_first: bool
    probability: float
    reasons: tuple[Reason, ...]


def manner_of(meeting: Meeting) -> Manner:
    """The manner of a meeting, by its shared runs of words and its languages.

    Verbatim: half of either text, or nearly all of one, stands in the other; excerpt: EXCERPTED words in
    a row outside quotation marks do.
    """
    if meeting.across:
        return Manner.ACROSS
    shares = sum(meeting.own) / max(1, len(meeting.own)), sum(meeting.theirs) / max(1, len(meeting.theirs))
    if min(shares) >= COPIED or max(shares) >= NEARLY_ALL:
        return Manner.VERBATIM
    longest = min(_longest_run(meeting.this, meeting.own), _longest_run(meeting.other, meeting.theirs))
    return Manner.EXCERPT if longest >= EXCERPTED else Manner.REWORDED


def _longest_run(reading: Reading, shared: tuple[bool, ...]) -> int:
    """The longest row of shared words outside quotation marks."""
    best = row = 0
    for flag, inside in zip(shared, reading.side.profile.draft.inside, strict=True):
        row = row + 1 if flag and not inside else 0
        best = max(best, row)
    return best


def odds_of(found: Found, manner: Manner) -> float:
    """Log-odds that a sign gives to the right article being the later one."""
    return round(weights().get(found.name, {}).get(str(manner), 0.0) * found.surplus, 6)


def direct(left: Sided, right: Sided, found: Comparison | Across, config: ReuseConfig) -> Verdict:
    """Weigh all signs. Below `config.directed` the articles stay in id order (left first)."""
    meeting = meet(left, right, found.chain if isinstance(found, Comparison) else found.links)
    manner = manner_of(meeting)
    weighed = [(one, odds_of(one, manner)) for one in find_signs(meeting)]
    total = round(math.fsum(odds for _, odds in weighed), 6)
    probability = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    left_first = 1.0 - probability < config.directed
    weighed.sort(key=lambda item: (-round(abs(item[1]), 6), item[0].name))
    reasons = [reason for one, odds in weighed for reason in _reasons(one, odds, left_first)]
    return Verdict(left_first, round(probability if left_first else 1.0 - probability, 4), tuple(reasons))


def _reasons(found: Found, odds: float, left_first: bool) -> list[Reason]:
    """What a sign says of the later article ("For") or of the earlier ("Against")."""
    if abs(odds) < LEAST_ODDS:
        return []
    later = odds > 0  # whether it makes the right article the later one
    speaks_for = later == left_first
    signs = found.right if later else found.left
    if speaks_for:
        return [Reason(f"For this order: {sign.text}.", (sign.span,)) for sign in signs[:SHOWN]]
    return [Reason(f"Against it, in the earlier article: {sign.text}.") for sign in signs[:SHOWN]]
