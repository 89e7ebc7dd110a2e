"""Families: articles connected by reuse, the share that each member took, the earliest wording that is held.

What analysts ruled of pairs is respected: "same" joins, "apart" keeps two articles out of one family
whatever lies between them, "first" settles a direction. A family is a function of its members, their bonds
and the rulings on them.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.data import NO_RULINGS, ArticleFindings, Family, Reuse, Rulings
from onrecord.ids import make_id
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import Bond, Pile, bonds_of, pack, pile_of, unpack
from onrecord.stages.corpus.reuse.joining import joined_groups

WEAK = 0.75
FIRST = 0.65  # the probability from which on a member is called the earliest
SURE = 0.999  # what a ruling on who was first counts
LEAST = 0.001  # no probability is held to be smaller: each is somebody's guess
FAMILY = "family"
Pair = tuple[str, str]


class _Group(NamedTuple):
    """All that a family is made of. `split`: pairs ruled one text of which only one is a member, each with
    the ruling that keeps the other out."""

    members: tuple[str, ...]
    bonds: tuple[Bond, ...]
    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    first: tuple[tuple[Pair, str], ...]
    split: tuple[tuple[Pair, Pair], ...]


def find_families(
    articles: Sequence[ArticleFindings],
    reuses: Sequence[Reuse],
    rulings: Rulings = NO_RULINGS,
    memo: Memo = NO_MEMO,
) -> tuple[Family, ...]:
    """Articles connected by reuse. An article that reuses nothing is in no family.

    A weak link (score below WEAK) joins two articles only where no stronger link holds either of
    them already, so that one doubtful pair never glues two families together.
    """
    pile = pile_of(articles)
    groups = _groups(_kept(bonds_of(reuses), pile, rulings), pile, rulings)
    keys = [_key(group, pile) for group in groups]
    made = remembered(memo, FAMILY, keys, lambda missing: (pack(_family(groups[n], pile)) for n in missing))
    return tuple(sorted((unpack(one, Family) for one in made), key=lambda family: family.id))


def _kept(bonds: Iterable[Bond], pile: Pile, rulings: Rulings) -> list[Bond]:
    """The bonds that may join: none that an analyst cut, weak ones only where nothing else holds."""
    usable = [b for b in bonds if b.earlier in pile.places and b.later in pile.places]
    usable = [b for b in usable if _pair(b) not in rulings.apart]
    strong = [b for b in usable if b.score >= WEAK or _pair(b) in rulings.same]
    held = {name for b in strong for name in (b.earlier, b.later)}
    return strong + [
        b
        for b in usable
        if b.score < WEAK and _pair(b) not in rulings.same and not {b.earlier, b.later} & held
    ]


def _pair(bond: Bond) -> Pair:
    return min(bond.earlier, bond.later), max(bond.earlier, bond.later)


def _groups(bonds: Sequence[Bond], pile: Pile, rulings: Rulings) -> list[_Group]:
    """Families to be, each with all that decides on it."""
    known = pile.places
    same = sorted(pair for pair in rulings.same - rulings.apart if pair[0] in known and pair[1] in known)
    apart = sorted(pair for pair in rulings.apart if pair[0] in known and pair[1] in known)
    links = [(-2.0, pair) for pair in same] + [(-bond.score, _pair(bond)) for bond in bonds]
    groups = joined_groups(sorted(links), apart)
    home = {name: number for number, group in enumerate(groups) for name in group}
    inside: list[list[Bond]] = [[] for _ in groups]
    for bond in sorted(bonds):
        if home.get(bond.earlier, -1) == home.get(bond.later, -2):
            inside[home[bond.earlier]].append(bond)
    ruled = [_ruled(same, home, len(groups)), _ruled(apart, home, len(groups), either=True)]
    first = {
        pair: name for pair, name in sorted(rulings.first) if home.get(pair[0], -1) == home.get(pair[1], -2)
    }
    orders = _ruled(sorted(first), home, len(groups))
    split = _split(same, apart, home, len(groups))
    return [
        _Group(
            group,
            tuple(inside[n]),
            ruled[0][n],
            ruled[1][n],
            tuple((pair, first[pair]) for pair in orders[n]),
            tuple(split[n]),
        )
        for n, group in enumerate(groups)
    ]


def _split(
    same: Sequence[Pair], apart: Sequence[Pair], home: dict[str, int], count: int
) -> list[list[tuple[Pair, Pair]]]:
    """By group the rulings that two are one text which one that parts other members of the two outweighs."""

    def sides(pair: Pair) -> frozenset[int | str]:
        return frozenset(home.get(name, name) for name in pair)

    parting: dict[frozenset[int | str], Pair] = {}
    for pair in apart:
        parting.setdefault(sides(pair), pair)
    found: list[list[tuple[Pair, Pair]]] = [[] for _ in range(count)]
    for pair in same:
        cause = parting.get(sides(pair))
        if cause is not None and len(sides(pair)) == 2:
            for number in sorted({home[name] for name in pair if name in home}):
                found[number].append((pair, cause))
    return found


def _ruled(
    pairs: Sequence[Pair], home: dict[str, int], count: int, either: bool = False
) -> list[tuple[Pair, ...]]:
    """Rulings by group: of pairs inside it, or (`either`) of pairs of which one is inside."""
    found: list[list[Pair]] = [[] for _ in range(count)]
    for pair in pairs:
        homes = {home[name] for name in pair if name in home}
        if either or len(homes) == 1:
            for number in sorted(homes):
                found[number].append(pair)
    return [tuple(one) for one in found]


def _key(group: _Group, pile: Pile) -> bytes:
    return key_of(pack(group), *(pile.digest(pile.places[name]) for name in _named(group)))


def _named(group: _Group) -> list[str]:
    told = (*group.apart, *(pair for both in group.split for pair in both))
    return sorted({*group.members, *(name for pair in told for name in pair)})


def _family(group: _Group, pile: Pile) -> Family:
    weights = first_weights(group.members, group.bonds, group.first)
    earliest = _earliest(weights)
    shares = tuple(_share(name, earliest, group.bonds) for name in group.members)
    reason = _reason(group, earliest, weights, pile)
    return Family(make_id("fa", group.members), group.members, earliest, shares, reason)


def _share(name: str, earliest: str | None, bonds: Sequence[Bond]) -> float:
    """The largest share of its text that a member took from one other; 0 for the one held to be earliest."""
    if name == earliest:
        return 0.0
    taken = (b.share for b in bonds if b.later == name or (not b.directed and b.earlier == name))
    return max(taken, default=0.0)


def first_weights(
    members: Sequence[str], bonds: Sequence[Bond], first: Sequence[tuple[Pair, str]] = ()
) -> dict[str, float]:
    """For each member the probability that it took from no other, all bonds taken together.

    A member can be the source only if every bond that it has leads away from it: the product of these
    probabilities, made to sum to 1 over the members.
    """
    ruled = dict(first)
    logs: dict[str, list[float]] = {name: [] for name in members}
    for bond in bonds:
        winner = ruled.pop(_pair(bond), None)
        chance = bond.direction if winner is None else (SURE if winner == bond.earlier else 1 - SURE)
        chance = min(1 - LEAST, max(LEAST, chance))
        logs[bond.earlier].append(math.log(chance))
        logs[bond.later].append(math.log(1 - chance))
    for pair, winner in sorted(ruled.items()):
        loser = pair[1] if winner == pair[0] else pair[0]
        logs[winner].append(math.log(SURE))
        logs[loser].append(math.log(1 - SURE))
    sums = {name: math.fsum(values) for name, values in logs.items()}
    top = max(sums.values(), default=0.0)
    total = math.fsum(math.exp(value - top) for value in sums.values())
    return {name: round(math.exp(value - top) / total, 6) for name, value in sums.items()}


def _earliest(weights: dict[str, float]) -> str | None:
    """The member that most probably took from nobody; None where that cannot be told."""
    best = min(weights, key=lambda name: (-weights[name], name))
    return best if weights[best] >= FIRST else None


def _label(article: ArticleFindings) -> str:
    title = (article.article.title or article.article.text[:60].split("\n")[0]).strip()
    outlet = article.article.outlet.value if article.article.outlet else None
    return f"“{title}” ({outlet})" if outlet else f"“{title}”"


def _reason(group: _Group, earliest: str | None, weights: dict[str, float], pile: Pile) -> str:
    def label(name: str) -> str:
        return _label(pile.named(name))

    kinds = sorted({str(bond.kind) for bond in group.bonds} | ({"a ruling"} if group.same else set()))
    parts = [f"{len(group.members)} articles joined by {', '.join(kinds)}"]
    if group.bonds:
        strongest = min(group.bonds, key=lambda b: (-b.score, b.id))
        parts[0] += f", most surely {label(strongest.later)} and {label(strongest.earlier)}"
    parts += [f"an analyst ruled that {label(a)} and {label(b)} are one text" for a, b in group.same[:3]]
    parts += [f"an analyst ruled that {label(a)} and {label(b)} are apart" for a, b in group.apart[:3]]
    parts += [
        f"an analyst ruled that {label(a)} and {label(b)} are one text, but not followed: by another ruling "
        f"{label(c)} and {label(d)} are apart"
        for (a, b), (c, d) in group.split[:3]
    ]
    parts += [
        f"an analyst ruled that {label(name)} came before {label(_other(pair, name))}"
        for pair, name in group.first[:3]
    ]
    parts.append(
        f"earliest wording held: {label(earliest)} (took from none of the others: {weights[earliest]:.2f})"
        if earliest
        else "who was first cannot be told"
    )
    return "; ".join(parts) + "."


def _other(pair: Pair, name: str) -> str:
    return pair[1] if name == pair[0] else pair[0]
