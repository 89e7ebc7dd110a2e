"""Time expressions in four languages: what is found, and what it means on a given day."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.lang.time_words import BY_LANGUAGE, ENGLISH, GERMAN, RUSSIAN, UKRAINIAN
from onrecord.text.timex import Anchor, Timex, find_timexes, impossible_dates
from onrecord.text.timex.words import TAGS, TimeWords

SUNDAY = date(2031, 8, 3)


def read(text: str, words: TimeWords = ENGLISH, day: date | None = SUNDAY) -> list[Timex]:
    return list(find_timexes(text, words, Anchor(day) if day else None))


def only(text: str, words: TimeWords = ENGLISH, day: date | None = SUNDAY) -> Timex:
    (timex,) = read(text, words, day)
    return timex


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He said so on Friday.", "Friday", "2031-08-01"),
        ("They will meet on Friday.", "Friday", "2031-08-08"),
        ("They met last Sunday.", "last Sunday", "2031-07-27"),
        ("It was signed on May 17.", "May 17", "2031-05-17"),
        ("It had been set to expire Aug. 9.", "Aug. 9", "2031-08-09"),
        ("It was signed on 17 May 2029.", "17 May 2029", "2029-05-17"),
        ("It was signed on December 3rd, 2029.", "December 3rd, 2029", "2029-12-03"),
        ("Talks began in June last year.", "June last year", "2030-06"),
        ("The aims were set out in June of the previous year.", "June of the previous year", "2030-06"),
        ("Talks were hosted since May.", "May", "2031-05/.."),
        ("Signals have come since at least September.", "September", "2030-09/.."),
        ("He spoke there last week.", "last week", "2031-07-21/2031-07-27"),
        ("It happened three days ago.", "three days ago", "2031-07-31"),
        ("It happened two years ago.", "two years ago", "2029"),
        ("It happened in the fall of 2028.", "the fall of 2028", "2028-23"),
        ("Sales rose in the third quarter of 2028.", "the third quarter of 2028", "2028-35"),
        ("It began in the 1990s.", "1990s", "199X"),
        ("A summit follows next month.", "next month", "2031-09"),
        ("They left yesterday.", "yesterday", "2031-08-02"),
        ("It was dated 2031-02-28.", "2031-02-28", "2031-02-28"),
        ("It was dated 2031-02-28T10:35.", "2031-02-28T10:35", "2031-02-28"),
        ("He came at 10:35 a.m. on May 5.", "10:35 a.m. on May 5", "2031-05-05T10:35"),
        ("The train left at 10:35 a.m.", "10:35 a.m.", "2031-08-03T10:35"),
    ],
)
def test_english(text: str, words: str, value: str) -> None:
    found = {text[t.start : t.end]: t.edtf for t in read(text)}
    assert found.get(words) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Am 3. März 2029 trafen sie sich.", "2029-03-03"),
        ("Das geschah vor drei Tagen.", "2031-07-31"),
        ("Er sprach letzte Woche.", "2031-07-21/2031-07-27"),
        ("Seit September 2029 wird verhandelt.", "2029-09/.."),
        ("Er reiste am Freitag ab.", "2031-08-01"),
        ("Im Vorjahr war es anders.", "2030"),
        ("Sie kamen gestern.", "2031-08-02"),
        ("Sie begannen im Herbst 2029.", "2029-23"),
    ],
)
def test_german(text: str, value: str) -> None:
    assert only(text, GERMAN).edtf == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Вони зустрілися 24 травня 2029 року.", "2029-05-24"),
        ("Це сталося три дні тому.", "2031-07-31"),
        ("Він виступив минулого тижня.", "2031-07-21/2031-07-27"),
        ("Торік було інакше.", "2030"),
        ("Він приїхав у п’ятницю.", "2031-08-01"),
        ("Він заявив це у травні.", "2031-05"),
        ("Вони приїхали вчора.", "2031-08-02"),
        ("Переговори почалися восени 2029 року.", "2029-23"),
    ],
)
def test_ukrainian(text: str, value: str) -> None:
    assert only(text, UKRAINIAN).edtf == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Они встретились 3 марта 2029 года.", "2029-03-03"),
        ("Это было два дня назад.", "2031-08-01"),
        ("В прошлом году было иначе.", "2030"),
        ("Он выступил на прошлой неделе.", "2031-07-21/2031-07-27"),
        ("Он приехал в пятницу.", "2031-08-01"),
        ("Они приехали вчера.", "2031-08-02"),
        ("Переговоры начались осенью 2029 года.", "2029-23"),
    ],
)
def test_russian(text: str, value: str) -> None:
    assert only(text, RUSSIAN).edtf == value


def test_durations_sets_and_references_have_timex_values() -> None:
    text = "For five years, twice daily, they waited; over the past three months it changed. Now it is over."
    assert [(t.kind, t.timex) for t in read(text)] == [
        ("DURATION", "P5Y"),
        ("SET", "P1D"),
        ("DURATION", "P3M"),
        ("DATE", "PRESENT_REF"),
    ]


def test_last_autumn_in_december_is_a_guess_and_keeps_the_other_reading() -> None:
    timex = only("An envoy said so last autumn.", day=date(2031, 12, 20))
    assert (timex.edtf, timex.guess, timex.alternatives) == ("2031-23", True, ("2030-23",))
    assert "2030-23" in timex.reason


def test_last_autumn_in_may_is_no_guess() -> None:
    timex = only("An envoy said so last autumn.", day=date(2031, 5, 20))
    assert (timex.edtf, timex.guess) == ("2030-23", False)


def test_later_counts_from_the_date_named_before() -> None:
    first, second = read("It was signed on 1 March 2030. Two days later it was broken.")
    assert (first.edtf, second.edtf, second.relative) == ("2030-03-01", "2030-03-03", False)


def test_weekday_and_day_choose_the_year_together() -> None:
    assert only("It was written on Saturday, December 23.", day=date(2031, 12, 20)).edtf == "2028-12-23"


def test_without_an_anchor_relative_times_have_no_value() -> None:
    text = "On Friday, last week, three days ago and since May."
    assert [t.edtf for t in read(text, day=None)] == [None, None, None, None]


def test_a_month_is_not_precise_enough_for_a_weekday() -> None:
    anchor = Anchor(date(2031, 8, 1), "M")
    friday, year = find_timexes("On Friday he recalled last year.", ENGLISH, anchor)
    assert (friday.edtf, year.edtf) == (None, "2030")


def test_words_that_are_no_times() -> None:
    assert (
        read("They may march on. A 60-year-old man paid $1990. The fall of the town came.", day=SUNDAY) == []
    )


def test_figures_that_can_be_read_two_ways_say_so() -> None:
    timex = only("It was filed on 05/06/2030.")
    assert (timex.edtf, timex.guess, timex.alternatives) == ("2030-05-06", True, ("2030-06-05",))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_an_anchor_at_the_end_of_the_calendar_resolves_nothing(day: date) -> None:
    text = "Last autumn, next Friday, a century ago, on May 17 and two weeks from now."
    assert {t.edtf for t in read(text, day=day)} == {None}


def test_impossible_dates_are_found() -> None:
    text = "Posted 31.02.2030, then 30 February 2030, then 28 February 2030"
    assert [text[a:b] for a, b in impossible_dates(text, ENGLISH)] == ["31.02.2030", "30 February 2030"]


def test_every_tag_of_the_tables_is_described() -> None:
    for words in BY_LANGUAGE.values():
        used = {tag for tag, _ in words.words.values()}
        used |= {tag for entries in words.phrases.values() for _, tag, _ in entries}
        assert used - {"_"} <= set(TAGS), words.code


MARKS = "May Friday 1998 31 2.5 24.05.24 28.09.1912:34 2015-12-07T10:30 10:35 p.m. 's - , . the в 999999"
ODD = "00/00/0000 2024-13-40 0000-00-00 травня тому vor letzte 30:99 \n"
PIECES = st.sampled_from([*sorted(ENGLISH.words)[::3], *MARKS.split(), *ODD.split(" ")])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80),
    st.sampled_from(sorted(BY_LANGUAGE)),
    st.none() | st.dates(),
)
def test_any_text_is_read_in_order_without_overlap(text: str, code: str, day: date | None) -> None:
    at = 0
    for timex in find_timexes(text, BY_LANGUAGE[code], Anchor(day) if day else None):
        assert at <= timex.start < timex.end <= len(text)
        assert timex.edtf is None or timex.timex
        at = timex.end


def test_a_long_hostile_line_takes_linear_time() -> None:
    text = "the end of the last May 1998 - " * 3000 + "twenty-" * 3000 + "\x00\ud800" * 1000
    assert len(read(text)) >= 3000
