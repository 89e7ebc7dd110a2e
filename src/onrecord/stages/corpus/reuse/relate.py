"""How two articles stand to each other: reuse of some kind and direction, independent, or nothing to say."""

from onrecord.config import ReuseConfig
from onrecord.data import Independent, Reuse
from onrecord.ids import make_id
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.credit import credit_reason, find_credit
from onrecord.stages.corpus.reuse.decide import kind_of, reuse_score
from onrecord.stages.corpus.reuse.direction import direct
from onrecord.stages.corpus.reuse.evidence import evidence_against, evidence_for
from onrecord.stages.corpus.reuse.passages import full_links, passages_of, reused_share
from onrecord.stages.corpus.reuse.shifts import find_shifts
from onrecord.stages.corpus.reuse.sided import Sided


def relate(left: Sided, right: Sided, config: ReuseConfig) -> Reuse | Independent | None:
    """How two articles stand to each other (the one with the smaller id is `left`), None for nothing to say.

    A function of the two articles alone.
    """
    sides = left, right
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
