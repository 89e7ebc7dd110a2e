"""Coreference metrics: MUC (Vilain 1995), B-cubed (Bagga and Baldwin 1998), CEAF-e (Luo 2005).

CoNLL is the mean of their F1. Clusters are sets of hashable mentions. A mention that both sides
have must compare equal: matching by head is done before, by the caller.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Clusters = Sequence[frozenset[Hashable]]


@dataclass
class Ratio:
    """Numerators and denominators of precision and recall, summed over documents."""

    p_num: float = 0.0
    p_den: float = 0.0
    r_num: float = 0.0
    r_den: float = 0.0

    def add(self, other: "Ratio") -> None:
        """Sum up one document."""
        self.p_num += other.p_num
        self.p_den += other.p_den
        self.r_num += other.r_num
        self.r_den += other.r_den

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 when either is 0."""
        precision = self.p_num / self.p_den if self.p_den else 0.0
        recall = self.r_num / self.r_den if self.r_den else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _index(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _links(key: Clusters, other: Clusters) -> tuple[float, float]:
    where = _index(other)
    num = den = 0.0
    for cluster in key:
        parts = {where.get(mention, ("alone", mention)) for mention in cluster}
        num += len(cluster) - len(parts)
        den += len(cluster) - 1
    return num, den


def muc(gold: Clusters, found: Clusters) -> Ratio:
    """Links that are kept."""
    r_num, r_den = _links(gold, found)
    p_num, p_den = _links(found, gold)
    return Ratio(p_num, p_den, r_num, r_den)


def _overlaps(key: Clusters, other: Clusters) -> float:
    where = _index(other)
    total = 0.0
    for cluster in key:
        counts: dict[int, int] = {}
        for mention in cluster:
            number = where.get(mention)
            if number is not None:
                counts[number] = counts.get(number, 0) + 1
        total += sum(count * count for count in counts.values()) / len(cluster)
    return total


def b_cubed(gold: Clusters, found: Clusters) -> Ratio:
    """For each mention, how much of its cluster is shared."""
    return Ratio(
        _overlaps(found, gold),
        sum(len(cluster) for cluster in found),
        _overlaps(gold, found),
        sum(len(cluster) for cluster in gold),
    )


def ceaf_e(gold: Clusters, found: Clusters) -> Ratio:
    """The best one-to-one matching of clusters by phi4."""
    if not gold or not found:
        return Ratio(0.0, len(found), 0.0, len(gold))
    scores = np.zeros((len(gold), len(found)))
    where = _index(found)
    for row, cluster in enumerate(gold):
        for mention in cluster:
            column = where.get(mention)
            if column is not None:
                scores[row, column] += 1
    sizes = np.add.outer([len(c) for c in gold], [len(c) for c in found])
    scores = 2 * scores / sizes
    rows, columns = linear_sum_assignment(-scores)
    similarity = float(scores[rows, columns].sum())
    return Ratio(similarity, len(found), similarity, len(gold))


def without_singletons(clusters: Iterable[frozenset[Hashable]]) -> list[frozenset[Hashable]]:
    """What CoNLL-2012 scores: clusters of two mentions or more."""
    return [cluster for cluster in clusters if len(cluster) > 1]


@dataclass
class Conll:
    """The three metrics over many documents."""

    muc: Ratio
    b3: Ratio
    ceaf: Ratio

    @classmethod
    def empty(cls) -> "Conll":
        """Nothing scored yet."""
        return cls(Ratio(), Ratio(), Ratio())

    def add(self, gold: Clusters, found: Clusters) -> None:
        """Score one document."""
        self.muc.add(muc(gold, found))
        self.b3.add(b_cubed(gold, found))
        self.ceaf.add(ceaf_e(gold, found))

    def metrics(self, prefix: str = "") -> dict[str, float]:
        """The F1 of each, and their mean."""
        parts = {"muc": self.muc.f1, "b3": self.b3.f1, "ceafe": self.ceaf.f1}
        mean = sum(parts.values()) / 3
        return {f"{prefix}conll": mean, **{f"{prefix}{name}": value for name, value in parts.items()}}
