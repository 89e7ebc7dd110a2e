"""Who took from whom: signs of lateness on both sides, weighed; dates are one soft sign among them.

Weights are log-odds for one place more on this side than on the other; no sign counts beyond its
cap, so that no single habit of a writer decides. The probability is a logistic of the sum.
"""

import math
from dataclasses import dataclass

from onrecord.config import ReuseConfig
from onrecord.data import Reason, Span, span_of
from onrecord.stages.corpus.reuse import signs
from onrecord.stages.corpus.reuse.compare import Comparison
from onrecord.stages.corpus.reuse.corrections import correction_in
from onrecord.stages.corpus.reuse.credit import days, outlet_words
from onrecord.stages.corpus.reuse.sided import Sided, clip, sentence_around
from onrecord.text.align import Link
from onrecord.text.fold import fold


@dataclass(frozen=True, slots=True)
class Weight:
    """A sign with its log-odds for each place, and the most that it may count."""

    find: signs.Finder
    each: float
    cap: float


WEIGHTS: tuple[Weight, ...] = (
    Weight(signs.hedged, 0.5, 1.2),
    Weight(signs.elegant, 0.5, 1.2),
    Weight(signs.inflated, 0.35, 1.0),
    Weight(signs.rounded, 0.5, 1.0),
    Weight(signs.trimmed, 0.9, 1.5),
    Weight(signs.unquoted, 0.6, 1.2),
    Weight(signs.unscared, 0.4, 0.8),
    Weight(signs.fewer_details, 0.15, 0.6),
    Weight(signs.own_work, 0.8, 0.8),
    Weight(signs.taken, 2.0, 2.0),
    Weight(signs.rebranded, 0.8, 0.8),
)
NAMED = 2.5
CORRECTED = 6.0
VERSIONS = 0.5
UNCREDITED = 0.8
DATELINE = "dateline"
DATED = 0.7
CUT = 1.0
SHOWN = 2


@dataclass(frozen=True, slots=True)
class Clue:
    """What speaks for the order left, right (`odds` above 0) or right, left; spans on the later side."""

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


