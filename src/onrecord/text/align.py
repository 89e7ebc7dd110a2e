"""Which sentences of two texts say the same: links between units by the weight of what they share."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

MAX_HOLDERS = 40


class Unit(NamedTuple):
    """A sentence as the set of its terms, with the sum of their weights."""

    terms: tuple[str, ...]
    weight: float


class Link(NamedTuple):
    """Two units (by number) that share terms: `similarity` 0 to 1, `shared` the weight they share."""

    left: int
    right: int
    similarity: float
    shared: float


def unit(terms: Sequence[str], weights: Mapping[str, float]) -> Unit:
    """A unit from terms in any order, repetitions dropped."""
    own = tuple(sorted(set(terms)))
    return Unit(own, sum(weights.get(term, 0.0) for term in own))


def similarity(shared: float, left: float, right: float) -> float:
    """Mean of Dice and containment: a merged or cut sentence still resembles what it came from."""
    if shared <= 0.0:
        return 0.0
    return 0.5 * (2 * shared / (left + right)) + 0.5 * (shared / min(left, right))


def weak_links(
    left: Sequence[Unit], right: Sequence[Unit], weights: Mapping[str, float], least: float, evidence: float
) -> list[Link]:
    """All links that reach `least` and share at least `evidence` of weight, by left and right number.

    Only units with a term in common are ever compared, by way of a list of holders for each term; a
    term that more than MAX_HOLDERS units hold tells nothing about which one is meant and is skipped.
    """
    holders: dict[str, list[int]] = {}
    for number, one in enumerate(right):
        for term in one.terms:
            holders.setdefault(term, []).append(number)
    found: list[Link] = []
    for number, one in enumerate(left):
        shared: dict[int, float] = {}
        for term in one.terms:
            held = holders.get(term)
            if held is None or len(held) > MAX_HOLDERS:
                continue
            weight = weights.get(term, 0.0)
            for other in held:
                shared[other] = shared.get(other, 0.0) + weight
        for other, value in sorted(shared.items()):
            likeness = similarity(value, one.weight, right[other].weight)
            if value >= evidence and likeness >= least:
                found.append(Link(number, other, round(likeness, 6), round(value, 6)))
    return found


def best_of_either(found: Sequence[Link]) -> list[Link]:
    """The links that are the best of their left or of their right unit."""
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for one in found:
        best_left[one.left] = max(best_left.get(one.left, 0.0), one.similarity)
        best_right[one.right] = max(best_right.get(one.right, 0.0), one.similarity)
    return [one for one in found if one.similarity in (best_left[one.left], best_right[one.right])]


def chain(found: Sequence[Link], size: int) -> list[Link]:
    """The heaviest run of links that keeps the order of both sides; `size` is the count of right units.

    Neighbouring links may share a unit (a sentence split or merged). Time grows with L log `size`.
    """
    row = sorted(found)
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    value: list[float] = []
    before: list[int] = []
    for place, one in enumerate(row):
        best, at = (0.0, -1), one.right + 1
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        value.append(round(best[0] + one.shared * one.similarity, 6))
        before.append(best[1])
        at = one.right + 1
        while at <= size:
            tree[at] = max(tree[at], (value[place], place))
            at += at & -at
    place = max(range(len(row)), key=lambda number: (value[number], -number), default=-1)
    kept: list[Link] = []
    while place >= 0:
        kept.append(row[place])
        place = before[place]
    return kept[::-1]
