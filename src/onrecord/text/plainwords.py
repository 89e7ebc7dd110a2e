"""The words of a stretch of text in lower case, with their places: what rules without a parse read."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ.][^\W_]+)*")


class Word(NamedTuple):
    """A word: its place, and its lower-case form with straight apostrophes."""

    start: int
    end: int
    low: str


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Words that lie within a range, in order; hyphens, apostrophes and dots inside a word belong to it."""
    starts, words = _all_words(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    cut = (first > 0 and words[first - 1].end > start) or (last > 0 and words[last - 1].end > end)
    return _read(text, start, end) if cut else words[first:last]


@lru_cache(maxsize=2)
def _all_words(text: str) -> tuple[list[int], list[Word]]:
    """The words of a whole text and their starts. Kept: rules ask for hundreds of ranges of one article."""
    words = _read(text, 0, len(text))
    return [word.start for word in words], words


def _read(text: str, start: int, end: int) -> list[Word]:
    return [Word(*match.span(), _low(match.group())) for match in _WORD.finditer(text, start, end)]


def _low(word: str) -> str:
    low = word.lower()
    return low if low.isalpha() else low.replace("’", "'").replace("ʼ", "'")
