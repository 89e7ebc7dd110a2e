"""What each rule of the grammar means: one small reader per rule, from tokens to a value."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.text import edtf
from onrecord.text.timex_words import TimeWords, Token

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_UNIT_NAMES = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend", "H": "hour",
    "m": "minute", "s": "second", "E": "decade", "C": "century", "F": "fortnight",
}  # fmt: skip
_PRECISION = {"Y": "DMY", "E": "DMY", "C": "DMY", "M": "DM", "Q": "DM", "S": "DM"}
_TENSE_REACH = 9
_FARTHEST = 4000  # units; nothing in the news lies farther
_PAST, _FUTURE = -1, 1
_AGAINST_TENSE = (
    3  # a day against the tense is taken when it is three times nearer: "was set to expire Nov. 6"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its tokens. `skip` leaves that many tokens out at the front."""

    kind: str
    timex: str | None
    edtf: str | None
    why: str
    relative: bool = False
    guess: bool = False
    alternatives: tuple[str, ...] = ()
    skip: int = 0


@dataclass(slots=True)
class Scene:
    """The text being read: its tokens, the anchor, and the last date mentioned."""

    text: str
    tokens: tuple[Token, ...]
    words: TimeWords
    day: date | None
    precision: str
    mentioned: str | None = field(default=None)
    mentioned_at: int = field(default=-1)

    def remember(self, value: str, index: int) -> None:
        """Keep the date just mentioned, for "that year" and "the following day"."""
        self.mentioned, self.mentioned_at = value, index

    def can(self, unit: str) -> bool:
        """Whether the anchor is known precisely enough to count in this unit."""
        return self.day is not None and self.precision in _PRECISION.get(unit, "D")

    def part(self, first: int, last: int, tags: str) -> list[Token]:
        """Tokens of a range that carry one of the tags."""
        return [token for token in self.tokens[first:last] if token.tag in tags]

    def is_since(self, first: int) -> bool:
        """Whether "since" stands before the expression."""
        index = first - 1
        while index >= 0 and self.tokens[index].tag in "gd":
            index -= 1
        return index >= 0 and self.tokens[index].low in self.words.since

    def is_at_least(self, first: int) -> bool:
        """Whether "at least" stands before the expression."""
        return first > 0 and self.tokens[first - 1].value == "least"

    def named_before(self, first: int, reach: int = 50) -> date | None:
        """The day that the date mentioned last begins with, when that was not long before."""
        near = self.mentioned is not None and self.mentioned_at >= first - reach
        return edtf.earliest_day(self.mentioned) if near else None

    def before(self, first: int) -> str:
        """The word before the expression."""
        return self.tokens[first - 1].low if first else ""

    def tense(self, first: int, last: int) -> int:
        """-1 past, 1 future, 0 no sign: by the nearest verb form in the sentence."""
        if self.before(first) in self.words.until:
            return _FUTURE
        left, right = True, True
        for distance in range(_TENSE_REACH):
            for index, open_side in ((last + distance, right), (first - 1 - distance, left)):
                if not open_side or not 0 <= index < len(self.tokens):
                    continue
                token = self.tokens[index]
                if self._ends_sentence(index):
                    if index >= last:
                        right = False
                    else:
                        left = False
                    continue
                sign = self._sign(token)
                if sign:
                    return sign
        return 0

    def _ends_sentence(self, index: int) -> bool:
        token = self.tokens[index]
        return token.low in ("\n", "!", "?", ";") or (token.low == "." and index + 1 < len(self.tokens))

    def _sign(self, token: Token) -> int:
        if token.low in self.words.future:
            return _FUTURE
        if token.low in self.words.past:
            return _PAST
        ends = self.words.past_endings
        return _PAST if ends and token.tag == "_" and len(token.low) > 4 and token.low.endswith(ends) else 0


def count_of(tokens: list[Token]) -> float | None:
    """The number that tokens state ("twenty four" 24, "nineteen ninety-six" 1996); None when vague."""
    total, current, seen = 0, 0, False
    for token in tokens:
        if token.tag in "DY" or (token.tag == "#" and isinstance(token.value, int)):
            return float(int(token.value))
        if token.tag == "#":
            return _decimal(str(token.value))
        if token.tag not in "Nn" or not isinstance(token.value, int):
            continue
        seen = True
        if token.value in (100, 1000):
            current = max(current, 1) * token.value
        elif (token.value >= 10 and 10 <= current < 100 and current % 10 == 0 and token.value < 100) or (13 <= current <= 19 and token.value >= 10):
            current = current * 100 + token.value
        elif token.tag == "N" and current == 1 and total == 0 and token.value not in (100, 1000):
            current = token.value
        else:
            current += token.value
    return float(total + current) if seen else None


