"""Fit the reuse model: out of fold by event first, then on everything, and write the weights."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from eval.reuse_written import NOT_REUSE, Kind
from eval.training.export import to_trees, write_trees
from onrecord.models.trees import Trees
from onrecord.stages.corpus.reuse.features import NAMES
from onrecord.stages.corpus.reuse.model import LINEAR, TREES, Linear

FOLDS = 10
WEIGHTS = Path(__file__).parents[3] / "src" / "onrecord" / "models" / "weights"
Matrix = NDArray[np.float32]
# More of it never speaks against reuse (1), or never for it (-1): holds where the training data are thin.
DIRECTIONS: Mapping[str, int] = {
    "cover_near": 1, "cover_far": 1, "names_near": 1, "figures_near": 1, "own_share_near": -1, "own_near": -1,
    "order_of_details": 1, "odd_wording": 1, "runs_near": 1, "runs_far": 1, "blocks": 1, "anchored": 1,
    "block_details": 1,
    "own_quotes_near": -1, "told_near": 1, "told_far": 1, "chance_order": -1, "names_outlet": 1,
    "names_outlet_covered": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """One pair as the model sees it; `weight` is what it counts in training."""

    base: str
    kind: Kind | None
    row: tuple[float, ...]
    shape: Mapping[str, float]
    apart: Mapping[str, float]
    weight: float = 1.0

    @property
    def is_reuse(self) -> bool:
        """Whether one took from the other."""
        return self.kind is not None and self.kind not in NOT_REUSE


def fold_of(base: str) -> int:
    """The fold of an event; pairs of two events go by the first."""
    digest = hashlib.sha256(base.split(" ", maxsplit=1)[0].encode()).digest()
    return int.from_bytes(digest[:8], "big") % FOLDS


def _matrix(examples: Sequence[Example]) -> Matrix:
    return np.array([one.row for one in examples], np.float32)


def fit_trees(examples: Sequence[Example]) -> Trees:
    """The trees that tell reuse from none."""
    model = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.06,
        max_leaf_nodes=8,
        min_samples_leaf=8,
        l2_regularization=1.0,
        monotonic_cst=[DIRECTIONS.get(name, 0) for name in NAMES],
        early_stopping=False,
        random_state=0,
    )
    truth = [one.is_reuse for one in examples]
    model.fit(_matrix(examples), truth, sample_weight=[one.weight for one in examples])
    return to_trees(model, NAMES)


def fit_linear(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[str],
    strength: float,
    names: Sequence[str] = (),
    counts: Sequence[float] | None = None,
) -> Linear:
    """A multinomial logistic regression, its scaling folded into the weights, rounded.

    `names` are the features used (all without), `counts` what each row counts.
    """
    names = tuple(names) or tuple(rows[0])
    values = np.array([[row[name] for name in names] for row in rows])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=strength, max_iter=5000).fit(scaler.transform(values), labels, counts)
    weights, constants = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        weights, constants = np.vstack([-weights, weights]) / 2, np.array([-constants[0], constants[0]]) / 2
    scaled = weights / scaler.scale_
    shifted = constants - scaled @ scaler.mean_
    return Linear(
        tuple(names),
        tuple(str(label) for label in model.classes_),
        tuple(round(float(value), 5) for value in shifted),
        tuple(tuple(round(float(value), 5) for value in row) for row in scaled),
    )


def out_of_fold(
    examples: Sequence[Example],
    fit: Callable[[Sequence[Example]], Callable[[Sequence[Example]], list[float]]],
) -> list[float]:
    """The answer for every example by a model that has not seen its event."""
    found = [0.0] * len(examples)
    for fold in range(FOLDS):
        inside = [one for one in examples if fold_of(one.base) != fold]
        places = [at for at, one in enumerate(examples) if fold_of(one.base) == fold]
        if places:
            answers = fit(inside)([examples[at] for at in places])
            for at, answer in zip(places, answers, strict=True):
                found[at] = answer
    return found


def tree_answers(examples: Sequence[Example]) -> Callable[[Sequence[Example]], list[float]]:
    """Fit trees; the probabilities that they give."""
    trees = fit_trees(examples)

    def answer(asked: Sequence[Example]) -> list[float]:
        scores = trees.scores(_matrix(asked)) / trees.scale
        return [float(value) for value in 1.0 / (1.0 + np.exp(-scores))]

    return answer


def table(examples: Sequence[Example], answers: Sequence[float]) -> str:
    """Found by kind, and F1 of rewrites against twins."""
    hits: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for one, answer in zip(examples, answers, strict=True):
        label = str(one.kind) if one.kind else "other events"
        sizes[label] += 1
        hits[label] += answer >= 0.5
    right, wrong, missed = hits["rewrite"], hits["twin"], sizes["rewrite"] - hits["rewrite"]
    lines = [f"  {label:14} called reuse {hits[label]:4} of {sizes[label]}" for label in sorted(sizes)]
    f1 = 2 * right / (2 * right + wrong + missed) if right else 0.0
    return "\n".join([*lines, f"  rewrite against twin: F1 {f1:.3f}"])


def write_linear(models: Mapping[str, Linear], folder: Path = WEIGHTS) -> None:
    """Write the linear models as the file that `stages.corpus.reuse.model` reads."""
    held = {
        name: {
            "names": list(one.names),
            "classes": list(one.classes),
            "constants": list(one.constants),
            "weights": [list(row) for row in one.weights],
        }
        for name, one in sorted(models.items())
    }
    (folder / LINEAR).write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def write_model(trees: Trees, models: Mapping[str, Linear]) -> None:
    """Write all weights."""
    write_trees(trees, WEIGHTS / f"{TREES}.npz")
    write_linear(models)
