"""What the model of direction says of pairs that it has not seen: shares answered and right, reliability."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np

from eval.training.reuse_direction.examples import Example
from eval.training.reuse_direction.fit import WEIGHTS, fit, odds

FOLDS = 10
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
Scores = dict[str, dict[str, float]]  # probability of the true order, by pair and way of dating


def by_event(one: Example) -> int:
    """The fold of a pair: pairs of one event are never apart."""
    return blake2b(one.base.encode(), digest_size=8).digest()[0] % FOLDS


def by_writer(one: Example) -> int:
    """A fold for each writer of training pairs; the older events are one more."""
    return "abc".find(one.base[:1]) if one.base[1:2] == "-" else len("abc")


def unseen(examples: Sequence[Example], group: Callable[[Example], int]) -> Scores:
    """The probability of the true order of each pair, by weights trained without its group."""
    found: Scores = {}
    for number in sorted({group(one) for one in examples}):
        weights = fit([one for one in examples if group(one) != number])
        for one in examples:
            if group(one) == number:
                found[one.id] = {how: _logistic(odds(one, weights, how)) for how in WEIGHTS}
    return found


def _logistic(value: float) -> float:
    return float(1.0 / (1.0 + np.exp(-np.clip(value, -30.0, 30.0))))


def table(examples: Sequence[Example], found: Scores, least: float) -> str:
    """Share answered and share right of those, by kind and way of dating."""
    kinds = ["all", *sorted({one.kind for one in examples})]
    lines = [f"{'':12} {'pairs':>5} " + " ".join(f"{how:>14}" for how in WEIGHTS)]
    for kind in kinds:
        of_kind = [one for one in examples if kind in ("all", one.kind)]
        cells = []
        for how in WEIGHTS:
            values = [found[one.id][how] for one in of_kind]
            answered = [value for value in values if max(value, 1.0 - value) >= least]
            right = sum(value > 0.5 for value in answered) / max(1, len(answered))
            cells.append(f"{len(answered) / len(values):.3f} {right:.3f}")
        lines.append(f"{kind:12} {len(of_kind):5} " + " ".join(f"{cell:>14}" for cell in cells))
    return "\n".join(lines)


def reliability(found: Scores, how: str = "no dates") -> str:
    """How often an answer of a stated probability is right."""
    values = [scores[how] for scores in found.values()]
    lines = ["stated probability, pairs, right"]
    for low, high in pairwise(BINS):
        held = [
            v for v in values if low <= max(v, 1.0 - v) < high or (high == 1.0 and max(v, 1.0 - v) == 1.0)
        ]
        if held:
            mean = sum(max(v, 1.0 - v) for v in held) / len(held)
            right = sum(v > 0.5 for v in held) / len(held)
            lines.append(f"{low:.2f} to {high:.2f} (mean {mean:.3f}) {len(held):4} {right:.3f}")
    return "\n".join(lines)
