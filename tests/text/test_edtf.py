"""EDTF: bounds, order and the odd corners of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-24", "2031-05-24", "2031-05-24"),
        ("2031-05-24~", "2031-05-24", "2031-05-24"),
        ("2031-05-24T13:35", "2031-05-24", "2031-05-24"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-08~", "2031-08-01", "2031-08-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2031-23", "2031-09-01", "2031-11-30"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-35", "2031-07-01", "2031-09-30"),
        ("2031-05-13/2031-05-19", "2031-05-13", "2031-05-19"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert edtf.bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "2031-02-31", "2031-13", "soon", "0000", "20310524", "XXXX", "/"]
)
def test_what_is_no_date_has_no_bounds(value: str | None) -> None:
    assert edtf.bounds(value) == (None, None)


def test_an_open_interval_has_one_bound() -> None:
    assert edtf.bounds("2031-05/..") == (date(2031, 5, 1), None)
    assert edtf.bounds("../2031") == (None, date(2031, 12, 31))


def test_order_is_only_told_where_known() -> None:
    assert edtf.compare("2031-23", "2032-05") == -1
    assert edtf.compare("2032-05-17", "2031") == 1
    assert edtf.compare("2031-05", "2031-05-17~") == 0
    assert edtf.compare(None, "2031") is None
    assert edtf.compare("2031-05/..", "2030") == 1


@given(st.text(max_size=40))
def test_any_text_is_taken(value: str) -> None:
    first, last = edtf.bounds(value)
    assert first is None or last is None or "/" in value or first <= last


@given(st.dates(), st.integers(-5000, 5000))
def test_a_day_is_its_own_bounds(day: date, count: int) -> None:
    assert edtf.bounds(day.isoformat()) == (day, day)
    monday, sunday = edtf.week_of(day)
    assert monday <= day <= sunday
    moved = edtf.add_months(day.year, day.month, count)
    assert moved is None or 1 <= moved[1] <= 12
