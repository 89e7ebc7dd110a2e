"""Readers of days and times of the day: dates in full, weekdays, today, clock times."""

import re
from datetime import date

from onrecord.text import edtf
from onrecord.text.timex.scene import (
    FUTURE,
    MONTHS,
    WEEKDAYS,
    Reading,
    Scene,
    nearest_year,
    only,
    shifted,
    unit_at,
    unit_of,
)


def full_year(value: int) -> int:
    """A year of two digits in the hundred years from 1970 to 2069."""
    return value if value > 99 else (1900 if value >= 70 else 2000) + value


def numeric_day(raw: str, month_first: bool) -> date | None:
    """The day that "2024-05-24", "24.05.2024" or "05/24/24" states."""
    numbers = [int(part) for part in re.split(r"[-./Tt: ]", raw)[:3]]
    if raw[4:5] == "-":
        return edtf.safe_date(*numbers)
    first, second, year = numbers[0], numbers[1], full_year(numbers[2])
    if "/" in raw and month_first and first <= 12:
        first, second = second, first
    return edtf.safe_date(year, second, first)


def read_day(scene: Scene, first: int, last: int) -> Reading | None:
    """Day of a month, with or without weekday and year, or a numeric date."""
    numeric = scene.part(first, last, "I")
    if numeric:
        if _is_ambiguous(numeric[0].low):
            return _ambiguous(numeric[0].low, scene.words.month_first)
        found = numeric_day(numeric[0].low, scene.words.month_first)
        return _exact(found, "a date in figures") if found else None
    month = only(scene.part(first, last, "M"))
    number = only(scene.part(first, last, "DO"))
    year = only(scene.part(first, last, "Y"))
    weekday = only(scene.part(first, last, "W"))
    if not month or not number or not 1 <= number <= 31:
        return None
    if year is not None:
        found = edtf.safe_date(year, month, number)
        return _exact(found, "day, month and year are stated") if found else None
    tense = scene.tense(first, last)
    guessed = nearest_year(scene, month, number, weekday, tense)
    found = edtf.safe_date(guessed, month, number) if guessed and scene.precision == "D" else None
    value = found.isoformat() if found else None
    why = f"{number} {MONTHS[month - 1]} without a year is the nearest one that the tense allows"
    if weekday is not None:
        why = f"the nearest year in which {number} {MONTHS[month - 1]} is a {WEEKDAYS[weekday]}"
    return Reading("DATE", value or f"XXXX-{month:02d}-{number:02d}", value, why, relative=True)


def _is_ambiguous(raw: str) -> bool:
    """ "05/06/2024" is 5 June or 6 May; with dots the day stands first everywhere we read."""
    parts = raw.split("/")
    return len(parts) == 3 and parts[0] != parts[1] and int(parts[0]) <= 12 and int(parts[1]) <= 12


def _ambiguous(raw: str, month_first: bool) -> Reading | None:
    found, other = numeric_day(raw, month_first), numeric_day(raw, not month_first)
    if found is None or other is None:
        return None
    order = "month first, as English writes it" if month_first else "day first"
    why = f"a date in figures, read {order}; else {other.isoformat()}"
    value = found.isoformat()
    return Reading("DATE", value, value, why, guess=True, alternatives=(other.isoformat(),))


def _exact(found: date, why: str) -> Reading:
    return Reading("DATE", found.isoformat(), found.isoformat(), why)


def _weekday_on(scene: Scene, first: int, weekday: int, tag: str, tense: int) -> tuple[date | None, str]:
    """The day that a weekday names, and in words why; `tag` is that of last, next, this before it."""
    name = WEEKDAYS[weekday]
    if scene.day is None or scene.precision != "D":
        return None, f"a {name}"
    named = scene.named_before(first) if tag in ("v", "z") else None
    if named is not None:
        return _weekday_beside(named, weekday, tag)
    back = (scene.day.weekday() - weekday) % 7
    moves = {
        "t": (weekday - scene.day.weekday(), f"the {name} of the same week"),
        "l": (-(back or 7), f"the latest {name} before"),
        "x": (7 - back, f"the first {name} after"),
    }
    moves |= {"p": moves["l"], "v": moves["l"], "z": moves["x"]}
    ahead = ((7 - back) % 7, f"the first {name} on or after")
    move, why = moves.get(tag, ahead if tense == FUTURE else (-back, f"the latest {name} on or before"))
    return edtf.add_days(scene.day, move), why


def _weekday_beside(named: date, weekday: int, tag: str) -> tuple[date | None, str]:
    """ "The previous Friday", "the following Friday": counted from the day named before."""
    if tag == "v":
        day = edtf.add_days(named, -((named.weekday() - weekday) % 7 or 7))
        return day, f"the {WEEKDAYS[weekday]} before {named.isoformat()}"
    day = edtf.add_days(named, (weekday - named.weekday()) % 7 or 7)
    return day, f"the {WEEKDAYS[weekday]} after {named.isoformat()}"


