"""Readers of months, quarters, seasons, years, decades and centuries."""

from datetime import date

from onrecord.text import edtf
from onrecord.text.timex.scene import (
    FUTURE,
    MONTHS,
    PAST,
    Reading,
    Scene,
    adjective,
    count_of,
    direction,
    nearest_year,
    only,
    unit_of,
    whole,
)

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def read_month_year(scene: Scene, first: int, last: int) -> Reading | None:
    """ "May 1998", "October nineteen ninety-seven"."""
    month = only(scene.part(first, last, "M"))
    year = only(scene.part(first, last, "Y")) or whole(count_of(scene.part(first, last, "N")))
    if not month or not year or not 1000 <= year <= 2199:
        return None
    value = f"{year:04d}-{month:02d}"
    return Reading("DATE", value, value, "month and year are stated")


def read_month_shift(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Last May", "June of the previous year"."""
    month = only(scene.part(first, last, "M"))
    if not month:
        return None
    way = direction(scene, first, last)
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


def read_bare_month(scene: Scene, first: int, last: int) -> Reading | None:
    """ "May": the latest, unless the tense or a much nearer one speaks against it."""
    month = only(scene.part(first, last, "M"))
    if not month:
        return None
    tense = PAST if scene.is_since(first) else scene.tense(first, last) or PAST
    year = nearest_year(scene, month, None, None, tense) if scene.can("M") else None
    if year and scene.day and scene.is_since(first) and (year, month) > (scene.day.year, scene.day.month):
        year -= 1
    named = MONTHS[month - 1]
    ahead = bool(year and scene.day and (year, month) > (scene.day.year, scene.day.month))
    return _dated_month(year, month, f"the {'next' if ahead else 'latest'} {named}")


def read_quarter(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The third quarter of 1988", "last year's third quarter"."""
    number = only(scene.part(first, last, "O"))
    year = only(scene.part(first, last, "Y"))
    if number is None or not 1 <= number <= 4:
        return None
    units = scene.part(first, last, "U")
    if year is None and units and units[0].value == "Y" and scene.day:
        year = scene.day.year + direction(scene, first, last)
    relative = year is None or bool(units)
    if year is None and scene.day is not None and scene.can("Q"):
        year = scene.day.year
        if scene.tense(first, last) != FUTURE and number > (scene.day.month - 1) // 3 + 1:
            year -= 1
    value = f"{year}-{32 + number}" if year else None
    timex = f"{year}-Q{number}" if year else f"XXXX-Q{number}"
    skip = adjective(scene, first, last)
    why = f"quarter {number} of {year or 'an unknown year'}"
    return Reading("DATE", timex, value, why, relative=relative, skip=skip)


def read_season(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The fall of 2022", "last autumn"."""
    season = only(scene.part(first, last, "S"))
    year = only(scene.part(first, last, "Y"))
    if season is None:
        return None
    if year is not None:
        return _dated_season(year, season, f"the {_SEASON_NAMES[season]} of {year} is stated", relative=False)
    way = direction(scene, first, last) if scene.part(first, last, "lpvxzt") else -1
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


def read_bare_season(scene: Scene, first: int, last: int) -> Reading | None:
    """ "In summer"."""
    season = only(scene.part(first, last, "S"))
    if season is None or scene.before(first) not in scene.words.before:
        return None
    if scene.day is None or not scene.can("S"):
        return _dated_season(None, season, f"a {_SEASON_NAMES[season]} without a year")
    tense = scene.tense(first, last)
    return _last_season(scene.day, season, 1 if tense == FUTURE else -1)


def read_decade(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The 1990s"."""
    start = only(scene.part(first, last, "K"))
    if not start:
        return None
    cut = str(start)[:3]
    return Reading("DATE", f"{cut}X", f"{cut}X", "a decade is named")


def read_century(scene: Scene, first: int, last: int) -> Reading | None:
    """ "The 20th century"."""
    number = only(scene.part(first, last, "O"))
    unit = unit_of(scene, first, last)
    if unit != "C" or not number or not 10 < number < 23:
        return None
    return Reading("DATE", f"{number - 1}", f"{number - 1}XX", "a century is named")


def read_year(scene: Scene, first: int, last: int) -> Reading | None:
    """ "1998", "early 1999", not a sum of money."""
    year = only(scene.part(first, last, "Y"))
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


def read_fiscal(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Fiscal 1988"."""
    return read_year(scene, first, last)


def read_spoken_year(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Nineteen ninety-six"."""
    tokens = scene.part(first, last, "N")
    year = whole(count_of(tokens))
    if year is None or not 1500 <= year <= 2100 or tokens[0].value not in (17, 18, 19, 20):
        return None
    return Reading("DATE", str(year), str(year), "the year is stated in words")
