"""Whether two compared articles are reuse at all, of what kind, and why: by the trained models."""

from dataclasses import dataclass

from onrecord.config import ReuseConfig
from onrecord.data import IndependenceKind, Reason, ReuseKind
from onrecord.models.trees import packaged_trees
from onrecord.stages.corpus.reuse.features import NAMES, row_of
from onrecord.stages.corpus.reuse.model import TREES, linear, probability
from onrecord.stages.corpus.reuse.overlap import Overlap
from onrecord.stages.corpus.reuse.shape import Manner
from onrecord.stages.corpus.reuse.sided import Sided, clip
from onrecord.stages.corpus.reuse.tells import gives_media, names_the_outlet
from onrecord.stages.corpus.reuse.traits import Detail

SAID = 0.1  # log-odds that a feature must add to be told
NOTHING = "nothing"
FIGURE, NAME = 4.4, 7.5  # weights of a figure and a name that tell something
RARE = 2  # names, a figure counts twice: without them two reports are not called reports of one event
QUOTED_WORDS = 5
QUOTED = 70  # characters of a sentence in a reason


@dataclass(frozen=True, slots=True)
class Judged:
    """The probability of reuse, and the features that speak for it and against it, strongest first."""

    score: float
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


def judge(found: Overlap) -> Judged:
    """Weigh the features of a pair."""
    row = row_of(found)
    trees = packaged_trees(TREES)
    added = trees.weighed(row)[0] / trees.scale
    ranked = sorted(range(len(NAMES)), key=lambda at: (-abs(round(float(added[at]), 6)), NAMES[at]))
    return Judged(
        probability(row),
        tuple(NAMES[at] for at in ranked if added[at] >= SAID),
        tuple(NAMES[at] for at in ranked if added[at] <= -SAID),
    )


def score_of(found: Overlap) -> float:
    """The probability of reuse alone."""
    return probability(row_of(found))


def kind_of(shape: dict[str, float]) -> ReuseKind:
    """Copy, excerpt, rewrite or retelling."""
    return ReuseKind(linear("kinds").best(shape))


def independence_of(found: Overlap, config: ReuseConfig) -> IndependenceKind | None:
    """What two articles are that share words and are no reuse, None where there is nothing to say.

    Names that the whole world writes about make no event: RARE details must be shared for that.
    """
    label = linear("independence").best(apartness(found))
    rare = sum(_seldom(detail) for detail in found.shared)
    if label == IndependenceKind.SAME_EVENT and rare < RARE:
        label = IndependenceKind.COMMON_ORIGIN if found.quote_words >= QUOTED_WORDS else NOTHING
    return None if label == NOTHING else IndependenceKind(label)


def _seldom(detail: Detail) -> int:
    if detail.value is None:
        return int(detail.weight >= NAME)
    return 2 * int(detail.weight >= FIGURE)


def apartness(found: Overlap) -> dict[str, float]:
    """The figures by which a common event is told from a common quotation and from nothing at all."""
    near, far = found.near, found.far
    return {
        "cover_near": near.cover,
        "cover_far": far.cover,
        "names_near": near.names,
        "names_far": far.names,
        "figures_near": near.figures,
        "details": float(min(20, len(found.shared))),
        "quoted": float(min(40, found.quote_words)),
        "told_near": near.told,
    }


def kind_reasons(
    kind: ReuseKind, found: Overlap, earlier: Manner, later: Manner, shown: Sided
) -> list[Reason]:
    """Why it is of this kind: what became of the words of both sides, the longest sentence of each manner
    quoted, and the credit if there is one."""
    spans = [shown.sentence(number) if number is not None else None for number in later.longest]
    copied, reworded, own = (f" (longest: “{clip(span.text, QUOTED)}”)" if span else "" for span in spans)
    text = (
        f"Of its {later.words} words {later.verbatim} stand in sentences taken word for word{copied}, "
        f"{later.reworded} in reworded ones{reworded} and {later.own} in its own{own}; of the other's "
        f"{earlier.words} words {earlier.verbatim} came over word for word: {_CALLED[kind]}."
    )
    reasons = [Reason(text, tuple(span for span in spans if span))]
    if kind is ReuseKind.RETELLING:
        reasons += [one for one in (names_the_outlet(found, shown), gives_media(found, shown)) if one]
    return reasons


_CALLED = {
    ReuseKind.COPY: "a copy",
    ReuseKind.EXCERPT: "an excerpt inside other text",
    ReuseKind.REWRITE: "a rewrite that names no source",
    ReuseKind.RETELLING: "a retelling that says where it comes from",
    ReuseKind.TRANSLATION: "a translation",
}
