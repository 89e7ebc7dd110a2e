"""Who took from whom: the line of each article back to those that may have been first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.data import Passage, PassageKind, Reuse, ReuseKind, Span
from onrecord.pile import Bond, Packed, bonds_of, pack

SURE = 0.9  # probability from which a rewrite is counted with what it was taken from
# Kinds that add nothing but what the reader can see to be added.
FAITHFUL = frozenset({ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.TRANSLATION})


@dataclass(slots=True)
class Lines:
    """The reuse of a pile, for origins.

    `taken` gives each article that took text the bond it is counted by; `group` the smallest id of all
    articles that reuse connects; `firsts` the members of a group that may have been first: those that took
    from nobody in it, several where an order cannot be told. `doubtful` are rewrites that are less than SURE,
    by their later article: they join nothing for certain.
    """

    reuses: Sequence[Reuse]
    taken: dict[str, Bond] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    doubtful: dict[str, list[Bond]] = field(default_factory=dict)

    def of(self, article: str) -> str:
        """What stands for all articles of one line; an article that reuse does not touch for itself."""
        return self.group.get(article, article)

    def told_first(self, article: str) -> tuple[str, ...]:
        """The articles of its line that may have been the first; the article itself without a line."""
        return self.firsts.get(self.of(article), (article,))

    def packed(self, bond: Bond) -> bytes:
        """The reuse of a bond as bytes."""
        place = self.places[bond.id]
        return self.reuses.packed(place) if isinstance(self.reuses, Packed) else pack(self.reuses[place])

    def reuse_of(self, article: str) -> Reuse | None:
        """The reuse by which an article is counted with another, unpacked."""
        bond = self.taken.get(article)
        return self.reuses[self.places[bond.id]] if bond is not None else None


def lines_of(reuses: Sequence[Reuse]) -> Lines:
    """The lines of all reuse, the same in any order of it.

    Of several that an article took from, the one with the highest score counts, the known direction first.
    Of an undirected pair the higher id is counted with the lower: one origin, whichever was first.
    """
    lines = Lines(reuses)
    known = bonds_of(reuses)
    lines.places = {bond.id: place for place, bond in enumerate(known)}
    bonds = [bond for bond in known if bond.score >= SURE or bond.kind is not ReuseKind.REWRITE]
    for bond in sorted(known, key=lambda b: b.id):
        if bond.score < SURE and bond.kind is ReuseKind.REWRITE:
            lines.doubtful.setdefault(bond.later, []).append(bond)
    for bond in sorted(bonds, key=lambda b: (not b.directed, -b.score, b.id)):
        lines.taken.setdefault(bond.later, bond)
    _cut_rings(lines.taken)
    _group(lines, [bond for bond in bonds if not bond.directed])
    return lines


def _cut_rings(taken: dict[str, Bond]) -> None:
    """Cut each ring of takings at its smallest id, which then took from nobody."""
    state: dict[str, int] = {}
    for number, start in enumerate(sorted(taken), start=1):
        path = []
        at: str | None = start
        while at is not None and at not in state:
            state[at] = number
            path.append(at)
            bond = taken.get(at)
            at = bond.earlier if bond is not None else None
        if at is not None and state[at] == number and at in path:
            del taken[min(path[path.index(at) :])]


def _group(lines: Lines, undirected: Iterable[Bond]) -> None:
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for bond in (*lines.taken.values(), *undirected):
        low, high = sorted((root(bond.earlier), root(bond.later)))
        parent[high] = low
    lines.group = {name: root(name) for name in parent}
    members: dict[str, list[str]] = {}
    for name in sorted(lines.group):
        bond_of = lines.taken.get(name)
        if bond_of is None or not bond_of.directed:
            members.setdefault(lines.group[name], []).append(name)
    lines.firsts = {key: tuple(names) for key, names in members.items()}


def counterpart(passages: Sequence[Passage], start: int, end: int) -> Span | None:
    """Where the earlier article has what stands between two offsets of the later one; None where nowhere."""
    best: tuple[int, Span] | None = None
    for passage in passages:
        if passage.later is None or passage.earlier is None:
            continue
        shared = min(end, passage.later.end) - max(start, passage.later.start)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, passage.earlier)
    return best[1] if best is not None and best[0] * 2 >= end - start else None


def is_added(passages: Sequence[Passage], start: int, end: int) -> bool:
    """Whether most of what stands between two offsets of the later article is its own."""
    own = sum(
        max(0, min(end, passage.later.end) - max(start, passage.later.start))
        for passage in passages
        if passage.kind is PassageKind.ADDED and passage.later is not None
    )
    return own * 2 > end - start
