"""Grouping by pairs: connected components, and average-linkage clustering of a sparse graph.

Both give the same groups in whatever order the pairs come: ties go to the smaller name, and
similarities are added as whole numbers (millionths), so that no sum depends on its order.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

SCALE = 1_000_000


def components(members: Iterable[str], links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Connected components as sorted tuples, themselves sorted."""
    parent = {name: name for name in members}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for left, right in links:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    groups: dict[str, list[str]] = {}
    for name in sorted(parent):
        groups.setdefault(root(name), []).append(name)
    return sorted(tuple(group) for group in groups.values())


def near_order(links: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Places for all names in `links`, such that those with many links among them stand close together.

    Next comes whoever has most links to those already placed, ties to the smaller name.
    """
    beside: dict[str, list[str]] = {}
    for left, right in links:
        beside.setdefault(left, []).append(right)
        beside.setdefault(right, []).append(left)
    placed: dict[str, int] = {}
    held = dict.fromkeys(beside, 0)
    for start in sorted(beside):
        heap = [(0, start)]
        while heap:
            _, name = heapq.heappop(heap)
            if name in placed:
                continue
            placed[name] = len(placed)
            for other in beside[name]:
                if other not in placed:
                    held[other] += 1
                    heapq.heappush(heap, (-held[other], other))
    return placed


class _Graph:
    """Clusters under way: members, and the sum of similarities between any two that are linked."""

    def __init__(self, seeds: Sequence[tuple[str, ...]], links: Mapping[tuple[str, str], float]) -> None:
        self.groups: dict[str, tuple[str, ...]] = {min(seed): tuple(sorted(seed)) for seed in seeds}
        home = {name: key for key, seed in self.groups.items() for name in seed}
        self.sums: dict[str, dict[str, int]] = {key: {} for key in self.groups}
        for (left, right), value in links.items():
            self._add(home[left], home[right], round(value * SCALE))

    def _add(self, left: str, right: str, value: int) -> None:
        if left != right:
            self.sums[left][right] = self.sums[left].get(right, 0) + value
            self.sums[right][left] = self.sums[right].get(left, 0) + value

    def average(self, left: str, right: str) -> float:
        """Mean similarity over all pairs of members; pairs that are not linked count as 0."""
        return self.sums[left][right] / (SCALE * len(self.groups[left]) * len(self.groups[right]))

    def merge(self, left: str, right: str) -> str:
        """Join two clusters under the smaller name and return it."""
        keep, gone = sorted((left, right))
        self.groups[keep] = tuple(sorted(self.groups[keep] + self.groups.pop(gone)))
        for other, value in self.sums.pop(gone).items():
            del self.sums[other][gone]
            self._add(keep, other, value)
        return keep


def average_linkage(
    seeds: Sequence[tuple[str, ...]], links: Mapping[tuple[str, str], float], least: float
) -> list[tuple[str, ...]]:
    """Merge the two most similar clusters until no mean similarity reaches `least`.

    `seeds` are what is together from the start (singletons included); `links` gives similarities of
    pairs of members, both orders counted as one pair.
    """
    graph = _Graph(seeds, links)
    heap: list[tuple[float, str, str, int, int]] = []

    def push(left: str, right: str) -> None:
        low, high = sorted((left, right))
        value = graph.average(low, high)
        if value >= least:
            sizes = len(graph.groups[low]), len(graph.groups[high])
            heapq.heappush(heap, (-value, low, high, *sizes))

    for left in sorted(graph.sums):
        for right in sorted(graph.sums[left]):
            if left < right:
                push(left, right)
    while heap:
        _, low, high, size_low, size_high = heapq.heappop(heap)
        if len(graph.groups.get(low, ())) != size_low or len(graph.groups.get(high, ())) != size_high:
            continue
        keep = graph.merge(low, high)
        for other in sorted(graph.sums[keep]):
            push(keep, other)
    return sorted(graph.groups.values())
