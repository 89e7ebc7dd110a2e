"""Two articles of different languages: sentences beside each other by meaning, names by sound, figures.

Nothing here reads words of one language in the other. Sentences meet by their vectors
(`models/sentences.py`), helped by the figures and names that both hold, and are chained in one order.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.models.sentences import Vectors, likeness, sentence_vectors
from onrecord.stages.corpus.reuse.drafts import APART
from onrecord.stages.corpus.reuse.overlap import longest_rising, named_in
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.traits import Detail
from onrecord.text.align import Link, chain

MAX_SENTENCES = 150
SHORTEST = 3  # words of a sentence that is compared
LEAST = 0.4  # likeness, with its bonus, from which two sentences can be linked
FIGURE, NAME = 0.12, 0.08  # what a shared figure or name adds to the likeness
MOST = 0.3  # and what all of them may add
ALIKE = 0.5
FEW = 3
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Half:
    """One article of a pair across languages: its sentences by number, their words, keys and details."""

    side: Sided
    numbers: tuple[int, ...]
    words: tuple[int, ...]
    keys: tuple[frozenset[str], ...]
    details: Mapping[str, Detail]
    total: float


@dataclass(frozen=True, slots=True)
class Across:
    """What two articles of different languages share. `links` join numbers of sentences, left to right, in
    one order; `values` are the figures by which the pair is judged, rounded."""

    left: Half
    right: Half
    links: tuple[Link, ...]
    shared: tuple[str, ...]
    values: Mapping[str, float]


@lru_cache(maxsize=100_000)
def sound(key: str) -> str:
    """The consonants of a name's key, its first letter kept: what transliteration leaves alone."""
    kept = key[:1] + "".join(letter for letter in key[1:] if letter not in _VOWELS)
    return kept.replace("h", "g").replace("v", "w").replace("z", "s").replace("c", "s").replace("k", "g")


def _key(detail: Detail) -> str:
    return detail.key if detail.value is not None else f"@{sound(detail.key)}"


@lru_cache(maxsize=2_000)
def _vectors(texts: tuple[str, ...], language: str) -> Vectors:
    return sentence_vectors(texts, language)


def vectors_of(half: Half) -> Vectors:
    """The vectors of the sentences of one article, remembered."""
    texts = tuple(half.side.sentence(number).text for number in half.numbers)
    return _vectors(texts, half.side.profile.draft.language)


@lru_cache(maxsize=600)
def half_of(side: Sided) -> Half:
    """One article as it is compared across languages."""
    draft = side.profile.draft
    details: dict[str, Detail] = {}
    held: dict[int, set[str]] = {}
    for detail in side.profile.traits.details:
        key = _key(detail)
        if detail.value is None and len(key) < 4:  # two consonants meet by chance
            continue
        details.setdefault(key, detail)
        held.setdefault(detail.sentence, set()).add(key)
    numbers, sizes = [], []
    for number, sentence in enumerate(draft.sentences):
        size = sum(draft.inside[at] != APART for at in range(sentence.first, sentence.last))
        if not sentence.heading and size >= SHORTEST:
            numbers.append(number)
            sizes.append(size)
        if len(numbers) >= MAX_SENTENCES:
            break
    return Half(
        side,
        tuple(numbers),
        tuple(sizes),
        tuple(frozenset(held.get(number, ())) for number in numbers),
        details,
        sum(detail.weight for detail in details.values()),
    )


def _matrix(left: Half, right: Half) -> NDArray[np.float64]:
    """Likeness of every sentence with every other, with the bonus of shared figures and names."""
    found = likeness(vectors_of(left), vectors_of(right))
    for one, keys in enumerate(left.keys):
        for other, theirs in enumerate(right.keys):
            both = keys & theirs
            if both:
                bonus = sum(FIGURE if key.startswith("#") else NAME for key in both)
                found[one, other] += min(MOST, bonus)
    rounded: NDArray[np.float64] = np.round(found, 4)
    return rounded


