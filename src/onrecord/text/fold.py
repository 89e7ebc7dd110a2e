"""Words of a text, folded for comparison, with the offsets they stand at.

Folding is NFKC, case folding and the loss of accents on Latin letters, so that "Türkiye" and
"TURKIYE", "don't" and "don’t" compare equal. Offsets always count in the text that was given.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A number with its inner points and commas; initials ("U.S."); a run of letters, apostrophes inside.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")


class Word(NamedTuple):
    """One word: where it stands, its folded form, and whether it is written with a capital."""

    start: int
    end: int
    fold: str
    capital: bool


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The folded form of one word; "" when nothing comparable is left of it."""
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", word)).replace("’", "'").replace("ʼ", "'")
    if plain.isascii():
        return plain.casefold()
    apart = unicodedata.normalize("NFD", plain.casefold())
    kept = [mark for place, mark in enumerate(apart) if not _latin_accent(apart, place)]
    return unicodedata.normalize("NFC", "".join(kept))


def _latin_accent(text: str, place: int) -> bool:
    """Whether the character at `place` is a combining mark that belongs to a basic Latin letter."""
    if not unicodedata.combining(text[place]):
        return False
    while place and unicodedata.combining(text[place]):
        place -= 1
    return text[place].isascii()


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    """Fold, keeping a country's capitals ("US", "U.S.", "UN") apart from the pronoun they would become."""
    letters = word.replace(".", "")
    if len(letters) == 2 and letters.isupper():
        return f"{letters[0]}.{letters[1]}.".casefold()
    return fold(word)


def words(text: str) -> list[Word]:
    """Every word and number of `text`, in order."""
    found = []
    for match in _WORD.finditer(text):
        raw = match.group()
        folded = _folded(raw)
        if folded:
            found.append(Word(match.start(), match.end(), folded, raw[0].isupper()))
    return found
