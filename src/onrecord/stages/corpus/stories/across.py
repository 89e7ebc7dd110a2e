"""What of an article another language would keep: names by consonants, figures, states by code."""

import math
from functools import cache, lru_cache

from onrecord.lang.background import background_of
from onrecord.lang.states import codes_by_capital, codes_by_demonym, codes_by_name
from onrecord.text.fold import fold
from onrecord.text.soundkeys import figure_key, name_key
from onrecord.text.stems import stem
from onrecord.text.terms import is_number

Clue = tuple[str, float, float]  # name, weight, rarity in nats
MAX_CLUES = 80
COMMON = 0.02  # share of articles above which a word is no name
# Share of articles that hold such a clue: a name, a state, a figure, a year or a figure of one or two digits.
RARE, PLACE, FIGURE, SHORT = 0.001, 0.03, 0.002, 0.1


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


def _clue(word: str, is_name: bool, language: str) -> tuple[str, float] | None:
    """What one word is across languages, and the share of articles that hold such a clue."""
    if is_number(word):
        digits = figure_key(word)
        year = len(digits) == 4 and digits[:2] in ("19", "20")
        return (f"#{digits}", FIGURE if len(digits) > 2 and not year else SHORT) if digits else None
    if not is_name:
        return None
    place = _place_of(word, language)
    if place:
        return f"@{place}", PLACE
    if background_of(language)(stem(fold(word), language)) > COMMON:
        return None
    key = name_key(word)
    return (key, RARE) if key else None


def clues_of(named: list[tuple[str, float, bool]], language: str) -> list[Clue]:
    """Clues of (word, count, is a name): the heaviest first, at most MAX_CLUES."""
    counts: dict[str, float] = {}
    rarities: dict[str, float] = {}
    for word, count, is_name in named:
        found = _clue(word, is_name, language)
        if found:
            counts[found[0]] = counts.get(found[0], 0.0) + count
            rarities[found[0]] = -math.log(found[1])
    weighed = [
        (name, (1.0 + math.log(count)) * rarities[name], rarities[name]) for name, count in counts.items()
    ]
    weighed.sort(key=lambda item: (-item[1], item[0]))
    return weighed[:MAX_CLUES]
