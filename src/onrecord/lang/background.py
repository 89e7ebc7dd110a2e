"""How common a word is in English at large: the prior that small piles of pages need.

`english_words.txt` lists 10,000 words, the most frequent first: the order of the whole words in the
vocabulary file of BERT base uncased (Google, Apache-2.0), which was built by frequency over English
Wikipedia and books. Only the order is used: by Zipf's law the word of rank r makes up about 0.1/r
of running text, so that an article of 400 words holds it with probability 1 - exp(-40/r).
"""

import math
from functools import cache
from importlib.resources import files

from onrecord.text.stems import stem

UNLISTED = 0.002


@cache
def english_background() -> dict[str, float]:
    """Probability that an article of ordinary length holds a stem, for every stem of the list."""
    listed = files("onrecord.lang").joinpath("english_words.txt").read_text(encoding="ascii").split()
    expected: dict[str, float] = {}
    for rank, word in enumerate(listed, start=1):
        root = stem(word, "en")
        expected[root] = expected.get(root, 0.0) + 40.0 / rank
    return {root: max(UNLISTED, 1.0 - math.exp(-count)) for root, count in expected.items()}


def background(term: str) -> float:
    """The prior of one stem; UNLISTED for what the list does not hold (names, rare words)."""
    return english_background().get(term, UNLISTED)
