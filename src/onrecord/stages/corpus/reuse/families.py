"""Families: articles connected by reuse, and what each member's share of reused text is."""

from collections.abc import Sequence

from onrecord.data import NO_RULINGS, ArticleFindings, Family, Reuse, Rulings
from onrecord.ids import make_id
from onrecord.text.clusters import components

WEAK = 0.6


def find_families(
    articles: Sequence[ArticleFindings], reuses: Sequence[Reuse], rulings: Rulings = NO_RULINGS
) -> tuple[Family, ...]:
    """Articles connected by reuse. An article that reuses nothing is in no family.

    A weak link (score below WEAK) joins two articles only where no stronger link holds either of
    them already, so that one doubtful pair never glues two families together.
    """
    known = {item.article.id: item for item in articles}
    usable = [r for r in reuses if r.earlier in known and r.later in known]
    strong = [r for r in usable if r.score >= WEAK]
    held = {name for r in strong for name in (r.earlier, r.later)}
    weak = [r for r in usable if r.score < WEAK and not {r.earlier, r.later} & held]
    kept = strong + weak
    names = {name for r in kept for name in (r.earlier, r.later)}
    groups = components(names, sorted((r.earlier, r.later) for r in kept))
    home = {name: number for number, group in enumerate(groups) for name in group}
    inside: dict[int, list[Reuse]] = {}
    for reuse in sorted(kept, key=lambda r: r.id):
        inside.setdefault(home[reuse.earlier], []).append(reuse)
    made = [_family(group, inside[number], known) for number, group in enumerate(groups)]
    return tuple(sorted(made, key=lambda family: family.id))


def _family(group: tuple[str, ...], reuses: Sequence[Reuse], known: dict[str, ArticleFindings]) -> Family:
    earliest = _earliest(group, reuses)
    shares = tuple(
        max(
            (r.share for r in reuses if r.later == name or (not r.directed and r.earlier == name)),
            default=0.0,
        )
        for name in group
    )
    return Family(make_id("fa", group), group, earliest, shares, _reason(group, reuses, earliest, known))


def _earliest(group: tuple[str, ...], reuses: Sequence[Reuse]) -> str | None:
    """A member that took from nobody here and from which most others derive; None when undirected."""
    directed = [r for r in reuses if r.directed]
    takers = {r.later for r in directed}
    given: dict[str, float] = {}
    for reuse in directed:
        given[reuse.earlier] = given.get(reuse.earlier, 0.0) + reuse.direction
    candidates = [name for name in group if name in given and name not in takers]
    if not candidates:
        return None
    return min(candidates, key=lambda name: (-round(given[name], 6), name))


def _label(article: ArticleFindings) -> str:
    title = (article.article.title or article.article.text[:60].split("\n")[0]).strip()
    outlet = article.article.outlet.value if article.article.outlet else None
    return f"“{title}” ({outlet})" if outlet else f"“{title}”"


def _reason(
    group: tuple[str, ...], reuses: Sequence[Reuse], earliest: str | None, known: dict[str, ArticleFindings]
) -> str:
    kinds = sorted({str(reuse.kind) for reuse in reuses})
    strongest = min(reuses, key=lambda r: (-r.score, r.id))
    pair = f"{_label(known[strongest.later])} and {_label(known[strongest.earlier])}"
    start = (
        f"earliest wording held: {_label(known[earliest])}" if earliest else "who was first cannot be told"
    )
    return f"{len(group)} articles joined by {', '.join(kinds)}, most surely {pair}; {start}."
