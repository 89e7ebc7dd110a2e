"""The weights of the signs: a logistic regression without a constant, bounded and drawn together.

Each sign has a weight for each manner of meeting. They are at least 0 (a sign of lateness never speaks
for being earlier), are drawn towards one weight of the sign (`TOGETHER`), and that one towards 0 (`SMALL`).
A pair counts several times: without dates, with its dates, with its dates turned round (dates lie), and
without outlets (pages often do not name theirs); the shares are WEIGHTS.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.special import expit  # type: ignore[import-untyped]

from eval.training.reuse_direction.examples import Example
from onrecord.stages.corpus.reuse.direction_weights import MANNERS
from onrecord.stages.corpus.reuse.signs import SIGNS

WEIGHTS = {"no dates": 0.4, "claimed": 0.25, "turned": 0.15, "no outlets": 0.2}
TOGETHER = 3.0
SMALL = 1.0
BELIEF = 0.5
FIXED = {
    "kept form": 0.8,
    "kept error": 0.8,
    "moved on": 1.0,
    "half moved": 0.4,
    "stale": 0.5,
    "belied": 0.5,
    "dated": 0.5,
    "corrected": 6.0,
    "taken": 1.0,
    "uncredited": 0.8,
    "house mark": 0.6,
}
NAMES = tuple(kept.name for kept in SIGNS)
Array = NDArray[np.float64]


def rows_of(examples: Sequence[Example]) -> tuple[Array, NDArray[np.int64], Array]:
    """Features (row, sign), manners, and the share that each row counts."""
    rows, manners, shares = [], [], []
    for one in examples:
        for how, share in WEIGHTS.items():
            rows.append(features(one, how))
            manners.append(MANNERS.index(one.manner))
            shares.append(share)
    return np.array(rows), np.array(manners, dtype=np.int64), np.array(shares)


def features(one: Example, how: str) -> list[float]:
    """The differences of one pair, in the order of SIGNS, under one of WEIGHTS."""
    return [one.surplus[how].get(name, 0.0) for name in NAMES]


def fit(
    examples: Sequence[Example], together: float = TOGETHER, small: float = SMALL, belief: float = BELIEF
) -> Array:
    """Weights (manner, sign), rounded to two places."""
    found, manners, shares = rows_of(examples)
    size, count = len(MANNERS), len(NAMES)
    lower = np.zeros((size + 1, count))
    upper = np.full((size + 1, count), 3.0)
    for name, value in FIXED.items():
        lower[:, NAMES.index(name)] = upper[:, NAMES.index(name)] = value

    def loss(flat: Array) -> tuple[float, Array]:
        table = flat.reshape(size + 1, count)
        weights, common = table[:size], table[size]
        odds = np.einsum("ij,ij->i", found, weights[manners])
        value = float((shares * np.logaddexp(0.0, -odds)).sum())
        slope = -(shares * expit(-odds))[:, None] * found
        gradient = np.zeros_like(table)
        np.add.at(gradient, manners, slope)
        apart = weights - common
        value += float(together * (apart**2).sum() + small * ((common - belief) ** 2).sum())
        gradient[:size] += 2 * together * apart
        gradient[size] += 2 * small * (common - belief) - 2 * together * apart.sum(axis=0)
        return value, gradient.ravel()

    start = np.clip(np.full((size + 1, count), 0.2), lower, upper).ravel()
    bounds = list(zip(lower.ravel(), upper.ravel(), strict=True))
    done = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
    best: Array = np.round(done.x.reshape(size + 1, count)[:size], 2)
    return best


def odds(one: Example, weights: Array, how: str) -> float:
    """Log-odds for the true order."""
    return float(np.dot(weights[MANNERS.index(one.manner)], features(one, how)))
