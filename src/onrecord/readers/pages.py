"""One page from its bytes: HTML or flat text, decoded, with the sighting that says where it was seen."""

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.config import ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, Problem, Sighting
from onrecord.ids import make_id
from onrecord.readers.decode import decode
from onrecord.readers.entry import Entry, Told
from onrecord.readers.html import read_html
from onrecord.readers.streams import read_up_to
from onrecord.readers.urls import domain_of

HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:p|div|span|a|br|li|ul|td|tr|h[1-6]|meta|link|script|style|img|title)\b[^<]{0,400}>", re.IGNORECASE
)
MIN_TAGS = 6
SNIFF_CHARACTERS = 16_384


def read_page_entry(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """The page that a file or member is."""
    raw = read_whole(entry, config)
    yield raw if isinstance(raw, Problem) else read_page(raw, entry.place, config, entry.told)


def read_whole(entry: Entry, config: ReaderConfig) -> bytes | Problem:
    """All bytes of an entry; a problem when they are more than a page may have."""
    if entry.size is not None and entry.size > config.max_bytes:
        return problem("too large", entry.place, f"{entry.size:,} bytes, {_most(config)}")
    with entry.open() as stream:
        raw = read_up_to(stream, config.max_bytes + 1)
    if len(raw) > config.max_bytes:
        return problem("too large", entry.place, _most(config))
    return raw


def _most(config: ReaderConfig) -> str:
    return f"more than the {config.max_bytes:,} that a page may have ([reader] max_bytes, docs/config.md)"


def read_page(raw: bytes, place: str, config: ReaderConfig, told: Told | None = None) -> PageInput | Problem:
    """One flat text or HTML page from its bytes; `place` names it in problems, `told` is what the
    container or an HTTP header says of it."""
    told = told or Told()
    if not raw.strip():
        return problem("empty page", place, "nothing in it")
    found = decode(raw, declares=True, told=told.encoding)
    if found is None:
        return problem("not text", place, f"{len(raw)} bytes that are not text")
    fields: tuple[Field, ...] = ()
    media, text = Media.TEXT, found.text
    if _looks_like_html(text[:SNIFF_CHARACTERS]):
        media = Media.HTML
        text, fields = read_html(text, config.max_text)
    if not text.strip():
        return problem("empty page", place, "no visible text in it")
    if len(text) > config.max_text:
        return problem("too large", place, f"{len(text)} characters, more than {config.max_text}")
    # The bytes alone make the id, unless only the place could tell how to read them.
    key: list[str | bytes] = [media.value, raw, found.encoding] if found.by_told else [media.value, raw]
    return seen(Page(make_id("pg", key), media, text, raw, found.encoding, fields), place, told)


def seen(page: Page, place: str, told: Told) -> PageInput:
    """A page with its sighting: URL and outlet as told, else the URL that the page gives itself."""
    url = told.url or next((field.value for field in page.fields if field.name == "url"), None)
    outlet = told.outlet or (domain_of(url) if url else None)
    key = make_id("si", [page.id, url or place])
    return PageInput(page, (Sighting(key, page.id, place, url, outlet, told.fetched, told.fields),))


def _looks_like_html(head: str) -> bool:
    """By its first tag, or by several tags of pages; a lone tag in a flat text is no HTML."""
    stripped = head.lstrip()
    starts = stripped.startswith("<") and HTML_START.search(stripped[:4_000]) is not None
    return starts or sum(1 for _ in islice(TAG.finditer(head), MIN_TAGS)) == MIN_TAGS


def problem(kind: str, place: str, what: str) -> Problem:
    """A counted problem at `place`."""
    return Problem(kind, f"{place}: {what}", place)
