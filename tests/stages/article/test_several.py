"""Pages of several articles: each found under its own title, with its own outlet and age; one article stays one."""
# ruff: noqa: E501 (texts)

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import Article, PageInput
from onrecord.models.language import identify_language
from onrecord.readers import read_page
from onrecord.stages.article.extract import extract
from onrecord.stages.article.extract.lines import split_lines
from onrecord.stages.article.extract.starts import find_starts

LIFT = (
    "Village lift to run again after two years",
    "The cliff lift at Penmore will carry villagers again from Saturday, two years after a cable frayed and left eleven "
    "people hanging for three hours in the wind.",
    "The district paid 1.9 million crowns for new cables, brakes and a cabin with a window in its floor.",
)
BEES = (
    "Thieves take forty beehives in one night",
    "Forty beehives with some two million bees were stolen from a field near Tolland in the night to Sunday, police said.",
    "The owner, Marten Hask, found the gate lifted off its hinges and the tracks of a flatbed lorry in the clover.",
)
KIOSK = (
    "Letzter Kiosk am Bahnhof schließt",
    "Nach 41 Jahren macht der Kiosk im Bahnhof Wendeloh Ende März zu. Betreiberin Gerda Plön, 68, findet niemanden, der "
    "ihn übernimmt.",
    "Die Bahn will den Raum an eine Bäckerei vermieten. Reisende sammelten am Wochenende 600 Unterschriften dagegen.",
)
Text = tuple[str, str, str]


def cut(text: str, name: str = "page.txt") -> tuple[Article, ...]:
    found = read_page(text.encode(), name, ReaderConfig())
    assert isinstance(found, PageInput)
    return extract(found.page, found.sightings, identify_language, ExtractConfig()).articles


def titles(articles: tuple[Article, ...]) -> list[str | None]:
    return [article.title for article in articles]


def desk(texts: tuple[Text, ...]) -> str:
    pieces = [
        f"NW{210 + 7 * number:04} 4 POL {110 + number} NWR\n{title}\n{first}\n{second}\n(END)"
        for number, (title, first, second) in enumerate(texts)
    ]
    return "NORTHWIRE\n" + "\n".join(pieces)


def digest(texts: tuple[Text, ...]) -> str:
    pieces = [
        f"-----------------\nFrom: Tasman Wire\nDate: {number + 1} March 2031, 14:07\nSubject: {title}\n{first}\n{second}"
        for number, (title, first, second) in enumerate(texts)
    ]
    return "\n".join(pieces)


def ticker(texts: tuple[Text, ...]) -> str:
    pieces = [
        f"{20 - number}:14 {title}\n{first}\n{second}\nShare"
        for number, (title, first, second) in enumerate(texts)
    ]
    return "Live: the day in Corrand\n" + "\n".join(pieces) + "\nLoad more"


def scroll(texts: tuple[Text, ...]) -> str:
    """An infinite scroll: what follows the first article stands in full, in elements called "next" and "more"."""
    pieces = [
        f'<div class="{"main" if not number else "next-article more-stories"}"><h1>{title}</h1>'
        f"<div>By Oona Prell</div><div>4 March 2031, 1{number}:07</div><p>{first}</p><p>{second}</p></div>"
        for number, (title, first, second) in enumerate(texts)
    ]
    head = f"<html><head><title>{texts[0][0]} | Saltmarsh Today</title></head><body>"
    return head + "<h4>Read next</h4>".join(pieces) + "</body></html>"


@pytest.mark.parametrize("layout", [desk, digest, ticker])
@pytest.mark.parametrize("texts", [(LIFT, BEES, KIOSK), (KIOSK, LIFT, BEES)])
def test_every_article_of_a_flat_page_has_its_own_title(layout: object, texts: tuple[Text, ...]) -> None:
    assert callable(layout)
    articles = cut(layout(texts))
    assert len(articles) == len(texts)
    for article, (title, first, second) in zip(articles, texts, strict=True):
        assert article.title is not None
        assert article.title.endswith(title)
        assert first in article.text
        assert second in article.text


def test_a_full_article_in_a_part_called_next_is_no_furniture() -> None:
    articles = cut(scroll((LIFT, BEES)), "page.html")
    assert titles(articles) == [LIFT[0], BEES[0]]
    assert BEES[1] in articles[1].text


def test_each_item_has_its_own_age_and_outlet() -> None:
    articles = cut(digest((LIFT, BEES, KIOSK)))
    assert [article.age.value if article.age else None for article in articles] == [
        f"{day} March 2031, 14:07" for day in (1, 2, 3)
    ]
    assert {article.outlet.value if article.outlet else None for article in articles} == {"Tasman Wire"}


def test_a_name_beside_an_age_in_one_line() -> None:
    pieces = [
        f"<article><h2>{title}</h2><span>The Orm Gazette</span> <time>{number + 2} hours ago</time>"
        f"<p>{first}</p><p>{second}</p></article>"
        for number, (title, first, second) in enumerate((LIFT, BEES, KIOSK))
    ]
    articles = cut(f"<html><body>{''.join(pieces)}</body></html>", "page.html")
    assert [article.age.value if article.age else None for article in articles] == [
        "2 hours ago",
        "3 hours ago",
        "4 hours ago",
    ]
    assert {article.outlet.value if article.outlet else None for article in articles} == {"The Orm Gazette"}


@pytest.mark.parametrize(
    "heads", [("1. The cables", "2. The price"), ("Who pays for it?", "When will it run?")]
)
def test_the_sections_of_one_article_stay_in_it(heads: tuple[str, str]) -> None:
    first, second, third = (
        LIFT[1],
        LIFT[2],
        "Penmore has waited long, the district said, and the lift will run daily.",
    )
    page = (
        f"{LIFT[0]}\n\nBy Oona Prell\n\n{first} {second}\n\n{heads[0]}\n\n{second}\n\n{heads[1]}\n\n{third}"
    )
    (article,) = cut(page)
    assert article.title == LIFT[0]


def test_a_title_with_the_name_of_the_site_gives_way_to_the_bare_one() -> None:
    (article,) = cut(f"{LIFT[0]} | Saltmarsh Today\nHome\nNews\n{LIFT[0]}\n{LIFT[1]}\n{LIFT[2]}")
    assert article.title == LIFT[0]


def test_a_reason_names_the_lines_it_rests_on() -> None:
    lines = split_lines(desk((LIFT, BEES)))
    (start,) = find_starts(lines, {}).starts
    assert BEES[0] in start.why
    assert "NW0217" in start.why


def test_many_headlines_take_linear_time() -> None:
    started = time.perf_counter()
    page = "\n".join(
        f"Gate {number} of the canal opens again\nThe gate at mile {number} is open."
        for number in range(9_000)
    )
    find_starts(split_lines(page), {})
    assert time.perf_counter() - started < 20


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*LIFT, *BEES, *KIOSK, "20:14", "* * *", "(END)", "Share", "", "\x00", "1.", "Subject: a"]
        )
    )
)
def test_any_page_is_cut_without_loss(parts: list[str]) -> None:
    text = "\n".join(parts)
    found = read_page(text.encode(), "page.txt", ReaderConfig())
    if not isinstance(found, PageInput):
        return
    cut_page = extract(found.page, found.sightings, identify_language, ExtractConfig())
    spans = [span for article in cut_page.articles for span in article.spans]
    spans += [furniture.span for furniture in cut_page.furniture]
    assert sum(len("".join(span.text.split())) for span in spans) == len("".join(found.page.text.split()))
