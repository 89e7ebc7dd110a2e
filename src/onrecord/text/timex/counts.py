"""Readers of counted time: durations, "three days ago", "last week", "every month", "the quarter"."""

import re
from dataclasses import replace

from onrecord.text import edtf
from onrecord.text.timex.scene import (
    FARTHEST,
    UNIT_NAMES,
    WEEKDAYS,
    Reading,
    Scene,
    adjective,
    count_of,
    direction,
    only,
    shifted,
    unit_at,
    unit_of,
    whole,
)


def read_ago(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Three days ago", "vor drei Tagen"."""
    return _counted(scene, first, last, -1)


def read_ahead(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Three days from now", "через три дня"."""
    return _counted(scene, first, last, 1)


def _counted(scene: Scene, first: int, last: int, way: int) -> Reading | None:
    """Three days ago, in three days."""
    unit = unit_of(scene, first, last)
    count = whole(count_of(scene.part(first, last, "NDYn#")))
    if scene.part(first, last, "F") or count is None:
        timex = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Reading("DATE", timex, None, f"an unstated number of {UNIT_NAMES[unit]}s", relative=True)
    if scene.part(first, last, "ef"):
        return _counted_from_named(scene, first, unit, way * count)
    if unit == "Y" and count == 1:
        named = _year_before_named(scene, first)
        if named:
            return named
    timex_value, value = shifted(scene, unit, way * count)
    back = "before" if way < 0 else "after"
    why = f"{count} {UNIT_NAMES[unit]}{'s' if count != 1 else ''} {back}"
    return Reading("DATE", timex_value, value, why, relative=True)


def _counted_from_named(scene: Scene, first: int, unit: str, count: int) -> Reading:
    """Two days later, a year earlier: from the date named before, else from the anchor when it is back."""
    if unit == "Y" and count == -1:
        named = _year_before_named(scene, first)
        if named:
            return named
    base = scene.named_before(first)
    back = "after" if count > 0 else "before"
    word = f"{abs(count)} {UNIT_NAMES[unit]}{'s' if abs(count) != 1 else ''} {back}"
    if base is not None:
        timex_value, value = unit_at(base, unit, count) if abs(count) <= FARTHEST else (None, None)
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


def read_earlier(scene: Scene, first: int, last: int) -> Reading | None:
    """ "A year earlier", "the year-ago period"."""
    units = scene.part(first, last, "UVQ")
    unit = str(units[0].value)
    skip = 0 if scene.part(first, last, "Qj") else adjective(scene, first, last)
    named = _year_before_named(scene, first) if unit == "Y" else None
    if named:
        return replace(named, skip=skip)
    timex_value, value = shifted(scene, unit, -1)
    return Reading("DATE", timex_value, value, f"one {UNIT_NAMES[unit]} before", relative=True, skip=skip)


def read_age(scene: Scene, first: int, last: int) -> Reading | None:
    """ "A 60-year-old" is how old someone is, no time."""
    return None


def read_range(scene: Scene, first: int, last: int) -> Reading | None:
    """Two to three weeks: the shorter of both."""
    cut = next(i for i in range(first + 1, last) if scene.tokens[i].tag in "T-")
    count = count_of(list(scene.tokens[first:cut]))
    unit = unit_of(scene, first, last)
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


def read_duration(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Five years", "a 10-hour"."""
    unit = unit_of(scene, first, last)
    tokens = scene.part(first, last, "NDY#n")
    if scene.part(first, last, "F"):
        tokens = []
    count = count_of(tokens) if tokens else None
    if tokens and count is None:
        return None
    skip = adjective(scene, first, last)
    return Reading("DURATION", period(count, unit), None, "a length of time", skip=skip)


def read_span(scene: Scene, first: int, last: int) -> Reading | None:
    """The past three months."""
    reading = read_duration(scene, first, last)
    if reading is None or not scene.part(first, last, "lpxvz"):
        return reading
    way = "after" if scene.part(first, last, "xz") else "before"
    why = f"a length of time, the one {way} what is told"
    return Reading("DURATION", reading.timex, None, why)


def read_vague_span(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Recent years", "the coming weeks"."""
    unit = unit_of(scene, first, last)
    if scene.part(first, last, "x"):
        return Reading("DURATION", period(None, unit), None, f"an unstated number of {UNIT_NAMES[unit]}s")
    return Reading("DATE", "PAST_REF", None, f"an unstated number of {UNIT_NAMES[unit]}s back")


def read_every(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Every month", "each Friday", "Fridays"."""
    weekdays = scene.part(first, last, "Ww")
    if weekdays:
        part = scene.part(first, last, "P")
        value = f"XXXX-WXX-{int(weekdays[0].value) + 1}" + (f"T{part[0].value}" if part else "")
        return Reading("SET", value, None, f"each {WEEKDAYS[int(weekdays[0].value)]}")
    unit = unit_of(scene, first, last)
    if not unit:
        return Reading("SET", "P1D", None, "each day") if scene.part(first, last, "P") else None
    count = count_of(scene.part(first, last, "ND#")) or float(only(scene.part(first, last, "O")) or 1)
    return Reading("SET", period(count, unit), None, f"each {UNIT_NAMES[unit]}")


def read_often(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Daily", "annually"."""
    return Reading("SET", str(scene.tokens[first].value), None, "how often something happens")


def read_shift(scene: Scene, first: int, last: int) -> Reading | None:
    """Last year, this week, the previous month."""
    unit = unit_of(scene, first, last)
    token = scene.part(first, last, "lpvxzt")[0]
    way = direction(scene, first, last)
    why = f"the {UNIT_NAMES[unit]} {('before', 'itself', 'after')[way + 1]}"
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


def read_that(scene: Scene, first: int, last: int) -> Reading | None:
    """ "That year", "later that day"."""
    unit = unit_of(scene, first, last)
    start = edtf.earliest_day(scene.mentioned)
    if start is None or unit not in ("Y", "M", "W", "D", "Q", "WE"):
        return None
    timex_value, value = unit_at(start, unit, 0)
    why = f"the {UNIT_NAMES[unit]} of {scene.mentioned}, named before it"
    return Reading("DATE", timex_value, value, why)


def read_the_unit(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The end of the year"; "the quarter" alone is the latest that has ended, "the weekend" the latest."""
    unit = unit_of(scene, first, last)
    if not scene.part(first, last, "m"):
        return _latest_unit(scene, unit)
    if unit not in ("Y", "M", "W", "Q"):
        return None
    timex_value, value = shifted(scene, unit, 0)
    return Reading("DATE", timex_value, value, f"the {UNIT_NAMES[unit]} itself", relative=True)


def _latest_unit(scene: Scene, unit: str) -> Reading | None:
    if unit not in ("Q", "WE"):
        return None
    named = re.fullmatch(r"([0-9]{4})-(3[3-6])", scene.mentioned or "") if unit == "Q" else None
    if named:
        why = f"the quarter named before it, {scene.mentioned}"
        return Reading("DATE", f"{named[1]}-Q{int(named[2]) - 32}", scene.mentioned, why)
    timex_value, value = shifted(scene, unit, -1)
    return Reading("DATE", timex_value, value, f"the latest {UNIT_NAMES[unit]} that has ended", relative=True)


def read_ref(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Current", "the past"."""
    token = scene.tokens[last - 1]
    if token.tag == "t":
        return Reading("DATE", "PRESENT_REF", None, "the present") if token.low == "current" else None
    if token.tag == "p":
        return Reading("DATE", "PAST_REF", None, "the past") if token.low == "past" else None
    return Reading("DATE", str(token.value), None, "points to no time that can be dated")


def read_units(scene: Scene, first: int, last: int) -> Reading | None:
    """ "For weeks"."""
    unit = unit_of(scene, first, last)
    return Reading("DURATION", period(None, unit), None, f"an unstated number of {UNIT_NAMES[unit]}s", skip=1)