def read_weekday(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Friday", "last Friday", "Friday night"."""
    weekday = only(scene.part(first, last, "W"))
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


_REF_DAYS = re.compile(r"(?P<count>-?[0-9]+)?(?P<year>Y)?(?:T(?P<part>[A-Z]{2}))?")


def read_part(scene: Scene, first: int, last: int) -> Reading | None:
    """Today, tonight, yesterday morning, this morning, last night."""
    words = scene.part(first, last, "R")
    part = scene.part(first, last, "P")
    code = str(part[0].value) if part else ""
    if words:
        return _read_word(scene, str(words[0].value), code)
    if scene.part(first, last, "xz"):
        return _next_part(scene, first, code)
    return _day_off(scene, -1 if scene.part(first, last, "lv") else 0, code)


def _read_word(scene: Scene, value: str, code: str) -> Reading | None:
    """A word with a value of its own: "-1" yesterday, "-1Y" torik, "YE" year-end, "PRESENT_REF" now."""
    if value.endswith("_REF"):
        return Reading("DATE", value, None, "points to no time that can be dated")
    if value == "YE":
        timex_value, edtf_value = shifted(scene, "Y", 0)
        return Reading("DATE", timex_value, edtf_value, "the end of the year", relative=True)
    match = _REF_DAYS.fullmatch(value)
    if match is None:
        return None
    count = int(match["count"] or 0)
    if match["year"]:
        timex_value, edtf_value = shifted(scene, "Y", count)
        why = "the year before" if count < 0 else "the same year"
        return Reading("DATE", timex_value, edtf_value, why, relative=True)
    return _day_off(scene, count, match["part"] or code)


def _next_part(scene: Scene, first: int, code: str) -> Reading:
    """ "The next morning": of the day after the one named before."""
    named = edtf.exact_day(scene.mentioned) if scene.named_before(first) else None
    after = edtf.add_days(named, 1) if named else None
    if after is None:
        return _day_off(scene, 1, code)
    why = f"the day after {scene.mentioned}, named before it"
    return Reading("TIME", f"{after.isoformat()}T{code}", after.isoformat(), why)


def _day_off(scene: Scene, days: int, code: str) -> Reading:
    """The day `days` from the anchor, or a part of it."""
    timex_value, value = shifted(scene, "D", days)
    back = "before" if days < 0 else "after"
    why = f"{abs(days)} day{'s' if abs(days) > 1 else ''} {back}" if days else "the same day"
    if code:
        timex = f"{timex_value}T{code}" if timex_value else f"XXXX-XX-XXT{code}"
        return Reading("TIME", timex, value, why, relative=True)
    return Reading("DATE", timex_value, value, why, relative=True)


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


def read_clock(scene: Scene, first: int, last: int) -> Reading | None:
    """ "10:35 a.m.": on the day of the anchor."""
    clock = _clock_part(scene, first, last)
    if clock is None:
        return None
    day, _ = shifted(scene, "D", 0)
    value = f"{day}{clock}" if day else None
    return Reading("TIME", value or f"XXXX-XX-XX{clock}", value, "a time of the day", relative=True)


def read_noon(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Noon", "midnight"."""
    return read_clock(scene, first, last) if scene.tokens[first].value in ("noon", "midnight") else None


def read_timed(scene: Scene, first: int, last: int) -> Reading | None:
    """A clock time together with its day."""
    clock = _clock_part(scene, first, last)
    numbers = [i for i in range(first, last) if scene.tokens[i].tag == "D"]
    inner_first = first
    if numbers and first + 1 < last and scene.tokens[first + 1].tag == "A":
        inner_first = first + 2
    reader = read_weekday if not scene.part(inner_first, last, "MIR") else read_day
    if scene.part(inner_first, last, "R"):
        reader = read_part
    day = reader(scene, inner_first, last)
    if day is None or clock is None:
        return None
    exact = edtf.exact_day(day.edtf)
    value = f"{exact.isoformat()}{clock}" if exact else None
    timex = f"{day.timex}{clock}" if day.timex and "T" not in day.timex else value
    return Reading("TIME", timex, value, f"{day.why}, with a time of the day", relative=day.relative)


def read_week_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The week of March 6"."""
    unit = unit_of(scene, first, last)
    day = (
        read_day(scene, first + 2, last)
        if scene.part(first, last, "MI")
        else read_weekday(scene, first + 2, last)
    )
    exact = edtf.exact_day(day.edtf) if day else None
    if unit != "W" or exact is None or day is None:
        return None
    timex_value, value = unit_at(exact, "W", 0)
    return Reading("DATE", timex_value, value, f"the week of {exact.isoformat()}", relative=day.relative)