def _decimal(raw: str) -> float | None:
    plain = raw.replace(",", "") if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", raw) else raw.replace(",", ".")
    try:
        return float(plain) if len(plain) < 12 else None
    except ValueError:
        return None


def shifted(scene: Scene, unit: str, count: int) -> tuple[str | None, str | None]:
    """(TIMEX3 value, EDTF value) of the unit that lies `count` units from the anchor."""
    if not scene.can(unit) or scene.day is None or abs(count) > _FARTHEST:
        return None, None
    return unit_at(scene.day, unit, count)


def unit_at(day: date, unit: str, count: int) -> tuple[str | None, str | None]:
    """(TIMEX3 value, EDTF value) of the unit `count` units from the one that `day` lies in."""
    if unit in "YEC":
        size = {"Y": 1, "E": 10, "C": 100}[unit]
        year = day.year + count * size
        if not 1000 <= year <= 9999:
            return None, None
        cut = str(year)[: {"Y": 4, "E": 3, "C": 2}[unit]]
        return cut, cut.ljust(4, "X")
    if unit in "MQ":
        moved = edtf.add_months(day.year, day.month, count * (3 if unit == "Q" else 1))
        return month_value(*moved, unit) if moved else (None, None)
    days = {"D": 1, "W": 7, "WE": 7, "F": 14}.get(unit)
    if days is None:
        return None, None
    target = edtf.add_days(day, count * days)
    if target is None:
        return None, None
    if unit == "D":
        return target.isoformat(), target.isoformat()
    monday, sunday = edtf.week_of(target)
    year, week, _ = target.isocalendar()
    if unit == "WE":
        saturday = edtf.add_days(monday, 5) or sunday
        return f"{year}-W{week:02d}-WE", edtf.interval(saturday, sunday)
    return f"{year}-W{week:02d}", edtf.interval(monday, sunday)


def month_value(year: int, month: int, unit: str) -> tuple[str, str]:
    """(TIMEX3, EDTF) of a month or of the quarter it lies in."""
    if unit == "M":
        return f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}"
    quarter = (month - 1) // 3 + 1
    return f"{year:04d}-Q{quarter}", f"{year:04d}-{32 + quarter}"


def _whole(count: float | None) -> int | None:
    return int(count) if count is not None and count == int(count) else None


def full_year(value: int) -> int:
    """A year of two digits in the hundred years from 1970 to 2069."""
    return value if value > 99 else (1900 if value >= 70 else 2000) + value


def numeric_day(raw: str, month_first: bool) -> date | None:
    """The day that "2024-05-24", "24.05.2024" or "05/24/24" states."""
    numbers = [int(part) for part in re.split(r"[-./T: ]", raw)[:3]]
    if raw[4:5] == "-":
        return edtf.safe_date(*numbers)
    first, second, year = numbers[0], numbers[1], full_year(numbers[2])
    if "/" in raw and month_first and first <= 12:
        first, second = second, first
    return edtf.safe_date(year, second, first)


def _nearest_year(scene: Scene, month: int, day: int | None, weekday: int | None, tense: int) -> int | None:
    """The year that a day or month without one most likely means."""
    if scene.day is None:
        return None
    anchor = scene.day if day else scene.day.replace(day=1)
    options = []
    for year in range(anchor.year - 6, anchor.year + 7):
        found = edtf.safe_date(year, month, day or 1)
        if found is None or (weekday is not None and found.weekday() != weekday):
            continue
        distance = (found - anchor).days
        if weekday is None and abs(distance) > 366:
            continue
        against = (distance > 0 and tense == _PAST) or (distance < 0 and tense == _FUTURE)
        options.append((abs(distance) * (_AGAINST_TENSE if against else 1), -year, year))
    return min(options)[2] if options else None


