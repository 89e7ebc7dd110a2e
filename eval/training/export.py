"""From scikit-learn's HistGradientBoostingClassifier to the file that onrecord.models.trees reads.

Arrays of the file: `names` (features, in order), `roots` (first node of each tree), and a row for each
node: `feature` (uint16), `threshold` (float32, rounded down so that float32 features compare as they
did in training), `child` (int32), `value` (int32, log-odds times `scale`); `scale`, `bias`, `depth`.
numpy stamps every member of the archive with the same date: equal trees make equal files.
"""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from onrecord.models.trees import Trees

SCALE = 1 << 12


def to_trees(model: HistGradientBoostingClassifier, names: Sequence[str]) -> Trees:
    """The runtime form of a fitted binary classifier without categories or missing values."""
    tables = [predictors[0].nodes for predictors in model._predictors]
    roots: list[int] = []
    feature: list[int] = []
    threshold: list[float] = []
    child: list[int] = []
    value: list[float] = []
    for table in tables:
        means = _means(table)
        roots.append(len(feature))
        _add_tree(table, means, (feature, threshold, child, value))
    return Trees(
        names=tuple(names),
        roots=np.array(roots, np.intp),
        feature=np.array(feature, np.intp),
        threshold=_rounded_down(np.array(threshold, np.float64)),
        child=np.array(child, np.intp),
        value=np.rint(np.array(value) * SCALE).astype(np.int64),
        scale=SCALE,
        bias=int(np.rint(float(model._baseline_prediction.ravel()[0]) * SCALE)),
        depth=max(int(table["depth"].max()) for table in tables),
    )


def _means(table: NDArray[np.void]) -> NDArray[np.float64]:
    """The value of each node: a leaf's own, an inner node's mean over its leaves by count."""
    means = table["value"].astype(np.float64)
    for node in range(len(table) - 1, -1, -1):  # children stand after their parents
        row = table[node]
        if not row["is_leaf"]:
            left, right = int(row["left"]), int(row["right"])
            sizes = float(table[left]["count"]), float(table[right]["count"])
            means[node] = (means[left] * sizes[0] + means[right] * sizes[1]) / sum(sizes)
    return means


def _add_tree(
    table: NDArray[np.void],
    means: NDArray[np.float64],
    columns: tuple[list[int], list[float], list[int], list[float]],
) -> None:
    """Append the nodes of one tree, breadth first, the two children of a node side by side."""
    feature, threshold, child, value = columns
    base = len(feature)
    order = deque([0])
    placed = 1
    while order:
        node = order.popleft()
        row = table[node]
        leaf = bool(row["is_leaf"])
        feature.append(0 if leaf else int(row["feature_idx"]))
        threshold.append(float("inf") if leaf else float(row["num_threshold"]))
        child.append(len(child) if leaf else base + placed)
        value.append(float(means[node]))
        if not leaf:
            order.extend((int(row["left"]), int(row["right"])))
            placed += 2


def _rounded_down(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """The greatest float32 that is not above each value."""
    near = values.astype(np.float32)
    above = near.astype(np.float64) > values
    return np.where(above, np.nextafter(near, np.float32(-np.inf)), near).astype(np.float32)


def write_trees(trees: Trees, path: Path) -> None:
    """Write the file that `read_trees` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        names=np.array(trees.names),
        roots=trees.roots.astype(np.int32),
        feature=trees.feature.astype(np.uint16),
        threshold=trees.threshold,
        child=trees.child.astype(np.int32),
        value=trees.value.astype(np.int32),
        scale=np.array(trees.scale, np.int32),
        bias=np.array(trees.bias, np.int32),
        depth=np.array(trees.depth, np.int32),
    )
