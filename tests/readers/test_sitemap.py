"""Sitemaps: what they tell of addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.readers import address_key
from onrecord.readers.sitemap import read_sitemap
from tests.readers.giving import give

SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://www.courier.example/dam</loc><lastmod>2031-05-03</lastmod>
<image:image><image:loc>https://www.courier.example/d.jpg</image:loc><image:title>Gate</image:title></image:image>
<news:news><news:publication><news:name>Orlin Courier</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2031-05-02T10:00:00+02:00</news:publication_date>
<news:title>Dam &amp; lake open</news:title></news:news></url>
<url><loc>https://www.courier.example/about</loc></url>
</urlset>"""


def test_what_a_news_sitemap_tells() -> None:
    found = give(read_sitemap, SITEMAP, "sitemap.xml")
    assert [listing.url for listing in found.listings] == ["https://www.courier.example/dam"]
    told = {field.origin: (field.name, field.value) for field in found.listings[0].fields}
    assert told == {
        "sitemap lastmod": ("modified", "2031-05-03"),
        "sitemap news:publication_date": ("published", "2031-05-02T10:00:00+02:00"),
        "sitemap news:title": ("title", "Dam & lake open"),
        "sitemap news:name": ("outlet", "Orlin Courier"),
        "sitemap news:language": ("language", "en"),
    }
    assert found.problems == []


def test_an_index_is_counted() -> None:
    raw = b"<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>"
    assert give(read_sitemap, raw).kinds == ["sitemap index"]


def test_a_broken_sitemap_tells_what_came_before() -> None:
    found = give(read_sitemap, SITEMAP[:-200])
    assert len(found.listings) == 1
    assert found.kinds == ["broken sitemap"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.example/x/", "http://a.example/x", True),
        ("https://a.example/x?utm_source=rss&id=1#top", "https://a.example/x?id=1", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/X", "https://a.example/x", False),
        ("https://a.example:8080/x", "https://a.example/x", False),
    ],
)
def test_two_writings_of_one_address(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same


@given(st.text())
def test_no_address_raises(url: str) -> None:
    assert isinstance(address_key(url), str)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(SITEMAP)), st.binary(max_size=20))
def test_mutated_bytes_never_raise(at: int, put: bytes) -> None:
    give(read_sitemap, SITEMAP[:at] + put + SITEMAP[at + len(put) :])
