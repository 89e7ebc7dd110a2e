"""Which cue each content belongs to, which source each cue has.

A content chooses one cue or none; a cue chooses one source or none (so a source may serve several
cues). The score of a pair is bilinear in two small layers over the words' states plus learned numbers for
distance, cues between and paragraphs apart (Dozat and Manning 2017); all weights come from linker.npz.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models.tagger.paths import CONTENT, CUE, SOURCE, Floats, Marked, Numbers, log_sum

REACH = 1  # paragraphs that a link may span; chosen on dev
TOGETHER = 128  # spans that choose at once: bounds the memory
NEVER = -1e9
TABLES = ("distance", "between", "apart")

Weights = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as spans, and the probability of each choice made for it."""

    cue: Marked
    source: Marked | None
    contents: tuple[Marked, ...]
    source_chance: float
    content_chance: float


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What linking needs of a text: a state for each word, the number of its paragraph, all cues."""

    states: Floats
    paragraph: Numbers
    cues: list[Marked]
    weights: Weights


def link(spans: Sequence[Marked], states: Floats, paragraph: Numbers, weights: Weights) -> list[Linked]:
    """Attributions in order of their cue; a cue that no content chooses is none. `paragraph` is by word."""
    roles: list[list[Marked]] = [[], [], []]
    for span in spans:
        roles[span.role].append(span)
    ground = Ground(states, paragraph, roles[CUE], weights)
    held: dict[Marked, list[tuple[Marked, float]]] = {}
    for contents, cues in _near(roles[CONTENT], roles[CUE], paragraph):
        for content, cue, chance in _hold(contents, cues, ground):
            held.setdefault(cue, []).append((content, chance))
    owners: dict[Marked, tuple[Marked | None, float]] = {}
    for cues, sources in _near([cue for cue in roles[CUE] if cue in held], roles[SOURCE], paragraph):
        owners.update(_own(cues, sources, ground))
    found = []
    for cue in roles[CUE]:
        if cue in held:
            source, source_chance = owners.get(cue, (None, 1.0))
            mine = tuple(content for content, _ in held[cue])
            found.append(Linked(cue, source, mine, source_chance, min(chance for _, chance in held[cue])))
    return found


def _near(
    spans: list[Marked], others: list[Marked], paragraph: Numbers
) -> Iterator[tuple[list[Marked], list[Marked]]]:
    """A few spans at a time with the others they can reach; both are in order."""
    places = [int(paragraph[other.first]) for other in others]
    for start in range(0, len(spans), TOGETHER):
        some = spans[start : start + TOGETHER]
        low = bisect_left(places, int(paragraph[some[0].first]) - REACH)
        high = bisect_left(places, int(paragraph[some[-1].first]) + REACH + 1)
        if low < high:
            yield some, others[low:high]


def _hold(
    contents: list[Marked], cues: list[Marked], ground: Ground
) -> Iterator[tuple[Marked, Marked, float]]:
    """Each content with the cue that it chooses, and how probable the choice is."""
    score, none = _scores(1, contents, cues, ground)
    table = np.concatenate([score, none[:, None]], 1)
    best = table.argmax(1)
    chance = _chances(table, best)
    for number, content in enumerate(contents):
        if best[number] < len(cues):
            yield content, cues[int(best[number])], float(chance[number])


def _own(
    cues: list[Marked], sources: list[Marked], ground: Ground
) -> dict[Marked, tuple[Marked | None, float]]:
    """The source that each cue chooses, or none, and how probable the choice is."""
    score, none = _scores(0, sources, cues, ground)
    table = np.concatenate([score, none[None]]).T
    best = table.argmax(1)
    chance = _chances(table, best)
    return {
        cue: (sources[int(place)] if place < len(sources) else None, float(chance[number]))
        for number, (cue, place) in enumerate(zip(cues, best, strict=True))
    }


def _chances(table: Floats, best: Numbers) -> Floats:
    chosen: Floats = np.exp(table[np.arange(len(table)), best] - log_sum(table, 1))
    return chosen


def _scores(role: int, spans: list[Marked], cues: list[Marked], ground: Ground) -> tuple[Floats, Floats]:
    """(spans, cues) scores; and that of none: by cue for sources (role 0), by span for contents (role 1)."""
    weights = ground.weights
    one = layer(weights, f"span.{role}", pooled(ground.states, spans))
    other = layer(weights, f"cue.{role}", pooled(ground.states, cues))
    score = one @ weights[f"pair.{role}"] @ other.T
    for name, near in zip(TABLES, relations(spans, cues, ground.cues, ground.paragraph), strict=True):
        score = score + weights[f"{name}.{role}.weight"][near, 0]
    apart = ground.paragraph[_firsts(spans)][:, None] - ground.paragraph[_firsts(cues)][None]
    asked = other if role == 0 else one
    none = asked @ weights[f"none.{role}.weight"][0] + weights[f"none.{role}.bias"][0]
    return np.where(np.abs(apart) > REACH, np.float32(NEVER), score), none


def layer(weights: Weights, name: str, x: Floats) -> Floats:
    """One small layer with its activation."""
    return gelu(x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])


def relations(
    spans: Sequence[Marked], cues: Sequence[Marked], all_cues: Sequence[Marked], paragraph: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Bucket numbers, each (spans, cues): distance in words (24), cues between (9), paragraphs apart (7)."""
    starts, ends = _firsts(spans)[:, None], _lasts(spans)[:, None]
    cue_starts, cue_ends = _firsts(cues)[None], _lasts(cues)[None]
    before = ends < cue_starts
    gap = np.maximum(np.where(before, cue_starts - ends, starts - cue_ends) - 1, 0)
    wide = np.minimum(2 * np.log2(np.maximum(gap, 1)), 11).astype(np.int64)
    bucket = np.where(gap < 4, gap, wide)
    firsts = np.sort(_firsts(all_cues))
    low, high = np.minimum(ends, cue_ends), np.maximum(starts, cue_starts)
    count = np.searchsorted(firsts, high, "left") - np.searchsorted(firsts, low, "right")
    between = np.clip(count, 0, 4)
    apart = np.clip(paragraph[cue_starts] - paragraph[starts], -3, 3) + 3
    return np.where(before, bucket, 12 + bucket), np.where(before, 4 - between, 4 + between), apart


def length_buckets(ahead: Numbers) -> Numbers:
    """Bucket numbers (24) of distances in words; negative ones count as 0."""
    gap = np.maximum(ahead, 0)
    wide = np.minimum(2 * np.log2(np.maximum(gap, 1)), 23).astype(np.int64)
    return np.where(gap < 4, gap, wide)


def _firsts(spans: Sequence[Marked]) -> Numbers:
    return np.array([span.first for span in spans], np.int64)


def _lasts(spans: Sequence[Marked]) -> Numbers:
    return np.array([span.last for span in spans], np.int64)


def pooled(states: Floats, spans: Sequence[Marked]) -> Floats:
    """First word, last word and mean of each span."""
    firsts, lasts = _firsts(spans), _lasts(spans)
    means = np.stack([states[one : other + 1].sum(0) for one, other in zip(firsts, lasts, strict=True)])
    means /= (lasts - firsts + 1)[:, None].astype(np.float32)
    return np.concatenate([states[firsts], states[lasts], means], 1)


def gelu(x: Floats) -> Floats:
    """x times the normal distribution function of x; error below 1.5e-7 (Abramowitz and Stegun 7.1.26)."""
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    half = 0.5 * poly * np.exp(-z * z)
    found: Floats = (x * np.where(x < 0, half, 1 - half)).astype(np.float32)
    return found
