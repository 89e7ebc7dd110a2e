"""What readers share: the scene they read in, what they answer with, and counting on the calendar."""

import re
from dataclasses import dataclass, field
from datetime import date

from onrecord.text import edtf
from onrecord.text.timex.words import TimeWords, Token

MONTHS = "January February March April May June July August September October November December".split()


WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


UNIT_NAMES = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend", "H": "hour",
    "m": "minute", "s": "second", "E": "decade", "C": "century", "F": "fortnight",
}  # fmt: skip


_PRECISION = {"Y": "DMY", "E": "DMY", "C": "DMY", "M": "DM", "Q": "DM", "S": "DM"}


_TENSE_REACH = 9


FARTHEST = 4000  # units; nothing in the news lies farther


PAST, FUTURE = -1, 1


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
            return FUTURE
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
            return FUTURE
        if token.low in self.words.past:
            return PAST
        ends = self.words.past_endings
        return PAST if ends and token.tag == "_" and len(token.low) > 4 and token.low.endswith(ends) else 0


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
        elif (token.value >= 10 and 10 <= current < 100 and current % 10 == 0 and token.value < 100) or (
            13 <= current <= 19 and token.value >= 10
        ):
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
    if not scene.can(unit) or scene.day is None or abs(count) > FARTHEST:
        return None, None
    return unit_at(scene.day, unit, count)


def unit_at(day: date, unit: str, count: int) -> tuple[str | None, str | None]:
    """(TIMEX3 value, EDTF value) of the unit `count` units from the one that `day` lies in."""
    if unit in _YEARS:
        return _years_at(day.year + count * _YEARS[unit][0], _YEARS[unit][1])
    if unit in ("M", "Q"):
        moved = edtf.add_months(day.year, day.month, count * (3 if unit == "Q" else 1))
        return month_value(*moved, unit) if moved else (None, None)
    target = edtf.add_days(day, count * _DAYS[unit]) if unit in _DAYS else None
    return _week_or_day(target, unit) if target else (None, None)


_YEARS = {"Y": (1, 4), "E": (10, 3), "C": (100, 2)}  # years in the unit, digits of its TIMEX3 value
_DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}


def _years_at(year: int, digits: int) -> tuple[str | None, str | None]:
    if not 1000 <= year <= 9999:
        return None, None
    cut = str(year)[:digits]
    return cut, cut.ljust(4, "X")


def _week_or_day(target: date, unit: str) -> tuple[str, str]:
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


def whole(count: float | None) -> int | None:
    """A count as an integer, None when it is none."""
    return int(count) if count is not None and count == int(count) else None


def nearest_year(scene: Scene, month: int, day: int | None, weekday: int | None, tense: int) -> int | None:
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
        against = (distance > 0 and tense == PAST) or (distance < 0 and tense == FUTURE)
        options.append((abs(distance) * (_AGAINST_TENSE if against else 1), -year, year))
    return min(options)[2] if options else None


def only(tokens: list[Token]) -> int | None:
    """The integer value of the first token, None when there is none."""
    return tokens[0].value if tokens and isinstance(tokens[0].value, int) else None


def direction(scene: Scene, first: int, last: int) -> int:
    """-1, 0 or 1 for last, this, next."""
    token = scene.part(first, last, "lpvxzt")[0]
    return {"l": -1, "p": -1, "v": -1, "x": 1, "z": 1, "t": 0}[token.tag]


def unit_of(scene: Scene, first: int, last: int) -> str:
    """The unit that a range of tokens names, "" when none."""
    units = scene.part(first, last, "UVQ")
    return str(units[-1].value) if units else ""


def adjective(scene: Scene, first: int, last: int) -> int:
    """1 when the article of an adjective ("a 10-year plan") is to be left out."""
    tokens = scene.tokens[first:last]
    return int(tokens[0].tag in "dn" and any(t.tag == "-" for t in tokens) and len(tokens) > 2)
