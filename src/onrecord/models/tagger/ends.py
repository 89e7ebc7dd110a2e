"""Where a content really begins and ends: the best path's span against its nearest rivals.

The CRF sees a span word by word. Two small layers look at both ends together with the cue: which word is
the last, given the first and the cue; which is the first, given the last and the cue. A rival span
replaces the best path's where the CRF's log probability plus the weighted logs of these two is greater.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.models.tagger.links import Linked, Weights, layer_sum, length_buckets, pooled
from onrecord.models.tagger.paths import (
    BEGIN,
    CONTENT,
    END,
    INSIDE,
    SINGLE,
    Chain,
    Doubles,
    Floats,
    Marked,
    Numbers,
    Run,
    log_sum,
)

BEFORE, AFTER = 32, 48  # words further out at which a rival may begin, end
RIVALS = 8  # spans compared, the CRF's best ones
CLEAR = math.log(0.97)  # a span this probable has no rival worth a look
BASE = 1 + 4 * CONTENT


@dataclass(frozen=True, slots=True)
class Balance:
    """Weights of the two pointers against the CRF's log probability; chosen on dev."""

    end: float
    start: float


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What settling needs of a text: its decoding, a state for each word, weights and their balance."""

    chain: Chain
    states: Floats
    weights: Weights
    balance: Balance


def span_chances(chain: Chain, run: Run, firsts: Run, lasts: Run) -> Doubles:
    """Log probability of each content span (first word, last word) within ranges of words of a run."""
    start, stop = firsts[0], lasts[1]
    scores = chain.scores[start:stop].astype(np.float64)
    stay, enter = float(chain.move[BASE + INSIDE, BASE + INSIDE]), float(chain.move[BASE, BASE + INSIDE])
    leave, short = float(chain.move[BASE + INSIDE, BASE + END]), float(chain.move[BASE, BASE + END])
    along = np.cumsum(scores[:, INSIDE + BASE] + stay)
    one = np.arange(firsts[0], firsts[1])[:, None] - start
    other = np.arange(lasts[0], lasts[1])[None] - start
    between = along[np.maximum(other - 1, 0)] - along[one] - stay + enter + leave
    inner = np.where(other == one + 1, short, between)
    begins = chain.ahead[start + one, BASE + BEGIN]
    ends = chain.behind[start + other, BASE + END] + scores[other, BASE + END]
    total = chain.total[run[0]]
    found = np.where(other > one, begins + inner + ends - total, -np.inf)
    alone = chain.ahead[start + one, BASE + SINGLE] + chain.behind[start + one, BASE + SINGLE] - total
    chances: Doubles = np.minimum(np.where(other == one, alone, found), 0.0)
    return chances


def settle(linked: Sequence[Linked], spans: Sequence[Marked], ground: Ground) -> list[Linked]:
    """The attributions with each content's ends settled; `spans` are all spans of the best path, in order."""
    if ground.balance == Balance(0.0, 0.0):
        return list(linked)
    taken = np.zeros(len(ground.states), np.bool_)
    for span in spans:
        taken[span.first : span.last + 1] = True
    starts = [first for first, _ in ground.chain.runs]
    found = []
    for item in linked:
        contents = []
        for content in item.contents:
            run = ground.chain.runs[bisect_right(starts, content.first) - 1]
            contents.append(_settled(content, item.cue, run, taken, ground))
        found.append(replace(item, contents=tuple(contents)))
    return found


def _settled(content: Marked, cue: Marked, run: Run, taken: NDArray[np.bool_], ground: Ground) -> Marked:
    """The best of a content's rivals; none may touch another span."""
    low = max(run[0], content.first - BEFORE)
    high = min(run[1], content.last + 1 + AFTER)
    before, after = np.flatnonzero(taken[low : content.first]), np.flatnonzero(taken[content.last + 1 : high])
    low = low + int(before[-1]) + 1 if len(before) else low
    high = content.last + 1 + int(after[0]) if len(after) else high
    width = high - content.first
    flat = span_chances(ground.chain, run, (low, content.last + 1), (content.first, high)).reshape(-1)
    if flat[(content.first - low) * width + content.last - content.first] >= CLEAR:
        return content
    order = np.argsort(-flat, kind="stable")[:RIVALS]
    firsts, lasts = low + order // width, content.first + order % width
    total = flat[order]
    for side, anchors, targets, weight in (
        (0, firsts, lasts, ground.balance.end),
        (1, lasts, firsts, ground.balance.start),
    ):
        told = pointed(side, anchors, cue, run, ground)
        total = total + weight * told[np.arange(len(order)), targets - run[0]]
    best = int(total.argmax())
    return replace(content, first=int(firsts[best]), last=int(lasts[best]))


def pointed(side: int, anchors: Numbers, cue: Marked, run: Run, ground: Ground) -> Floats:
    """(anchors, words of the run): log probability of each word as the other end."""
    weights, states = ground.weights, ground.states
    word, pair = f"pointer.word.{side}", f"pointer.cue.{side}"
    asked = layer_sum(weights, word, states[anchors], pair, pooled(states, [cue]))
    key, length = f"pointer.key.{side}", weights[f"pointer.length.{side}.weight"]
    keys = states[run[0] : run[1]] @ weights[f"{key}.weight"].T + weights[f"{key}.bias"]
    ahead = (np.arange(run[0], run[1])[None] - anchors[:, None]) * (1 - 2 * side)
    score = asked @ keys.T / math.sqrt(keys.shape[1]) + length[length_buckets(ahead), 0]
    score = np.where(ahead >= 0, score, -1e4).astype(np.float32)
    found: Floats = score - log_sum(score, 1)[:, None]
    return found
