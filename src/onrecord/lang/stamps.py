"""Words that a date stamp line is made of, and age lines ("16 minutes ago"), in four languages."""

import re

_WORDS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
januar februar märz mai juni juli oktober dezember jän jänner mär okt dez
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so uhr
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
понеділок вівторок середа четвер п'ятниця субота неділя
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
понедельник вторник среда четверг пятница суббота воскресенье
am pm a.m p.m gmt utc est edt et cet cest bst msk eet eest pst pdt ist мск
st nd rd th р року г года год рік
date time published updated posted last modified on at the of created publication first added
datum veröffentlicht aktualisiert stand vom um am zuletzt erstellt
дата опубліковано оновлено час о об від опубликовано обновлено время в от размещено
"""
STAMP_WORDS = frozenset(_WORDS.split())
LABELS_ONLY = frozenset("date time on at the of am um о об в от may so do mi di et st".split())

_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)?|\d+")

_AGE = re.compile(
    r"""(?:
      (?:about\s|over\s)?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s
        (?:sec|second|min|minute|hr|hour|day|week|month|year)s?\.?\sago
    | (?:just\snow|yesterday|today|moments\sago|gestern|heute|soeben)
    | (?:вчора|сьогодні|щойно|вчера|сегодня|только\sчто)
    | \d{1,3}\s?[smhdw]\sago
    | vor\s(?:\d{1,3}|einer|einem|zwei|drei)\s(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e|en|n)?
    | (?:\d{1,3}\s)?(?:секунд|хвилин|годин|ден|дн|день|тиж|місяц|рок|рік)\w{0,5}\sтому
    | (?:\d{1,3}\s)?(?:секунд|минут|час|ден|дн|день|недел|месяц|год|лет)\w{0,5}\sназад
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_date_stamp(line: str) -> bool:
    """True for a short line made of nothing but dates, times and their labels, with a digit in it."""
    if len(line) > 120 or _DIGIT.search(line) is None:
        return False
    tokens = [token.casefold().replace("’", "'") for token in _TOKEN.findall(line)]
    if not tokens or len(tokens) > 24:
        return False
    words = [token for token in tokens if not token.isdigit()]
    digits = len(tokens) - len(words)
    if any(word not in STAMP_WORDS for word in words) or digits == 0:
        return False
    return digits >= 2 or any(word not in LABELS_ONLY for word in words)


def is_age(line: str) -> bool:
    """True for a line that is only an age, such as "16 minutes ago"."""
    return len(line) <= 60 and _AGE.fullmatch(line.strip(" •·|-–—")) is not None


_PARTS = re.compile(r"\s[|•·/»–—-]\s|,\s|[\[\]()]|\t|\s{2,}|:\s")
_TIME = re.compile(
    r"\d{1,2}[.:]\d{2}(?::\d{2})?(?:\s?(?:h|uhr|[ap]\.?m\.?))?(?:\s(?:gmt|utc|c?est|cet|msk|[ap]\.?m\.?))?",
    re.IGNORECASE,
)
_STAMPED = 120
# "20:14 Gates opened"
_OPENING = re.compile(rf"\W{{0,3}}({_TIME.pattern})(?=\s\S)(?![.:]?\d)", re.IGNORECASE)
_MOST_PARTS = 6
_STAMP_WORDS = 6
_NAME_WORDS = 5
_WORD_START = re.compile(r"(?<!\S)\S")


def is_stamp(text: str) -> bool:
    """A date, a time of day or an age, and nothing else."""
    return is_age(text) or is_date_stamp(text) or _TIME.fullmatch(text.strip()) is not None


def stamp_of(line: str) -> tuple[int, int] | None:
    """Where in a short line its date, time of day or age stands: "The Post · 3 May 2031, 14:07 | Politics".

    The parts of a line are told by bars, dots, dashes, commas, colons and brackets; the longest run of parts
    that is a stamp counts. None when no part is one.
    """
    if len(line) > _STAMPED:
        return None
    if is_stamp(line):
        return 0, len(line)
    parts = parts_of(line)
    for length in range(len(parts) - 1, 0, -1):
        for first in range(len(parts) - length + 1):
            start, end = parts[first][0], parts[first + length - 1][1]
            if is_stamp(line[start:end]):
                return start, end
    opening = _OPENING.match(line)
    return (opening.start(1), opening.end(1)) if opening is not None else None


def parts_of(line: str) -> list[tuple[int, int]]:
    """The parts of a line of metadata, told by bars, dots, dashes, commas, colons and brackets."""
    cuts = [(found.start(), found.end()) for found in _PARTS.finditer(line)][:_MOST_PARTS]
    found = zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line)], strict=True)
    return [piece for start, end in found for piece in _without_end(line, start, end)]


def _without_end(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """A part whose last words are a stamp, in two: "The Post an hour ago"."""
    words = [word.start() for word in _WORD_START.finditer(line, start, end)]
    for place in range(max(1, len(words) - _STAMP_WORDS), len(words)):
        last = line[words[place] : end]
        aged = is_age(last) and place < len(words) - 1  # "Orm Today" is a name
        if place <= _NAME_WORDS and (aged or (is_date_stamp(last) and len(_TOKEN.findall(last)) > 2)):
            return [(start, words[place] - 1), (words[place], end)]
    return [(start, end)]