def _day(scene: Scene, first: int, last: int) -> Reading | None:
    """Day of a month, with or without weekday and year, or a numeric date."""
    numeric = scene.part(first, last, "I")
    if numeric:
        found = numeric_day(numeric[0].low, scene.words.month_first)
        return _exact(found, "a date in figures") if found else None
    month = _only(scene.part(first, last, "M"))
    number = _only(scene.part(first, last, "DO"))
    year = _only(scene.part(first, last, "Y"))
    weekday = _only(scene.part(first, last, "W"))
    if not month or not number or not 1 <= number <= 31:
        return None
    if year is not None:
        found = edtf.safe_date(year, month, number)
        return _exact(found, "day, month and year are stated") if found else None
    tense = scene.tense(first, last)
    guessed = _nearest_year(scene, month, number, weekday, tense)
    found = edtf.safe_date(guessed, month, number) if guessed and scene.precision == "D" else None
    value = found.isoformat() if found else None
    why = f"{number} {MONTHS[month - 1]} without a year is the nearest one that the tense allows"
    if weekday is not None:
        why = f"the nearest year in which {number} {MONTHS[month - 1]} is a {WEEKDAYS[weekday]}"
    return Reading("DATE", value or f"XXXX-{month:02d}-{number:02d}", value, why, relative=True)


def _exact(found: date, why: str) -> Reading:
    return Reading("DATE", found.isoformat(), found.isoformat(), why)


def _only(tokens: list[Token]) -> int | None:
    return tokens[0].value if tokens and isinstance(tokens[0].value, int) else None


def _month_year(scene: Scene, first: int, last: int) -> Reading | None:
    month = _only(scene.part(first, last, "M"))
    year = _only(scene.part(first, last, "Y")) or _whole(count_of(scene.part(first, last, "N")))
    if not month or not year or not 1000 <= year <= 2199:
        return None
    value = f"{year:04d}-{month:02d}"
    return Reading("DATE", value, value, "month and year are stated")


def _direction(scene: Scene, first: int, last: int) -> int:
    """-1, 0 or 1 for last, this, next."""
    token = scene.part(first, last, "lpvxzt")[0]
    return {"l": -1, "p": -1, "v": -1, "x": 1, "z": 1, "t": 0}[token.tag]


def _month_shift(scene: Scene, first: int, last: int) -> Reading | None:
    month = _only(scene.part(first, last, "M"))
    if not month:
        return None
    way = _direction(scene, first, last)
    unit = scene.part(first, last, "U")
    named = MONTHS[month - 1]
    if unit:
        if unit[0].value != "Y":
            return None
        year = scene.day.year + way if scene.day else None
        why = f"{named} of the year {('before', 'itself', 'after')[way + 1]}"
        return _dated_month(year, month, why)
    if scene.day is None or not scene.can("M"):
        return _dated_month(None, month, f"the {('last', 'present', 'next')[way + 1]} {named}")
    year = scene.day.year
    if way < 0 and month >= scene.day.month:
        year -= 1
    if way > 0 and month <= scene.day.month:
        year += 1
    return _dated_month(year, month, f"the {('latest', 'present', 'next')[way + 1]} {named}")


def _dated_month(year: int | None, month: int, why: str) -> Reading:
    value = f"{year:04d}-{month:02d}" if year else None
    return Reading("DATE", value or f"XXXX-{month:02d}", value, why, relative=True)


def _bare_month(scene: Scene, first: int, last: int) -> Reading | None:
    month = _only(scene.part(first, last, "M"))
    if not month:
        return None
    tense = _PAST if scene.is_since(first) else scene.tense(first, last) or _PAST
    year = _nearest_year(scene, month, None, None, tense) if scene.can("M") else None
    if year and scene.day and scene.is_since(first) and (year, month) > (scene.day.year, scene.day.month):
        year -= 1
    named = MONTHS[month - 1]
    ahead = bool(year and scene.day and (year, month) > (scene.day.year, scene.day.month))
    return _dated_month(year, month, f"the {'next' if ahead else 'latest'} {named}")


def _quarter(scene: Scene, first: int, last: int) -> Reading | None:
    number = _only(scene.part(first, last, "O"))
    year = _only(scene.part(first, last, "Y"))
    if number is None or not 1 <= number <= 4:
        return None
    units = scene.part(first, last, "U")
    if year is None and units and units[0].value == "Y" and scene.day:
        year = scene.day.year + _direction(scene, first, last)
    relative = year is None or bool(units)
    if year is None and scene.day is not None and scene.can("Q"):
        year = scene.day.year
        if scene.tense(first, last) != _FUTURE and number > (scene.day.month - 1) // 3 + 1:
            year -= 1
    value = f"{year}-{32 + number}" if year else None
    timex = f"{year}-Q{number}" if year else f"XXXX-Q{number}"
    skip = _adjective(scene, first, last)
    why = f"quarter {number} of {year or 'an unknown year'}"
    return Reading("DATE", timex, value, why, relative=relative, skip=skip)


