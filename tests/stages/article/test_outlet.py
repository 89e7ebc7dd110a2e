"""Whose page it is: mastheads, paths, self-reference, notices; and what stands beside them."""

# ruff: noqa: E501 (pages as they are)

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Article
from tests.stages.article.pages import cut

TITLE = "Talks on ferry line go on"
ENGLISH = """Talks on the ferry line between Orm and Brask will go on next week, the harbour office said on Monday.

"We are not done," said office head Mira Tolland. The ferry has been out of service since a storm in January.
"""
GERMAN = """Die Gespräche über die Fährverbindung werden fortgesetzt, teilte das Hafenamt am Montag mit.

„Wir sind nicht fertig“, sagte Amtsleiterin Mira Tolland. Die Fähre fährt seit einem Sturm im Januar nicht mehr.
"""
UKRAINIAN = """Переговори про поромне сполучення триватимуть наступного тижня, повідомило в понеділок управління порту.

«Ми ще не закінчили», — сказала керівниця управління Міра Толланд. Пором не ходить із січня через шторм.
"""
RUSSIAN = """Переговоры о паромной линии продолжатся на следующей неделе, сообщило в понедельник управление порта.

«Мы ещё не закончили», — сказала глава управления Мира Толланд. Паром не ходит с января из-за шторма.
"""


def first(text: str) -> Article:
    return cut(text)[1].articles[0]


def outlet(text: str) -> str | None:
    found = first(text).outlet
    return found.value if found is not None else None


@pytest.mark.parametrize(
    ("head", "body", "expected", "title"),
    [
        (f"The Orm Sentinel\nMonday, 3 May 2031\n\n{TITLE}\n\n", ENGLISH, "The Orm Sentinel", TITLE),
        (f"THE BRASK EXAMINER | Politics | 3 May 2031\n\n{TITLE}\n\n", ENGLISH, "The Brask Examiner", TITLE),
        (f"3 May 2031 | THE BRASK EXAMINER\n\n{TITLE}\n\n", ENGLISH, "The Brask Examiner", TITLE),
        (
            f"Lighthouse\nYour voice from the islands\n\nHome > Islands > Traffic\n\n{TITLE}\n\n",
            ENGLISH,
            "Lighthouse",
            TITLE,
        ),
        (
            f"Islands Weekly\nWords that carry across the water.\n\nHome > World\n\n{TITLE}\n\n",
            ENGLISH,
            "Islands Weekly",
            TITLE,
        ),
        ("Inselbote\n3. Mai 2031\n\nGespräche über Fähre dauern an\n\n", GERMAN, "Inselbote", None),
        (
            "Голос островів\n3 травня 2031 року, 14:20\n\nПереговори про пором тривають\n\n",
            UKRAINIAN,
            "Голос островів",
            "Переговори про пором тривають",
        ),
        (
            "Южный вестник\n3 мая 2031\n\nПереговоры о пароме продолжаются\n\n",
            RUSSIAN,
            "Южный вестник",
            "Переговоры о пароме продолжаются",
        ),
        (
            "Save the Ferry\nPress release\n3 May 2031\n\nSave the Ferry calls for talks\n\n",
            f"The group Save the Ferry called for talks on Monday. {ENGLISH}",
            "Save the Ferry",
            "Save the Ferry calls for talks",
        ),
        (f"Shoreline 7 » News » Region » {TITLE}\n\n{TITLE}\n\n", ENGLISH, "Shoreline 7", TITLE),
    ],
)
def test_a_name_at_the_head_of_a_page(head: str, body: str, expected: str, title: str | None) -> None:
    page, found = cut(head + body)
    article = found.articles[0]
    assert article.outlet is not None and article.outlet.value == expected
    span = article.outlet.span
    assert span is not None and page.page.text[span.start : span.end] == span.text
    assert span.text.casefold() == expected.casefold()
    assert title is None or article.title == title
    assert span.text not in article.text.split("\n")
    assert any(item.span.start <= span.start < item.span.end for item in found.furniture)


def test_the_slogan_and_the_section_are_furniture_with_reasons_of_their_own() -> None:
    text = f"Lighthouse\nYour voice from the islands\nTraffic\n3 May 2031\n\n{TITLE}\n\n{ENGLISH}"
    marked = {item.span.text: item for item in cut(text.replace("Traffic", "World"))[1].furniture}
    assert marked["Lighthouse"].kind == "masthead"
    assert marked["Your voice from the islands"].kind == "slogan"
    assert "Lighthouse" in marked["Your voice from the islands"].reason.text
    assert marked["World"].kind == "section"


@pytest.mark.parametrize(
    "head",
    [
        "",
        "3 May 2031\n",
        "World\nPolitics\n\n",
        "Traffic\nMonday, 3 May 2031\n\n",
        "Berlin\n3 May 2031\n\n",
        "Oleksandr Toll\n3 May 2031\n\n",
        "Home » today » World » Talks on ferry line go on\n\n",
    ],
)
def test_sections_places_and_people_are_no_mastheads(head: str) -> None:
    article = first(f"{head}{TITLE}\n\n{ENGLISH}")
    assert article.outlet is None
    assert article.title == TITLE


