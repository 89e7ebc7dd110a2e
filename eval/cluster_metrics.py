"""How well found clusters match gold ones: B-cubed and pairwise precision, recall, F1."""

from collections import Counter
from collections.abc import Mapping, Sequence


def f1(precision: float, recall: float) -> float:
    """Harmonic mean; 0 when both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall, F1 (Bagga & Baldwin 1998) of item -> cluster name maps."""
    both = Counter((found[item], gold[item]) for item in gold)
    sizes_found = Counter(found[item] for item in gold)
    sizes_gold = Counter(gold.values())
    total = len(gold) or 1
    precision = sum(n * n / sizes_found[pair[0]] for pair, n in both.items()) / total
    recall = sum(n * n / sizes_gold[pair[1]] for pair, n in both.items()) / total
    return precision, recall, f1(precision, recall)


def _pairs(sizes: Sequence[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def pairwise(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall, F1 over pairs of items put together."""
    right = _pairs(list(Counter((found[item], gold[item]) for item in gold).values()))
    made = _pairs(list(Counter(found[item] for item in gold).values()))
    wanted = _pairs(list(Counter(gold.values()).values()))
    precision = right / made if made else 1.0
    recall = right / wanted if wanted else 1.0
    return precision, recall, f1(precision, recall)


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """Mean precision at each true item, best score first; ties share the precision at their end."""
    ranked = sorted(scored, key=lambda item: -item[0])
    seen = true = 0
    total = 0.0
    index = 0
    while index < len(ranked):
        end = index
        while end < len(ranked) and ranked[end][0] == ranked[index][0]:
            end += 1
        hits = sum(item[1] for item in ranked[index:end])
        seen, true = end, true + hits
        total += hits * true / seen
        index = end
    return total / true if true else 0.0
