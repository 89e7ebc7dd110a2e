"""How common a word is in a language at large: the prior by which terms are weighed.

The shares are those of wordfreq (Robyn Speer, data CC BY-SA 4.0), word lists down to one word in a
million: an article of 400 words holds a word of frequency f with probability 1 - exp(-400 f). Where
wordfreq has no list, every word counts as unlisted. `english_words.txt` is an older list of 10,000
English words, the most frequent first (the order of the whole words in the vocabulary file of BERT
base uncased, Google, Apache-2.0); metadata reads it.
"""

import math
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import wordfreq

from onrecord.text.stems import stem

ARTICLE = 400.0  # words
UNLISTED = 0.0004
LISTED = frozenset(wordfreq.available_languages("small"))


@cache
def english_background() -> dict[str, float]:
    """Probability that an article of ordinary length holds a stem, for every stem of the short list."""
    listed = files("onrecord.lang").joinpath("english_words.txt").read_text(encoding="ascii").split()
    expected: dict[str, float] = {}
    for rank, word in enumerate(listed, start=1):
        root = stem(word, "en")
        expected[root] = expected.get(root, 0.0) + 40.0 / rank
    return {root: 1.0 - math.exp(-count) for root, count in expected.items()}


@cache
def shares(language: str) -> dict[str, float]:
    """Probability that an article holds a stem, for every stem of a language's list ("" without one)."""
    if language not in LISTED:
        return {}
    expected: dict[str, float] = {}
    for word, frequency in wordfreq.get_frequency_dict(language, wordlist="small").items():
        root = stem(word, language)
        expected[root] = expected.get(root, 0.0) + ARTICLE * frequency
    return {root: max(UNLISTED, 1.0 - math.exp(-count)) for root, count in expected.items()}


@cache
def background_of(language: str) -> Callable[[str], float]:
    """The prior of a stem in a language; UNLISTED for names and rare words."""
    known = shares(language)
    return lambda term: known.get(term, UNLISTED)


def background(term: str) -> float:
    """The prior of one English stem; UNLISTED for what the list does not hold (names, rare words)."""
    return shares("en").get(term, UNLISTED)
