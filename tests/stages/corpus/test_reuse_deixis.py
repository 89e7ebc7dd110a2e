"""Words that name a day, as signs of direction: moved on, left standing, giving the lie to a date."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.stages.article.dates import find_times
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.direction import direct
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.readings import meet
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.signs import Found, find_signs

CONFIG = ReuseConfig()
TUESDAY, WEDNESDAY, THURSDAY = "2031-03-11", "2031-03-12", "2031-03-13"
NAMES = ("moved on", "half moved", "stale", "belied", "dated")


def side(name: str, text: str, day: str | None = None, language: str = "en") -> Sided:
    found = findings_of(name, "", text, day, language)
    found = replace(found, times=find_times(found.article, found.language, found.published))
    return Sided(found, profile_of(found))


def signs(left: Sided, right: Sided) -> dict[str, Found]:
    found = find_signs(meet(left, right, compare(left.profile, right.profile, CONFIG).chain))
    return {one.name: one for one in found if one.name in NAMES and one.surplus}


def later(left: Sided, right: Sided) -> dict[str, float]:
    """By sign, what makes the right article the later."""
    return {name: one.surplus for name, one in signs(left, right).items()}


SAID = {
    "en": "{day} the divers of Quell raised the ferry Brenna from the mud of Sorrel Sound.",
    "de": "{day} hoben die Taucher aus Quell die Fähre Brenna aus dem Schlamm und schleppten sie nach Tamsk.",
    "ru": "{day} водолазы из Квелла подняли паром «Бренна» из ила пролива.",
    "uk": "{day} водолази з Квелла підняли пором «Бренна» з мулу протоки.",
}
WORDS = {
    "en": ("Today", "Yesterday", "On Wednesday"),
    "de": ("Heute", "Gestern", "Am Mittwoch"),
    "ru": ("Сегодня", "Вчера", "В среду"),
    "uk": ("Сьогодні", "Вчора", "У середу"),
}
LANGUAGES = sorted(SAID)


def said(language: str, number: int, day: str | None = None, name: str = "a") -> Sided:
    return side(name, SAID[language].format(day=WORDS[language][number]), day, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_yesterday_for_today_was_written_later_whatever_the_dates_say(language: str) -> None:
    for days in ((None, None), (WEDNESDAY, THURSDAY), (THURSDAY, WEDNESDAY)):
        one, other = said(language, 0, days[0]), said(language, 1, days[1], "b")
        assert later(one, other)["moved on"] == 1.0
        assert later(other, one)["moved on"] == -1.0
    (sign,) = signs(one, other)["moved on"].right
    assert WORDS[language][1] in sign.text and WORDS[language][0] in sign.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_word_tells_nothing_by_itself(language: str) -> None:
    assert later(said(language, 1), said(language, 1, name="b")) == {}
    found = signs(said(language, 1, WEDNESDAY), said(language, 1, THURSDAY, "b"))
    assert {name: one.surplus for name, one in found.items()} == {"dated": 1.0}
    assert f"keeps the other's “{WORDS[language][1]}”" in found["dated"].right[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_before_the_day_it_tells_of_is_belied_and_counts_for_nothing(language: str) -> None:
    true, lying = said(language, 2, WEDNESDAY), said(language, 2, TUESDAY, "b")
    assert later(true, lying) == {"belied": 1.0}
    (sign,) = signs(true, lying)["belied"].right
    assert TUESDAY in sign.text and WEDNESDAY in sign.text
    assert not direct(lying, true, compare(lying.profile, true.profile, CONFIG), CONFIG).left_first


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weekday_that_fits_both_dates_leaves_them_alone(language: str) -> None:
    assert later(said(language, 2, WEDNESDAY), said(language, 2, THURSDAY, "b")) == {"dated": 1.0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_today_for_another_weekday_doubts_the_date(language: str) -> None:
    # "today" under Thursday's date, where the other says that it was Wednesday
    assert later(said(language, 0, THURSDAY), said(language, 2, WEDNESDAY, "b")) == {}
    # and under Tuesday's, which lies before the day
    assert later(said(language, 0, TUESDAY), said(language, 2, WEDNESDAY, "b")) == {"belied": -1.0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weekday_kept_for_more_than_a_week_is_stale(language: str) -> None:
    kept = said(language, 2, "2031-03-21", "b")
    found = later(said(language, 2, WEDNESDAY), kept)
    assert found == {"stale": 1.0, "dated": 1.0}
    assert "stale" not in later(said(language, 2), kept)  # nothing says that the other was written in time


def test_today_with_its_weekday_kept_under_a_later_date_is_stale() -> None:
    text = SAID["en"].format(day="Today (Wednesday)")
    found = signs(side("a", text, WEDNESDAY), side("b", text, THURSDAY))
    assert found["stale"].surplus == 1.0
    assert "“Today (Wednesday)”" in found["stale"].right[0].text
    assert later(side("a", text), side("b", text)) == {}


def test_today_with_its_date_kept_under_a_later_date_is_stale() -> None:
    text = SAID["en"].format(day="Today, 12 March 2031,")
    assert later(side("a", text, WEDNESDAY), side("b", text, "2031-03-20"))["stale"] == 1.0


def test_a_weekday_beside_its_own_date_is_stale_a_week_later() -> None:
    text = f"{SAID['en'].format(day='On Wednesday')} Insurers had set 12 March 2031 as the last day for it."
    found = signs(side("a", text), side("b", text, "2031-03-18"))  # a Tuesday, six days later
    assert found["stale"].surplus == 1.0
    assert "“12 March 2031”" in found["stale"].right[0].text
    assert later(side("a", text), side("b", text, "2031-03-14")) == {}
    assert later(side("a", text, "2031-03-25"), side("b", text, "2031-03-18")) == {"dated": -1.0}


HALF = (
    "The harbour master of Quell said {} that the wreck was safe. The divers of Tamsk will cut up her bow {}."
)


def test_who_turns_one_word_and_leaves_another_took_both() -> None:
    one = side("a", HALF.format("today", "tomorrow"))
    other = side("b", HALF.format("on Wednesday", "tomorrow"))
    assert later(one, other) == {"half moved": 1.0}
    assert later(one, side("b", HALF.format("on Wednesday", "on Thursday"))) == {}


QUOTED = (
    'Harbour master Ulla Brekke of Quell said: "{} we raised the ferry Brenna from the mud of the Sound."'
)


def test_days_inside_quotation_marks_speak_from_their_own_day() -> None:
    one, other = QUOTED.format("Today"), QUOTED.format("Yesterday")
    assert later(side("a", one), side("b", other)) == {}


def test_what_will_be_belies_no_date() -> None:
    plan = "Harbour master Ulla Brekke of Quell wants divers to raise the ferry on Wednesday."
    assert later(side("a", plan, WEDNESDAY), side("b", plan, TUESDAY)) == {"dated": -1.0}


def test_last_night_is_either_side_of_midnight() -> None:
    night = SAID["en"].format(day="Last night")
    assert later(side("a", night, WEDNESDAY), said("en", 2, THURSDAY, "b")) == {"dated": 1.0}


def test_a_line_of_nothing_but_days_costs_little() -> None:
    for piece in ("today, Tuesday, ", "now ", "yesterday (12 March 2031) ", "Tuesday "):
        text = piece * 2_000
        assert later(side("a", text, TUESDAY), side("b", text, WEDNESDAY)).get("moved on") is None


PIECES = st.lists(
    st.sampled_from(
        [
            *(SAID[code].format(day=word) for code in LANGUAGES for word in WORDS[code]),
            HALF.format("today", "tomorrow, Thursday"),
            "On Wednesday, yesterday (Monday), they raised it; 1 January 0001 was a Monday.",
            "Today (Wednesday), 31 February 2031, 12 March 2031 and 99.99.9999 on Friday night.",
            "\ud800\x00 today\u202e yesterday tomorrow",
        ]
    ),
    max_size=6,
)
DAYS = st.sampled_from(
    [None, TUESDAY, WEDNESDAY, THURSDAY, "0001-01-01", "9999-12-31", "2031-03", "gone", ""]
)


@settings(max_examples=60, deadline=None)
@given(PIECES, PIECES, DAYS, DAYS, st.sampled_from([*LANGUAGES, "und"]))
def test_any_texts_and_dates_from_either_side(
    one: list[str], other: list[str], day: str | None, beside: str | None, language: str
) -> None:
    left, right = side("a", " ".join(one), day, language), side("b", " ".join(other), beside, language)
    turned = later(right, left)
    assert later(left, right) == {name: -value for name, value in turned.items()}
