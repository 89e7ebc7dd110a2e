"""How two articles of different languages stand: a translation, a retelling, or reports told apart."""

from onrecord.config import ReuseConfig
from onrecord.data import (
    IndependenceKind,
    Independent,
    Passage,
    PassageKind,
    Reason,
    Reuse,
    ReuseKind,
    Span,
    span_of,
)
from onrecord.ids import make_id
from onrecord.stages.corpus.reuse.across import Across, Half, across_of, half_of
from onrecord.stages.corpus.reuse.direction import direct
from onrecord.stages.corpus.reuse.model import linear
from onrecord.stages.corpus.reuse.overlap import named_in
from onrecord.stages.corpus.reuse.passages import reused_share
from onrecord.stages.corpus.reuse.shifts import find_shifts
from onrecord.stages.corpus.reuse.sided import Sided, clip, sentence_around

MODEL = "across"
LEAST_SHARED = 2  # names and figures without which vectors are not even made
# What a text taken over a border shows, whatever names it shares: half of one side aligned, two steps and
# more, in an order that is worse when one side is read backwards. Reports of one running matter do not.
ALIGNED, STEPS, CHANCE = 0.5, 2.0, 0.85
LISTED = 6
NOTE = "by meaning, between languages"


def relate_across(left: Sided, right: Sided, config: ReuseConfig) -> Reuse | Independent | None:
    """How two articles of different languages stand to each other, None for nothing to say."""
    if not worth_vectors(left, right):
        return None
    found = across_of(left, right)
    chances = linear(MODEL).probabilities(found.values)
    score = round(chances["translation"] + chances["retelling"], 4)
    if score >= config.reuse and in_order(found):
        kind = ReuseKind.TRANSLATION
        if chances["retelling"] > chances["translation"]:
            kind = ReuseKind.RETELLING
        return _reuse(left, right, found, kind, score, config)
    if chances["same event"] <= chances["nothing"]:
        return None
    return Independent(
        id=make_id("in", [str(IndependenceKind.SAME_EVENT), left.id, right.id]),
        left=left.id,
        right=right.id,
        kind=IndependenceKind.SAME_EVENT,
        score=round(1.0 - score, 4),
        passages=_linked(found, left, right),
        reasons=(*_details_reason(found, right), *_own_reason(found, right)),
    )


def in_order(found: Across) -> bool:
    """Whether enough of one article is told in the other, and in the order of the other."""
    values = found.values
    return values["aligned_near"] >= ALIGNED and values["steps"] >= STEPS and values["chance"] <= CHANCE


def worth_vectors(left: Sided, right: Sided) -> bool:
    """Whether two articles of different languages share enough names and figures to be read closely."""
    keys = half_of(left).details
    return sum(key in keys for key in half_of(right).details) >= LEAST_SHARED


def _reuse(
    left: Sided, right: Sided, found: Across, kind: ReuseKind, score: float, config: ReuseConfig
) -> Reuse:
    verdict = direct(left, right, found, config)
    earlier, later = (left, right) if verdict.left_first else (right, left)
    passages = passages_across(found, earlier, later)
    return Reuse(
        id=make_id("re", [str(kind), *sorted((earlier.id, later.id))]),
        earlier=earlier.id,
        later=later.id,
        kind=kind,
        share=reused_share(later.profile, passages),
        score=score,
        directed=verdict.probability >= config.directed,
        direction=verdict.probability,
        evidence_for=(*_details_reason(found, later), *_order_reason(found, later)),
        evidence_against=tuple(_own_reason(found, later)),
        direction_reasons=verdict.reasons,
        passages=passages,
        shifts=find_shifts(earlier, later, passages),
        kind_reasons=tuple(_kind_reasons(found, kind, earlier, later)),
    )


def _halves(found: Across, shown: Sided) -> tuple[Half, Half]:
    return (found.left, found.right) if found.left.side is shown else (found.right, found.left)


def _spans(half: Half, keys: tuple[str, ...]) -> tuple[Span, ...]:
    """The first places of details in one article, in its order."""
    words = half.side.profile.draft.words
    places = sorted(half.details[key].word for key in keys)
    return tuple(span_of(half.side.text, words[at].start, words[at].end) for at in places)


def _details_reason(found: Across, shown: Sided) -> list[Reason]:
    own, other = _halves(found, shown)
    if not found.shared:
        return []
    one, two = _spans(own, found.shared)[:LISTED], _spans(other, found.shared)[:LISTED]
    here, there = (", ".join(f"“{span.text}”" for span in row) for row in (one, two))
    text = f"{len(found.shared)} names and figures stand in both: {here}; in the other {there}."
    return [Reason(text, one)]


