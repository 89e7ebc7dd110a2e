"""The best tag path of each paragraph, the spans in it, and how probable each span is.

Viterbi and forward-backward over a linear-chain CRF (Lafferty et al. 2001), many paragraphs at once.
Tags: 0 outside; then begin, inside, end, single of source, of cue, of content.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SOURCE, CUE, CONTENT = range(3)
BEGIN, INSIDE, END, SINGLE = range(4)
LONGEST = 512  # words of a run: a longer paragraph is decoded in parts
TOGETHER = 64  # runs decoded at once: bounds the memory
TINY = 1e-300

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Numbers = NDArray[np.int64]
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of words (last inclusive) with its role and how sure the model is of its two ends."""

    role: int
    first: int
    last: int
    sure: float


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """What decoding knows of each word of a text (rows are words).

    `tags` is the best path. `ahead` and `behind` are the log sums over all paths up to a tag of a word
    (its score included) and after it; `total` is the log sum over all paths of the word's run.
    """

    runs: tuple[Run, ...]
    scores: Floats
    move: Floats
    tags: Numbers
    ahead: Doubles
    behind: Doubles
    total: Doubles

    def sure(self, word: int) -> float:
        """Probability of the best path's tag at a word."""
        tag = self.tags[word]
        return float(np.exp(min(0.0, self.ahead[word, tag] + self.behind[word, tag] - self.total[word])))


def runs_of(paragraphs: Sequence[Run]) -> list[Run]:
    """Paragraphs (first, past last), the longer ones cut at LONGEST words."""
    return [
        (start, min(start + LONGEST, last))
        for first, last in paragraphs
        for start in range(first, last, LONGEST)
    ]


def find_spans(paragraphs: Sequence[Run], scores: Floats, move: Floats) -> list[Marked]:
    """Spans of the best path of each paragraph, in order. See `decode`."""
    return spans_of(decode(runs_of(paragraphs), scores, move))


def decode(runs: Sequence[Run], scores: Floats, move: Floats) -> Chain:
    """Decode runs (first, past last), each of at most LONGEST words, together all words in order.

    `scores` is (words, tags); `move` is (tags + 1, tags + 1), its last row and column the ends of a run.
    """
    chain = Chain(
        tuple(runs),
        scores,
        move,
        np.zeros(len(scores), np.int64),
        np.zeros(scores.shape, np.float64),
        np.zeros(scores.shape, np.float64),
        np.zeros(len(scores), np.float64),
    )
    ordered = sorted(runs, key=lambda run: (run[0] - run[1], run[0]))
    for start in range(0, len(ordered), TOGETHER):
        _decode_some(ordered[start : start + TOGETHER], chain)
    return chain


def spans_of(chain: Chain) -> list[Marked]:
    """Spans of the best path, in order."""
    found = []
    begin = 0
    for word, tag in enumerate(chain.tags.tolist()):
        kind = (tag - 1) % 4
        if tag and kind in (BEGIN, SINGLE):
            begin = word
        if tag and kind in (END, SINGLE):
            found.append(Marked((tag - 1) // 4, begin, word, min(chain.sure(begin), chain.sure(word))))
    return found


def _decode_some(runs: list[Run], chain: Chain) -> None:
    """Fill the rows of a few runs, the longest first."""
    sizes = np.array([last - first for first, last in runs])
    times = np.arange(sizes[0])[:, None]
    active = (sizes[None] > times).sum(1)
    firsts = np.array([first for first, _ in runs])
    onward = np.minimum(firsts + times, firsts + sizes - 1)  # (time, run): word, the last one repeated
    alive = times < sizes
    chain.tags[onward[alive]] = _best(chain.scores[onward], active, sizes, chain.move)[alive]
    backward = np.maximum(firsts + sizes - 1 - times, firsts)
    both, logs = _sums(chain.scores, (onward, backward), active, chain.move)
    chain.ahead[onward[alive]] = (np.log(np.maximum(both[0], TINY)) + logs[0][:, :, None])[alive]
    rest = (np.log(np.maximum(both[1], TINY)) + logs[1][:, :, None])[alive]
    chain.behind[backward[alive]] = rest - chain.scores[backward[alive]]
    lasts = (sizes - 1, np.arange(len(runs)))
    tags = chain.scores.shape[1]
    ends = np.maximum((both[0][lasts] * _exp(chain.move[:tags, tags])).sum(1), TINY)
    totals = np.log(ends) + logs[0][lasts]
    chain.total[onward[alive]] = np.broadcast_to(totals, alive.shape)[alive]


def _best(seen: Floats, active: Numbers, sizes: Numbers, move: Floats) -> Numbers:
    """Best tags (time, run); `seen` is (time, run, tags)."""
    tags = seen.shape[2]
    inner = np.ascontiguousarray(move[:tags, :tags].T)  # to, from
    best = np.empty_like(seen)
    best[0] = move[tags, :tags] + seen[0]
    for time in range(1, len(seen)):
        alive = active[time]
        best[time, :alive] = (best[time - 1, :alive, None, :] + inner).max(2) + seen[time, :alive]
    found = np.zeros(seen.shape[:2], np.int64)
    places = np.arange(seen.shape[1])
    now = (best[sizes - 1, places] + move[:tags, tags]).argmax(1)
    found[sizes - 1, places] = now
    for time in range(len(seen) - 2, -1, -1):
        alive = active[time + 1]
        now[:alive] = (best[time, :alive] + inner[now[:alive]]).argmax(1)
        found[time, : active[time]] = now[: active[time]]
    return found


def _sums(
    scores: Floats, orders: tuple[Numbers, Numbers], active: Numbers, move: Floats
) -> tuple[Doubles, Doubles]:
    """Sums over paths from either end, scaled: (2, time, run, tags); logs of the scales (2, time, run)."""
    tags = scores.shape[1]
    seen = scores[np.stack(orders)].astype(np.float64)
    tops = seen.max(3, keepdims=True)
    seen = np.exp(seen - tops)
    inner = _exp(move[:tags, :tags])
    moves = np.stack([inner, inner.T])
    starts = np.stack([_exp(move[tags, :tags]), _exp(move[:tags, tags])])[:, None]
    both = np.zeros_like(seen)
    scale = np.ones(seen.shape[:3], np.float64)
    now = starts * seen[:, 0]
    for time in range(len(active)):
        alive = active[time]
        if time:
            now = (both[:, time - 1, :alive] @ moves) * seen[:, time, :alive]
        scale[:, time, :alive] = np.maximum(now.sum(2), TINY)
        both[:, time, :alive] = now / scale[:, time, :alive, None]
    return both, np.cumsum(np.log(scale) + tops[..., 0], 1)


def _exp(move: Floats) -> Doubles:
    return np.exp(move.astype(np.float64))


def log_sum(x: Floats, axis: int) -> Floats:
    """log of the sum of exp along an axis, safe for large numbers."""
    top = x.max(axis, keepdims=True)
    summed: Floats = (top + np.log(np.exp(x - top).sum(axis, keepdims=True))).squeeze(axis)
    return summed