def test_a_title_above_a_date_and_a_standfirst_is_no_masthead() -> None:
    article = first(f"Ferry Talks Resume\n3 May 2031\nBoth sides meet in Orm after nine weeks\n\n{ENGLISH}")
    assert article.outlet is None and article.title == "Ferry Talks Resume"


def test_an_agency_is_the_outlet_only_while_nothing_else_names_one() -> None:
    body = f"ORM, May 3 (Northlight) - {ENGLISH}"
    assert outlet(f"{TITLE}\n\n{body}") == "Northlight"
    assert outlet(f"The Orm Sentinel\n3 May 2031\n\n{TITLE}\n\n{body}") == "The Orm Sentinel"
    assert outlet(f"{TITLE}\n\n{body}\n© 2031 Orm Herald. All rights reserved.\n") == "Orm Herald"


def test_an_agency_under_its_own_head_goes_by_the_name_of_its_dateline() -> None:
    text = f"NORTHLIGHT NEWS AGENCY\n3 May 2031 09:12 GMT\n\n{TITLE}\n\nORM, May 3 (Northlight) - {ENGLISH}"
    assert outlet(text) == "Northlight"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tidewater Online refers to local newspapers about this.", "Tidewater Online"),
        ("Tidewater Online refers to Vestan websites about this.", "Tidewater Online"),
        ("Tidewater 24 was not able to verify the account independently.", "Tidewater 24"),
        ("Tidewater Online could not verify the account independently.", "Tidewater Online"),
        ("Reuters could not verify the account independently.", None),
        ("Kellan Post was ready.", None),
    ],
)
def test_a_text_that_speaks_of_its_own_outlet(sentence: str, expected: str | None) -> None:
    assert outlet(f"{TITLE}\n\n{ENGLISH}\n{sentence}\n") == expected


def test_a_person_who_cannot_verify_is_no_outlet() -> None:
    text = "Tolland was in Orm. Tolland said so. Tolland could not verify the account.\n"
    assert outlet(f"{TITLE}\n\n{ENGLISH}\n{text}") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("See what Harnbox can do for you:", "Harnbox"),
        ("See what Harnbox AI can do for you:", "Harnbox"),
        ("Follow Harnbox on Telegram", "Harnbox"),
        ("© 2029-2031 Harn Herald. All rights reserved.", "Harn Herald"),
        ("© Reuters", None),
    ],
)
def test_notices_below_the_text_name_the_site(line: str, expected: str | None) -> None:
    assert outlet(f"{TITLE}\n\n{ENGLISH}\nComments\n{line}\n") == expected


def test_two_writers_and_where_they_write() -> None:
    article = first(f"{TITLE}\n\nBy Jon Aske and Mira Toll\n\n{ENGLISH}")
    assert article.byline is not None and article.byline.value == "Jon Aske and Mira Toll"
    article = first(f"{TITLE}\n\nBy Jon Aske in Orm\n\n{ENGLISH}")
    assert article.byline is not None and article.byline.value == "Jon Aske"
    assert not article.headings


def test_rows_of_share_words_and_counted_readers_are_furniture() -> None:
    _, found = cut(f"{TITLE}\n\n{ENGLISH}\nShare this article\nPrint  E-mail\n1,204 readers like this\n")
    kinds = {item.span.text: item.kind for item in found.furniture}
    assert kinds["Print  E-mail"] == "share"
    assert kinds["1,204 readers like this"] == "counter"
    assert found.articles[0].byline is None


def test_a_closing_credit_of_an_agency_that_no_table_has_stays() -> None:
    text = f'{TITLE}\n\n{ENGLISH}\n"Not yet," she told Northlight.\n\nWith Northlight\n\nShare\n'
    article = first(text)
    assert article.headings and article.headings[-1].text == "With Northlight"


@given(st.lists(st.sampled_from(["The Orm Post", "World", "3 May 2031", "A | B | C", "»", TITLE, "", "x."])))
@settings(max_examples=150, deadline=None)
def test_any_head_keeps_every_character(lines: list[str]) -> None:
    page, found = cut("\n".join([*lines, ENGLISH]))
    covered = sorted(
        [(span.start, span.end) for article in found.articles for span in article.spans]
        + [(item.span.start, item.span.end) for item in found.furniture]
    )
    assert all(left[1] <= right[0] for left, right in pairwise(covered))
    text = page.page.text
    assert sum(not mark.isspace() for mark in text) == sum(
        not mark.isspace() for start, end in covered for mark in text[start:end]
    )


def test_long_rows_of_names_are_read_in_linear_time() -> None:
    started = time.perf_counter()
    for text in ("Orm Post Ledger Weekly\n" * 20_000, "Orm | " * 60_000, "© 2031 Orm Post\n" * 20_000):
        cut(text)
    assert time.perf_counter() - started < 10
