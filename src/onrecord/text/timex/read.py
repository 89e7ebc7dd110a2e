"""Which reader belongs to which rule of the grammar."""

from collections.abc import Callable

from onrecord.text.timex.counts import (
    read_age,
    read_ago,
    read_ahead,
    read_duration,
    read_earlier,
    read_every,
    read_often,
    read_range,
    read_ref,
    read_shift,
    read_span,
    read_that,
    read_the_unit,
    read_units,
    read_vague_span,
)
from onrecord.text.timex.dates import (
    read_bare_month,
    read_bare_season,
    read_century,
    read_decade,
    read_fiscal,
    read_month_shift,
    read_month_year,
    read_quarter,
    read_season,
    read_spoken_year,
    read_year,
)
from onrecord.text.timex.days import (
    read_clock,
    read_day,
    read_noon,
    read_part,
    read_timed,
    read_week_of,
    read_weekday,
)
from onrecord.text.timex.scene import Reading, Scene

Reader = Callable[[Scene, int, int], Reading | None]


READERS: dict[str, Reader] = {
    "timed": read_timed,
    "week_of": read_week_of,
    "day": read_day,
    "month_year": read_month_year,
    "month_shift": read_month_shift,
    "quarter": read_quarter,
    "season": read_season,
    "ago": read_ago,
    "ahead": read_ahead,
    "earlier": read_earlier,
    "span": read_span,
    "weekday": read_weekday,
    "every": read_every,
    "shift": read_shift,
    "that": read_that,
    "part": read_part,
    "decade": read_decade,
    "century": read_century,
    "fiscal": read_fiscal,
    "age": read_age,
    "range": read_range,
    "duration": read_duration,
    "year": read_year,
    "spoken_year": read_spoken_year,
    "bare_month": read_bare_month,
    "bare_season": read_bare_season,
    "vague_span": read_vague_span,
    "clock": read_clock,
    "noon": read_noon,
    "often": read_often,
    "the_unit": read_the_unit,
    "ref": read_ref,
    "units": read_units,
}
