"""What HTML pages say of themselves, as real publishing systems write it (all names invented)."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Field
from onrecord.readers.field_values import clean_byline, clean_value, whole_address
from onrecord.readers.html import read_html

GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": ["NewsArticle", "Article"],
            "@id": "https://orm.example/dam#article",
            "headline": "Dam &#8220;opened&#8221;",
            "author": {"@id": "https://orm.example/#/person/7"},
            "publisher": {"@id": "https://orm.example/#org"},
            "datePublished": "2031-05-03T09:00:00+00:00",
            "mainEntityOfPage": {"@id": "https://orm.example/dam"},
        },
        {"@type": "Person", "@id": "https://orm.example/#/person/7", "name": "Mira Tolland"},
        {"@type": "Organization", "@id": "https://orm.example/#org", "name": "Orm Courier"},
    ],
}
SYNDICATED = {
    "@type": "ReportageNewsArticle",
    "headline": "Dam opened",
    "author": [{"@type": "Person", "name": "Mira Tolland"}, {"name": ["Ivo Brandt"]}, "Kell Desk"],
    "publisher": {"name": "Orm Courier"},
    "provider": {"name": "Orm Courier"},
    "sourceOrganization": {"@type": "Organization", "name": "Norwire"},
    "isBasedOn": "https://norwire.example/1",
    "license": {"@type": "CreativeWork", "url": "https://creativecommons.org/licenses/by/4.0/"},
}


def said(page: str) -> list[tuple[str, str, str]]:
    return [(field.name, field.value, field.origin) for field in read_html(page, 100_000)[1]]


def values(page: str, name: str) -> list[str]:
    return [value for field, value, _ in said(page) if field == name]


def script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script><p>Text.</p>'


def test_references_within_a_graph_are_followed() -> None:
    found = said(script(GRAPH))
    assert ("title", "Dam “opened”", "json-ld headline") in found
    assert ("byline", "Mira Tolland", "json-ld author") in found
    assert ("outlet", "Orm Courier", "json-ld publisher") in found
    assert ("url", "https://orm.example/dam", "json-ld url") in found


def test_authors_are_one_byline_and_makers_other_than_the_publisher_are_sources() -> None:
    page = script([SYNDICATED])
    assert values(page, "byline") == ["Mira Tolland, Ivo Brandt, Kell Desk"]
    assert values(page, "source") == ["https://norwire.example/1", "Norwire"]
    assert values(page, "licence") == ["https://creativecommons.org/licenses/by/4.0/"]


@pytest.mark.parametrize(
    "text",
    [
        '<!-- {"@type": "BlogPosting", "headline": "Dam opened", "author": "A Pell"} -->',
        '//<![CDATA[\n{"@type": "LiveBlogPosting", "headline": "Dam opened", "a": 1}\n//]]>',
        '{"@type": "http://schema.org/AnalysisNewsArticle", "headline": "Dam opened", "tags": ["a", ], }',
        '{"@type": "NewsArticle", "headline": "Dam\nopened", "a": 1}',
    ],
)
def test_blocks_as_pages_get_them_wrong(text: str) -> None:
    assert values(f'<script type="application/ld+json">{text}</script><p>T.</p>', "title") == ["Dam opened"]


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"@type": "Article"}', "null", '"x"', '[[], {"@graph": 3}]']
)
def test_blocks_that_say_nothing(text: str) -> None:
    assert said(f'<script type="application/ld+json">{text}</script><p>T.</p>') == []


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (
            '<meta name="DC.date.issued" content="2031-05-03">',
            ("published", "2031-05-03", "meta DC.date.issued"),
        ),
        (
            '<meta name="parsely-author" content="By Mira Tolland">',
            ("byline", "Mira Tolland", "meta parsely-author"),
        ),
        (
            '<meta name="sailthru.date" content="2031-05-03">',
            ("published", "2031-05-03", "meta sailthru.date"),
        ),
        (
            '<meta name="cXenseParse:recs:publishtime" content="2031-05-03T01:00Z">',
            ("published", "2031-05-03T01:00Z", "meta cXenseParse:recs:publishtime"),
        ),
        (
            '<meta name="syndication-source" content="https://norwire.example/1">',
            ("source", "https://norwire.example/1", "meta syndication-source"),
        ),
        (
            '<link rel="syndication-source" href="https://norwire.example/1">',
            ("source", "https://norwire.example/1", "link syndication-source"),
        ),
        (
            '<a rel="license nofollow" href="https://creativecommons.org/licenses/by/4.0/">CC</a>',
            ("licence", "https://creativecommons.org/licenses/by/4.0/", "a rel license"),
        ),
        ('<a rel="author" href="/m">Mira Tolland</a>', ("byline", "Mira Tolland", "a rel author")),
        (
            '<address>By <a rel="author" href="/m">Mira Tolland</a></address>',
            ("byline", "Mira Tolland", "a rel author"),
        ),
        (
            '<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="datePublished" '
            'content="2031-05-03">May 3</span></div>',
            ("published", "2031-05-03", "itemprop datePublished"),
        ),
        (
            '<div itemscope itemtype="https://schema.org/NewsArticle"><div itemprop="author" itemscope '
            'itemtype="https://schema.org/Person"><span itemprop="name">Mira Tolland</span> Editor'
            "</div></div>",
            ("byline", "Mira Tolland", "itemprop author"),
        ),
        (
            '<div vocab="https://schema.org/" typeof="NewsArticle">'
            '<h2 property="schema:headline">Dam opened</h2></div>',
            ("title", "Dam opened", "property headline"),
        ),
    ],
)
def test_one_tag(tag: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(f"<html><body>{tag}<p>Text.</p></body></html>")


def test_comments_and_further_articles_do_not_speak_for_the_first() -> None:
    article = (
        '<article itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headline">{}</b></article>'
    )
    comment = (
        '<div itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" '
        'datetime="2031-06-01">June</time><i itemprop="author">Reader</i></div>'
    )
    page = article.format("Dam opened") + comment + article.format("Ferry back")
    assert values(page, "title") == ["Dam opened"]
    assert values(page, "published") == [] and values(page, "byline") == []


def test_addresses_are_whole_or_left_out() -> None:
    link = '<link rel="canonical" href="/dam">'
    assert values(f"{link}<p>T.</p>", "url") == []
    assert values(f'<base href="https://orm.example/x/">{link}<p>T.</p>', "url") == [
        "https://orm.example/dam"
    ]
    both = '<link rel="amphtml" href="https://orm.example/amp"><link rel="canonical" href="https://orm.example/dam">'
    assert values(f"{both}<p>T.</p>", "url") == ["https://orm.example/dam", "https://orm.example/amp"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("By Mira Tolland", "Mira Tolland"),
        ("Von Jens Karow", "Jens Karow"),
        ("Автор: Олег Брандт", "Олег Брандт"),
        ("m.tolland@orm.example (Mira Tolland)", "Mira Tolland"),
        ("Byron Pell", "Byron Pell"),
        ("Vonda Pell", "Vonda Pell"),
        ("admin", ""),
        ("https://social.example/ormcourier", ""),
        ("@ormcourier", ""),
        ("{{author}}", ""),
        ("<a href='/m'>Mira&nbsp;Tolland</a>", "Mira Tolland"),
    ],
)
def test_bylines_as_they_are_signed(value: str, expected: str) -> None:
    assert clean_byline(value) == expected


def test_values_without_tags_entities_and_placeholders() -> None:
    assert clean_value(" Dam &amp;amp; ferry\u200b \n <b>opened</b>") == "Dam & ferry opened"
    assert clean_value("undefined") == "" and clean_value("%%title%%") == ""
    assert clean_value("a \ud800 b") == "a b"
    assert whole_address("javascript:void(0)", "") == "" and whole_address("http://[", "") == ""


def test_many_times_do_not_crowd_out_the_rest() -> None:
    times = "".join(
        f'<time datetime="2031-05-{day:02}T{hour:02}:00">x</time>'
        for day in range(1, 29)
        for hour in range(9)
    )
    assert values(times + script(GRAPH), "outlet") == ["Orm Courier"]


@pytest.mark.parametrize(
    "page",
    [
        '<div itemscope itemtype="x/Article">' * 3_000 + '<b itemprop="headline">x</b>' * 3_000,
        "<p itemprop='author headline' property='author'>" * 5_000,
        script([SYNDICATED] * 500) * 20,
        '<meta name="author" content="' + "<a " * 100_000 + '">',
    ],
)
def test_no_shape_of_page_takes_long(page: str) -> None:
    started = time.perf_counter()
    read_html(page, 1_000_000)
    assert time.perf_counter() - started < 5


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_value_gives_one_clean_line(text: str) -> None:
    value = clean_value(text)
    assert "\n" not in value and value == value.strip()
    assert all(isinstance(field, Field) for field in read_html(f"<title>{text}</title><p>x", 1_000)[1])


def test_white_space_in_a_broken_block_costs_no_time() -> None:
    for text in ('{"a": 1,' + " " * 90_000 + "x", " \n" * 45_000 + "{", "," + " " * 90_000, "/*" * 45_000):
        started = time.process_time()
        assert said(f'<script type="application/ld+json">{text}</script><p>T.</p>') == []
        assert time.process_time() - started < 2
