"""The time axis keeps everything in its width and its labels apart."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.axis import MAX_TICKS, make_axis

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_every_day_stands_on_the_axis(first: date, last: date, day: date) -> None:
    axis = make_axis(first, last)
    assert axis is not None
    assert 0 <= axis.x(day) <= 100
    low, high = min(first, last), max(first, last)
    assert axis.x(low) <= axis.x(high)


@given(DAYS, st.integers(0, 40_000))
def test_ticks_are_few_ordered_and_apart(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    axis = make_axis(first, last)
    assert axis is not None
    places = [tick.x for tick in axis.ticks]
    assert places == sorted(places) and len(places) <= MAX_TICKS + 1
    assert all(later - earlier > 10 for earlier, later in pairwise(places))


def test_no_day_no_axis() -> None:
    assert make_axis(None, None) is None
    assert make_axis(date(2025, 1, 1), None) is None
