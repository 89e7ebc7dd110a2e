"""Sources that the best path leaves out although they are likely enough.

The best path is the likeliest tagging of a whole paragraph; a span may be missing from it and still be worth
giving. A source is given from LEAST on, where it touches no cue, content or likelier source: an attribution
without its source is wrong as a whole, a source that no cue chooses does no harm.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.models.tagger.paths import (
    BEGIN,
    END,
    INSIDE,
    SINGLE,
    SOURCE,
    Chain,
    Doubles,
    Marked,
    Numbers,
    Run,
)

LEAST = 0.2  # probability of a source; chosen on dev
LONGEST = 64  # words of a source


def with_sources(spans: Sequence[Marked], chain: Chain) -> list[Marked]:
    """The spans of the best path with sources chosen by their own probability instead, in order."""
    kept = [span for span in spans if span.role != SOURCE]
    known = {(span.first, span.last): span for span in spans if span.role == SOURCE}
    taken = np.zeros(len(chain.tags), np.bool_)
    for span in kept:
        taken[span.first : span.last + 1] = True
    for run in chain.runs:
        for first, last, chance in _likely(chain, run):
            if not taken[first : last + 1].any():
                taken[first : last + 1] = True
                kept.append(known.get((first, last)) or Marked(SOURCE, first, last, chance))
    return sorted(kept, key=lambda span: span.first)


def _likely(chain: Chain, run: Run) -> Iterator[tuple[int, int, float]]:
    """Sources of a run (first, last, probability) that are likely enough, the likeliest first."""
    base = 1 + 4 * SOURCE
    here = slice(*run)
    total = chain.total[run[0]]
    begins = np.exp(chain.ahead[here, base + BEGIN] + chain.behind[here, base + BEGIN] - total)
    ends = np.exp(chain.ahead[here, base + END] + chain.behind[here, base + END] - total)
    alone = np.exp(chain.ahead[here, base + SINGLE] + chain.behind[here, base + SINGLE] - total)
    found = [(int(place), int(place), float(alone[place])) for place in np.flatnonzero(alone >= LEAST)]
    firsts, lasts = np.flatnonzero(begins >= LEAST), np.flatnonzero(ends >= LEAST)
    for first in firsts:
        near = lasts[(lasts > first) & (lasts < first + LONGEST)]
        chances = span_chances(chain, run[0] + int(first), run[0] + near, SOURCE)
        pairs = zip(near, chances, strict=True)
        found += [(int(first), int(last), float(chance)) for last, chance in pairs if chance >= LEAST]
    for one, other, chance in sorted(found, key=lambda item: (-item[2], item[0], item[1])):
        yield run[0] + one, run[0] + other, min(chance, 1.0)


def span_chances(chain: Chain, first: int, lasts: Numbers, role: int) -> Doubles:
    """Probability of each span of a role from a word to later ones of its run."""
    if not len(lasts):
        return np.zeros(0)
    base = 1 + 4 * role
    move = chain.move.astype(np.float64)
    inner = chain.scores[first + 1 : int(lasts[-1]), base + INSIDE].astype(np.float64)
    along = np.concatenate([[0.0], np.cumsum(inner)])[lasts - first - 1]
    steps = lasts - first - 1  # words between the two ends
    through = move[base, base + INSIDE] + (steps - 1) * move[base + INSIDE, base + INSIDE]
    moves = np.where(steps == 0, move[base, base + END], through + move[base + INSIDE, base + END])
    start = chain.ahead[first, base + BEGIN]
    end = chain.scores[lasts, base + END] + chain.behind[lasts, base + END]
    chances: Doubles = np.exp(start + along + moves + end - chain.total[first])
    return chances
