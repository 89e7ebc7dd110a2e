"""Feeds to pages, and what they tell of pages kept elsewhere."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.data import Media
from onrecord.readers.feeds import read_feed
from onrecord.readers.teasers import is_teaser
from tests.readers.giving import give

BODY = "<p>The dam above Orlin was opened on Friday, the water board said.</p>" + (
    "<p>“It will hold for a hundred years,” the minister, Mira Tolland, told reporters at the gate.</p>" * 3
)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Orlin Courier &ndash; Home</title><link>https://www.courier.example/</link>
<atom:link rel="self" href="https://www.courier.example/feed"/><language>en</language>
<item><title>Dam &amp;amp; lake open</title><link>/2031/dam?id=1&page=2</link>
<guid isPermaLink="false">77</guid>
<pubDate>Fri, 02 May 2031 10:00:00 GMT</pubDate><dc:creator>Ines Varga</dc:creator>
<category>Region</category><category>Water</category>
<description>The dam was opened [&#8230;]</description>
<content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Ferry late</title><link>https://www.courier.example/ferry</link>
<pubDate>Sat, 03 May 2031 11:00:00 GMT</pubDate><description>The ferry was late.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Seeblatt</title>
<link href="https://seeblatt.example/"/><link rel="self" href="https://seeblatt.example/atom.xml"/>
<entry><title type="html">Der &lt;b&gt;Hafen&lt;/b&gt;</title>
<link rel="enclosure" href="https://seeblatt.example/bild.jpg"/><link href="https://seeblatt.example/hafen"/>
<published>2031-05-02T09:00:00Z</published><updated>2031-05-03T09:00:00Z</updated>
<author><name>Jan Riehl</name></author><author><name>Lea Post</name></author><category term="Stadt"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Hafen ist seit Freitag wieder offen,
wie das Amt mitteilte.</p><p>Die Schiffe fahren nach dem alten Plan, und die Schleuse bleibt bis zum Herbst in
Betrieb, sagte eine Sprecherin des Amtes am Freitag.</p></div></content></entry></feed>"""

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://bay.example/"><title>Bay Post</title><link>https://bay.example/</link></channel>
<item rdf:about="https://bay.example/1"><title>Tide</title>
<link>https://bay.example/1</link><dc:date>2031-05-02</dc:date>
<content:encoded>{BODY.replace("<", "&lt;")}</content:encoded></item></rdf:RDF>"""


def test_a_full_text_is_a_page_with_what_the_feed_says_of_it() -> None:
    found = give(read_feed, RSS.encode(), "feed.xml")
    page = found.pages[0].page
    assert page.media is Media.RECORD
    assert page.text.startswith(
        "Dam & lake open\n\nThe dam above Orlin was opened on Friday, the water board said.\n"
    )
    assert found.fields() == {
        "feed entry title": "Dam & lake open",
        "feed pubDate": "Fri, 02 May 2031 10:00:00 GMT",
        "feed creator": "Ines Varga",
        "feed category": "Region, Water",
        "feed language": "en",
    }
    seen = found.pages[0].sightings[0]
    assert (seen.place, seen.url) == ("feed.xml:1", "https://www.courier.example/2031/dam?id=1&page=2")
    assert seen.outlet == "courier.example"
    assert [(field.name, field.value) for field in seen.fields] == [("outlet", "Orlin Courier – Home")]


def test_a_teaser_is_counted_and_told_of() -> None:
    found = give(read_feed, RSS.encode(), "feed.xml")
    assert found.kinds == ["teaser only"]
    assert "Ferry late" in found.problems[0].message
    told = found.listings[1]
    assert told.url == "https://www.courier.example/ferry"
    assert ("published", "Sat, 03 May 2031 11:00:00 GMT", "feed pubDate") in [
        (field.name, field.value, field.origin) for field in told.fields
    ]


def test_atom() -> None:
    found = give(read_feed, ATOM.encode())
    assert found.texts[0].split("\n")[0] == "Der Hafen"
    assert "wie das Amt mitteilte.\nDie Schiffe" in found.texts[0]
    assert found.fields()["feed author"] == "Jan Riehl, Lea Post"
    assert found.fields()["feed updated"] == "2031-05-03T09:00:00Z"
    assert found.fields()["feed language"] == "de"
    assert found.pages[0].sightings[0].url == "https://seeblatt.example/hafen"


def test_rss_1() -> None:
    found = give(read_feed, RDF.encode())
    assert found.texts[0].startswith("Tide\n\nThe dam above Orlin")
    assert found.pages[0].sightings[0].fields[0].value == "Bay Post"


@pytest.mark.parametrize(
    ("text", "full", "teaser"),
    [
        ("The ferry was late.", True, True),
        ("word " * 60, True, False),
        ("word " * 60, False, True),
        ("word " * 200, False, False),
        ("word " * 100 + "[…]", True, True),
        ("word " * 200 + "…\nThe post Ferry appeared first on Bay Post", False, True),
        ("word " * 500 + "…", False, False),
        ("He said: “I do not know…” and left. " + "word " * 180, False, False),
        ("大坝" * 60, True, False),
    ],
)
def test_what_a_teaser_is(text: str, full: bool, teaser: bool) -> None:
    assert is_teaser(text, full) is teaser


def test_the_same_entry_in_two_feeds_is_one_page() -> None:
    one = give(read_feed, RSS.encode(), "monday.xml").pages[0]
    two = give(read_feed, RSS.replace("Ferry", "Train").encode(), "tuesday.xml").pages[0]
    assert one.page.id == two.page.id
    assert one.sightings[0].id == two.sightings[0].id


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "koi8-r"])
def test_encodings(encoding: str) -> None:
    body = "Плотину открыли в пятницу, сообщило водное управление области. " * 15
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><title>Вестник</title><item><title>Плотина'
    )
    text += (
        f"</title><link>https://v.example/1</link><description>{body}</description></item></channel></rss>"
    )
    assert give(read_feed, text.encode(encoding)).texts[0].startswith("Плотина\n\nПлотину открыли")


def test_slips_of_feeds_are_read_over() -> None:
    raw = RSS.replace("Ferry late", "Ferry & train &nbsp;late").replace(
        "<category>Water", "<category>W\x07ater"
    )
    found = give(read_feed, b"\n\n" + raw.encode())
    assert "Ferry & train late" in found.problems[0].message
    assert len(found.pages) == 1
    assert found.kinds == ["teaser only"]


def test_a_broken_end_is_counted_and_what_came_before_is_kept() -> None:
    found = give(read_feed, RSS[: RSS.index("Ferry late") + 5].encode())
    assert len(found.pages) == 1
    assert "broken feed" in found.kinds


def test_a_feed_without_entries() -> None:
    assert give(read_feed, b"<rss><channel><title>x</title></channel></rss>").kinds == ["empty page"]


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + '<!ENTITY x SYSTEM "file:///etc/hostname">]>'
)


def test_entities_are_neither_expanded_nor_fetched() -> None:
    start = time.monotonic()
    raw = RSS.replace("<rss ", f"{BOMB}<rss ", 1).replace("Ferry late", "Ferry &j; &x;")
    found = give(read_feed, raw.encode())
    assert time.monotonic() - start < 5
    assert len(found.pages) == 1
    assert all("lollol" not in problem.message for problem in found.problems)
    assert "Ferry &j; &x;" in found.problems[0].message


def test_ten_thousand_entries_that_point_at_the_feed_itself() -> None:
    item = "<item><title>Again</title><link>https://www.courier.example/feed</link></item>"
    found = give(read_feed, f"<rss><channel>{item * 10_000}</channel></rss>".encode())
    assert len(found.problems) == len(found.listings) == 10_000


def test_an_entry_of_too_many_elements_ends_the_reading() -> None:
    item = "<item><title>Again</title><description>x</description></item>"
    many = "<a>b</a>" * 400_000
    found = give(read_feed, f"<rss><channel>{many}{item}<item>{many}</item>{item}</channel></rss>".encode())
    assert found.kinds == ["teaser only", "broken feed"]
    assert "elements in one" in found.problems[1].message


def test_deep_nesting() -> None:
    raw = b"<rss><channel><item><description>" + b"<div>" * 100_000
    assert give(read_feed, raw).pages == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_mutated_bytes_never_raise(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from([RSS, ATOM, RDF])).encode())
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=10))
        raw = raw or bytearray(b"<")
    found = give(read_feed, bytes(raw))
    assert found.pages or found.problems
