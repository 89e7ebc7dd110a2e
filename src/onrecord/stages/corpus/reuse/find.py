"""Reuse between articles of the pile: candidates, comparison, decision, direction."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Reuse
from onrecord.engine import Engine, Parcel
from onrecord.ids import make_id
from onrecord.lang.background import background
from onrecord.stages.corpus.reuse.candidates import candidate_pairs
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.credit import credit_reason, find_credit
from onrecord.stages.corpus.reuse.decide import kind_of, reuse_score
from onrecord.stages.corpus.reuse.direction import direct
from onrecord.stages.corpus.reuse.evidence import evidence_against, evidence_for
from onrecord.stages.corpus.reuse.passages import full_links, passages_of, reused_share
from onrecord.stages.corpus.reuse.profile import Draft, Profile, draft_of, rough_of, weigh
from onrecord.stages.corpus.reuse.shifts import find_shifts
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.clusters import near_order
from onrecord.text.terms import Weights

# The pile hardly moves the weights: in a family of twelve copies, what they share must stay rare.
STRENGTH = 2000.0


class Couple(NamedTuple):
    """The two articles of a candidate pair, smaller id first."""

    left: Parcel[Sided]
    right: Parcel[Sided]


def _terms(drafts: Sequence[Draft]) -> Iterator[tuple[str, int]]:
    for draft in drafts:
        own = {term for s in draft.sentences for term in (*s.plain, *s.quoted)}
        yield from ((term, 1) for term in own)


def _add_up(term: str, ones: list[int]) -> Iterator[tuple[str, int]]:
    yield term, sum(ones)


def profiles_of(articles: Sequence[ArticleFindings], engine: Engine) -> dict[str, Profile]:
    """The profile of every article, weighted by the whole pile."""
    ordered = sorted(articles, key=lambda item: item.article.id)
    drafts = list(engine.map(draft_of, (rough_of(item) for item in ordered)))
    weights = Weights(len(drafts), dict(engine.group(_terms(drafts), _add_up)), background, STRENGTH)
    return {draft.id: weigh(draft, weights) for draft in drafts}


def _neighbours(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs in an order in which those that share articles follow each other: less to send to a worker."""
    place = near_order(pairs)
    return sorted(pairs, key=lambda pair: (max(place[pair[0]], place[pair[1]]), pair))


def find_reuse(articles: Sequence[ArticleFindings], engine: Engine, config: ReuseConfig) -> tuple[Reuse, ...]:
    """Reuse between any two of `articles`, sorted by id; the same in whatever order they come."""
    by_id = {item.article.id: item for item in articles}
    profiles = profiles_of(list(by_id.values()), engine)
    pairs = candidate_pairs([profiles[name] for name in sorted(profiles)], engine, config)
    parcels = {name: Parcel(Sided(by_id[name], profiles[name])) for name in by_id}
    couples = (Couple(parcels[left], parcels[right]) for left, right in _neighbours(pairs))
    found = engine.map(partial(reuse_of, config=config), couples)
    return tuple(sorted((reuse for reuse in found if reuse is not None), key=lambda reuse: reuse.id))


def reuse_of(couple: Couple, config: ReuseConfig) -> Reuse | None:
    """The reuse between two articles, None when there is none."""
    sides = couple.left.value, couple.right.value
    comparison = compare(sides[0].profile, sides[1].profile, config)
    credit = find_credit(sides[0], sides[1], comparison, config)
    score = max(reuse_score(comparison, config), credit.score if credit else 0.0)
    if score < config.reuse:
        return None
    verdict = direct(sides[0], sides[1], comparison, config)
    earlier, later = (sides[0], sides[1]) if verdict.left_first else (sides[1], sides[0])
    oriented = comparison.covered if verdict.left_first else comparison.covered[::-1]
    joined = full_links(earlier.profile, later.profile, config)
    texts = earlier.findings.article.text, later.findings.article.text
    passages = passages_of(earlier.profile, later.profile, texts, (oriented[0], oriented[1]), joined)
    kind = kind_of(comparison, later_is_left=not verdict.left_first, names_source=verdict.names_source)
    credits = (credit_reason(credit),) if credit and credit.side is later else ()
    return Reuse(
        id=make_id("re", [str(kind), *sorted((earlier.id, later.id))]),
        earlier=earlier.id,
        later=later.id,
        kind=kind,
        share=reused_share(later.profile, passages),
        score=score,
        directed=verdict.probability >= config.directed,
        direction=verdict.probability,
        evidence_for=(*credits, *evidence_for(earlier, later, comparison, passages)),
        evidence_against=evidence_against(earlier, later, passages),
        direction_reasons=verdict.reasons,
        passages=passages,
        shifts=find_shifts(earlier, later, passages),
    )
