"""One source to pages: what kind it is (by content), and one page or, for JSONL, one a row."""

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.config import ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, Problem, Sighting
from onrecord.ids import make_id
from onrecord.readers.decode import decode
from onrecord.readers.files import Source
from onrecord.readers.html import read_html
from onrecord.readers.rows import Row, looks_like_rows, read_rows
from onrecord.readers.urls import domain_of

HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:p|div|span|a|br|li|ul|td|tr|h[1-6]|meta|link|script|style|img|title)\b[^<]{0,400}>", re.IGNORECASE
)
MIN_TAGS = 6
SNIFF_BYTES = 16_384

Read = PageInput | Problem


def read_source(source: Source, config: ReaderConfig) -> Iterator[Read]:
    """Pages of one source, lazily; what cannot be read comes as problems. Never raises on content."""
    if source.problem is not None:
        yield source.problem
        return
    try:
        yield from _read(source, config)
    except OSError as error:
        why = error.strerror or "cannot be read"
        yield Problem("unreadable file", f"{source.place}: {why}", source.place)


def _read(source: Source, config: ReaderConfig) -> Iterator[Read]:
    with source.path.open("rb") as stream:
        head = stream.read(SNIFF_BYTES)
    if looks_like_rows(head, source.place):
        for row in read_rows(source, config):
            yield row if isinstance(row, Problem) else _record(row, config)
        return
    if source.size > config.max_bytes:
        yield _problem("too large", source.place, f"{source.size} bytes, more than {config.max_bytes}")
        return
    yield read_page(source.path.read_bytes(), source.place, config)


def read_page(raw: bytes, place: str, config: ReaderConfig) -> Read:
    """One flat text or HTML page from its bytes; `place` names it in problems."""
    if not raw.strip():
        return _problem("empty page", place, "nothing in it")
    found = decode(raw, declares=True)
    if found is None:
        return _problem("not text", place, f"{len(raw)} bytes that are not text")
    text, encoding = found
    fields: tuple[Field, ...] = ()
    media = Media.TEXT
    if _looks_like_html(text[:SNIFF_BYTES]):
        media = Media.HTML
        text, fields = read_html(text, config.max_text)
    if not text.strip():
        return _problem("empty page", place, "no visible text in it")
    if len(text) > config.max_text:
        return _problem("too large", place, f"{len(text)} characters, more than {config.max_text}")
    page = Page(make_id("pg", [media.value, raw]), media, text, raw, encoding, fields)
    url = next((field.value for field in fields if field.name == "url"), None)
    return _seen(page, place, url, None, None)


def _looks_like_html(head: str) -> bool:
    """By its first tag, or by several tags of pages; a lone tag in a flat text is no HTML."""
    stripped = head.lstrip()
    starts = stripped.startswith("<") and HTML_START.search(stripped[:4_000]) is not None
    return starts or sum(1 for _ in islice(TAG.finditer(head), MIN_TAGS)) == MIN_TAGS


def _record(row: Row, config: ReaderConfig) -> Read:
    if len(row.text) > config.max_text:
        return _problem("too large", row.place, f"{len(row.text)} characters, more than {config.max_text}")
    if not row.text.strip():
        return _problem("empty page", row.place, "neither title nor text in the row")
    page_id = make_id("pg", [Media.RECORD.value, row.raw])
    page = Page(page_id, Media.RECORD, row.text, row.raw, "utf-8", row.fields)
    return _seen(page, row.place, row.url, row.outlet, row.fetched)


def _seen(page: Page, place: str, url: str | None, outlet: str | None, fetched: str | None) -> PageInput:
    outlet = outlet or (domain_of(url) if url else None)
    sighting = Sighting(make_id("si", [page.id, url or place]), page.id, place, url, outlet, fetched)
    return PageInput(page, (sighting,))


def _problem(kind: str, place: str, what: str) -> Problem:
    return Problem(kind, f"{place}: {what}", place)
