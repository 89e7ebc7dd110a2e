"""Forms of pages: header blocks, letterheads, footers, contacts, comments, two articles on one page."""
# ruff: noqa: E501 (pages as they are)

import time

import pytest

from onrecord.data import Language, Reason
from onrecord.lang.form_lines import form_of
from onrecord.lang.head_lines import is_header_part, is_state_line
from onrecord.stages.article.credits import find_credits
from onrecord.stages.article.dates import find_publication, find_times
from tests.stages.article.pages import cut

TITLE = "Talks on ferry line to go on next week"
BODY = """Talks on the ferry line between Orm and Brask will go on next week, the harbour office said on Monday. The line was closed in January after a storm.

"We are not done," said office head Mira Tolland. The ferry has been out of service since a storm in January and nobody knows when it will sail again.

The island council had asked for a second boat in the spring. It was told that there was no money for one, and that the pier would have to be mended first in any case.
"""
LAST = "mended first in any case."
HALL = "COUNCIL SPLIT OVER NEW MARKET HALL"
MARKET = """The council of Brask is split over the new market hall, which was to open in June. Three members left the chamber on Tuesday before a vote could be held, and the mayor closed the sitting after an hour.

Nobody would say when the next vote will be.
"""
HEAD = "The Orm Sentinel\nSaturday, 3 May 2031\n\n"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("THE ORM & BRASK COURIER\nMonday, May 3, 2031\tVol. 88 No. 102\t$2.00\n\n", "The Orm & Brask Courier"),
        ("the brask dispatch\nTuesday evening edition, 50p\nislands / harbour / letters\n\n", "the brask dispatch"),
        ("== Harbour Lights ==\nthe blog of a retired pilot\nMay 3, 2031\n\n", "Harbour Lights"),
        ("ORM TODAY\nNo. 12,345 · Monday 3 May 2031 · Two crowns\n\n", "Orm Today"),
        ("Government of Orm\nMinistry of Transport\n\nPRESS RELEASE 17/2031\n3 May 2031\n\n", "Ministry of Transport"),
        ("KINGDOM OF BRASK\nOffice of the Harbours\nMedia Statement\nFor immediate release: 3 May 2031\n\n", "Office of the Harbours"),
        ("Brask Union of Seafarers\nPress release\n3 May 2031\n\n", "Brask Union of Seafarers"),
        ("IslandPost.example - news and views\nMost read: Storm, Pier, Goats\nPosted: May 3, 2031 14:10\n\n", "IslandPost.example"),
        ("The Skerry | Monday, 3 May 2031 | Islands' oldest daily\nHome | News | Sport | Jobs\n\n", "The Skerry"),
        ("SKERRY WEEKLY -- Your islands, your paper -- Friday 3 May 2031 -- Price 90p\n\n", "Skerry Weekly"),
        ("+++ BREAKING +++ Skerry Post +++ 3 May 2031 +++\n\n", "Skerry Post"),
        ("Orm Free Press\nOrm city edition\n3.5.2031 06:10\n[A] [A+] Listen to this article (2 min)\n\n", "Orm Free Press"),
        ("Harbour & Pier\na pilot's weblog, kept on rainy days\n[about] [older posts]\n\n", "Harbour & Pier"),
        ("The Harbour Pilot\nHome About Contact\n\n", "The Harbour Pilot"),
    ],
)  # fmt: skip
def test_header_lines_are_no_title_and_the_first_name_is_the_outlet(head: str, outlet: str) -> None:
    (article,) = cut(f"{head}{TITLE}\n\n{BODY}")[1].articles
    assert article.title == TITLE
    assert article.text.startswith(f"{TITLE}\nTalks on the ferry line")
    assert article.outlet is not None
    assert article.outlet.value == outlet
    assert article.outlet.span is not None


def test_a_title_in_one_block_with_the_name_stays_the_title() -> None:
    found = cut(f"Orm Post\n{TITLE}\n3 May 2031\n\nHarbour full of boats\n\n{BODY}")[1]
    assert [article.title for article in found.articles] == [TITLE]


