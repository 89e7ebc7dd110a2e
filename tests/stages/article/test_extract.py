"""Articles and furniture of flat and HTML pages."""
# ruff: noqa: E501 (pages as they are)

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, page_spans
from onrecord.models.language import identify_language
from onrecord.readers import read_page
from onrecord.stages.article.extract import Extraction, extract
from tests.stages.article.pages import BREADCRUMB, BUSY, SEVERAL, cut, read


def check_cover(page: PageInput, found: Extraction) -> None:
    """Every visible character is in exactly one span, and every span carries its own words."""
    text = page.page.text
    owners = [0] * len(text)
    spans = [span for article in found.articles for span in article.spans]
    spans += [item.span for item in found.furniture]
    for span in spans:
        assert text[span.start : span.end] == span.text
        for place in range(span.start, span.end):
            owners[place] += 1
    assert all(count <= 1 for count in owners)
    assert all(count == 1 for mark, count in zip(text, owners, strict=True) if not mark.isspace())
    for article in found.articles:
        assert article.text == "\n".join(span.text for span in article.spans)
        inner = [*article.headings, *([article.title_span] if article.title_span else [])]
        for span in inner:
            assert article.text[span.start : span.end] == span.text
            assert page_spans(article, span.start, span.end)
        for fact in (article.outlet, article.byline, article.age):
            if fact is not None and fact.span is not None:
                assert text[fact.span.start : fact.span.end] == fact.span.text


def kinds(found: Extraction) -> dict[str, str]:
    return {item.span.text: item.kind for item in found.furniture}


def test_a_busy_page_is_one_article_and_furniture_of_many_kinds() -> None:
    page, found = cut(BUSY)
    check_cover(page, found)
    (article,) = found.articles
    assert article.title == "Kellan ready to talk if Ostrava lifts blockade - Norwire"
    assert article.text.endswith("The plan has three parts, the spokesman said.")
    assert "Ostrava has not replied." in article.text
    assert article.headings[0].text == "What is on the table"
    assert article.byline is not None and article.byline.value == "Mira Tolland"
    assert article.outlet is not None and article.outlet.value == "The Arden Herald"
    marked = kinds(found)
    assert marked["Published: 12 March 2031, 14:05"] == "date stamp"
    assert marked["• 5321 views"] == "counter"
    assert marked["Острава закрила кордон після переговорів12.03.31, 09:11"] == "link line"
    assert marked["Tags: Vesta, Ostrava, talks"] == "tags"
    assert marked["Leave a reply"] == "comments"
    assert (
        marked["I think this is all nonsense and he will never sign anything at all."]
        == "text after the article"
    )


def test_further_articles_have_their_own_title_outlet_and_age() -> None:
    page, found = cut(SEVERAL)
    check_cover(page, found)
    assert [article.title for article in found.articles] == [
        "Vesta closes the northern crossing",
        "Floods cut the coast road near Brask",
        "Teachers in Orm end their strike",
    ]
    assert [article.age.value if article.age else None for article in found.articles] == [
        None,
        "2 hours ago",
        "an hour ago",
    ]
    for article in found.articles[1:]:
        assert article.outlet is not None and article.outlet.value == "Arden Herald"
        assert article.outlet.span is not None
    assert kinds(found)["Topics"] == "tags"


def test_a_path_above_and_a_name_alone_below_are_no_text() -> None:
    page, found = cut(BREADCRUMB)
    check_cover(page, found)
    (article,) = found.articles
    assert article.title == "Kellan is ready for a pause"
    assert article.byline is not None and article.byline.value == "Jonas Pell"
    marked = kinds(found)
    assert marked["Start » Abroad » Kellan is ready for a pause"] == "breadcrumb"
    assert marked["Jonas Pell"] == "byline"


def test_subheadings_stay_in_the_article() -> None:
    text = (
        "Kellan Open to Talks\nThe palace has said that Kellan is open to talks with Ostrava.\nWhat Vesta Wants\n"
        "Officials repeated that any settlement must respect the river line.\nAllies Stand Firm\nAllies did not move."
    )
    page, found = cut(text)
    check_cover(page, found)
    assert [span.text for span in found.articles[0].headings] == ["What Vesta Wants", "Allies Stand Firm"]
    assert not found.furniture


