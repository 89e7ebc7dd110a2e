"""Names made comparable across spellings and scripts: Cyrillic to Latin, then a rough sound skeleton.

"Zelensky", "Zelenskyy", "Zelenskiy" and the Ukrainian spelling share a skeleton; "Merkel" and "Markle"
do not. A skeleton only ever proposes: callers also ask for the same first name or a shared surname.
"""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "'": "", "’": "",
    "ђ": "dj", "ј": "i", "љ": "l", "њ": "n", "ћ": "c", "џ": "dz",
}  # fmt: skip
_LATIN = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
_SOUNDS = (
    (re.compile(r"shch|sch|sh|sz"), "s"),
    (re.compile(r"kh|ch"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"t[sz]"), "c"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"oe|eo(?=$)"), "e"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"i+e"), "e"),
    (re.compile(r"(?<=[bcdfghklmnpqrstvz])ia"), "a"),
    (re.compile(r"iu"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=100_000)
def latin(text: str) -> str:
    """Lower case, Cyrillic in Latin letters, no accents."""
    letters = []
    for char in unicodedata.normalize("NFC", text.casefold()):
        letters.append(_CYRILLIC.get(char) if char in _CYRILLIC else _LATIN.get(char, char))
    plain = unicodedata.normalize("NFD", "".join(letter or "" for letter in letters))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """What different transliterations of one name have in common."""
    sound = re.sub(r"[^a-z0-9 ]", "", latin(word))
    for pattern, replacement in _SOUNDS:
        sound = pattern.sub(replacement, sound)
    return sound


KEY_LETTERS = 5
_VOWELS = re.compile(r"[aeiouy]")


@lru_cache(maxsize=100_000)
def name_key(word: str) -> str:
    """What a name keeps in other scripts and cases: its first letter and the consonants of its beginning.

    "Kestren", "Кестрене" and "Kestrens" share a key. "" when fewer than three letters are left.
    """
    sound = skeleton(word).replace(" ", "")
    key = (sound[:1] + _VOWELS.sub("", sound[1:]))[:KEY_LETTERS]
    return f"@{key}" if len(key) > 2 and not key[0].isdigit() else ""
