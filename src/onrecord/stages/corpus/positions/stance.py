"""Stances: one actor's act on one issue across articles, told on terms that differ in wording or in time.

A position is (actor, act, issue); its terms may be worded differently by reports that know nothing
of each other. Where independent articles tell of the same act on the same themes, issue and
condition taken together, a stance gathers from each article what it tells as the latest, so that
independent origins of one stance can be counted. The positions it gathers stay as they are.
"""

from collections.abc import Sequence

from onrecord.data import Act, Position
from onrecord.stages.corpus.positions.bind import Bound
from onrecord.stages.corpus.positions.gather import family_of, position_of, themes_with_terms
from onrecord.stages.corpus.positions.same import Copies
from onrecord.text.edtf import bounds


def stances(positions: Sequence[Position], bound: Sequence[Bound], copies: Copies) -> list[Position]:
    """One gathered position for each stance that stands in two or more independent articles."""
    by_mention = {item.mention.id: item for item in bound}
    groups: dict[tuple[str, Act, frozenset[str]], list[Position]] = {}
    for position in sorted(positions, key=lambda p: p.id):
        members = [by_mention[m] for m in position.mentions]
        key = (position.actor_id, family_of(position.act), themes_with_terms(members))
        groups.setdefault(key, []).append(position)
    found = []
    for key in sorted(groups, key=lambda k: (k[0], k[1].value, sorted(k[2]))):
        chosen = _latest_by_article(groups[key])
        if len({p.id for p in chosen}) > 1 and _independent(chosen, copies):
            told = sorted({m for p in chosen for m in p.mentions if not by_mention[m].title})
            if told:
                gathered = tuple(sorted({p.id for p in chosen}))
                found.append(position_of([by_mention[m] for m in told], gathered))
    return found


def _independent(chosen: Sequence[Position], copies: Copies) -> bool:
    """Are there two articles among them that share no text?"""
    articles = sorted({article for position in chosen for article in position.articles})
    first = articles[0]
    return any(not copies.near(first, other) for other in articles[1:])


def _latest_by_article(positions: Sequence[Position]) -> list[Position]:
    """For each article the position that it dates latest; one without an end, or undated, still stands."""
    best: dict[str, Position] = {}
    for position in positions:
        for article in position.articles:
            held = best.get(article)
            if held is None or _order(position) > _order(held):
                best[article] = position
    return [best[article] for article in sorted(best)]


def _order(position: Position) -> tuple[str, str]:
    last = bounds(position.when)[1]
    return (last.isoformat() if last is not None else "9999", position.id)