def _order_reason(found: Across, shown: Sided) -> list[Reason]:
    if len(found.links) < 2:
        return []
    is_left = found.left.side is shown
    numbers = [link.left if is_left else link.right for link in found.links]
    others = [link.right if is_left else link.left for link in found.links]
    other = _halves(found, shown)[1].side
    best = max(range(len(numbers)), key=lambda at: (found.links[at].similarity, -at))
    one, two = shown.sentence(numbers[best]), other.sentence(others[best])
    count = len(_halves(found, shown)[0].numbers)
    text = (
        f"{len(set(numbers))} of its {count} sentences mean what sentences of the other mean, in the same "
        f"order; nearest “{clip(one.text, 90)}” beside “{clip(two.text, 90)}”."
    )
    return [Reason(text, (one,))]


def _own_reason(found: Across, shown: Sided) -> list[Reason]:
    """What only the shown article names, and its longest sentence without a counterpart."""
    own, _ = _halves(found, shown)
    is_left = found.left.side is shown
    linked = {link.left if is_left else link.right for link in found.links}
    reasons = []
    keys = tuple(key for key in own.details if key not in set(found.shared))
    if keys:
        spans = _spans(own, keys)[:LISTED]
        listed = ", ".join(f"“{span.text}”" for span in spans)
        reasons.append(Reason(f"The other has nothing that sounds like {listed}.", spans))
    free = [number for number in own.numbers if number not in linked]
    if free:
        span = max((shown.sentence(number) for number in free), key=lambda one: (len(one.text), -one.start))
        reasons.append(Reason(f"No sentence of the other means “{clip(span.text)}”.", (span,)))
    return reasons


def _kind_reasons(found: Across, kind: ReuseKind, earlier: Sided, later: Sided) -> list[Reason]:
    languages = f"{earlier.profile.draft.language} and {later.profile.draft.language}"
    own, other = _halves(found, later)
    is_left = found.left.side is later
    linked = [(link.left, link.right) if is_left else (link.right, link.left) for link in found.links]
    pairs = [(later.sentence(number), earlier.sentence(theirs)) for number, theirs in linked]
    longest = sorted(pairs, key=lambda pair: (-len(pair[0].text), pair[0].start, pair[1].start))[:1]
    quoted = "".join(
        f", the longest “{clip(one.text, 70)}” to “{clip(two.text, 70)}”" for one, two in longest
    )
    text = (
        f"The two are in {languages}; {len({one for one, _ in linked})} of its {len(own.numbers)} sentences "
        f"and {len({two for _, two in linked})} of the other's {len(other.numbers)} correspond{quoted}: "
        f"a {kind}."
    )
    reasons = [Reason(text, tuple(one for one, _ in longest))]
    places = named_in(later, earlier)
    passings = later.profile.traits.passings
    if kind is ReuseKind.RETELLING and (places or passings):
        word = later.profile.draft.words[places[0] if places else passings[0].word]
        span = span_of(later.text, word.start, word.end)
        near = clip(sentence_around(later, span))
        reasons.append(Reason(f"It gives “{span.text}” as where this comes from: “{near}”.", (span,)))
    return reasons


def _linked(found: Across, left: Sided, right: Sided) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            PassageKind.REWORDED,
            left.sentence(link.left),
            right.sentence(link.right),
            round(min(1.0, link.similarity), 4),
            NOTE,
        )
        for link in found.links
    )


def passages_across(found: Across, earlier: Sided, later: Sided) -> tuple[Passage, ...]:
    """Passages in the later article's order, then what was dropped in the earlier's order."""
    is_left = found.left.side is later
    pairs: dict[int, list[tuple[int, float]]] = {}
    for link in found.links:
        own, other = (link.left, link.right) if is_left else (link.right, link.left)
        pairs.setdefault(own, []).append((other, round(min(1.0, link.similarity), 4)))
    rows: list[Passage] = []
    for number in range(len(later.profile.draft.sentences)):
        span = later.sentence(number)
        if number not in pairs:
            rows.append(Passage(PassageKind.ADDED, None, span, 0.0))
        rows += [
            Passage(PassageKind.REWORDED, earlier.sentence(other), span, value, NOTE)
            for other, value in pairs.get(number, ())
        ]
    used = {other for row in pairs.values() for other, _ in row}
    rows += [
        Passage(PassageKind.DROPPED, earlier.sentence(number), None, 0.0)
        for number in range(len(earlier.profile.draft.sentences))
        if number not in used
    ]
    return tuple(rows)
