"""Who chooses whom in a German text: content its cue, or without a cue its source; cue its source.

Everything is one question: a chooser takes one of several options or none. The score of a pair is
bilinear in two small layers over the words' states plus learned numbers for distance, options between,
paragraphs apart, and whether the option stands within the chooser. Weights come from linker.npz.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.models.tagger.links import gelu
from onrecord.models.tagger.paths import Floats, Marked, log_sum

REACH = 3  # paragraphs that a choice may span
NEVER = -1e9
NUMBERS, SCALES = ".numbers", ".scales"  # of a table kept in whole numbers by row
TABLES = ("distance", "between", "apart", "within")
# what chooses what
SOURCE_OF_CUE, CUE_OF_CONTENT, SOURCE_OF_CONTENT, HEAD_OF_CUE, CUE_OF_ADDRESSEE = range(5)

Numbers = NDArray[np.int64]
Weights = Mapping[str, Floats]


def unpacked(arrays: Mapping[str, NDArray[np.generic]]) -> dict[str, Floats]:
    """The weights of linker.npz in floats."""
    found: dict[str, Floats] = {}
    for name, value in arrays.items():
        if name.endswith(NUMBERS):
            plain = name.removesuffix(NUMBERS)
            found[plain] = value.astype(np.float32) * arrays[plain + SCALES].astype(np.float32)
        elif not name.endswith(SCALES):
            found[name] = value.astype(np.float32)
    return found


def choose(
    question: int,
    choosers: Sequence[Marked],
    options: Sequence[Marked],
    text: tuple[Floats, Numbers],
    weights: Weights,
) -> list[tuple[int | None, float]]:
    """For each chooser the number of its option, or None, and the probability of that choice.

    `text` is the state of each word (narrowed by the network) and its paragraph.
    """
    if not choosers:
        return []
    if not options:
        return [(None, 1.0)] * len(choosers)
    states, paragraph = text
    one = gelu(
        pooled(states, choosers) @ weights[f"chooser.{question}.weight"].T
        + weights[f"chooser.{question}.bias"]
    )
    other = gelu(
        pooled(states, options) @ weights[f"option.{question}.weight"].T + weights[f"option.{question}.bias"]
    )
    score = one @ weights[f"pair.{question}"] @ other.T
    for name, near in zip(TABLES, nearness(choosers, options, paragraph), strict=True):
        score = score + weights[f"{name}.{question}.weight"][near, 0]
    score = np.where(forbidden(question, choosers, options, paragraph), np.float32(NEVER), score)
    none = one @ weights[f"none.{question}.weight"][0] + weights[f"none.{question}.bias"][0]
    table = np.concatenate([score, none[:, None]], 1)
    chance = np.exp(table - log_sum(table, 1)[:, None])
    best = table.argmax(1).tolist()
    return [
        (place if place < len(options) else None, float(chance[number, place]))
        for number, place in enumerate(best)
    ]


def nearness(
    choosers: Sequence[Marked], options: Sequence[Marked], paragraph: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Bucket numbers, each (choosers, options), for the four learned tables.

    Words between the two (24, twelve for each side), other options between them (9), paragraphs apart (7),
    and whether the option stands within the chooser (2).
    """
    starts, ends = (side[:, None] for side in _ends(choosers))
    option_starts, option_ends = (side[None] for side in _ends(options))
    before = ends < option_starts
    gap = np.maximum(np.where(before, option_starts - ends, starts - option_ends) - 1, 0)
    wide = np.minimum(2 * np.log2(np.maximum(gap, 1)), 11).astype(np.int64)
    bucket = np.where(gap < 4, gap, wide)
    firsts = np.sort(option_starts[0])
    low, high = np.minimum(ends, option_ends), np.maximum(starts, option_starts)
    between = np.clip(np.searchsorted(firsts, high, "left") - np.searchsorted(firsts, low, "right"), 0, 4)
    apart = np.clip(paragraph[option_starts] - paragraph[starts], -3, 3) + 3
    within = (starts <= option_starts) & (option_ends <= ends)
    return (
        np.where(before, bucket, 12 + bucket),
        np.where(before, 4 - between, 4 + between),
        apart,
        within.astype(np.int64),
    )


def forbidden(
    question: int, choosers: Sequence[Marked], options: Sequence[Marked], paragraph: Numbers
) -> NDArray[np.bool_]:
    """Pairs that cannot be: too far apart; a cue may belong to an earlier cue only."""
    starts, option_starts = _ends(choosers)[0], _ends(options)[0]
    far = np.abs(paragraph[starts][:, None] - paragraph[option_starts][None]) > REACH
    if question == HEAD_OF_CUE:
        far = far | (option_starts[None] >= starts[:, None])
    return np.asarray(far)


def pooled(states: Floats, spans: Sequence[Marked]) -> Floats:
    """First word, last word and mean of each span."""
    rows = [
        np.concatenate([states[s.first], states[s.last], states[s.first : s.last + 1].mean(0)]) for s in spans
    ]
    return np.stack(rows)


def _ends(spans: Sequence[Marked]) -> tuple[Numbers, Numbers]:
    return np.array([s.first for s in spans], np.int64), np.array([s.last for s in spans], np.int64)
