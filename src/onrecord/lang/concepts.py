"""The issue reduced to concepts: longest lexicon phrases first, then pairs of words that stand close."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.lang.issues import CONCEPTS, ENDS, IDIOMS, MEANS, PAIRS, THEMES, WEAK_THEMES

_WORD = re.compile(r"[^\W\d_]+|-")
_NONE = ""
_MOST_WORDS = 200
_BEFORE = 3
_ENDINGS = (
    ("ies", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First lemma -> (phrase, concept), longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, words in ({**CONCEPTS, _NONE: IDIOMS}).items():
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
            end = i + len(parts)
            if tuple(lemmas[i:end]) == parts and not any(taken[i:end]):
                found.add(concept)
                step = len(parts)
                break
        i += step
    return frozenset(found - {_NONE})


def concepts_of_text(text: str) -> frozenset[str]:
    """Concepts of plain text, where no parse is at hand: plural and past endings are cut by rule."""
    return find_concepts([_lemma(word) for word in _WORD.findall(text.lower())[:_MOST_WORDS]])


def themes_of(concepts: Iterable[str]) -> frozenset[str]:
    """The themes that concepts belong to: a concept without one is its own, a weak one gives way."""
    found = frozenset(THEMES.get(concept, concept) for concept in concepts)
    return found - WEAK_THEMES or found


def _close_pairs(
    lemmas: Sequence[str], one: frozenset[str], other: frozenset[str], distance: int
) -> list[tuple[int, int]]:
    """Nearest pairs, either word first ("end the war", "the war would end")."""
    pairs = []
    for i, lemma in enumerate(lemmas):
        if lemma in one:
            after = range(i + 1, min(len(lemmas), i + distance + 1))
            before = range(i - 1, max(-1, i - _BEFORE - 1), -1)
            pairs += [(i, j) for j in (*after, *before) if lemmas[j] in other][:1]
    return pairs


def _lemma(word: str) -> str:
    known = _vocabulary()
    if word in known:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and word[: -len(ending)] + instead in known:
            return word[: -len(ending)] + instead
    return word


@cache
def _vocabulary() -> frozenset[str]:
    words = {
        part for phrases in CONCEPTS.values() for phrase in phrases.split("|") for part in phrase.split()
    }
    return frozenset(words.union(*(one | other for _, one, other, _ in PAIRS)))


def reduced(concepts: frozenset[str]) -> tuple[str, ...]:
    """Sorted concepts, without the mere means ("talks") where the end that they serve is named too."""
    if concepts & ENDS:
        concepts -= MEANS
    return tuple(sorted(concepts))
