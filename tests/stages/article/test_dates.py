"""Publication dates and times of an article, on small made-up pages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import (
    Article,
    Fact,
    Field,
    Language,
    Media,
    Page,
    PublicationDate,
    Reason,
    Sighting,
    TimeKind,
    span_of,
)
from onrecord.stages.article.dates import find_publication, find_times
from onrecord.text import edtf

ENGLISH = Language("en", 1.0, Reason("test"))
BODY = (
    "Vesta Ready for Talks on the Orlu Crossing\n"
    "President Ivo Kellan said on Friday that Vesta was prepared to wait.\n"
    "The talks were halted in 2028 after the failed offensive.\n"
)


def page_of(text: str, *fields: Field) -> Page:
    return Page("pg-test", Media.TEXT, text, text.encode("utf-8", "replace"), "utf-8", fields)


def cut(page: Page, words: str, number: int = 1, age: str | None = None) -> Article:
    start = page.text.index(words)
    span = span_of(page.text, start, start + len(words))
    fact = None
    if age:
        at = page.text.index(age)
        fact = Fact(age, span_of(page.text, at, at + len(age)), "test")
    return Article(f"ar-{number}", page.id, number, (span,), words, words.partition("\n")[0], age=fact)


def publication(
    text: str, *fields: Field, body: str = BODY, url: str | None = None, fetched: str | None = None
) -> PublicationDate:
    page = page_of(text, *fields)
    article = cut(page, body)
    sightings = (Sighting("si-1", page.id, "a", url, None, fetched),) if url or fetched else ()
    return find_publication(page, sightings, article, (article,), ENGLISH)


def test_of_two_stamps_the_labelled_one_is_taken_and_both_stay_visible() -> None:
    found = publication("date 2031-08-03 Monday, 01 January 2029 12:17 GMT\n" + BODY)
    assert (found.value, found.earliest, found.latest) == ("2031-08-03", "2031-08-03", "2031-08-03")
    assert [(c.value, c.accepted) for c in found.candidates] == [("2031-08-03", True), ("2029-01-01", False)]
    assert "2031-08-03" in found.candidates[1].reason
    assert found.candidates[1].span is not None
    assert found.candidates[1].span.text == "Monday, 01 January 2029 12:17 GMT"


def test_a_weekday_that_does_not_fit_its_date_is_rejected() -> None:
    found = publication("Tuesday, 03 August 2031\n" + BODY)
    assert found.value is None
    assert "Sunday" in found.candidates[0].reason


def test_a_day_that_no_calendar_has_is_rejected() -> None:
    found = publication("Posted 31.02.2031\n" + BODY)
    assert found.value is None
    assert "31.02.2031" in found.candidates[0].reason
    broken = publication(BODY, Field("published", "2031-02-31T10:00:00Z", "meta article:published_time"))
    assert (broken.value, broken.candidates[0].accepted) == (None, False)


def test_a_date_before_what_the_text_looks_back_on_is_rejected() -> None:
    body = BODY + "The bridge was destroyed in May 2031.\n"
    found = publication(body, Field("published", "2029-01-01", "column date"), body=body)
    assert (found.value, found.earliest) == (None, "2031-05-01")
    assert "May 2031" in found.candidates[0].reason


def test_years_spoken_of_as_plans_bound_nothing() -> None:
    body = BODY + "Vesta will hold elections in May 2033. The 2034 budget is drawn up.\n"
    found = publication(body, Field("published", "2031-08-03T09:30:00+02:00", "column date"), body=body)
    assert found.value == "2031-08-03"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2031-08-03T09:30:00Z", "2031-08-03"),
        ("Sun, 03 Aug 2031 09:30:00 GMT", "2031-08-03"),
        ("20310803", "2031-08-03"),
        ("3. August 2031", "2031-08-03"),
        ("3 серпня 2031 року", "2031-08-03"),
        ("2031-08", "2031-08"),
        ("yesterday", None),
    ],
)
def test_fields_in_many_forms(raw: str, value: str | None) -> None:
    assert publication(BODY, Field("published", raw, "column date")).value == value


@pytest.mark.parametrize("raw", ["0001-01-01T00:00:00", "9999-12-31", "0000-00-00", "99999999"])
def test_the_ends_of_the_calendar_do_no_harm(raw: str) -> None:
    later = Field("modified", "2031-08-03", "meta article:modified_time")
    found = publication("3 August 2031\n" + BODY, Field("published", raw, "column date"), later, fetched=raw)
    assert found.value in ("2031-08-03", None)
    assert all(candidate.reason for candidate in found.candidates)


def test_the_path_of_an_address() -> None:
    found = publication(BODY, url="https://news.example/2031/08/03/vesta-talks")
    assert found.value == "2031-08-03"
    assert "2031/08/03" in found.reason.text


def test_a_field_beats_an_address_and_says_so() -> None:
    field = Field("published", "2031-08-03", "JSON-LD datePublished")
    found = publication(BODY, field, url="https://news.example/2031/06/01/vesta")
    assert found.value == "2031-08-03"
    assert [c.accepted for c in found.candidates] == [True, False]


def test_what_a_feed_says_of_a_page_dates_it_and_a_server_date_does_not() -> None:
    page = page_of("Ferry back\n\nThe ferry runs again, the board said.")
    told = (
        Field("modified", "Tue, 06 May 2031 10:00:00 GMT", "http last-modified"),
        Field("published", "Mon, 05 May 2031 08:00:00 GMT", "feed pubDate"),
    )
    seen = Sighting("si-1", page.id, "feed.xml:3", fields=told)
    found = find_publication(page, (seen,), cut(page, page.text), (cut(page, page.text),), ENGLISH)
    assert found.value == "2031-05-05"
    assert {item.origin: item.accepted for item in found.candidates} == {
        "feed pubDate": True,
        "http last-modified": True,
    }


def test_nothing_is_published_after_it_was_fetched() -> None:
    found = publication("3 August 2031\n" + BODY, fetched="2030-01-01T00:00:00Z")
    assert (found.value, found.latest) == (None, "2030-01-01")
    assert "2030-01-01" in found.candidates[0].reason


def test_link_lines_tell_about_when() -> None:
    half = len(BODY) // 2
    text = (
        BODY[:half]
        + "\nКеллан про Орлу: «переговорів не буде найближчим часом»24.05.31, 13:35\n"
        + BODY[half:]
    )
    page = page_of(text)
    first, second = BODY[:half], BODY[half:]
    spans = (span_of(text, 0, len(first)), span_of(text, len(text) - len(second), len(text)))
    article = Article("ar-1", page.id, 1, spans, first + "\n" + second, "Vesta")
    found = find_publication(page, (), article, (article,), ENGLISH)
    assert found.value == "2031-05-24~"
    assert "2031-05-24" in found.reason.text


def test_a_weekday_and_day_without_a_year() -> None:
    body = (
        "Vesta Ready for Talks\nThe Orlu Herald wrote about this on Saturday, December 23. "
        "Envoys gave such signals in the fall of 2027, after the army withdrew.\n"
    )
    found = publication(body, body=body)
    assert found.value == "2028-12-23~"
    assert "the fall of 2027" in found.reason.text


def test_an_age_counts_only_from_a_known_fetch() -> None:
    text = "Orlu Today\n16 minutes ago\n" + BODY
    page = page_of(text)
    article = cut(page, BODY, age="16 minutes ago")
    unknown = find_publication(page, (), article, (article,), ENGLISH)
    assert unknown.value is None
    assert "16 minutes ago" in unknown.reason.text
    seen = (Sighting("si-1", page.id, "a", fetched="2031-08-03T10:00:00Z"),)
    assert find_publication(page, seen, article, (article,), ENGLISH).value == "2031-08-03~"


def test_nothing_dates_it_and_the_reason_is_its_own() -> None:
    body = "Vesta Waits\nThe palace said it was open to talks.\n"
    found = publication(body, body=body)
    assert (found.value, found.earliest, found.latest) == (None, None, None)
    assert "Vesta Waits" in found.reason.text


def test_a_stamp_between_two_articles_belongs_to_the_second() -> None:
    other = "Second Report\nThe envoy left the town.\n"
    page = page_of(BODY + "Published 3 August 2031\n" + other)
    articles = (cut(page, BODY, 1), cut(page, other, 2))
    first, second = (find_publication(page, (), a, articles, ENGLISH) for a in articles)
    assert (first.value, second.value) == (None, "2031-08-03")


def test_figures_read_two_ways_are_uncertain() -> None:
    assert publication("Published: 05/06/2031\n" + BODY).value == "2031-05-06?"


def test_times_carry_their_words_and_count_from_the_publication() -> None:
    page = page_of(BODY)
    article = cut(page, BODY)
    published = PublicationDate("2031-08-03", "2031-08-03", "2031-08-03", Reason("test"))
    times = find_times(article, ENGLISH, published)
    assert [(t.span.text, t.kind, t.value, t.relative) for t in times] == [
        ("Friday", TimeKind.DATE, "2031-08-01", True),
        ("2028", TimeKind.DATE, "2028", False),
    ]
    assert "2031-08-03" in times[0].reason.text


def test_the_clock_of_this_machine_is_never_used() -> None:
    found = publication(BODY, body=BODY)
    today = date.today()
    assert found.value is None
    assert edtf.latest_day(found.earliest) != today


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "date",
                "Published",
                "2031-08-03",
                "31.02.2031",
                "24.05.31, 13:35",
                "May 17",
                "ago",
                "\n",
                "Friday",
            ]
        )
        | st.text(max_size=15),
        max_size=20,
    ).map(" ".join),
    st.integers(0, 60),
    st.text(max_size=20),
)
def test_any_page_gives_an_answer(text: str, start: int, raw: str) -> None:
    page = page_of(text, Field("published", raw, "column"))
    start = min(start, len(text))
    article = Article("ar-1", page.id, 1, (span_of(text, start, len(text)),), text[start:])
    seen = (Sighting("si-1", page.id, "a", raw, None, raw),)
    found = find_publication(page, seen, article, (article,), ENGLISH)
    for candidate in found.candidates:
        assert (
            candidate.span is None
            or page.text[candidate.span.start : candidate.span.end] == candidate.span.text
        )
    for time in find_times(article, ENGLISH, found):
        assert article.text[time.span.start : time.span.end] == time.span.text


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Thursday, April 3, 2031", "2031-04-03"),
        ("4 March 2031 09:12 GMT", "2031-03-04"),
        ("5 березня 2031 року, 14:20", "2031-03-05"),
        ("5. März 2031", "2031-03-05"),
        ("6 марта 2031", "2031-03-06"),
    ],
)
def test_a_stamp_between_the_title_and_a_short_text(stamp: str, day: str) -> None:
    title, body = (
        "Vesta ready for talks",
        "President Ivo Kellan said on Friday that Vesta was prepared to wait.",
    )
    page = page_of(f"Harn Post\n\nHome > World\n\n{title}\n\n{stamp}\n\n{body}\n")
    starts = [(page.text.index(part), len(part)) for part in (title, body)]
    spans = tuple(span_of(page.text, start, start + size) for start, size in starts)
    article = Article("ar-1", page.id, 1, spans, f"{title}\n{body}", title)
    found = find_publication(page, (), article, (article,), ENGLISH)
    assert found.value == day


def test_reasons_name_the_article_and_the_place() -> None:
    texts = [BODY, BODY.replace("Orlu", "Brask").replace("Vesta was", "Vesta now was")]
    found = [publication("3 August 2031\n" + body, body=body) for body in texts]
    assert found[0].reason.text != found[1].reason.text
    assert found[0].candidates[0].reason != found[1].candidates[0].reason
    said = []
    for body, dated in zip(texts, found, strict=True):
        article = cut(page_of(body), body)
        said.append({item.reason.text for item in find_times(article, ENGLISH, dated)})
    assert all("failed offensive" in text or "Friday" in text or "now" in text for text in said[1])


def test_a_day_without_a_year_in_an_undated_text_stays_unknown() -> None:
    body = "Talks go on\nThe Orm Post wrote about this on Saturday, March 8, citing two officers.\n"
    found = publication(body, body=body)
    assert (found.value, found.earliest, found.latest) == (None, None, None)
    assert "no year" in found.reason.text