def sentence_pairs(chain: tuple[Link, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Chained sentences as (left numbers, right numbers); links that share a sentence are one pair."""
    found: list[tuple[list[int], list[int]]] = []
    for link in chain:
        if found and (found[-1][0][-1] == link.left or found[-1][1][-1] == link.right):
            found[-1][0].append(link.left)
            found[-1][1].append(link.right)
        else:
            found.append(([link.left], [link.right]))
    return [(tuple(dict.fromkeys(left)), tuple(dict.fromkeys(right))) for left, right in found]


def _naming(side: Sided, name: tuple[str, ...]) -> Span | None:
    """Where an article names an outlet."""
    words = side.profile.draft.words
    if sum(map(len, name)) < 3:
        return None
    for at in range(len(words) - len(name) + 1):
        if words[at].capital and tuple(word.fold for word in words[at : at + len(name)]) == name:
            return span_of(side.text, words[at].start, words[at + len(name) - 1].end)
    return None


def _named(left: Sided, right: Sided) -> list[Clue]:
    """One names the other's outlet ("the Harn Courier reports") and is not named back."""
    in_right, in_left = _naming(right, outlet_words(left)), _naming(left, outlet_words(right))
    if outlet_words(left) == outlet_words(right) or (in_right is None) == (in_left is None):
        return []
    if in_right is not None:
        return [Clue(NAMED, _names(right, in_right), right=(in_right,))]
    return [Clue(-NAMED, _names(left, in_left), left=(in_left,))] if in_left else []


def _names(side: Sided, span: Span) -> str:
    near = clip(sentence_around(side, span), 90)
    return f"it names “{span.text}”, the outlet of the other: “{near}”"


def _uncredited(left: Sided, right: Sided, found: Comparison) -> list[Clue]:
    """Of two versions of a text one opens with an agency's credit, the other never names that agency."""
    if max(found.left.runs, found.right.runs) < VERSIONS:
        return []
    from_left, from_right = _credit_left_out(left, right), _credit_left_out(right, left)
    if bool(from_left) == bool(from_right):
        return []
    if from_left:
        return [Clue(UNCREDITED, from_left, right=(right.sentence(0),))]
    return [Clue(-UNCREDITED, from_right, left=(left.sentence(0),))]


def _credit_left_out(this: Sided, other: Sided) -> str:
    """What `other` does without, in words; "" where it is the agency itself, credits anyone, or names it."""
    if other.findings.credits or not other.profile.draft.sentences:
        return ""
    for credit in this.findings.credits:
        name = tuple(fold(word) for word in credit.name.split())
        if credit.role == DATELINE and name != outlet_words(other) and _naming(other, name) is None:
            near = clip(this.text[credit.span.start :], 60)
            return f"it has the words without the credit “{credit.span.text}” that opens the other: “{near}”"
    return ""


def _label(side: Sided) -> str:
    """The headline, or how the text begins."""
    return clip(side.findings.article.title or side.text[:80], 60)


def _dated(left: Sided, right: Sided) -> list[Clue]:
    """Publication dates that do not overlap; weak, because stamps are often wrong."""
    one, other = left.findings.published, right.findings.published
    (start, end), (other_start, other_end) = days(one), days(other)
    if end and other_start and end < other_start:
        return [
            Clue(
                DATED,
                f"“{_label(right)}” is dated {other.value or other_start}, the other {one.value or end}",
            )
        ]
    if other_end and start and other_end < start:
        return [
            Clue(
                -DATED,
                f"“{_label(left)}” is dated {one.value or start}, the other {other.value or other_end}",
            )
        ]
    return []


def _cut(left: Sided, right: Sided, found: Comparison) -> list[Clue]:
    """Nearly all words of one stand in the other, which has more: the shorter was cut from the longer."""
    short, long = (
        (found.left, found.right) if found.left.words < found.right.words else (found.right, found.left)
    )
    if short.runs < 0.85 or long.words < 1.08 * short.words:
        return []
    side = left if short is found.left else right
    text = f"{short.words} of its words against {long.words} there, nearly all of them copied: it was cut"
    span = (side.sentence(len(side.profile.draft.sentences) - 1),)
    return [Clue(-CUT, text, left=span)] if side is left else [Clue(CUT, text, right=span)]


def _corrected(left: Sided, right: Sided, found: Comparison) -> list[Clue]:
    """One of two versions of a text says that it was changed: it is later, whatever else speaks against it.

    Only between versions: half the words of one in runs, and no two outlets that are known to differ. A
    rewrite elsewhere may well be younger than the text that its source has corrected since.
    """
    outlets = outlet_words(left), outlet_words(right)
    if max(found.left.runs, found.right.runs) < VERSIONS or (all(outlets) and outlets[0] != outlets[1]):
        return []
    on_left, on_right = correction_in(left), correction_in(right)
    if on_right and not on_left:
        return [Clue(CORRECTED, on_right.text, right=(on_right.span,))]
    if on_left and not on_right:
        return [Clue(-CORRECTED, on_left.text, left=(on_left.span,))]
    return []


def _signed(weight: Weight, left: Sided, right: Sided, chain: tuple[Link, ...]) -> list[Clue]:
    """The clues of one sign: those of the side that shows more of it, sharing its capped odds."""
    heading = (
        [s.heading for s in left.profile.draft.sentences],
        [s.heading for s in right.profile.draft.sentences],
    )
    pairs = sentence_pairs(
        tuple(link for link in chain if not heading[0][link.left] and not heading[1][link.right])
    )
    on_right = list(weight.find(right, left, [(theirs, own) for own, theirs in pairs]))
    on_left = list(weight.find(left, right, pairs))
    surplus = len(on_right) - len(on_left)
    odds = max(-weight.cap, min(weight.cap, weight.each * surplus))
    shown = (on_right if surplus > 0 else on_left)[:SHOWN] if surplus else []
    return [
        Clue(odds / len(shown), sign.text, *(((), (sign.span,)) if surplus > 0 else ((sign.span,), ())))
        for sign in shown
    ]


def find_clues(left: Sided, right: Sided, found: Comparison) -> list[Clue]:
    """All clues of a pair."""
    clues = _named(left, right) + _dated(left, right) + _cut(left, right, found)
    clues += _corrected(left, right, found) + _uncredited(left, right, found)
    for weight in WEIGHTS:
        clues += _signed(weight, left, right, found.chain)
    return clues


def direct(left: Sided, right: Sided, found: Comparison, config: ReuseConfig) -> Verdict:
    """Weigh all clues. Below `config.directed` the articles stay in id order (left first)."""
    clues = find_clues(left, right, found)
    probability = 1.0 / (1.0 + math.exp(-sum(clue.odds for clue in clues)))
    left_first = 1.0 - probability < config.directed
    clues.sort(key=lambda clue: (-round(abs(clue.odds), 6), clue.text))
    reasons = [_reason(clue, left_first, left, right) for clue in clues]
    names = any(clue.odds == (NAMED if left_first else -NAMED) for clue in clues)
    return Verdict(
        left_first, round(probability if left_first else 1.0 - probability, 4), tuple(reasons), names
    )


def _reason(clue: Clue, left_first: bool, left: Sided, right: Sided) -> Reason:
    """What the clue says, of the later article ("For") or of the earlier ("Against")."""
    speaks_for = (clue.odds > 0) == left_first
    if speaks_for:
        return Reason(f"For this order: {clue.text}.", clue.right if left_first else clue.left)
    return Reason(f"Against it, in the earlier article: {clue.text}.", ())
