"""A time axis: where days stand on it, in per cent of its width, and which ticks it carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MAX_TICKS = 5
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAY_STEPS = (1, 2, 7, 14, 28)
_DAYS_SHOWN = 120
MARGIN = 7.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, drawn from left to right."""

    first: date
    last: date
    ticks: tuple[Tick, ...]

    def x(self, day: date) -> float:
        """The place of a day, in per cent of the width; days beyond the ends stand at the ends."""
        return _place(self.first, self.last, min(max(day, self.first), self.last))


def make_axis(first: date | None, last: date | None) -> Axis | None:
    """The axis over these days; None when there are none. One day alone is given some room."""
    if first is None or last is None:
        return None
    first, last = min(first, last), max(first, last)
    if (last - first).days < 6:
        first, last = _moved(first, -3), _moved(last, 3)
    return Axis(first, last, tuple(_ticks(first, last)))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _place(first: date, last: date, day: date) -> float:
    share = (day - first).days / max((last - first).days, 1)
    return round(MARGIN + share * (100 - 2 * MARGIN), 2)


def _ticks(first: date, last: date) -> Iterator[Tick]:
    for day, label in _labelled(first, last):
        yield Tick(_place(first, last, day), label)


def _labelled(first: date, last: date) -> list[tuple[date, str]]:
    months = (last.year - first.year) * 12 + last.month - first.month
    if (last - first).days < _DAYS_SHOWN:
        return _days(first, last)
    step = next((one for one in _MONTH_STEPS if months // one < MAX_TICKS), _MONTH_STEPS[-1])
    begin = first.year * 12 + first.month - 1
    begin += -begin % step
    found = [
        date(month // 12, month % 12 + 1, 1) for month in range(begin, last.year * 12 + last.month, step)
    ]
    return [(day, _month_label(day, step)) for day in found if first <= day <= last]


def _month_label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 else f"{_MONTHS[day.month - 1]} {day.year}"


def _days(first: date, last: date) -> list[tuple[date, str]]:
    length = (last - first).days
    step = next((one for one in _DAY_STEPS if length // one < MAX_TICKS), _DAY_STEPS[-1])
    found = [first + timedelta(days=days) for days in range(0, length + 1, step)]
    return [(day, f"{day.day} {_MONTHS[day.month - 1]}") for day in found]
