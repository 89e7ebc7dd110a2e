"""Two articles that share words and are no reuse: what they share, and why it is none."""

from onrecord.config import ReuseConfig
from onrecord.data import IndependenceKind, Independent, Passage, PassageKind, Reason, Span, span_of
from onrecord.ids import make_id
from onrecord.stages.corpus.reuse.decide import independence_of, judge
from onrecord.stages.corpus.reuse.drafts import RUN
from onrecord.stages.corpus.reuse.overlap import Overlap
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.tells import AGAINST, own_details, same_event, same_quotation, tell

SHOWN = 20


def independent_of(
    left: Sided, right: Sided, found: Overlap, score: float, config: ReuseConfig
) -> Independent | None:
    """The two as independent reports of one event, as sharing one origin, or None with nothing to say."""
    kind = independence_of(found, config)
    if kind is None:
        return None
    judged = judge(found)
    reasons = tell(AGAINST, judged.speaks_against, found, right)
    if not reasons:
        reasons = [one for one in (own_details(found, right), same_quotation(found, right)) if one]
    return Independent(
        id=make_id("in", [str(kind), left.id, right.id]),
        left=left.id,
        right=right.id,
        kind=kind,
        score=round(1.0 - score, 4),
        passages=shared_passages(left, right, found),
        reasons=(*_told(kind, found, right), *reasons),
    )


def _told(kind: IndependenceKind, found: Overlap, right: Sided) -> list[Reason]:
    if kind is IndependenceKind.COMMON_ORIGIN:
        reason = same_quotation(found, right)
        return [reason] if reason else []
    return [same_event(found, right)]


def shared_passages(left: Sided, right: Sided, found: Overlap) -> tuple[Passage, ...]:
    """The longest rows of words that stand in both, at most SHOWN, in the order of `right`."""
    places: dict[int, int] = {}
    for at, run in enumerate(left.profile.draft.runs):
        places.setdefault(run, at)
    rows: list[tuple[int, int, int]] = []
    for at, run in enumerate(right.profile.draft.runs):
        other = places.get(run)
        if other is None:
            continue
        if rows and rows[-1][1] - rows[-1][0] == at - other and rows[-1][1] + rows[-1][2] >= at:
            rows[-1] = (rows[-1][0], rows[-1][1], at - rows[-1][1] + 1)
        else:
            rows.append((other, at, 1))
    longest = sorted(rows, key=lambda row: (-row[2], row[1]))[:SHOWN]
    return tuple(
        Passage(PassageKind.COPIED, _span(left, one, count), _span(right, other, count), 1.0)
        for one, other, count in sorted(longest, key=lambda row: row[1])
    )


def _span(side: Sided, first: int, count: int) -> Span:
    words = side.profile.draft.words
    return span_of(side.text, words[first].start, words[first + count + RUN - 2].end)