@pytest.mark.parametrize(
    "foot",
    [
        "For more information call the press office on 555 0190.\nShare this\n",
        "---\nThe Skerry is printed on recycled paper. It has no shareholders.\nLetters: Box 9, Orm\n",
        "- Ends -\n\nContact for the media:\nMira Gold, press officer, +00 555 0147\nThe harbour office was founded in 1922 and runs nine ferries.\n",
        "Notes to editors\nPictures of the pier can be had from the office on request.\n",
        "7 comments on this article\n\nseadog88 wrote on 4 May 2031 at 10:12:\nThey have been saying that for ten years now and nothing ever happens.\n\nGuest, 4 May 2031, 11:40\nI shall believe it when I see it.\n",
        "This summary was generated automatically from agency reports.\n",
        "Got a story? Ring our newsdesk on 0555 123 456 or write to tips@skerry.example.\n",
        "Reporting by Jon Aske in Orm; editing by Mira Gold\n",
        "FOR SALE: oak dinghy, little used. Box 12.\nWANTED: deckhand for summer season\n",
        "You may copy this text if you name its author.\nLicence: free for all\n",
        "Please consider the trees before you print this page.\n",
    ],
)
def test_what_stands_below_the_text_is_furniture(foot: str) -> None:
    page, found = cut(f"{HEAD}{TITLE}\n\n{BODY}\n{foot}")
    (article,) = found.articles
    assert article.text.endswith(LAST)
    below = [item for item in found.furniture if item.span.start > page.page.text.index(LAST)]
    assert below
    assert all(item.reason.text for item in below)


@pytest.mark.parametrize(
    "end",
    [
        "What happens next\nThe office will publish a timetable for the ferry on Friday, and the council will vote on it.",
        "The dates of the talks:\n3 May in Orm\n10 May in Brask\nThe last round on 17 May is open to everybody.",
        "* * *\n\nThe pier is another matter. Nobody has looked at it in years, and the wood is rotten down to the water line. The office did not answer questions.",
        "The mayor's view\n\nThe mayor said that talks on the ferry line had never been closed. The talks were in the interest of both islands and of everybody who lives on them, and the line would be open by June at the latest, she told the council on Tuesday evening.",
    ],
)
def test_subheadings_lists_and_breaks_stay_in_the_article(end: str) -> None:
    (article,) = cut(f"{HEAD}{TITLE}\n\n{BODY}\n{end}\n")[1].articles
    assert article.text.endswith(end.rpartition("\n")[2])


def test_an_advertisement_within_the_text_is_left_out() -> None:
    notice = "This article continues below the notice: PIERS MENDED, ask Rowe & Daughter"
    middle = BODY.replace("\n\nThe island", f"\n\n{notice}\n\nThe island")
    (article,) = cut(f"{HEAD}{TITLE}\n\n{middle}")[1].articles
    assert "PIERS MENDED" not in article.text
    assert article.text.endswith(LAST)


@pytest.mark.parametrize(
    ("first", "between", "second"),
    [
        ("FERRY TALKS GO ON", "", f"{HALL}\nBy Mira Gold\n\n{MARKET}"),
        ("FERRY TALKS GO ON", "", f"{HALL}\n\n{MARKET}"),
        ("FERRY TALKS GO ON", "RING THE ORM LINE: Open the pier? YES 555 0141 / NO 555 0142\n\n", f"{HALL}\nFrom AFP\n\n{MARKET}"),
        (TITLE, "* * *\n\n", f"{HALL.capitalize()}\nBy Mira Gold\n\n{MARKET}"),
        (TITLE, "----------\n\n", f"{HALL.capitalize()}\n\nBRASK, 2 May (AFP) - {MARKET}"),
        (TITLE, "* * *\n\n", f"{HALL.capitalize()}\n\n{MARKET}"),
    ],
)  # fmt: skip
def test_two_articles_on_one_printed_page(first: str, between: str, second: str) -> None:
    page, found = cut(f"{HEAD}{first}\n\n{BODY}\n{between}{second}")
    one, two = found.articles
    assert one.text.endswith(LAST)
    assert two.title is not None
    assert two.title.upper() == HALL
    assert two.outlet is not None
    assert two.outlet.value == "The Orm Sentinel"
    language = Language("en", 1.0, Reason("test"))
    dated = find_publication(page.page, page.sightings, two, found.articles, language)
    assert dated.value == "2031-05-03"


