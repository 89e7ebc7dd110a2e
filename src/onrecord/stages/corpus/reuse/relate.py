"""How two articles stand to each other: reuse of some kind and direction, independent, or nothing to say."""

from onrecord.config import ReuseConfig
from onrecord.data import Independent, Reuse
from onrecord.ids import make_id
from onrecord.stages.corpus.reuse.apartly import independent_of
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.decide import judge, kind_of, kind_reasons, score_of
from onrecord.stages.corpus.reuse.direction import direct
from onrecord.stages.corpus.reuse.evidence import evidence_against, evidence_for
from onrecord.stages.corpus.reuse.overlap import Overlap, overlap_of
from onrecord.stages.corpus.reuse.passages import full_links, passages_of, reused_share
from onrecord.stages.corpus.reuse.shape import manners, shape_of
from onrecord.stages.corpus.reuse.shifts import find_shifts
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.translate import relate_across

# A page that credits an outlet for one fact of many retells nothing: below these shares of what the shorter
# side tells, and of its words in shared runs, and below so many sentences in order, a credit is a citation.
CITED_COVER, CITED_RUNS, CITED_STEPS = 0.45, 0.15, 3


def relate(left: Sided, right: Sided, config: ReuseConfig) -> Reuse | Independent | None:
    """How two articles stand to each other (the one with the smaller id is `left`), None for nothing to say.

    A function of the two articles alone.
    """
    if left.profile.draft.language != right.profile.draft.language:
        return relate_across(left, right, config)
    if not may_share(left, right):
        return None
    found = overlap_of(left, right, compare(left.profile, right.profile, config))
    score = score_of(found)
    if score < config.reuse or cites_only(found):
        return independent_of(left, right, found, score, config)
    return _reuse(left, right, found, config)


def cites_only(found: Overlap) -> bool:
    """Whether one names the other's outlet for a sentence or two and tells little else of it: it cites."""
    near = found.near
    named = near.names_other or found.far.names_other
    little = near.cover < CITED_COVER and near.counted.runs < CITED_RUNS and not near.blocks
    return bool(named) and little and found.found.steps < CITED_STEPS


def may_share(left: Sided, right: Sided) -> bool:
    """Whether two articles share any run of words, or two names or figures: most pairs do not."""
    one, other = left.profile.draft, right.profile.draft
    if not set(one.runs).isdisjoint(other.runs):
        return True
    keys = {detail.key for detail in left.profile.traits.details}
    return sum(detail.key in keys for detail in right.profile.traits.details) > 1


def _reuse(left: Sided, right: Sided, found: Overlap, config: ReuseConfig) -> Reuse:
    """The reuse of a pair that is one."""
    judged = judge(found)
    verdict = direct(left, right, found.found, config)
    earlier, later = (left, right) if verdict.left_first else (right, left)
    covered = found.found.covered if verdict.left_first else found.found.covered[::-1]
    joined = full_links(earlier.profile, later.profile, config)
    texts = earlier.findings.article.text, later.findings.article.text
    passages = passages_of(earlier.profile, later.profile, texts, (covered[0], covered[1]), joined)
    turned = [link._replace(left=link.right, right=link.left) for link in joined]
    links = joined if earlier is left else turned
    near, far = manners(found, links, found.near.side is left)
    kind = kind_of(dict(shape_of(found, near, far)))
    sides = (far, near) if found.near.side is later else (near, far)
    return Reuse(
        id=make_id("re", [str(kind), *sorted((earlier.id, later.id))]),
        earlier=earlier.id,
        later=later.id,
        kind=kind,
        share=reused_share(later.profile, passages),
        score=judged.score,
        directed=verdict.probability >= config.directed,
        direction=verdict.probability,
        evidence_for=evidence_for(earlier, later, found, judged, passages),
        evidence_against=evidence_against(later, found, judged, passages),
        direction_reasons=verdict.reasons,
        passages=passages,
        shifts=find_shifts(earlier, later, passages),
        kind_reasons=tuple(kind_reasons(kind, found, *sides, later)),
    )