def _links(matrix: NDArray[np.float64], left: Half, right: Half) -> list[Link]:
    rows, columns = np.nonzero(matrix >= LEAST)
    return [
        Link(int(one), int(other), float(matrix[one, other]), float(min(left.words[one], right.words[other])))
        for one, other in zip(rows.tolist(), columns.tolist(), strict=True)
    ]


def _weight(row: Sequence[Link]) -> float:
    return math.fsum(link.shared * link.similarity for link in row)


def across_of(left: Sided, right: Sided) -> Across:
    """Hold two articles of different languages against each other."""
    one, other = half_of(left), half_of(right)
    matrix = _matrix(one, other)
    weak = _links(matrix, one, other)
    kept = chain(weak, len(other.numbers))
    size = len(other.numbers)
    backwards = chain([link._replace(right=size - 1 - link.right) for link in weak], size)
    shared = tuple(key for key in one.details if key in other.details)
    values = _values(one, other, matrix, kept, shared)
    weight = _weight(kept)
    values["chance"] = min(1.5, _weight(backwards) / weight) if weight else 1.0
    links = [link._replace(left=one.numbers[link.left], right=other.numbers[link.right]) for link in kept]
    return Across(one, other, tuple(links), shared, {name: round(value, 4) for name, value in values.items()})


def _values(
    one: Half, other: Half, matrix: NDArray[np.float64], kept: Sequence[Link], shared: Sequence[str]
) -> dict[str, float]:
    """The figures of a pair; `near` is the article of which more is aligned."""
    halves = (_half_values(one, other, matrix, {link.left for link in kept}, shared),
              _half_values(other, one, matrix.T, {link.right for link in kept}, shared))  # fmt: skip
    near, far = halves if halves[0]["aligned"] >= halves[1]["aligned"] else halves[::-1]
    row = [other.details[key].word for key in shared]
    count = len(row)
    named = len(named_in(one.side, other.side)), len(named_in(other.side, one.side))
    passing = len(one.side.profile.traits.passings), len(other.side.profile.traits.passings)
    found = {f"{name}_near": value for name, value in near.items()}
    found |= {f"{name}_far": value for name, value in far.items()}
    found["link"] = math.fsum(link.similarity for link in kept) / len(kept) if kept else 0.0
    found["steps"] = float(min(12, len({link.left for link in kept}), len({link.right for link in kept})))
    found["order"] = longest_rising(row) / count - min(1.0, 2.0 / math.sqrt(count)) if count >= FEW else 0.0
    found["shared"] = math.log1p(count)
    found["names_outlet"] = float(min(2, abs(named[0] - named[1])))
    found["cites_media"] = float(min(2, abs(passing[0] - passing[1])))
    found["credit"] = float(bool(found["names_outlet"] or found["cites_media"]))
    words = sorted((max(10, sum(one.words)), max(10, sum(other.words))))
    found["ratio"] = math.log(words[1] / words[0])
    return found


def _half_values(
    this: Half, other: Half, matrix: NDArray[np.float64], aligned: set[int], shared: Sequence[str]
) -> dict[str, float]:
    """Words aligned and alike (shares), mean best likeness, names and figures held (shares), own details."""
    total = float(sum(this.words)) or 1.0
    best = matrix.max(axis=1).tolist() if matrix.size else [0.0] * len(this.words)
    held = set(shared)
    names = [detail.weight for key, detail in this.details.items() if not key.startswith("#")]
    figures = [detail.weight for key, detail in this.details.items() if key.startswith("#")]
    names_held = [d.weight for key, d in this.details.items() if key in held and not key.startswith("#")]
    figures_held = [d.weight for key, d in this.details.items() if key in held and key.startswith("#")]
    return {
        "aligned": sum(this.words[at] for at in aligned) / total,
        "alike": sum(size for size, value in zip(this.words, best, strict=True) if value >= ALIKE) / total,
        "best": math.fsum(size * value for size, value in zip(this.words, best, strict=True)) / total,
        "names": math.fsum(names_held) / math.fsum(names) if names else 0.0,
        "figures": math.fsum(figures_held) / math.fsum(figures) if figures else 0.0,
        "own": math.log1p(max(0.0, this.total - math.fsum([*names_held, *figures_held]))),
    }
