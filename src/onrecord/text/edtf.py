"""Dates as EDTF strings (ISO 8601-2:2019, Library of Congress EDTF): bounds, precision, formatting.

Handled: year, month, day, seasons 21 to 24, quarters 33 to 36, decades ("199X"), centuries ("19XX"),
the qualifiers `~ ? %`, times of day ("2024-05-24T13:35"), intervals ("a/b", open with ".." or empty).
Weeks have no EDTF form: they are intervals of two days.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
_PART = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?"
)
_MASKED = re.compile(r"(?P<digits>[0-9]{1,3})(?P<masked>X{1,3})")

Bounds = tuple[date | None, date | None]


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, count: int) -> date | None:
    """`day` moved by `count` days, None when that leaves the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int] | None:
    """A (year, month) moved by `count` months, None when that leaves the calendar."""
    index = year * 12 + month - 1 + count
    moved = (index // 12, index % 12 + 1)
    return moved if MINYEAR <= moved[0] <= MAXYEAR else None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week that `day` lies in (clipped at the ends of the calendar)."""
    monday = add_days(day, -day.weekday()) or date.min
    return monday, add_days(monday, 6) or date.max


def interval(first: date, last: date) -> str:
    """An EDTF interval of two days."""
    return f"{first.isoformat()}/{last.isoformat()}"


def season_of(day: date) -> tuple[int, int]:
    """(year, season) of a day in the northern meteorological seasons; winter counts from its December."""
    if day.month == 12:
        return day.year, WINTER
    if day.month < 3:
        return day.year - 1, WINTER
    return day.year, SPRING + (day.month - 3) // 3


def bounds(value: str | None) -> Bounds:
    """First and last day that an EDTF value can mean; (None, None) when unknown or not understood.

    An approximate value has the bounds of its plain form: how far "~" reaches is not defined.
    """
    if not value:
        return None, None
    if "/" in value:
        start, _, end = value.partition("/")
        return _single(start)[0], _single(end)[1]
    return _single(value)


def _single(value: str) -> Bounds:
    plain = value.strip("~?%[]")
    masked = _MASKED.fullmatch(plain)
    if masked and len(plain) == 4:
        width = len(masked["masked"])
        low = int(masked["digits"]) * 10**width
        return safe_date(max(low, 1), 1, 1), safe_date(low + 10**width - 1, 12, 31)
    match = _PART.fullmatch(plain)
    if not match or int(match["year"]) < 1:
        return None, None
    year = int(match["year"])
    if match["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    if match["day"] is not None:
        day = safe_date(year, month, int(match["day"]))
        return day, day
    return _month_or_season(year, month)


def _month_or_season(year: int, month: int) -> Bounds:
    if 1 <= month <= 12:
        return date(year, month, 1), last_day(year, month)
    if SPRING <= month <= AUTUMN:
        first = 3 + (month - SPRING) * 3
        return date(year, first, 1), last_day(year, first + 2)
    if month == WINTER and year < MAXYEAR:
        return date(year, 12, 1), last_day(year + 1, 2)
    if 33 <= month <= 36:
        first = 1 + (month - 33) * 3
        return date(year, first, 1), last_day(year, first + 2)
    return None, None


def earliest_day(value: str | None) -> date | None:
    """The first day that a value can mean."""
    return bounds(value)[0]


def latest_day(value: str | None) -> date | None:
    """The last day that a value can mean."""
    return bounds(value)[1]


def is_approximate(value: str) -> bool:
    """Whether a value carries an EDTF qualifier for "about"."""
    return value.endswith(("~", "%"))


def exact_day(value: str | None) -> date | None:
    """The one day that a value names (approximate or not), None when it names more than a day."""
    first, last = bounds(value)
    return first if first is not None and first == last else None


def compare(one: str | None, other: str | None) -> int | None:
    """-1 or 1 when one value lies wholly before or after the other, 0 when they overlap.

    None when either is unknown, so that nothing is put in order by a date that is not there.
    """
    first, last = bounds(one)
    other_first, other_last = bounds(other)
    if (first is None and last is None) or (other_first is None and other_last is None):
        return None
    if last is not None and other_first is not None and last < other_first:
        return -1
    if first is not None and other_last is not None and first > other_last:
        return 1
    return 0
