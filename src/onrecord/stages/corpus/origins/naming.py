"""The full name that the words for a party hold, and what its spellings have in common."""

import re
from functools import lru_cache

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.documents import DOCUMENTS
from onrecord.text.fold import fold
from onrecord.text.translit import skeleton

_PARTS = re.compile(r"[,;:()–—]")
_MARKS = "“”„\"'«»’.!?"
_PARTICLES = frozenset("von van de der den di da del la al el bin ibn af zu du le".split())
MAX_NAME = 300  # characters of the words for a party that are read


@lru_cache(maxsize=100_000)
def full_name(words: str) -> str:
    """The person's name of two words or more that stands at the end of a part: "the head, Ina Holt" gives
    "Ina Holt"; "" where none does. A body's name is none ("Foreign Ministry")."""
    for part in _PARTS.split(words[:MAX_NAME]):
        run: list[str] = []
        for word in reversed(part.split()):
            bare = word.strip(_MARKS)
            if not (_is_name(bare) or (run and bare in _PARTICLES)):
                break
            run.append(bare)
        while run and run[-1] in _PARTICLES:
            run.pop()
        names = [word for word in run if word not in _PARTICLES]
        if len(names) > 1 and not {fold(names[0]), fold(names[-1])} & (BODY_NOUNS | DOCUMENTS):
            place = run.index(names[1]) + 1
            return " ".join(reversed(run[:place]))
    return ""


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[:1].isupper() and word.replace("-", "").replace("’", "").isalpha()


@lru_cache(maxsize=100_000)
def sound_of(word: str) -> str:
    """A name as it sounds: one Cyrillic letter is written G or H, as the language has it."""
    return skeleton(word.strip(_MARKS + ",")).replace("g", "h")


def name_sounds(words: str) -> tuple[str, str] | None:
    """First and last name by sound; None where the words hold no full name."""
    name = full_name(words).split()
    if len(name) < 2:
        return None
    found = sound_of(name[0]), sound_of(name[-1])
    return found if all(found) else None


def last_word(words: str) -> str:
    """The last word of the first part of the words for a party, without marks: of "Holt, 61," Holt."""
    first = next((part for part in _PARTS.split(words[:MAX_NAME]) if part.strip()), "")
    return first.split()[-1].strip(_MARKS) if first.split() else ""
