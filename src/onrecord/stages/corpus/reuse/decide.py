"""Whether two compared articles are reuse at all, of what kind, and the evidence on both sides."""

import math

from onrecord.config import ReuseConfig
from onrecord.data import ReuseKind
from onrecord.stages.corpus.reuse.compare import Comparison

THIN = 15.0


def reuse_score(found: Comparison, config: ReuseConfig) -> float:
    """Probability-like score (0 to 1) that one article took text from the other.

    Two ways lead up: unquoted words in shared runs (a copy, an excerpt), and unquoted sentences that
    correspond one after the other in the same order (a rewrite), more than they would with one article
    read backwards. Quotations count for neither. Sentences that share little but names and offices chain
    too, so both sides must tell at least `config.least_told` of the other's unquoted weight.
    """
    best = max(found.left.runs, found.right.runs)
    words = max(found.left.run_words, found.right.run_words)
    by_runs = -5.0 + 12.0 * best + min(2.0, words / 60.0) if words >= config.least_words else -5.0
    chained = min(found.left.chained, found.right.chained) * found.order
    told = min(found.left.told, found.right.told)
    by_order = -8.0 + 10.0 * chained + 8.0 * told + 0.35 * min(found.steps, 10) - 5.0 * found.chance
    by_order -= THIN * max(0.0, config.least_told - told)
    if found.steps < config.least_steps:
        by_order = -4.0
    return round(1.0 / (1.0 + math.exp(-max(by_runs, by_order))), 4)


def kind_of(found: Comparison, later_is_left: bool, names_source: bool) -> ReuseKind:
    """Copy, excerpt, rewrite or retelling, by what became of the words of either article."""
    later, earlier = (found.left, found.right) if later_is_left else (found.right, found.left)
    if later.runs >= 0.5 or earlier.runs >= 0.7:
        return ReuseKind.COPY if earlier.runs >= 0.6 else ReuseKind.EXCERPT
    return ReuseKind.RETELLING if names_source else ReuseKind.REWRITE
