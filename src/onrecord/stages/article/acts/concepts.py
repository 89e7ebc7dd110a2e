"""The issue reduced to concepts: longest lexicon phrases first, then pairs of words that stand close."""

from collections.abc import Sequence
from functools import cache

from onrecord.lang.issues import CONCEPTS, ENDS, MEANS, PAIRS

_LONGEST = 5


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First lemma -> (phrase, concept), longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, words in CONCEPTS.items():
        for phrase in words.split("|"):
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, concept))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in table.items()}


def find_concepts(lemmas: Sequence[str]) -> frozenset[str]:
    """Concepts named in a sequence of lower-case lemmas (one pass; each word counts for one phrase)."""
    found: set[str] = set()
    taken = [False] * len(lemmas)
    for concept, one, other, distance in PAIRS:
        for i, j in _close_pairs(lemmas, one, other, distance):
            found.add(concept)
            taken[i] = taken[j] = True
    table = _phrases()
    i = 0
    while i < len(lemmas):
        step = 1
        for parts, concept in table.get(lemmas[i], ()):
            if tuple(lemmas[i : i + len(parts)]) == parts and not (len(parts) == 1 and taken[i]):
                found.add(concept)
                step = len(parts)
                break
        i += step
    return frozenset(found)


def _close_pairs(
    lemmas: Sequence[str], one: frozenset[str], other: frozenset[str], distance: int
) -> list[tuple[int, int]]:
    pairs = []
    for i, lemma in enumerate(lemmas):
        if lemma in one:
            near = range(i + 1, min(len(lemmas), i + distance + 1))
            pairs += [(i, j) for j in near if lemmas[j] in other][:1]
    return pairs


def reduced(concepts: frozenset[str]) -> tuple[str, ...]:
    """Sorted concepts, without the mere means ("talks") where the end that they serve is named too."""
    if concepts & ENDS:
        concepts -= MEANS
    return tuple(sorted(concepts))
