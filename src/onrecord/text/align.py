"""Which sentences of two texts say the same: links between units by the weight of what they share."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple


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


def links(
    left: Sequence[Unit], right: Sequence[Unit], weights: Mapping[str, float], least: float, evidence: float
) -> list[Link]:
    """Links that are the best of either side, reach `least`, and share at least `evidence` of weight.

    Only units with a term in common are ever compared.
    """
    holders: dict[str, list[int]] = {}
    for number, one in enumerate(right):
        for term in one.terms:
            holders.setdefault(term, []).append(number)
    found: list[Link] = []
    for number, one in enumerate(left):
        shared: dict[int, float] = {}
        for term in one.terms:
            for other in holders.get(term, ()):
                shared[other] = shared.get(other, 0.0) + weights.get(term, 0.0)
        for other, value in sorted(shared.items()):
            likeness = similarity(value, one.weight, right[other].weight)
            if value >= evidence and likeness >= least:
                found.append(Link(number, other, round(likeness, 6), round(value, 6)))
    return _best_of_either(found)


def _best_of_either(found: Sequence[Link]) -> list[Link]:
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for one in found:
        best_left[one.left] = max(best_left.get(one.left, 0.0), one.similarity)
        best_right[one.right] = max(best_right.get(one.right, 0.0), one.similarity)
    return [
        one for one in found if one.similarity in (best_left[one.left], best_right[one.right])
    ]


def chain(found: Sequence[Link]) -> list[Link]:
    """The longest run of links that keeps the order of both sides (each left unit's best link)."""
    best: dict[int, Link] = {}
    for one in found:
        held = best.get(one.left)
        if held is None or (one.similarity, -one.right) > (held.similarity, -held.right):
            best[one.left] = one
    row = [best[number] for number in sorted(best)]
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, one in enumerate(row):
        at = bisect_right(tails, one.right)
        before.append(places[at - 1] if at else -1)
        if at == len(tails):
            tails.append(one.right)
            places.append(place)
        else:
            tails[at], places[at] = one.right, place
    kept: list[Link] = []
    place = places[-1] if places else -1
    while place >= 0:
        kept.append(row[place])
        place = before[place]
    return kept[::-1]