def test_from_an_agency_under_a_title_is_a_credit_of_the_text() -> None:
    (article,) = cut(f"{HEAD}{TITLE}\nFrom AFP\n\n{BODY}")[1].articles
    (credit,) = find_credits(article, Language("en", 1.0, Reason("test")))
    assert credit.span.text == "AFP"
    assert article.outlet is not None
    assert article.outlet.value == "The Orm Sentinel"


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("<div>By <a href=/x>Jon Aske</a>, transport correspondent</div>", "Jon Aske"),
        ("<p>By Jon Aske <time>Monday 3 May 2031</time></p>", "Jon Aske"),
        ("<p>Jon Aske | 3 May 2031, 14:10</p>", "Jon Aske"),
        ("<p>Written by Jon Aske on May 3, 2031</p>", "Jon Aske"),
        ("<p>Von Jon Aske und Mira Gold, 3. Mai 2031</p>", "Jon Aske und Mira Gold"),
    ],
)
@pytest.mark.parametrize("titled", [True, False])
def test_bylines_of_html_pages(line: str, writer: str, titled: bool) -> None:
    text = "".join(f"<p>{part}</p>" for part in BODY.strip().split("\n\n"))
    head = f"<head><title>{TITLE} | The Orm Post</title></head>" if titled else ""
    (article,) = cut(f"<html>{head}<body><h1>{TITLE}</h1>{line}{text}</body></html>")[1].articles
    assert article.title == TITLE
    assert article.byline is not None
    assert article.byline.value == writer
    assert "Aske" not in article.text
    assert (article.outlet.value if article.outlet else None) == ("The Orm Post" if titled else None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("seadog_7 says:", "comments"),
        ("Officials said:", None),
        ("This text was translated by a computer program.", "machine note"),
        ("This report was written by two members of the council.", None),
        ("[about] [older posts] [boats]", "navigation"),
        ("Call the boat line on 0555 123 456", "contact"),
        ('"Call me on 0555 123 456," she told them.', None),
        ("The line carried 1 250 000 people in 2030.", None),
        ("Dieser Artikel wurde automatisch übersetzt.", "machine note"),
    ],
)
def test_forms_of_single_lines(line: str, kind: str | None) -> None:
    found = form_of(line)
    assert (found[0] if found else None) == kind


def test_header_parts_and_states() -> None:
    assert is_header_part("Late edition")
    assert is_header_part("Vol. 88 No. 102")
    assert is_header_part("Preis 1,80 Euro")
    assert not is_header_part("Council votes on late edition of ferry plan")
    assert is_state_line("REPUBLIC OF ORM")
    assert not is_state_line(
        "Republic of Orm closes its harbours to foreign ships for the whole of the summer"
    )


def test_day_month_year_with_hyphens_dates_a_page() -> None:
    page, found = cut(f"Orm Post 03-May-2031 14:22 UTC\n\n{TITLE}\n\n{BODY}")
    language = Language("en", 1.0, Reason("test"))
    dated = find_publication(page.page, page.sightings, found.articles[0], found.articles, language)
    assert dated.value == "2031-05-03"


@pytest.mark.parametrize("words", ["Am Vortag", "Am Tag zuvor", "Tags zuvor"])
def test_german_day_before(words: str) -> None:
    text = (
        "Inselpost\n8. Mai 2031\n\nGespräche über Fähre dauern an\n\nDie Gespräche über die Fährverbindung werden "
        f"fortgesetzt, teilte das Hafenamt mit. {words} hatte der Inselrat ein zweites Boot verlangt.\n"
    )
    page, found = cut(text)
    (article,) = found.articles
    language = Language("de", 1.0, Reason("test"))
    dated = find_publication(page.page, page.sightings, article, found.articles, language)
    values = {time.span.text: time.value for time in find_times(article, language, dated)}
    assert values[words] == "2031-05-07"


def test_many_rules_and_headlines_take_linear_time() -> None:
    text = f"FERRY TALKS GO ON\n\n{BODY}\n" + f"* * *\n\n{HALL}\n\n{BODY}\n" * 600
    start = time.process_time()
    cut(text)
    assert time.process_time() - start < 6


@pytest.mark.parametrize(
    "line", [" | " * 100_000, "a" * 300_000, "Orm" + " " * 300_000 + "|", "x " * 150_000 + "edition"]
)
def test_long_lines_at_the_head_and_foot_take_linear_time(line: str) -> None:
    start = time.process_time()
    cut(f"Orm Post\n{line}\n\n{TITLE}\n\n{BODY}\nShare\n{line}\n")
    assert time.process_time() - start < 3
