"""The words of a stretch of text in lower case, with their places: what rules without a parse read."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ.][^\W_]+)*")


class Word(NamedTuple):
    """A word: its place, and its lower-case form with straight apostrophes."""

    start: int
    end: int
    low: str


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Words that lie within a range, in order; hyphens, apostrophes and dots inside a word belong to it."""
    return [Word(*match.span(), _low(match.group())) for match in _WORD.finditer(text, start, end)]


def _low(word: str) -> str:
    low = word.lower()
    return low if low.isalpha() else low.replace("’", "'").replace("ʼ", "'")
