"""The same five pages about other people: names, states, capitals, outlets, dates and cues replaced.

Nothing that holds on the pages may rest on their names or wording, so every row of the table is
checked again on this copy. Replacements are whole words, applied in one pass (no replacement is
replaced again); the expected rows go through the same function.
"""

import re
from functools import cache

# Other states of the world, with their own capitals and seats.
NAMES = {
    "Russian Federation": "French Republic",
    "Russia": "France",
    "Russian": "French",
    "Russians": "French people",
    "Moscow": "Paris",
    "Kremlin": "Élysée",
    "Ukraine": "Algeria",
    "Ukrainian": "Algerian",
    "Kyiv": "Algiers",
    "Kiev": "Algiers",
    "Belarus": "Belgium",
    "Belarusian": "Belgian",
    "Türkiye": "Norway",
    "China": "Japan",
    "Chinese": "Japanese",
    "Beijing": "Tokyo",
    "Switzerland": "Austria",
    "Swiss": "Austrian",
    "Vladimir Putin": "Marcel Aubrac",
    "Putin": "Aubrac",
    "Volodymyr": "Tarek",
    "Zelenskyy": "Benhaddou",
    "Zelenskiy": "Benhadou",
    "Zelensky": "Benhaddu",
    "Dmitry Peskov": "Lucien Ferrand",
    "Peskov": "Ferrand",
    "Alexander Lukashenko": "Pieter Vandamme",
    "Lukashenko": "Vandamme",
    "Anthony Blinken": "Walter Hargrove",
    "Blinken": "Hargrove",
    "Antony": "Walter",
    "Aleksandr Bastrykin": "Gaston Merle",
    "Bastrykin": "Merle",
    "Reuters": "AFP",
    "UNN": "KTN",
    "MENAFN": "GULFWIRE",
    "SIA": "ORB",
    "New York Times": "Financial Times",
    "Russia Today": "France Direct",
    "Daily8": "Papers9",
    "Agasaf Babayev": "Selim Haddad",
    "Kursk": "Savoy",
}

# Other ways to say the same, in the same grammar.
CUES = {
    "said": "stated",
    "told": "informed",
    "stressed": "underlined",
    "stated": "declared",
    "reiterated": "repeated",
    "provided that": "on the condition that",
    "reported by": "announced by",
    "citing": "quoting",
    "is ready to": "is prepared to",
    "is ready for": "is open to",
    "ready for talks": "open to talks",
    "refuses to": "declines to",
    "maintains that": "insists that",
    "considers": "regards",
    "emphasized": "underscored",
}

MONTHS = "January February March April May June July August September October November December".split()
# Whole weeks, so that weekdays stay right; no page may cross a year, so one page goes the other way.
SHIFT_MONTHS = {"004": -3}
STAMPS = {
    "2025-08-03": "2025-10-26",
    "02 January 2024": "26 March 2024",
    "24.05.24": "16.08.24",
    "23.05.24": "15.08.24",
    "May 17": "August 9",
    "December 23": "September 30",
    "2025-08-01": "2025-10-24",
    "2025-07-31": "2025-10-23",
    "2025-08~": "2025-10~",
    "2025-08": "2025-10",
    "2024-01-02": "2024-03-26",
    "2024-05-24~": "2024-08-16~",
    "2024-05-17": "2024-08-09",
    "2024-05-13/2024-05-19": "2024-08-05/2024-08-11",
    "2024-05": "2024-08",
    "2023-12-23~": "2023-09-30~",
    "2025-05": "2025-08",
    "2024-06": "2024-09",
    "2023-09": "2023-06",
    "2022-23": "2022-22",
    "2023-23": "2023-22",
    "the fall of 2022": "the summer of 2022",
    "last autumn": "last summer",
}


def _shifted_months(shift: int) -> dict[str, str]:
    return {name: MONTHS[(number + shift) % 12] for number, name in enumerate(MONTHS)}


@cache
def _rules(shift: int) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {**NAMES, **CUES, **_shifted_months(shift), **STAMPS}
    words = sorted(table, key=lambda word: (-len(word), word))
    # A stamp may be glued to the word before it, as link lines have it; a name may not.
    glued = [re.escape(word) for word in words if word[0].isdigit()]
    apart = [re.escape(word) for word in words if not word[0].isdigit()]
    pattern = rf"(?<!\d)(?:{'|'.join(glued)})(?!\d)|(?<!\w)(?:{'|'.join(apart)})(?!\w)"
    return re.compile(pattern), table


def reskin(text: str, page: str) -> str:
    """The text of `page` (first three characters of its file name), or a row about it, re-skinned."""
    pattern, table = _rules(SHIFT_MONTHS.get(page[:3], 3))
    return pattern.sub(lambda match: table[match.group()], text)
