"""The features of a pair: each a small function of the overlap of two articles, in no direction.

The docstring of each function says what it measures; `docs/stages/reuse.md` lists them. `near` is the
article whose telling is better covered by the other, `far` the other one. Values are rounded to four
decimals, so that the trained model sees the same figures on every machine.
"""

import math
from collections.abc import Callable

import numpy as np

from onrecord.models.trees import Rows
from onrecord.stages.corpus.reuse.overlap import Overlap, Part

Feature = Callable[[Overlap], float]
FEW = 3  # details in common below which their order says nothing


def cover_near(o: Overlap) -> float:
    """Share of the weight of near's unquoted words (by stem, rare ones weigh more) that far has too."""
    return o.near.cover


def cover_far(o: Overlap) -> float:
    """Share of the weight of far's unquoted words that near has too."""
    return o.far.cover


def names_near(o: Overlap) -> float:
    """Share of near's names (outside quotations and headings, by weight) that far has too."""
    return o.near.names


def names_far(o: Overlap) -> float:
    """Share of far's names that near has too."""
    return o.far.names


def figures_near(o: Overlap) -> float:
    """Share of near's figures that far has too, also rounded or spelt out."""
    return o.near.figures


def figures_far(o: Overlap) -> float:
    """Share of far's figures that near has too, also rounded or spelt out."""
    return o.far.figures


def _share(part: Part) -> float:
    total = sum(detail.weight for detail in part.side.profile.traits.details)
    return part.own / total if total else 0.0


def own_share_near(o: Overlap) -> float:
    """Share of near's names and figures that far lacks: who rewrites knows little of their own."""
    return _share(o.near)


def own_share_far(o: Overlap) -> float:
    """Share of far's names and figures that near lacks."""
    return _share(o.far)


def own_near(o: Overlap) -> float:
    """Weight (log) of the names and figures that near alone has."""
    return math.log1p(o.near.own)


def own_far(o: Overlap) -> float:
    """Weight (log) of the names and figures that far alone has."""
    return math.log1p(o.far.own)


def order_of_details(o: Overlap) -> float:
    """How far the shared names and figures are first mentioned in one order, beyond chance.

    Longest rising row of their places over their count, less 2 / sqrt(n), what a random order gives.
    """
    count = len(o.shared)
    return o.order - min(1.0, 2.0 / math.sqrt(count)) if count >= FEW else 0.0


def shared_details(o: Overlap) -> float:
    """How many names and figures both have (log)."""
    return math.log1p(len(o.shared))


def odd_wording(o: Overlap) -> float:
    """Weight (log) of rare words in small letters that both use outside quotations: odd wording kept."""
    return math.log1p(o.odd_weight)


def runs_near(o: Overlap) -> float:
    """Share of near's unquoted words that stand in shared runs of five words."""
    return o.near.counted.runs


def runs_far(o: Overlap) -> float:
    """Share of far's unquoted words that stand in shared runs of five words."""
    return o.far.counted.runs


def blocks(o: Overlap) -> float:
    """Unquoted words (log) in shared runs of twelve and more."""
    return math.log1p(o.block_words)


def anchored(o: Overlap) -> float:
    """Share of the telling words of those runs that either article has outside them too; 1 without runs.

    A paragraph taken from a report speaks of what the report speaks of, a line placed on two pages does not.
    """
    return o.anchored


def block_details(o: Overlap) -> float:
    """Weight (log) of the names and figures of near that are first told in those runs."""
    return math.log1p(
        sum(
            detail.weight
            for detail in o.near.side.profile.traits.details
            if any(first <= detail.word < end for first, end in o.near.blocks)
        )
    )


def own_quotes_near(o: Overlap) -> float:
    """Quoted words (log) of near that far does not have at all: somebody was asked."""
    return math.log1p(o.near.own_quoted)


def own_quotes_far(o: Overlap) -> float:
    """Quoted words (log) of far that near does not have at all."""
    return math.log1p(o.far.own_quoted)


def quoted_near(o: Overlap) -> float:
    """Share of near's quoted words that far quotes too."""
    return o.near.quoted


def shared_quotation(o: Overlap) -> float:
    """Quoted words (log) in shared runs: alone they speak of one speech, not of reuse."""
    return math.log1p(o.quote_words)


def turned_indirect(o: Overlap) -> float:
    """Quoted words (log) of either that the other has without quotation marks."""
    return math.log1p(o.near.turned + o.far.turned)


def told_near(o: Overlap) -> float:
    """Share of near's unquoted weight that far tells in the same order, sentence by sentence."""
    return o.near.counted.told


def told_far(o: Overlap) -> float:
    """Share of far's unquoted weight that near tells in the same order."""
    return o.far.counted.told


def chance_order(o: Overlap) -> float:
    """What the chain of sentences weighs with one article read backwards, beside the chain as it is."""
    return min(1.5, o.found.chance)


def steps(o: Overlap) -> float:
    """Sentences that follow each other in the same order (10 at most)."""
    return float(min(10, o.found.steps))


def blurred(o: Overlap) -> float:
    """Figures that one gives exactly and the other rounded (5 at most)."""
    return float(min(5, o.near.blurred + o.far.blurred))


def words_near(o: Overlap) -> float:
    """Unquoted words of near (log)."""
    return math.log(max(10, o.near.counted.words))


def length_ratio(o: Overlap) -> float:
    """How much longer far is than near (log)."""
    return math.log(max(10, o.far.counted.words) / max(10, o.near.counted.words))


def names_outlet(o: Overlap) -> float:
    """Places (2 at most) where one gives the other's outlet as its source and is not given as one."""
    return float(min(2, abs(o.near.names_other - o.far.names_other)))


def names_outlet_covered(o: Overlap) -> float:
    """The cover of near where one gives the other's outlet as its source, else 0."""
    return o.near.cover if o.near.names_other or o.far.names_other else 0.0


def cites_media(o: Overlap) -> float:
    """Sentences (2 at most) with "the paper reports" and the like that one has more than the other."""
    return float(min(2, abs(o.near.passings - o.far.passings)))


FEATURES: tuple[Feature, ...] = (
    cover_near,
    cover_far,
    names_near,
    names_far,
    figures_near,
    figures_far,
    own_share_near,
    own_share_far,
    own_near,
    own_far,
    order_of_details,
    shared_details,
    odd_wording,
    runs_near,
    runs_far,
    blocks,
    anchored,
    block_details,
    own_quotes_near,
    own_quotes_far,
    quoted_near,
    shared_quotation,
    turned_indirect,
    told_near,
    told_far,
    chance_order,
    steps,
    blurred,
    words_near,
    length_ratio,
    names_outlet,
    names_outlet_covered,
    cites_media,
)
NAMES = tuple(feature.__name__ for feature in FEATURES)


def row_of(found: Overlap) -> Rows:
    """The features of one pair as a row, rounded."""
    return np.array([[round(feature(found), 4) for feature in FEATURES]], np.float32)
