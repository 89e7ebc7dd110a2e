"""What the pile adds to dates, on made-up articles."""

from dataclasses import replace

from onrecord.data import (
    Article,
    ArticleFindings,
    DateCandidate,
    Fact,
    Family,
    PublicationDate,
    Reason,
    span_of,
)
from onrecord.stages.article.dates import find_times
from onrecord.stages.corpus.dating import refine_dates
from tests.make import article, findings


def dated(made: Article, published: PublicationDate) -> ArticleFindings:
    found = findings(made)
    return replace(found, published=published, times=find_times(made, found.language, published))


def unknown(earliest: str | None = None, *spans: str, made: Article | None = None) -> PublicationDate:
    said = (
        tuple(span_of(made.text, made.text.index(s), made.text.index(s) + len(s)) for s in spans)
        if made
        else ()
    )
    return PublicationDate(None, earliest, None, Reason("nothing dates it", said))


ORIGINAL = article("Vesta Waits for Orlu\nKellan spoke on Friday.\n")
COPY = article("Vesta prepared to wait\nOn Thursday Kellan stressed it. In June last year he set it out.\n")
KNOWN = PublicationDate("2031-08-03", "2031-08-03", "2031-08-03", Reason("the stamp says “2031-08-03”"))
FAMILY = Family("fa-1", tuple(sorted((ORIGINAL.id, COPY.id))), None, (1.0, 0.8), "test")


def test_an_undated_copy_takes_the_month_of_its_family_and_counts_from_its_day() -> None:
    (dating,) = refine_dates([dated(ORIGINAL, KNOWN), dated(COPY, unknown())], [FAMILY], [])
    assert dating.article_id == COPY.id
    assert dating.published.value == "2031-08~"
    assert "Vesta Waits for Orlu" in dating.published.reason.text
    assert "2031-08-03" in dating.published.reason.text
    assert [(t.span.text, t.value) for t in dating.times] == [
        ("Thursday", "2031-07-31"),
        ("June last year", "2030-06"),
    ]


def test_the_order_of_arrival_changes_nothing() -> None:
    pile = [dated(ORIGINAL, KNOWN), dated(COPY, unknown())]
    assert refine_dates(pile, [FAMILY], []) == refine_dates(pile[::-1], [FAMILY], [])


def test_a_date_that_the_copy_itself_rules_out_is_not_taken() -> None:
    pile = [dated(ORIGINAL, KNOWN), dated(COPY, unknown("2032-01-01"))]
    assert refine_dates(pile, [FAMILY], []) == ()


def test_without_a_family_nothing_changes() -> None:
    assert refine_dates([dated(ORIGINAL, KNOWN), dated(COPY, unknown())], [], []) == ()
    assert refine_dates([], [], []) == ()


def aged(text: str, number: int, age: str) -> Article:
    made = article(text, number)
    return replace(made, page_id="pg-shared", age=Fact(age, None, "test"))


def test_articles_shown_with_their_ages_bound_each_other() -> None:
    first = aged("Orlu Court Rules\nCharges were filed in May 2031.\n", 1, "an hour ago")
    second = aged("Vesta Sanctions\nA diplomat spoke on Monday.\n", 2, "16 minutes ago")
    pile = [dated(first, unknown("2031-05-01", "May 2031", made=first)), dated(second, unknown())]
    (dating,) = refine_dates(pile, [], [])
    assert (dating.article_id, dating.published.value) == (second.id, None)
    assert dating.published.earliest == "2031-05-01"
    assert "May 2031" in dating.published.reason.text
    assert "Orlu Court Rules" in dating.published.reason.text


def test_a_sibling_without_an_age_may_be_older_and_bounds_nothing() -> None:
    first = aged("Orlu Court Rules\nCharges were filed in May 2031.\n", 1, "an hour ago")
    second = replace(aged("Vesta Sanctions\nA diplomat spoke.\n", 2, ""), age=None)
    pile = [dated(first, unknown("2031-05-01", "May 2031", made=first)), dated(second, unknown())]
    assert refine_dates(pile, [], []) == ()


def test_a_relatives_page_supports_one_of_two_conflicting_dates() -> None:
    rejected = DateCandidate("2029-01-02", "stamp", False, "conflicts")
    conflicting = replace(KNOWN, candidates=(rejected,))
    copy = replace(COPY, page_id="pg-shared")
    sibling = aged("Orlu Court Rules\nCharges were filed in May 2031.\n", 2, "an hour ago")
    pile = [
        dated(ORIGINAL, conflicting),
        dated(copy, unknown()),
        dated(sibling, unknown("2031-05-01", "May 2031", made=sibling)),
    ]
    found = {d.article_id: d for d in refine_dates(pile, [FAMILY], [])}
    reason = found[ORIGINAL.id].published.reason.text
    assert found[ORIGINAL.id].published.value == "2031-08-03"
    assert "May 2031" in reason
    assert "2029-01-02" in reason
