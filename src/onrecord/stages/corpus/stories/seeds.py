"""Who is together, and who apart, before anything is compared: families, and what analysts ruled."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.data import Family, Rulings
from onrecord.text.joins import Rows

Alike = Callable[[Rows, Rows], Rows]


class Seeds(NamedTuple):
    """`labels`: for every article the smallest with it; `apart`: pairs that no story may hold."""

    labels: Rows
    apart: tuple[Rows, Rows]


class _Unions:
    """Groups that grow pair by pair, but never so that two of `apart` come together."""

    def __init__(self, count: int, apart: Iterable[tuple[int, int]]) -> None:
        self.parent = list(range(count))
        self.apart: dict[int, set[int]] = {}
        for left, right in apart:
            self.apart.setdefault(left, set()).add(right)
            self.apart.setdefault(right, set()).add(left)

    def root(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.root(left), self.root(right)))
        if low == high or high in self.apart.get(low, ()):
            return
        self.parent[high] = low
        for other in self.apart.pop(high, ()):
            self.apart[other].discard(high)
            self.apart[other].add(low)
            self.apart.setdefault(low, set()).add(other)


def _numbered(pairs: Iterable[tuple[str, str]], places: dict[str, int]) -> list[tuple[int, int]]:
    """Pairs of known ids as numbers, sorted."""
    known = {
        tuple(sorted((places[a], places[b]))) for a, b in pairs if a in places and b in places and a != b
    }
    return sorted((low, high) for low, high in known)


def _family_pairs(members: Sequence[int], apart: set[tuple[int, int]], alike: Alike) -> list[tuple[int, int]]:
    """Pairs that hold a family together; where two of it are ruled apart, each other member goes to that
    one of them which it is most like."""
    inside = set(members)
    poles = sorted({item for pair in apart if inside.issuperset(pair) for item in pair})
    if not poles:
        return [(members[0], member) for member in members[1:]]
    pairs = [(pole, member) for member in members for pole in poles if pole != member]
    values = alike(np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])).tolist()
    ranked = sorted(zip((-value for value in values), pairs, strict=True))
    return [pair for _, pair in ranked]


def seeds_of(ids: Sequence[str], families: Sequence[Family], rulings: Rulings, alike: Alike) -> Seeds:
    """Families and pairs ruled the same are together, pairs ruled apart never.

    `ids` are sorted; `alike` gives likenesses of pairs of numbers. Where rulings and families contradict each
    other, a pair ruled apart comes first, then pairs ruled the same in the order of their ids, then families
    in the order of theirs.
    """
    places = {name: place for place, name in enumerate(ids)}
    apart = _numbered(rulings.apart, places)
    unions = _Unions(len(ids), apart)
    for left, right in _numbered(rulings.same, places):
        unions.join(left, right)
    forbidden = set(apart)
    for family in sorted(families, key=lambda one: one.id):
        members = sorted(places[name] for name in family.articles if name in places)
        for left, right in _family_pairs(members, forbidden, alike):
            unions.join(left, right)
    labels = np.array([unions.root(item) for item in range(len(ids))], dtype=np.int64)
    low = np.array([pair[0] for pair in apart], dtype=np.int64)
    high = np.array([pair[1] for pair in apart], dtype=np.int64)
    return Seeds(labels, (low, high))
