"""What a name keeps on its way through languages and scripts: its consonants, and what a figure keeps.

"Zelensky", "Selenskyj" and "Зеленського" are not spelt alike, yet share "slnsk". A key only ever proposes:
names of one key are counted as one only among others that agree.
"""

import re
from functools import lru_cache

from onrecord.text.translit import latin, skeleton

LEAST, MOST = 3, 5
_VOWELS = re.compile(r"[aeiou]")
_DIGITS = re.compile(r"\D")
_HARD = re.compile(r"c(?![eihsz])|ck|q")
_SOFT = (("sch", "s"), ("tsch", "c"), ("z", "s"), ("c", "s"), ("v", "f"), ("b", "p"), ("d", "t"), ("g", "k"))


@lru_cache(maxsize=100_000)
def name_key(word: str) -> str:
    """The consonants of a name, at most five, voiced and unvoiced as one; "" when there are under three."""
    sound = skeleton(_HARD.sub("k", latin(word)))
    for old, new in _SOFT:
        sound = sound.replace(old, new)
    plain = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", sound.replace("h", "")))
    return plain[:MOST] if len(plain) >= LEAST else ""


def figure_key(number: str) -> str:
    """The digits of a figure: "1,200", "1.200" and "1200" are one."""
    return _DIGITS.sub("", number).lstrip("0")
