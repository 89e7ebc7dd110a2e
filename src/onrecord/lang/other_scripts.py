"""Letters of Greek, Armenian and Georgian in Latin, by sound: enough for names to meet across scripts.

After ISO 843 (Greek), ISO 9985 (Armenian) and the national system of Georgia (2002), without their marks.
"""

import unicodedata
from functools import lru_cache

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t i f ch ps o".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e e t zh i l kh ts k h dz gh ch m i n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_LETTERS = {**_GREEK, **_ARMENIAN, **_GEORGIAN}


@lru_cache(maxsize=20_000)
def romanised(word: str) -> str:
    """A word with its Greek, Armenian and Georgian letters in Latin; all others as they are.

    Greek "ου", "μπ" and "ντ" are read as one sound at the beginning of a name.
    """
    if not any(letter in _LETTERS or "\u0370" <= letter <= "\u03ff" for letter in word):
        return word
    plain = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("ου", "u").replace("μπ", "b").replace("ντ", "d").replace("γκ", "g")
    return "".join(_LETTERS.get(letter, letter) for letter in plain)
