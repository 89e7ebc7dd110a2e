"""Gradient-boosted trees from a small .npz file: loaded without pickle, summed in whole numbers.

Features are float32, thresholds are float32, leaf scores are whole numbers: the score of a row is the
same on every machine and processor, in any batch. A score is log-odds in units of 1 / `scale`.
Trained and written by `eval/training` (see `eval/training/export.py` for the file's arrays).
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import InputError

ROWS_AT_ONCE = 2_048
ARRAYS = ("names", "roots", "feature", "threshold", "child", "value", "scale", "bias", "depth")

Rows = NDArray[np.float32]
Scores = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """An ensemble of binary trees, all nodes in one table.

    A row goes from node `n` to `child[n]` when its feature `feature[n]` is at most `threshold[n]`, else
    to `child[n] + 1`; a leaf is its own child under an infinite threshold. `value` is the score of a
    leaf, or the mean score of the leaves below an inner node. `depth` is the most steps to a leaf.
    """

    names: tuple[str, ...]
    roots: NDArray[np.intp]
    feature: NDArray[np.intp]
    threshold: NDArray[np.float32]
    child: NDArray[np.intp]
    value: Scores
    scale: int
    bias: int
    depth: int

    def scores(self, rows: Rows) -> Scores:
        """The score of each row (rows, features), in units of 1 / `scale`; above 0 means yes.

        Raises InputError when the rows do not have this model's number of features.
        """
        if rows.ndim != 2 or rows.shape[1] != len(self.names):
            raise InputError(f"rows of shape {rows.shape} for a model of {len(self.names)} features")
        found = np.empty(len(rows), np.int64)
        for start in range(0, len(rows), ROWS_AT_ONCE):
            some = np.ascontiguousarray(rows[start : start + ROWS_AT_ONCE], np.float32)
            found[start : start + len(some)] = self.value[self._leaves(some)].sum(axis=1) + self.bias
        return found

    def _leaves(self, rows: Rows) -> NDArray[np.intp]:
        """The leaf that each row reaches in each tree."""
        flat = rows.reshape(-1)
        first = (np.arange(len(rows), dtype=np.intp) * rows.shape[1])[:, None]
        nodes = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            values = flat.take(self.feature.take(nodes) + first)
            nodes = self.child.take(nodes) + (values > self.threshold.take(nodes))
        return nodes

    def weighed(self, rows: Rows) -> Scores:
        """What each feature added to the score of each row: (rows, features), in units of 1 / `scale`.

        Each step down a tree is counted for the feature it asked, with the change of the mean score.
        The amounts, the means of all trees and the bias add up to the score. Source: Saabas (2014),
        "Interpreting random forests".
        """
        width = len(self.names)
        added = np.zeros((len(rows), width), np.int64)
        for start in range(0, len(rows), ROWS_AT_ONCE):
            some = np.ascontiguousarray(rows[start : start + ROWS_AT_ONCE], np.float32)
            added[start : start + len(some)] = self._added(some)
        return added

    def _added(self, rows: Rows) -> Scores:
        width = len(self.names)
        flat = rows.reshape(-1)
        first = (np.arange(len(rows), dtype=np.intp) * width)[:, None]
        nodes = np.repeat(self.roots[None, :], len(rows), axis=0)
        added = np.zeros(len(flat), np.float64)  # sums of whole numbers below 2 ** 53 are exact
        for _ in range(self.depth):
            asked = self.feature.take(nodes) + first
            after = self.child.take(nodes) + (flat.take(asked) > self.threshold.take(nodes))
            change = self.value.take(after) - self.value.take(nodes)
            added += np.bincount(asked.reshape(-1), change.reshape(-1), minlength=len(flat))
            nodes = after
        return added.astype(np.int64).reshape(len(rows), width)


def read_trees(place: Traversable) -> Trees:
    """Read an ensemble from an .npz file.

    Raises InputError when the file cannot be read, lacks an array, or points outside its own tables.
    """
    try:
        with place.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            found = {name: stored[name] for name in ARRAYS}
    except (OSError, KeyError, ValueError, EOFError, BadZipFile) as error:
        raise InputError(f"{place}: cannot read these trees: {error}") from error
    trees = Trees(
        names=tuple(str(name) for name in found["names"]),
        roots=found["roots"].astype(np.intp),
        feature=found["feature"].astype(np.intp),
        threshold=found["threshold"].astype(np.float32),
        child=found["child"].astype(np.intp),
        value=found["value"].astype(np.int64),
        scale=int(found["scale"]),
        bias=int(found["bias"]),
        depth=int(found["depth"]),
    )
    if not _whole(trees):
        raise InputError(f"{place}: these trees point outside their own tables")
    return trees


def _whole(trees: Trees) -> bool:
    """Every index lies in its table, and no leaf can be left. The depth bounds every way down."""
    nodes, features = len(trees.feature), len(trees.names)
    sized = all(len(table) == nodes for table in (trees.threshold, trees.child, trees.value))
    if not sized or not nodes or trees.scale < 1 or not 0 <= trees.depth <= 64:
        return False
    leaf = trees.child == np.arange(nodes)
    last = np.where(leaf, trees.child, trees.child + 1)
    inside = trees.child.min() >= 0 and last.max() < nodes and trees.roots.min(initial=0) >= 0
    asked = trees.feature.min() >= 0 and trees.feature.max() < features
    closed = bool(np.all(np.isposinf(trees.threshold[leaf])))
    return bool(inside and asked and closed and trees.roots.max(initial=0) < nodes)


@cache
def packaged_trees(name: str) -> Trees:
    """The ensemble `name` of this package (`models/weights/NAME.npz`), read once."""
    return read_trees(files("onrecord") / "models" / "weights" / f"{name}.npz")
