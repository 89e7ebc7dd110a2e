"""What a flat page's lines look like in numbers: the features of the line classifier, in one list.

Whole numbers only (shares in thousandths), so that they are the same on every machine. No word of any
language is among them but the marks that rules have set. Each name is its own documentation, and is
what reasons show.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.text.linecounts import ENDING, HASHES, Ints, count_lines

FEW_WORDS = 5
SENTENCE_WORDS = 4
LONG_WORDS = 25
LONG_PROSE = 120
BREAK = 60
FAR = 300
REPEATED = 60
KIND_GROUPS = {
    "related": 1, "link line": 1, "navigation": 2, "breadcrumb": 2, "share": 3, "subscription": 3,
    "advertisement": 3, "tags": 4, "comments": 5, "author": 6, "notice": 7, "contact": 7, "appeal": 7,
    "machine note": 7, "date stamp": 8, "age": 8, "counter": 9, "rule": 10, "other language": 11,
}  # fmt: skip
OTHER_GROUP = 12
SUMMED = ("prose characters", "words", "short lines", "marked lines")
REACHES = (3, 8, 25)
SHIFTED = (
    "words", "length", "last sign", "small short words", "capital words", "kind by rules",
    "blank lines above",
)  # fmt: skip
SHIFTS = ((-1, "one line above"), (-2, "two lines above"), (1, "one line below"), (2, "two lines below"))


@dataclass(frozen=True, slots=True)
class LineFeatures:
    """`rows[i]` are the features of line `i`, in the order of `names`."""

    names: tuple[str, ...]
    rows: NDArray[np.float32]


def line_features(text: str, lines: Sequence[Line], marks: Mapping[int, Mark]) -> LineFeatures:
    """The features of all lines of a page. Linear in the page."""
    found = count_lines(text, [line.start for line in lines], [line.end for line in lines])
    columns = _own(found.counts)
    columns |= _marked(lines, marks)
    prose = _prose(found.counts)
    weight = np.where(prose, columns["length"], 0)
    columns["form"] = prose.astype(np.int64)
    columns |= _shared(found.stems, found.stem_lines, prose)
    columns |= _placed(weight, columns["length"])
    columns |= _around(columns, weight)
    columns |= _page(columns, weight)
    names = tuple(columns)
    return LineFeatures(names, np.stack([columns[name] for name in names], axis=1).astype(np.float32))


def _share(part: Ints, whole: Ints) -> Ints:
    """Thousandths, rounded down; 0 of nothing."""
    return part * 1000 // np.maximum(whole, 1)


def _own(counts: dict[str, Ints]) -> dict[str, Ints]:
    """What can be seen of each line by itself."""
    letters = counts["upper"] + counts["lower"] + counts["caseless"]
    words = counts["words"]
    return {
        "length": counts["length"],
        "words": words,
        "capital letters": _share(counts["upper"], letters),
        "capital words": _share(counts["capitals"], words - 1),
        "small short words": _share(counts["small short"], words),
        "small long words": _share(counts["small long"], words),
        "long words": _share(counts["long"], words),
        "letters a word": letters * 10 // np.maximum(words, 1),
        "letters": _share(letters, counts["length"]),
        "digits": counts["digits"],
        "share of digits": _share(counts["digits"], counts["length"]),
        "sentence marks": counts["endings"],
        "ends of sentences inside": counts["inner ends"],
        "commas": counts["commas"],
        "colons": counts["colons"],
        "quotation marks": counts["quotes"],
        "brackets": counts["brackets"],
        "bars and bullets": counts["bars"],
        "other signs": counts["others"],
        "wide gaps": counts["wide gaps"],
        "indent": counts["indent"],
        "first sign": counts["begins"],
        "last sign": counts["ends"],
        "scripts without case": _share(counts["caseless"], letters),
        "letters of another script": _other_script(counts, letters),
        "dates and times": counts["dates"],
        "years": counts["years"],
        "addresses": counts["addresses"],
    }


def _other_script(counts: dict[str, Ints], letters: Ints) -> Ints:
    """Share of the letters that are not in the script of most letters of the page."""
    scripts = [counts["latin"], counts["cyrillic"], letters - counts["latin"] - counts["cyrillic"]]
    main = max(range(len(scripts)), key=lambda number: int(scripts[number].sum()))
    return _share(letters - scripts[main], letters)


def _prose(counts: dict[str, Ints]) -> NDArray[np.bool_]:
    """Sentences by form: some words and an end, or many words."""
    ended: NDArray[np.bool_] = (counts["words"] >= SENTENCE_WORDS) & (counts["ends"] == ENDING)
    many = (counts["words"] >= LONG_WORDS) & (
        (counts["inner ends"] > 0) | (counts["words"] >= 2 * LONG_WORDS)
    )
    return np.logical_or(ended, many)


def _marked(lines: Sequence[Line], marks: Mapping[int, Mark]) -> dict[str, Ints]:
    """Blank lines, repeated lines, and the kind that the rules have marked."""
    size = len(lines)
    gaps = np.fromiter((min(line.gap, 9) for line in lines), np.int64, size)
    folded = [line.text[:REPEATED].casefold() for line in lines]
    times = Counter(folded)
    groups = np.zeros(size, np.int64)
    for index, mark in marks.items():
        groups[index] = KIND_GROUPS.get(mark.kind, OTHER_GROUP)
    return {
        "blank lines above": gaps,
        "blank lines below": np.append(gaps[1:], 9),
        "times on the page": np.fromiter((min(times[line], 20) for line in folded), np.int64, size),
        "kind by rules": groups,
    }


def _shared(stems: Ints, stem_lines: Ints, prose: NDArray[np.bool_]) -> dict[str, Ints]:
    """How many longer words of a line the sentences of other lines hold too."""
    pairs = np.unique(stem_lines * HASHES + stems)
    of, stem = pairs // HASHES, pairs % HASHES
    within = prose[of]
    known = np.bincount(stem[within], minlength=HASHES)
    elsewhere = known[stem] - within > 0
    often = known[stem] - within > 2
    count = np.bincount(of, minlength=len(prose))
    shared = np.bincount(of[elsewhere], minlength=len(prose))
    return {
        "words shared with sentences": shared,
        "share of words in sentences": _share(shared, count),
        "share of words in many sentences": _share(np.bincount(of[often], minlength=len(prose)), count),
    }


def _placed(weight: Ints, length: Ints) -> dict[str, Ints]:
    """Where a line stands: on the page, and from the longest run of sentences and its neighbours."""
    size = len(weight)
    index = np.arange(size)
    start, end = _run(np.where(weight > 0, weight, -BREAK))
    before = np.cumsum(weight) - weight
    total = np.full(size, weight.sum())
    long = np.flatnonzero(weight >= LONG_PROSE)
    above, below = _nearest(long, index)
    return {
        "line number": index,
        "place on the page": index * 1000 // size,
        "lines to the end": np.minimum(size - 1 - index, 2_000),
        "lines from the start of the longest run": np.clip(index - start, -FAR, FAR),
        "lines from the end of the longest run": np.clip(index - end, -FAR, FAR),
        "share of sentences above": _share(before, total),
        "share of sentences below": _share(total - before - weight, total),
        "lines to a long sentence above": above,
        "lines to a long sentence below": below,
    }


def _run(values: Ints) -> tuple[int, int]:
    """First and last index of the run with the greatest sum."""
    sums = np.concatenate(([0], np.cumsum(values)))
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums[1:] - lowest[:-1]))
    return int(np.argmin(sums[: end + 1])), end


def _nearest(places: Ints, index: Ints) -> tuple[Ints, Ints]:
    """Distance from each index to the nearest place before it and after it; FAR when there is none."""
    if not len(places):
        none = np.full(len(index), FAR)
        return none, none
    after = np.searchsorted(places, index, side="right")
    before = np.searchsorted(places, index, side="left") - 1
    above = np.where(before >= 0, index - places[np.maximum(before, 0)], FAR)
    below = np.where(after < len(places), places[np.minimum(after, len(places) - 1)] - index, FAR)
    return np.minimum(above, FAR), np.minimum(below, FAR)


def _around(columns: dict[str, Ints], weight: Ints) -> dict[str, Ints]:
    """The lines beside a line, and sums over those above and below it."""
    found: dict[str, Ints] = {}
    for name in SHIFTED:
        for step, where in SHIFTS:
            found[f"{name} {where}"] = _shifted(columns[name], step)
    short = (columns["words"] <= FEW_WORDS).astype(np.int64)
    marked = (columns["kind by rules"] > 0).astype(np.int64)
    summed = dict(zip(SUMMED, (weight, columns["words"], short, marked), strict=True))
    for name, values in summed.items():
        sums = np.concatenate(([0], np.cumsum(values)))
        index = np.arange(len(values))
        for reach in REACHES:
            found[f"{name} in {reach} lines above"] = sums[index] - sums[np.maximum(index - reach, 0)]
            ends = np.minimum(index + reach + 1, len(values))
            found[f"{name} in {reach} lines below"] = sums[ends] - sums[index + 1]
    run = _run_lengths(columns["last sign"] != ENDING)
    found["lines in a row without an end"] = run
    found["short lines in a row"] = _run_lengths(short > 0)
    found["lines in a row that begin alike"] = _alike(columns["first sign"] * 100 + columns["indent"])
    return found


def _shifted(values: Ints, step: int) -> Ints:
    """Values `step` lines on; -1 beyond the page."""
    moved = np.full(len(values), -1, np.int64)
    if abs(step) < len(values):
        if step < 0:
            moved[-step:] = values[:step]
        else:
            moved[:-step] = values[step:]
    return moved


def _alike(values: Ints) -> Ints:
    """The length of the run of equal values that each stands in."""
    new = np.ones(len(values), np.bool_)
    new[1:] = values[1:] != values[:-1]
    run = np.cumsum(new) - 1
    length: Ints = np.minimum(np.bincount(run)[run], FAR)
    return length


def _run_lengths(chosen: NDArray[np.bool_]) -> Ints:
    """The length of the run of chosen lines that each stands in; 0 for a line that is not chosen."""
    return np.where(chosen, _alike(chosen.astype(np.int64)), 0)


def _page(columns: dict[str, Ints], weight: Ints) -> dict[str, Ints]:
    """What the whole page looks like: the same for all its lines."""
    size = len(weight)
    length, words = columns["length"], columns["words"]
    marked = int((columns["kind by rules"] > 0).sum())
    return {
        "lines on the page": np.full(size, size),
        "words on the page": np.full(size, words.sum()),
        "share of sentences on the page": np.full(
            size, int(weight.sum()) * 1000 // max(int(length.sum()), 1)
        ),
        "share of marked lines on the page": np.full(size, marked * 1000 // size),
        "words a line on the page": np.full(size, int(words.sum()) * 10 // size),
    }
