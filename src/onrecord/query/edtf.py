"""Saying EDTF values to people: "about 24 May 2024", "13 to 19 May 2024", "since May 2025"."""

import re

from onrecord.text.edtf import bounds

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[0-9:.Z+-]{1,20})?)?)?([~?%]?)\Z")


def say(value: str | None, unknown: str = "date unknown") -> str:
    """The value in words; what is no readable EDTF is given back as it stands."""
    if not value:
        return unknown
    first, slash, last = value.partition("/")
    if not slash:
        return _point(value)
    if first in ("", ".."):
        return f"until {_point(last)}"
    if last in ("", ".."):
        return f"since {_point(first)}"
    return f"{_point(first)} to {_point(last)}"


def _point(value: str) -> str:
    match = _POINT.match(value)
    if match is None or bounds(value) == (None, None):
        return value
    year, month, day, doubt = match.groups()
    words = str(int(year))
    if month:
        number = int(month)
        words = f"{_SEASONS[number] if number in _SEASONS else _MONTHS[number - 1]} {words}"
    if day:
        words = f"{int(day)} {words}"
    return f"about {words}" if doubt else words
