"""Credits: what an article names as where it comes from."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Article, Language, Reason
from onrecord.stages.article.credits import find_credits
from tests.stages.article.pages import whole

EN = Language("en", 1.0, Reason("made up"))
BODY = "The dam at Kell was opened on Friday, engineers said."


def found(article: Article) -> list[tuple[str, str]]:
    return [(credit.name, credit.role) for credit in find_credits(article, EN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"(NORWIRE) {BODY}", [("NORWIRE", "agency")]),
        (f"(AFP) - {BODY}", [("AFP", "agency")]),
        (f"ARDEN CITY, May 3 (Reuters) - {BODY}", [("Reuters", "dateline")]),
        (f"ARDEN CITY (AP) — {BODY}", [("AP", "dateline")]),
        (f"Berlin (dpa/AFP) - {BODY}", [("dpa", "dateline"), ("AFP", "dateline")]),
        (f"ARDEN CITY, May 3, TASS -- {BODY}", [("TASS", "dateline")]),
        (f"{BODY}\n--IANS", [("IANS", "agency")]),
        (f"{BODY} - Interfax", [("Interfax", "agency")]),
        (f"AFP | Updated 3 May 2031\n{BODY}", [("AFP", "agency")]),
        (f"{BODY}\nWith AFP and Reuters", [("AFP", "agency"), ("Reuters", "agency")]),
        (f"{BODY}\nMit Material von dpa", [("dpa", "agency")]),
        (f"{BODY}\nSource: Xinhua", [("Xinhua", "syndication")]),
        (f"{BODY}\nИсточник: Интерфакс", [("Interfax", "syndication")]),
        (f"{BODY}\nДжерело: Укрінформ", [("Ukrinform", "syndication")]),
        (f"By Mira Tolland, Associated Press\n{BODY}", [("AP", "byline")]),
        (f"ARDEN CITY, May 3 (Northlight) - {BODY}", [("Northlight", "dateline")]),
        (f"ARDEN CITY (Northlight) - {BODY} He told Northlight.", [("Northlight", "dateline")]),
        (f"ARDEN CITY (North) - {BODY}", []),
        (f"Frankfurt, 3. Mai (Berlin) - {BODY}", []),
        (f"{BODY}\nHe told Northlight so.\nWith Northlight", [("Northlight", "agency")]),
        (f"{BODY}\nWith Northlight", []),
        (f"(ARDEN CITY) {BODY}", []),
        (f"(Paris) {BODY}", []),
        (f"The Council (AC) met. {BODY}", []),
        (f"HARN, Ore., Nov. 19 (UPI) — {BODY}", [("UPI", "dateline")]),
        (f"PORT ORM — {BODY}", []),
        (f"Minister to pick a new VP – {BODY}", []),
        (f"KELL, May 3, NWR - {BODY}", [("NWR", "dateline")]),
        (
            f"{BODY}\nTolland reported from Kell. Associated Press writer Ivo Brandt contributed from Orm.",
            [("AP", "byline")],
        ),
        (f"{BODY}\nReuters contributed to this report.", [("Reuters", "agency")]),
        (
            f"{BODY}\nThe Orm Post has supplemented this Reuters article with a pool report.",
            [("Reuters", "syndication")],
        ),
        (f"{BODY}\nThe board said the AP report was misleading.", []),
        (f"{BODY}\n(h/t The Hill.)", [("The Hill", "syndication")]),
        (
            f"{BODY}\nThis article was originally published by The Guardian.",
            [("The Guardian", "syndication")],
        ),
        (
            f"{BODY}\nThe post Dam at Kell is opened first appeared on Harn Ledger.",
            [("Harn Ledger", "syndication")],
        ),
        (
            f"{BODY}\nDieser Artikel erschien zuerst bei der Harner Zeitung.",
            [("Harner Zeitung", "syndication")],
        ),
        (f"{BODY}\n© 2031 Bloomberg L.P.", []),
        (f"{BODY}\nCopyright 2031 The Associated Press. All rights reserved.", [("AP", "syndication")]),
        (f"{BODY}\n{BODY}\nASSOCIATED PRESS.\n{BODY}\n{BODY}\n{BODY}", []),
        (BODY, []),
        ("", []),
    ],
)
def test_forms_of_credit(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(whole(text)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Dam at Kell is opened - Reuters", [("Reuters", "title")]),
        ("Dam at Kell is opened (AFP)", [("AFP", "title")]),
        ("Bloomberg: Dam at Kell is opened", [("Bloomberg", "title")]),
        ("Dam at Kell - opened", []),
    ],
)
def test_titles_that_name_an_outlet(title: str, expected: list[tuple[str, str]]) -> None:
    assert found(whole(f"{title}\n{BODY}", title)) == expected


def test_reasons_quote_the_form() -> None:
    (credit,) = find_credits(whole(f"ARDEN CITY (AP) — {BODY}"), EN)
    assert "ARDEN CITY (AP)" in credit.reason.text
    assert credit.span.text == "AP"


@pytest.mark.parametrize(
    "text", ["A" * 200_000, "Aa " * 90_000, "(A" * 90_000, "With " + "a and " * 60_000, "-" * 99_999]
)
def test_no_shape_of_text_takes_long(text: str) -> None:
    started = time.perf_counter()
    find_credits(whole(text, text), EN)
    assert time.perf_counter() - started < 5


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_spans_with_their_own_words(text: str) -> None:
    for credit in find_credits(whole(text), EN):
        assert text[credit.span.start : credit.span.end] == credit.span.text
