"""What of an article another language would keep: names by their consonants, figures, states by their code."""

import math
from functools import cache, lru_cache

from onrecord.lang.background import background_of
from onrecord.lang.states import codes_by_capital, codes_by_demonym, codes_by_name
from onrecord.text.fold import fold
from onrecord.text.soundkeys import figure_key, name_key
from onrecord.text.stems import stem
from onrecord.text.terms import is_number

Clue = tuple[str, float]
MAX_CLUES = 80
COMMON = 0.02  # share of articles above which a word is no name
PLACE, FIGURE, SHORT = 0.5, 1.0, 0.25


@cache
def _places() -> dict[str, str]:
    """State codes by folded one-word names of states, capitals and peoples, where one code is meant."""
    found: dict[str, str] = {}
    for table in (codes_by_demonym(), codes_by_capital(), codes_by_name()):
        for name, codes in table.items():
            if len(codes) == 1 and " " not in name and len(name) > 2:
                found[fold(name)] = codes[0]
    return found


@lru_cache(maxsize=100_000)
def _place_of(word: str, language: str) -> str:
    """The state that a word names, also in an inflected form that shares all but its last two letters."""
    folded, known = fold(word), _places()
    for cut in range(min(3, max(1, len(folded) - 3))):
        found = known.get(folded[: len(folded) - cut])
        if found:
            return found
    return ""


def _clue(word: str, is_name: bool, language: str) -> Clue | None:
    """What one word is across languages, with how much that tells."""
    if is_number(word):
        digits = figure_key(word)
        return (f"#{digits}", FIGURE if len(digits) > 2 else SHORT) if digits else None
    if not is_name:
        return None
    place = _place_of(word, language)
    if place:
        return f"@{place}", PLACE
    if background_of(language)(stem(fold(word), language)) > COMMON:
        return None
    key = name_key(word)
    return (key, 1.0) if key else None


def clues_of(named: list[tuple[str, float, bool]], language: str) -> list[Clue]:
    """Clues of (word, count, is a name): the heaviest first, at most MAX_CLUES."""
    counts: dict[str, float] = {}
    tells: dict[str, float] = {}
    for word, count, is_name in named:
        found = _clue(word, is_name, language)
        if found:
            counts[found[0]] = counts.get(found[0], 0.0) + count
            tells[found[0]] = found[1]
    weighed = [(name, (1.0 + math.log(count)) * tells[name]) for name, count in counts.items()]
    weighed.sort(key=lambda item: (-item[1], item[0]))
    return weighed[:MAX_CLUES]
