"""What was fetched and what was cut out of it: spans, pages, sightings, articles, furniture.

Offsets are Python string offsets (Unicode code points), half open, into the text that the field
names: a page's `text` or an article's `text`.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (code points, half open) of a text, with those characters."""

    start: int
    end: int
    text: str


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text` between two offsets, carrying its own words."""
    return Span(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided, in a sentence about this very case, with the spans it rests on.

    `spans` are in the text of the article that the reason's owner belongs to, unless the owner
    says otherwise. A reason that would read the same on another article is a defect.
    """

    text: str
    spans: tuple[Span, ...] = ()


class Media(StrEnum):
    """How a page came: `text` flat, `html`, `record` (a row with title, text, url, date), `pdf`, or
    `document` (a word processor's file)."""

    TEXT = "text"
    HTML = "html"
    RECORD = "record"
    PDF = "pdf"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Field:
    """A statement about a page found outside its visible text: a meta tag, a JSON-LD value, a column.

    `name` is one of title, published, modified, outlet, byline, url, language, section, licence, source
    (where the text is said to be taken from);
    `origin` says where it stood ("meta article:published_time", "column date").
    """

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Page:
    """One fetched page. `id` hashes the content (raw bytes and fields), never where it was seen.

    `text` is the one decoded visible text that page offsets count in: the file itself for flat
    text, the rendered lines for HTML, title and body for a record. `raw` is kept unchanged.
    """

    id: str
    media: Media
    text: str
    raw: bytes
    encoding: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a page was seen. `place` is the path below what the user named (`file.jsonl:12`).

    `outlet` is the domain of the URL or what the row names, None when neither is known;
    `fetched` is an ISO date or time, None when unknown. `fields` is what the place says of the page,
    not the page of itself: a feed's date, a sitemap's, an HTTP header.
    """

    id: str
    page_id: str
    place: str
    url: str | None = None
    outlet: str | None = None
    fetched: str | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class RecurringLine:
    """A line of this page that other pages of its site hold too.

    `line` is the line folded as `onrecord.text.recurring` does; it stands on `pages` of the `of`
    different pages that the case holds of `site` (pages that are nearly the same count once).
    """

    line: str
    site: str
    pages: int
    of: int


@dataclass(frozen=True, slots=True)
class PageInput:
    """A page together with all its known sightings, sorted by id: what article stages start from.

    `cuts` is what an analyst decided (start, end of each article in the page's text), None when
    nobody did; `judged` says who and when ("Ada Brunn judged on 2031-03-04"). `recurring` is what the
    other pages of the site teach about this one.
    """

    page: Page
    sightings: tuple[Sighting, ...]
    cuts: tuple[tuple[int, int], ...] | None = None
    recurring: tuple[RecurringLine, ...] = ()
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, dated or resolved: counted by `kind`, kept with its place.

    `kind` is a short stable phrase ("empty page", "not text"); `message` names file and place.
    """

    kind: str
    message: str
    place: str
    page_id: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of a page that belongs to no article. `span` is in the page's text."""

    page_id: str
    span: Span
    kind: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of an article's metadata. `span` is in the PAGE's text; None if from a field or URL."""

    value: str
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text cut out of a page.

    `spans` are the page spans it is made of, in order; `text` is their texts joined by one
    newline (see `page_spans` for the way back). The title line, where it stands on the page, is
    the first line of `text`. `title_span` and `headings` (subheadings: lines that are not
    sentences of the text) are in the article's text.
    """

    id: str
    page_id: str
    number: int
    spans: tuple[Span, ...]
    text: str
    title: str | None = None
    title_span: Span | None = None
    headings: tuple[Span, ...] = ()
    outlet: Fact | None = None
    byline: Fact | None = None
    age: Fact | None = None


def page_spans(article: Article, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Map offsets of an article's text to (start, end) ranges of its page's text."""
    found: list[tuple[int, int]] = []
    offset = 0
    for span in article.spans:
        length = span.end - span.start
        low, high = max(start, offset), min(end, offset + length)
        if low < high:
            found.append((span.start + low - offset, span.start + high - offset))
        offset += length + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 `code` ("und" when unknown), with a confidence from 0 to 1."""

    code: str
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency that the article itself names as where it comes from.

    `role`: dateline, agency, byline, syndication, title ("... - Reuters"). `span` is in the article's text.
    """

    name: str
    role: str
    span: Span
    reason: Reason
