"""A family as a tree: who took from whom, the earliest wording that we hold at its root."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Family, Reuse
from onrecord.query.lists import ArticleLine


@dataclass(frozen=True, slots=True)
class ReuseLine:
    """One reuse between two articles; `directed` False when it cannot be told who took from whom."""

    id: str
    earlier: str
    later: str
    kind: str
    share: float
    directed: bool
    direction: float
    shifts: int


def reuse_line(reuse: Reuse) -> ReuseLine:
    """One reuse in a line."""
    return ReuseLine(
        reuse.id,
        reuse.earlier,
        reuse.later,
        reuse.kind,
        reuse.share,
        reuse.directed,
        reuse.direction,
        len(reuse.shifts),
    )


@dataclass(frozen=True, slots=True)
class FamilyNode:
    """One member in the order of the tree: `depth` steps away from its root, hung on `source` by `reuse`.

    `share` is the share of its text that was taken. `took`: it took from `source`; False where the
    direction is open, or where the source is held to have taken from it. `others` are its further
    reuses within the family. A member that nothing hangs on another is a root: depth 0, no source.
    """

    line: ArticleLine
    depth: int
    share: float
    source: ArticleLine | None
    reuse: ReuseLine | None
    took: bool
    others: tuple[ReuseLine, ...]


def family_tree(
    family: Family, lines: Mapping[str, ArticleLine], reuses: Sequence[Reuse]
) -> tuple[FamilyNode, ...]:
    """All members, each once, before those that hang on it.

    Each hangs on the member that it took most from, where a direction is told; what is left hangs on one that
    it shares text with in an open direction.
    """
    members = [key for key in sorted(family.articles) if key in lines]
    inside = [one for one in reuses if one.earlier in lines and one.later in lines]
    hung = _hung(members, family.earliest, inside)
    children: dict[str | None, list[str]] = {}
    for key in sorted(members, key=lambda key: (key != family.earliest, lines[key].published or "9", key)):
        children.setdefault(_source(hung.get(key), key), []).append(key)
    shares = dict(zip(family.articles, family.shares, strict=False))
    used = {one.id for one in hung.values()}
    beside = _by_article(one for one in inside if one.id not in used)
    return tuple(
        FamilyNode(
            line=lines[key],
            depth=depth,
            share=shares.get(key, 0.0),
            source=lines.get(_source(hung.get(key), key) or ""),
            reuse=reuse_line(hung[key]) if key in hung else None,
            took=key in hung and _took(hung[key], key),
            others=tuple(reuse_line(one) for one in beside.get(key, ())),
        )
        for key, depth in _walk(children)
    )


def _took(reuse: Reuse, key: str) -> bool:
    return reuse.directed and reuse.later == key


def _source(reuse: Reuse | None, key: str) -> str | None:
    """The other article of a reuse."""
    if reuse is None:
        return None
    return reuse.earlier if reuse.later == key else reuse.later


def _hung(members: Sequence[str], root: str | None, reuses: Sequence[Reuse]) -> dict[str, Reuse]:
    """By member the reuse that it hangs on another by; never in a circle, and the root on none."""
    tree = {key: key for key in members}
    hung: dict[str, Reuse] = {}

    def top(key: str) -> str:
        while tree[key] != key:
            tree[key] = tree[tree[key]]
            key = tree[key]
        return key

    def hang(key: str, reuse: Reuse) -> None:
        other = _source(reuse, key)
        if key == root or key in hung or other is None or other not in tree or key not in tree:
            return
        if top(other) != key:  # what hangs on nothing is the top of its own tree
            tree[key] = top(other)
            hung[key] = reuse

    ordered = sorted(reuses, key=lambda one: (-one.share, -one.score, one.id))
    for one in ordered:
        if one.directed:
            hang(one.later, one)
    for one in ordered:
        if not one.directed:
            hang(one.later, one)
            hang(one.earlier, one)
    return hung


def _by_article(reuses: Iterable[Reuse]) -> dict[str, list[Reuse]]:
    found: dict[str, list[Reuse]] = {}
    for one in reuses:
        found.setdefault(one.later, []).append(one)
        if not one.directed:
            found.setdefault(one.earlier, []).append(one)
    return found


def _walk(children: Mapping[str | None, Sequence[str]]) -> list[tuple[str, int]]:
    """Members from the roots on, each with how far away its root is."""
    rows: list[tuple[str, int]] = []
    waiting = [(key, 0) for key in reversed(children.get(None, ()))]
    while waiting:
        key, depth = waiting.pop()
        rows.append((key, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(key, ()))]
    return rows