def _season(scene: Scene, first: int, last: int) -> Reading | None:
    season = _only(scene.part(first, last, "S"))
    year = _only(scene.part(first, last, "Y"))
    if season is None:
        return None
    if year is not None:
        return _dated_season(year, season, f"the {_SEASON_NAMES[season]} of {year} is stated", relative=False)
    way = _direction(scene, first, last) if scene.part(first, last, "lpvxzt") else -1
    if scene.day is None or not scene.can("S"):
        return _dated_season(None, season, f"a {_SEASON_NAMES[season]} without a year")
    if scene.part(first, last, "U"):
        return _dated_season(scene.day.year + way, season, f"{_SEASON_NAMES[season]} of the year it names")
    return _last_season(scene.day, season, way)


def _last_season(day: date, season: int, way: int) -> Reading:
    """ "Last autumn" is open while the year of the anchor has an autumn behind it: both are kept."""
    name = _SEASON_NAMES[season]
    latest = max(y for y in (day.year - 2, day.year - 1, day.year) if _season_start(y, season) <= day)
    now_year, now = edtf.season_of(day)
    if way == 0:
        year = now_year if now == season else day.year
        return _dated_season(year, season, f"the {name} of this year")
    if way > 0:
        return _dated_season(latest + 1, season, f"the next {name}")
    if now == season and now_year == latest:
        latest -= 1
        return _dated_season(latest, season, f"the {name} before the present one")
    reading = _dated_season(latest, season, f"the latest {name} that has ended")
    if latest < day.year:
        return reading
    other = f"{latest - 1}-{season}"
    why = f"the latest {name} that has ended, or the {name} of the year before ({other})"
    return Reading("DATE", reading.timex, reading.edtf, why, True, True, (other,))


def _season_start(year: int, season: int) -> date:
    return date(year, 3 * (season - 20), 1)


def _dated_season(year: int | None, season: int, why: str, relative: bool = True) -> Reading:
    value = f"{year:04d}-{season}" if year else None
    timex = f"{year:04d}-{_SEASONS[season]}" if year else f"XXXX-{_SEASONS[season]}"
    return Reading("DATE", timex, value, why, relative=relative)


def _bare_season(scene: Scene, first: int, last: int) -> Reading | None:
    season = _only(scene.part(first, last, "S"))
    if season is None or scene.before(first) not in scene.words.before:
        return None
    if scene.day is None or not scene.can("S"):
        return _dated_season(None, season, f"a {_SEASON_NAMES[season]} without a year")
    tense = scene.tense(first, last)
    return _last_season(scene.day, season, 1 if tense == _FUTURE else -1)


def _unit(scene: Scene, first: int, last: int) -> str:
    units = scene.part(first, last, "UVQ")
    return str(units[-1].value) if units else ""


def _ago(scene: Scene, first: int, last: int) -> Reading | None:
    return _counted(scene, first, last, -1)


def _ahead(scene: Scene, first: int, last: int) -> Reading | None:
    return _counted(scene, first, last, 1)


def _counted(scene: Scene, first: int, last: int, way: int) -> Reading | None:
    """Three days ago, in three days."""
    unit = _unit(scene, first, last)
    count = _whole(count_of(scene.part(first, last, "NDYn#")))
    if scene.part(first, last, "F") or count is None:
        timex = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Reading("DATE", timex, None, f"an unstated number of {_UNIT_NAMES[unit]}s", relative=True)
    if scene.part(first, last, "ef"):
        return _counted_from_named(scene, first, unit, way * count)
    if unit == "Y" and count == 1:
        named = _year_before_named(scene, first)
        if named:
            return named
    timex_value, value = shifted(scene, unit, way * count)
    back = "before" if way < 0 else "after"
    why = f"{count} {_UNIT_NAMES[unit]}{'s' if count != 1 else ''} {back}"
    return Reading("DATE", timex_value, value, why, relative=True)


def _counted_from_named(scene: Scene, first: int, unit: str, count: int) -> Reading:
    """Two days later, a year earlier: from the date named before, else from the anchor when it is back."""
    if unit == "Y" and count == -1:
        named = _year_before_named(scene, first)
        if named:
            return named
    base = scene.named_before(first)
    word = f"{abs(count)} {_UNIT_NAMES[unit]}{'s' if abs(count) != 1 else ''} {'after' if count > 0 else 'before'}"
    if base is not None:
        timex_value, value = unit_at(base, unit, count) if abs(count) <= _FARTHEST else (None, None)
        return Reading("DATE", timex_value, value, f"{word} {scene.mentioned}, named before it")
    if count > 0:
        return Reading("DATE", "FUTURE_REF", None, f"{word} a time that the text does not name")
    timex_value, value = shifted(scene, unit, count)
    return Reading("DATE", timex_value, value, word, relative=True)