def test_a_page_with_its_date_in_the_first_line() -> None:
    page, found = cut(
        " date 2031-08-03 Tuesday, 02 January 2029 12:17 GMT\nA long title here\n\nThe text is here.\n"
    )
    check_cover(page, found)
    assert found.articles[0].title == "A long title here"
    assert [item.kind for item in found.furniture] == ["date stamp"]


def test_the_outlet_that_reports_what_others_reported() -> None:
    text = "A title of a report\n\nKellan is ready. This is reported by Norwire, citing officials, TNK reports.\n"
    outlet = cut(text)[1].articles[0].outlet
    assert outlet is not None and outlet.value == "TNK"
    assert outlet.span is not None and text[outlet.span.start : outlet.span.end] == "TNK"


def test_a_place_in_brackets_is_no_outlet() -> None:
    assert cut("A title of a report\n\n(ARDEN CITY) Kellan is ready to talk.\n")[1].articles[0].outlet is None


def test_reasons_quote_their_own_line() -> None:
    for text in (BUSY, SEVERAL, BREADCRUMB):
        for item in cut(text)[1].furniture:
            assert " ".join(item.span.text.split())[:40] in item.reason.text
            assert item.reason.spans == (item.span,)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wide = "The spokesman said that the plan had been sent through a third state\n"
    paragraph = wide * 4 + "and that it had three parts.\n"
    _, found = cut(f"A title of its own\n\n{paragraph}\n{paragraph}\n{paragraph}")
    assert len(found.articles[0].spans) == 4


def test_a_page_without_an_article_is_a_problem() -> None:
    page, found = cut("Home\nNews\n12\n")
    check_cover(page, found)
    assert not found.articles
    assert [item.kind for item in found.problems] == ["no article"]


def test_the_limit_on_articles_is_said() -> None:
    page, _ = cut(SEVERAL)
    found = extract(page.page, page.sightings, identify_language, ExtractConfig(max_articles=2))
    check_cover(page, found)
    assert len(found.articles) == 2
    assert [item.kind for item in found.problems] == ["too many articles"]


