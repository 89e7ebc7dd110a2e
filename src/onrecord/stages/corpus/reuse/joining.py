"""Groups out of links of which the strongest are laid first, where some pairs must never share a group."""

from collections.abc import Iterable, Sequence

Pair = tuple[str, str]


def joined_groups(links: Sequence[tuple[float, Pair]], apart: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Groups as sorted tuples, themselves sorted; `links` come in the order in which they are laid.

    A link that would bring the two of a pair of `apart` into one group is left out.
    """
    parent: dict[str, str] = {}
    foes: dict[str, set[str]] = {}
    members: dict[str, list[str]] = {}
    for _, pair in links:
        for name in pair:
            parent.setdefault(name, name)
            members.setdefault(name, [name])
    for one, other in apart:
        if one in parent and other in parent:
            foes.setdefault(one, set()).add(other)
            foes.setdefault(other, set()).add(one)

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for _, (one, other) in links:
        low, high = sorted((root(one), root(other)))
        if low == high or any(root(foe) == low for foe in foes.get(high, ())):
            continue
        parent[high] = low
        members[low] += members.pop(high)
        if high in foes:
            foes.setdefault(low, set()).update(foes.pop(high))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)
