"""Sitemaps: they hold no text, but tell when the pages at their addresses were published or changed.

`sitemap.xml`, sitemap indexes and news sitemaps (sitemaps.org, Google's news extension). What they tell
joins the sightings of pages with these addresses; no address is ever fetched.
"""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from onrecord.config import ReaderConfig
from onrecord.data import Field, Problem
from onrecord.readers.entry import Entry
from onrecord.readers.listing import Listing
from onrecord.readers.pages import problem
from onrecord.readers.records import plain
from onrecord.readers.xmlstream import XmlStream, drop, local_name

TOLD = {
    "lastmod": ("modified", "sitemap lastmod"),
    "publication_date": ("published", "sitemap news:publication_date"),
    "title": ("title", "sitemap news:title"),
    "name": ("outlet", "sitemap news:name"),
    "language": ("language", "sitemap news:language"),
}
OUTSIDE = frozenset(("image", "video"))
MAX_INSIDE = 200


def read_sitemap(entry: Entry, config: ReaderConfig) -> Iterator[Listing | Problem]:
    """What a sitemap tells of each address; an index of other sitemaps tells nothing, and is counted."""
    number = others = 0
    with entry.open() as stream:
        elements = XmlStream(stream, ("url",))
        for _, element in elements:
            name = local_name(element)
            if name == "url":
                number += 1
                listing = _listing(element, f"{entry.place}:{number}")
                if listing is not None:
                    yield listing
                drop(element)
            elif name == "sitemap":
                others += 1
                drop(element)
    if elements.broken:
        yield problem("broken sitemap", entry.place, f"after address {number}: {elements.broken}")
    elif others:
        what = f"an index of {others} other sitemaps: they are read when they are handed in too"
        yield problem("sitemap index", entry.place, what)
    elif not number:
        yield problem("empty page", entry.place, "a sitemap without addresses")


def _listing(element: etree._Element, place: str) -> Listing | None:
    address = next((child.text or "" for child in element if local_name(child) == "loc"), "").strip()
    told: dict[str, Field] = {}
    for child in _inside(element):
        if local_name(child) in TOLD:
            name, origin = TOLD[local_name(child)]
            value = " ".join(plain((child.text or "")[:1_000]).split())
            if value:
                told.setdefault(origin, Field(name, value, origin))
    if not told or not address:
        return None
    return Listing(address, place, tuple(told[origin] for _, origin in TOLD.values() if origin in told))


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    """Elements of one address, without those of its pictures and films."""
    pending = [child for child in islice(element, MAX_INSIDE) if local_name(child) not in OUTSIDE]
    for child in pending:
        if len(pending) < MAX_INSIDE:
            pending += islice(child, MAX_INSIDE)
        yield child