PARAGRAPH = (
    "The dam at Kell was opened on Friday after a week of rain, engineers said, and water reached the "
    "lower fields within the hour. Farmers had asked for it since the spring."
)
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Dam at Kell is opened | Arden Herald</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Dam at Kell is opened</h1><p class="author">Mira Tolland</p><p>{PARAGRAPH}</p>
<h2>What comes next</h2><p>{PARAGRAPH.replace("Friday", "Sunday")}</p><p>Read also: Floods in Brask</p>
<p>{PARAGRAPH.replace("dam", "gate")}</p></article>
<footer><p>Contact us</p><p>Terms of use</p></footer></body></html>"""


def test_html_main_text_has_spans_in_the_page() -> None:
    page, found = cut(HTML)
    assert page.page.media is Media.HTML
    check_cover(page, found)
    (article,) = found.articles
    assert article.title == "Dam at Kell is opened"
    assert article.text.count("lower fields") == 3
    assert "Contact us" not in article.text and "Read also" not in article.text
    assert "What comes next" in [span.text for span in article.headings]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "a. " * 100_000,
        "(" * 100_000,
        "- Aa " * 60_000,
        "x\n" * 60_000,
        "A b » " * 50_000,
        "\u202e" * 9,
    ],
)
def test_no_shape_of_text_takes_long(text: str) -> None:
    started = time.perf_counter()
    page, found = cut(text)
    check_cover(page, found)
    assert time.perf_counter() - started < 30


LINES = st.sampled_from((BUSY + SEVERAL + BREADCRUMB).splitlines())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=25).map("\n".join))
def test_any_lines_in_any_order_are_covered_and_cut_the_same_twice(text: str) -> None:
    page = Page("pg-x", Media.TEXT, text, text.encode("utf-8", "replace"), "utf-8")
    found = extract(page, (), identify_language, ExtractConfig())
    check_cover(PageInput(page, ()), found)
    assert found == extract(page, (), identify_language, ExtractConfig())


def test_html_with_full_articles_below_the_main_text() -> None:
    more = "".join(
        f"<div><span>Orm Courier</span><span> </span><p>2 hours ago</p><h3>Teachers in {town} end their strike</h3>"
        f"<p>Teachers in {town} ended a strike of nine days on Sunday. {PARAGRAPH} {PARAGRAPH} {PARAGRAPH} "
        f"{PARAGRAPH}</p></div>"
        for town in ("Orm", "Brask")
    )
    page, found = cut(HTML.replace("<footer>", f"<section>{more}</section><footer>"))
    check_cover(page, found)
    titles = [article.title for article in found.articles]
    assert titles == [
        "Dam at Kell is opened",
        "Teachers in Orm end their strike",
        "Teachers in Brask end their strike",
    ]


def test_what_follows_a_closing_credit_is_no_text() -> None:
    text = (
        "Kellan will not wait for talks\n\nKellan told parliament that Vesta would not wait.\n\nWith inputs from AFP\n"
        "About the author\nMira Tolland has covered Vesta since 2019. She lives in Arden City.\n"
    )
    page, found = cut(text)
    check_cover(page, found)
    assert found.articles[0].text.endswith("With inputs from AFP")
    assert kinds(found)["About the author"] == "author"


def test_a_subheading_with_an_acronym_is_no_credit() -> None:
    text = (
        "Kellan asks for help\n\nKellan asked for help.\n\nWith NDA troops\n\nThe troops would come in May.\n"
    )
    assert cut(text)[1].articles[0].text.endswith("in May.")


def test_a_question_can_be_a_title() -> None:
    _, found = cut("Is Kellan ready for talks?\n\nNobody in Arden knows. The president is silent.\n")
    assert found.articles[0].title == "Is Kellan ready for talks?"


TAGS = st.sampled_from(["p", "div", "h1", "h2", "li", "article", "span", "noscript", "td"])
BLOCKS = st.tuples(TAGS, st.one_of(LINES, st.just(PARAGRAPH), st.just("2 hours ago"), st.text(max_size=40)))


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, max_size=20))
def test_any_html_is_covered_and_cut_the_same_twice(blocks: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks)
    found = read_page(
        f"<!doctype html><html><body><p>Start.</p>{body}".encode("utf-8", "replace"), "p", ReaderConfig()
    )
    if isinstance(found, PageInput):
        cut_once = extract(found.page, found.sightings, identify_language, ExtractConfig())
        check_cover(found, cut_once)
        assert cut_once == extract(found.page, found.sightings, identify_language, ExtractConfig())


def test_reasons_differ_between_pages_with_the_same_furniture() -> None:
    pages = [
        f"Kellan visits {town}\n\nKellan was in {town} on Monday.\n\nComments\n12\n"
        for town in ("Orm", "Brask")
    ]
    reasons = [{item.reason.text for item in cut(text)[1].furniture} for text in pages]
    assert not reasons[0] & reasons[1]


def test_many_headings_take_linear_time() -> None:
    started = time.perf_counter()
    _, found = cut("Some title like this\nThe dam was opened on Friday, he said.\n" * 6_000)
    assert time.perf_counter() - started < 20
    assert len(found.articles) == 1


def test_lines_beyond_the_limit_are_kept_and_counted() -> None:
    text = "A title of a report\nThe dam was opened on Friday, he said.\n" + "x\n" * 50
    page = read(text)
    found = extract(page.page, page.sightings, identify_language, ExtractConfig(max_lines=10))
    check_cover(page, found)
    assert [problem.kind for problem in found.problems] == ["too many lines"]
    assert "42" in found.problems[0].message
    assert found.furniture[-1].kind == "over the limit"
    assert found.articles[0].title == "A title of a report"


def test_a_deeply_nested_page_is_an_article() -> None:
    text = "The dam at Kell was opened on Friday, the engineers of the province said. " * 3
    raw = f"<html><body>{'<div>' * 3_000}<p>{text}</p><p>{text[::-1]}</p>{'</div>' * 3_000}</body></html>"
    page, found = cut(raw)
    check_cover(page, found)
    assert any(text.strip() in article.text for article in found.articles)


def test_a_page_without_a_title_has_the_one_that_its_surroundings_tell() -> None:
    body = (
        "ORM - The quay is open again, the port said on Monday.\n\n“We sail,” Mira Tolland told reporters.\n"
    )
    found = read(body)
    told = replace(found.sightings[0], fields=(Field("title", "Quay open", "mail subject"),))
    (article,) = extract(found.page, (told,), identify_language, ExtractConfig()).articles
    assert article.title == "Quay open"
    assert article.title_span is None
    own = replace(found.page, fields=(Field("title", "The quay", "title"),))
    (article,) = extract(own, (told,), identify_language, ExtractConfig()).articles
    assert article.title == "The quay"
