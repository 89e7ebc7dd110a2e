"""Reuse between articles of the pile: profiles, candidates, and how each pair stands to each other."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Independent, Reuse
from onrecord.engine import Engine, Parcel
from onrecord.stages.corpus.reuse.candidates import candidate_pairs
from onrecord.stages.corpus.reuse.profile import Profile, profile_of
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.clusters import near_order


class Couple(NamedTuple):
    """The two articles of a candidate pair, smaller id first."""

    left: Parcel[Sided]
    right: Parcel[Sided]


class Relations(NamedTuple):
    """What was found between articles, each sorted by id."""

    reuses: tuple[Reuse, ...]
    independents: tuple[Independent, ...]


def profiles_of(articles: Sequence[ArticleFindings], engine: Engine) -> dict[str, Profile]:
    """The profile of every article."""
    ordered = sorted(articles, key=lambda item: item.article.id)
    return {profile.draft.id: profile for profile in engine.map(profile_of, ordered)}


def _neighbours(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs in an order in which those that share articles follow each other: less to send to a worker."""
    place = near_order(pairs)
    return sorted(pairs, key=lambda pair: (max(place[pair[0]], place[pair[1]]), pair))


def find_reuse(articles: Sequence[ArticleFindings], engine: Engine, config: ReuseConfig) -> Relations:
    """Reuse between any two of `articles`, and what shares words and is none; the same in any order."""
    by_id = {item.article.id: item for item in articles}
    profiles = profiles_of(list(by_id.values()), engine)
    pairs = candidate_pairs([profiles[name] for name in sorted(profiles)], engine, config)
    parcels = {name: Parcel(Sided(by_id[name], profiles[name])) for name in by_id}
    couples = (Couple(parcels[left], parcels[right]) for left, right in _neighbours(pairs))
    found = list(engine.map(partial(related, config=config), couples))
    reuses = [one for one in found if isinstance(one, Reuse)]
    independents = [one for one in found if isinstance(one, Independent)]
    return Relations(
        tuple(sorted(reuses, key=lambda one: one.id)), tuple(sorted(independents, key=lambda one: one.id))
    )


def related(couple: Couple, config: ReuseConfig) -> Reuse | Independent | None:
    """How the two articles of a pair stand to each other."""
    return relate(couple.left.value, couple.right.value, config)
