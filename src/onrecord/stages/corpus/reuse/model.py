"""The trained weights of the reuse model: trees that tell reuse from none, a linear model of the kind.

Whole numbers and sums in fixed order: the same answer on every machine. Trained by
`python -m eval.training.reuse`; the card is docs/models/reuse.md.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import InputError
from onrecord.models.trees import Rows, packaged_trees

TREES = "reuse-pairs"
LINEAR = "reuse-kinds.json"


@dataclass(frozen=True, slots=True)
class Linear:
    """A multinomial logistic model: for each class a constant and a weight for each feature."""

    names: tuple[str, ...]
    classes: tuple[str, ...]
    constants: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]

    def odds(self, values: Mapping[str, float]) -> dict[str, float]:
        """The score of each class, rounded."""
        row = [values[name] for name in self.names]
        return {
            label: round(math.fsum([constant, *(w * x for w, x in zip(own, row, strict=True))]), 6)
            for label, constant, own in zip(self.classes, self.constants, self.weights, strict=True)
        }

    def probabilities(self, values: Mapping[str, float]) -> dict[str, float]:
        """The probability of each class, rounded to four decimals."""
        odds = self.odds(values)
        top = max(odds.values())
        raised = {label: math.exp(value - top) for label, value in odds.items()}
        total = math.fsum(raised.values())
        return {label: round(value / total, 4) for label, value in raised.items()}

    def best(self, values: Mapping[str, float]) -> str:
        """The likeliest class; the first in order where two are alike."""
        odds = self.odds(values)
        return max(self.classes, key=lambda label: odds[label])


@cache
def linear(model: str) -> Linear:
    """A linear model of this package by name. Raises InputError when the file does not hold it whole."""
    place = files("onrecord") / "models" / "weights" / LINEAR
    try:
        held = json.loads(place.read_text(encoding="utf-8"))[model]
        found = Linear(
            tuple(held["names"]),
            tuple(held["classes"]),
            tuple(held["constants"]),
            tuple(tuple(row) for row in held["weights"]),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{place}: cannot read the model {model}: {error}") from error
    rows: Sequence[tuple[float, ...]] = found.weights
    if len(rows) != len(found.classes) or any(len(row) != len(found.names) for row in rows):
        raise InputError(f"{place}: the model {model} is not whole")
    return found


def probability(row: Rows) -> float:
    """The probability that a pair with these features is reuse, to four decimals."""
    trees = packaged_trees(TREES)
    score = int(trees.scores(row)[0]) / trees.scale
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 4)