def _year_before_named(scene: Scene, first: int) -> Reading | None:
    """ "A year earlier" after a quarter or month: the same quarter or month of the year before."""
    base = scene.named_before(first)
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", scene.mentioned or "")
    if base is None or match is None:
        return None
    number = int(match[2])
    if not (33 <= number <= 36 or 1 <= number <= 12):
        return None
    year = int(match[1]) - 1
    value = f"{year:04d}-{match[2]}"
    timex = f"{year:04d}-Q{number - 32}" if number > 12 else value
    return Reading("DATE", timex, value, f"one year before {scene.mentioned}, named before it")


def _earlier(scene: Scene, first: int, last: int) -> Reading | None:
    units = scene.part(first, last, "UVQ")
    unit = str(units[0].value)
    skip = 0 if scene.part(first, last, "Qj") else _adjective(scene, first, last)
    named = _year_before_named(scene, first) if unit == "Y" else None
    if named:
        return replace(named, skip=skip)
    timex_value, value = shifted(scene, unit, -1)
    return Reading("DATE", timex_value, value, f"one {_UNIT_NAMES[unit]} before", relative=True, skip=skip)


def _adjective(scene: Scene, first: int, last: int) -> int:
    """1 when the article of an adjective ("a 10-year plan") is to be left out."""
    tokens = scene.tokens[first:last]
    return int(tokens[0].tag in "dn" and any(t.tag == "-" for t in tokens) and len(tokens) > 2)


def _age(scene: Scene, first: int, last: int) -> Reading | None:
    """ "A 60-year-old" is how old someone is, no time."""
    return None


def _range(scene: Scene, first: int, last: int) -> Reading | None:
    """Two to three weeks: the shorter of both."""
    cut = next(i for i in range(first + 1, last) if scene.tokens[i].tag in "T-")
    count = count_of(list(scene.tokens[first:cut]))
    unit = _unit(scene, first, last)
    return Reading("DURATION", period(count, unit), None, "a length of time, given as a range")


def period(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: "P3M", "PT5H", "PXW" when the number is vague."""
    if unit == "F":
        unit, count = "W", count * 2 if count is not None else None
    if unit == "Q" and count is not None:
        unit, count = "M", count * 3
    if unit == "C":
        unit, count = "Y", count * 100 if count is not None else None
    if unit == "E" and count is not None:
        unit, count = "Y", count * 10
    number = "X" if count is None else (str(int(count)) if count == int(count) else str(count))
    if unit in ("H", "m", "s"):
        return f"PT{number}{unit.upper()}"
    return f"P{number}{'W' if unit == 'WE' else unit}"


def _duration(scene: Scene, first: int, last: int) -> Reading | None:
    unit = _unit(scene, first, last)
    tokens = scene.part(first, last, "NDY#n")
    if scene.part(first, last, "F"):
        tokens = []
    count = count_of(tokens) if tokens else None
    if tokens and count is None:
        return None
    skip = _adjective(scene, first, last)
    return Reading("DURATION", period(count, unit), None, "a length of time", skip=skip)


def _span(scene: Scene, first: int, last: int) -> Reading | None:
    """The past three months."""
    reading = _duration(scene, first, last)
    if reading is None or not scene.part(first, last, "lpxvz"):
        return reading
    way = "after" if scene.part(first, last, "xz") else "before"
    why = f"a length of time, the one {way} what is told"
    return Reading("DURATION", reading.timex, None, why)


def _vague_span(scene: Scene, first: int, last: int) -> Reading | None:
    unit = _unit(scene, first, last)
    if scene.part(first, last, "x"):
        return Reading("DURATION", period(None, unit), None, f"an unstated number of {_UNIT_NAMES[unit]}s")
    return Reading("DATE", "PAST_REF", None, f"an unstated number of {_UNIT_NAMES[unit]}s back")


def _weekday_on(scene: Scene, first: int, weekday: int, tag: str, tense: int) -> tuple[date | None, str]:
    name = WEEKDAYS[weekday]
    if scene.day is None or scene.precision != "D":
        return None, f"a {name}"
    back = (scene.day.weekday() - weekday) % 7
    if tag == "t":
        ahead = weekday - scene.day.weekday()
        return edtf.add_days(scene.day, ahead), f"the {name} of the same week"
    named = scene.named_before(first) if tag in ("v", "z") else None
    if named is not None:
        count = (
            -((named.weekday() - weekday) % 7 or 7) if tag == "v" else ((weekday - named.weekday()) % 7 or 7)
        )
        return edtf.add_days(
            named, count
        ), f"the {name} {'before' if tag == 'v' else 'after'} {named.isoformat()}"
    if tag in ("l", "p", "v"):
        return edtf.add_days(scene.day, -(back or 7)), f"the latest {name} before"
    if tag in ("x", "z"):
        return edtf.add_days(scene.day, -back + 7), f"the first {name} after"
    if tense == _FUTURE:
        return edtf.add_days(scene.day, (7 - back) % 7), f"the first {name} on or after"
    return edtf.add_days(scene.day, -back), f"the latest {name} on or before"


def _weekday(scene: Scene, first: int, last: int) -> Reading | None:
    weekday = _only(scene.part(first, last, "W"))
    if weekday is None:
        return None
    shift = scene.part(first, last, "lpvxzt")
    day, why = _weekday_on(scene, first, weekday, shift[0].tag if shift else "", scene.tense(first, last))
    part = scene.part(first, last, "P")
    value = day.isoformat() if day else None
    timex = value or f"XXXX-WXX-{weekday + 1}"
    if part:
        return Reading("TIME", f"{timex}T{part[0].value}", value, f"{why}, part of the day", relative=True)
    return Reading("DATE", timex, value, why, relative=True)


def _every(scene: Scene, first: int, last: int) -> Reading | None:
    weekdays = scene.part(first, last, "Ww")
    if weekdays:
        part = scene.part(first, last, "P")
        value = f"XXXX-WXX-{int(weekdays[0].value) + 1}" + (f"T{part[0].value}" if part else "")
        return Reading("SET", value, None, f"each {WEEKDAYS[int(weekdays[0].value)]}")
    unit = _unit(scene, first, last)
    if not unit:
        return Reading("SET", "P1D", None, "each day") if scene.part(first, last, "P") else None
    count = count_of(scene.part(first, last, "ND#")) or float(_only(scene.part(first, last, "O")) or 1)
    return Reading("SET", period(count, unit), None, f"each {_UNIT_NAMES[unit]}")


def _often(scene: Scene, first: int, last: int) -> Reading | None:
    return Reading("SET", str(scene.tokens[first].value), None, "how often something happens")


def _shift(scene: Scene, first: int, last: int) -> Reading | None:
    """Last year, this week, the previous month."""
    unit = _unit(scene, first, last)
    token = scene.part(first, last, "lpvxzt")[0]
    way = _direction(scene, first, last)
    why = f"the {_UNIT_NAMES[unit]} {('before', 'itself', 'after')[way + 1]}"
    if token.tag in "vz":
        start = scene.named_before(first)
        if start is not None:
            timex_value, value = unit_at(start, unit, way)
            if value:
                return Reading(
                    "DATE", timex_value, value, f"{why}, counted from {scene.mentioned} named before it"
                )
    if unit in ("H", "m", "s") or (token.tag == "p" and unit in ("E", "C")):
        return Reading("DURATION", period(1, unit), None, "a length of time")
    timex_value, value = shifted(scene, unit, way)
    return Reading("DATE", timex_value, value, why, relative=True)


def _that(scene: Scene, first: int, last: int) -> Reading | None:
    unit = _unit(scene, first, last)
    start = edtf.earliest_day(scene.mentioned)
    if start is None or unit not in ("Y", "M", "W", "D", "Q", "WE"):
        return None
    timex_value, value = unit_at(start, unit, 0)
    why = f"the {_UNIT_NAMES[unit]} of {scene.mentioned}, named before it"
    return Reading("DATE", timex_value, value, why)


def _year_end(scene: Scene) -> Reading:
    timex_value, value = shifted(scene, "Y", 0)
    return Reading("DATE", timex_value, value, "the end of the year", relative=True)


_REF_DAYS = re.compile(r"(?P<days>-?[0-9]+)?(?P<year>Y)?(?:T(?P<part>[A-Z]{2}))?")


def _part(scene: Scene, first: int, last: int) -> Reading | None:
    """Today, tonight, yesterday morning, this morning, last night."""
    words = scene.part(first, last, "R")
    part = scene.part(first, last, "P")
    if words and words[0].value == "YE":
        return _year_end(scene)
    if words and str(words[0].value).endswith("_REF"):
        return Reading("DATE", str(words[0].value), None, "points to no time that can be dated")
    days, code = 0, str(part[0].value) if part else ""
    if words:
        match = _REF_DAYS.fullmatch(str(words[0].value))
        if match is None:
            return None
        days, code = int(match["days"] or 0), match["part"] or code
        if match["year"]:
            timex_value, value = shifted(scene, "Y", days)
            return Reading(
                "DATE", timex_value, value, f"{days:+d} years" if days else "this year", relative=True
            )
    elif scene.part(first, last, "lv"):
        days = -1
    elif scene.part(first, last, "xz"):
        named = edtf.exact_day(scene.mentioned) if scene.named_before(first) else None
        after = edtf.add_days(named, 1) if named else None
        if after is not None:
            why = f"the day after {scene.mentioned}, named before it"
            return Reading("TIME", f"{after.isoformat()}T{code}", after.isoformat(), why)
        days = 1
    timex_value, value = shifted(scene, "D", days)
    why = (
        f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'before' if days < 0 else 'after'}"
        if days
        else "the same day"
    )
    if code:
        timex = f"{timex_value}T{code}" if timex_value else f"XXXX-XX-XXT{code}"
        return Reading("TIME", timex, value, why, relative=True)
    return Reading("DATE", timex_value, value, why, relative=True)


def _decade(scene: Scene, first: int, last: int) -> Reading | None:
    start = _only(scene.part(first, last, "K"))
    if not start:
        return None
    cut = str(start)[:3]
    return Reading("DATE", f"{cut}X", f"{cut}X", "a decade is named")


def _century(scene: Scene, first: int, last: int) -> Reading | None:
    number = _only(scene.part(first, last, "O"))
    unit = _unit(scene, first, last)
    if unit != "C" or not number or not 10 < number < 23:
        return None
    return Reading("DATE", f"{number - 1}", f"{number - 1}XX", "a century is named")


def _year(scene: Scene, first: int, last: int) -> Reading | None:
    year = _only(scene.part(first, last, "Y"))
    if year is None or not 1500 <= year <= 2100:
        return None
    before = scene.before(first)
    after = scene.tokens[last].low if last < len(scene.tokens) else ""
    if before in ("$", "£", "€", "#", "₴", "₽", "no") or after in ("%", "percent", "$", "€"):
        return None
    skip = 0
    tokens = scene.tokens[first:last]
    if tokens[0].tag == "d" and not any(t.tag in "mU" for t in tokens):
        skip = 1
    return Reading("DATE", str(year), str(year), "the year is stated", skip=skip)


def _fiscal(scene: Scene, first: int, last: int) -> Reading | None:
    return _year(scene, first, last)


def _spoken_year(scene: Scene, first: int, last: int) -> Reading | None:
    tokens = scene.part(first, last, "N")
    year = _whole(count_of(tokens))
    if year is None or not 1500 <= year <= 2100 or tokens[0].value not in (17, 18, 19, 20):
        return None
    return Reading("DATE", str(year), str(year), "the year is stated in words")


def _clock_part(scene: Scene, first: int, last: int) -> str | None:
    """ "T13:35" of a clock time, None when it is none."""
    tokens = scene.part(first, last, "CDA")
    named = next((t for t in tokens if t.tag == "A" and t.value in ("noon", "midnight")), None)
    if named:
        return "T12:00" if named.value == "noon" else "T24:00"
    clock = next((t for t in tokens if t.tag == "C"), None)
    half = next((t for t in tokens if t.tag == "A"), None)
    digits = clock.low if clock else None
    if digits is None and half is not None:
        index = scene.tokens.index(half, first, last) - 1
        digits = scene.tokens[index].low if index >= first else None
    if not digits:
        return None
    hour, _, rest = digits.partition(":")
    if not hour.isdigit() or int(hour) > 24 or (rest and int(rest[:2]) > 59):
        return None
    number = int(hour)
    if half and half.value == "p" and number < 12:
        number += 12
    if half and half.value == "a" and number == 12:
        number = 0
    return f"T{number:02d}:{rest[:2] if rest else '00'}"


def _clock(scene: Scene, first: int, last: int) -> Reading | None:
    clock = _clock_part(scene, first, last)
    if clock is None:
        return None
    day, _ = shifted(scene, "D", 0)
    value = f"{day}{clock}" if day else None
    return Reading("TIME", value or f"XXXX-XX-XX{clock}", value, "a time of the day", relative=True)


def _noon(scene: Scene, first: int, last: int) -> Reading | None:
    return _clock(scene, first, last) if scene.tokens[first].value in ("noon", "midnight") else None


def _timed(scene: Scene, first: int, last: int) -> Reading | None:
    """A clock time together with its day."""
    clock = _clock_part(scene, first, last)
    numbers = [i for i in range(first, last) if scene.tokens[i].tag == "D"]
    inner_first = first
    if numbers and first + 1 < last and scene.tokens[first + 1].tag == "A":
        inner_first = first + 2
    reader = _weekday if not scene.part(inner_first, last, "MIR") else _day
    if scene.part(inner_first, last, "R"):
        reader = _part
    day = reader(scene, inner_first, last)
    if day is None or clock is None:
        return None
    exact = edtf.exact_day(day.edtf)
    value = f"{exact.isoformat()}{clock}" if exact else None
    timex = f"{day.timex}{clock}" if day.timex and "T" not in day.timex else value
    return Reading("TIME", timex, value, f"{day.why}, with a time of the day", relative=day.relative)


def _week_of(scene: Scene, first: int, last: int) -> Reading | None:
    unit = _unit(scene, first, last)
    day = _day(scene, first + 2, last) if scene.part(first, last, "MI") else _weekday(scene, first + 2, last)
    exact = edtf.exact_day(day.edtf) if day else None
    if unit != "W" or exact is None or day is None:
        return None
    timex_value, value = unit_at(exact, "W", 0)
    return Reading("DATE", timex_value, value, f"the week of {exact.isoformat()}", relative=day.relative)


def _the_unit(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The end of the year"; "the quarter" alone is the latest that has ended, "the weekend" the latest."""
    unit = _unit(scene, first, last)
    if not scene.part(first, last, "m"):
        return _latest_unit(scene, unit)
    if unit not in ("Y", "M", "W", "Q"):
        return None
    timex_value, value = shifted(scene, unit, 0)
    return Reading("DATE", timex_value, value, f"the {_UNIT_NAMES[unit]} itself", relative=True)


def _latest_unit(scene: Scene, unit: str) -> Reading | None:
    if unit not in ("Q", "WE"):
        return None
    named = re.fullmatch(r"([0-9]{4})-(3[3-6])", scene.mentioned or "") if unit == "Q" else None
    if named:
        why = f"the quarter named before it, {scene.mentioned}"
        return Reading("DATE", f"{named[1]}-Q{int(named[2]) - 32}", scene.mentioned, why)
    timex_value, value = shifted(scene, unit, -1)
    return Reading(
        "DATE", timex_value, value, f"the latest {_UNIT_NAMES[unit]} that has ended", relative=True
    )


def _ref(scene: Scene, first: int, last: int) -> Reading | None:
    token = scene.tokens[last - 1]
    if token.tag == "t":
        return Reading("DATE", "PRESENT_REF", None, "the present") if token.low == "current" else None
    if token.tag == "p":
        return Reading("DATE", "PAST_REF", None, "the past") if token.low == "past" else None
    return Reading("DATE", str(token.value), None, "points to no time that can be dated")


def _units(scene: Scene, first: int, last: int) -> Reading | None:
    unit = _unit(scene, first, last)
    return Reading(
        "DURATION", period(None, unit), None, f"an unstated number of {_UNIT_NAMES[unit]}s", skip=1
    )


Reader = Callable[[Scene, int, int], Reading | None]

READERS: dict[str, Reader] = {
    "timed": _timed,
    "week_of": _week_of,
    "day": _day,
    "month_year": _month_year,
    "month_shift": _month_shift,
    "quarter": _quarter,
    "season": _season,
    "ago": _ago,
    "ahead": _ahead,
    "earlier": _earlier,
    "span": _span,
    "weekday": _weekday,
    "every": _every,
    "shift": _shift,
    "that": _that,
    "part": _part,
    "decade": _decade,
    "century": _century,
    "fiscal": _fiscal,
    "age": _age,
    "range": _range,
    "duration": _duration,
    "year": _year,
    "spoken_year": _spoken_year,
    "bare_month": _bare_month,
    "bare_season": _bare_season,
    "vague_span": _vague_span,
    "clock": _clock,
    "noon": _noon,
    "often": _often,
    "the_unit": _the_unit,
    "ref": _ref,
    "units": _units,
}
