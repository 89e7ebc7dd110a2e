"""One record (a row of a table, an entry of a feed) to a page: title and text, and what else it says.

A page's id hashes the canonical bytes of what the record says, so the same row is the same page in
JSONL, CSV and Parquet. Address, outlet and time of fetching belong to the sighting.
"""

import html as entities
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from onrecord.config import ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, Problem
from onrecord.ids import make_id
from onrecord.readers.decode import printable
from onrecord.readers.entry import Told
from onrecord.readers.html import parse_html, render
from onrecord.readers.pages import problem, seen

FIELDS = {
    "title": "title",
    "date": "published",
    "modified": "modified",
    "byline": "byline",
    "section": "section",
    "language": "language",
    "licence": "licence",
}
"""What a record may say of its page, and the name of the field that it becomes."""
SEEN = ("url", "outlet", "fetched")
"""What a record says of where the page was seen."""
NAMES = ("text", *FIELDS, *SEEN)

BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|table|figure|section|article)\b[^<>]{0,400}>", re.IGNORECASE
)
ANY_TAG = re.compile(
    r"</(?:a|b|i|em|strong|span|u|font|small|sup|sub|cite|q)\s{0,3}>|<(?:img|hr)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
EPOCH = re.compile(r"[1-9][0-9]{9}(?:[0-9]{3}|\.[0-9]{1,9})?")
DATES = ("date", "modified")
LOOKED_AT = 20_000
MIN_INLINE = 2


@dataclass(frozen=True, slots=True)
class Record:
    """What one record says, by our names (`NAMES`); `origins` tells where each stood ("feed pubDate").

    `fields` go to the sighting. `shown` is the visible text of `values["text"]` where it is known already.
    """

    place: str
    values: Mapping[str, str]
    origins: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()
    shown: str | None = None


def record_page(record: Record, config: ReaderConfig, told: Told | None = None) -> PageInput | Problem:
    """The page of a record, or why there is none. Of what is `told` of the file, its fetching counts."""
    values = {name: printable(value) for name, value in record.values.items() if value and value.strip()}
    content = {name: values[name] for name in ("text", *FIELDS) if name in values}
    shown = (
        record.shown if record.shown is not None else visible_text(content.get("text", ""), config.max_text)
    )
    text = _text(content, printable(shown))
    if not text.strip():
        return problem("empty page", record.place, "neither title nor text in it")
    if len(text) > config.max_text:
        return problem("too large", record.place, f"{len(text)} characters, more than {config.max_text}")
    raw = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    page_id = make_id("pg", [Media.RECORD.value, raw])
    page = Page(page_id, Media.RECORD, text, raw, "utf-8", _fields(record, content))
    url, outlet, fetched = (values.get(name, "").strip() or None for name in SEEN)
    fetched = moment(fetched) if fetched else (told.fetched if told else None)
    return seen(page, record.place, Told(url, outlet, fetched, fields=record.fields))


def _fields(record: Record, content: Mapping[str, str]) -> tuple[Field, ...]:
    found = []
    for name, field_name in FIELDS.items():
        value = " ".join(plain(content.get(name, "")).split())
        value = moment(value) if name in DATES else value
        if value:
            found.append(Field(field_name, value[:1_000], record.origins.get(name, f"column {name}")))
    return tuple(found)


def _text(content: Mapping[str, str], body: str) -> str:
    """Title, blank line, body; the title once when the body begins with it."""
    title = " ".join(plain(content.get("title", "")).split())
    if title and _begins_with(body.lstrip(), title):
        title = ""
    return f"{title}\n\n{body}" if title and body else title or body


def _begins_with(body: str, title: str) -> bool:
    """Whether the title heads the body; not when the body's first sentence only begins with its words."""
    if not body.startswith(title):
        return False
    rest = body[len(title) : len(title) + 20]
    return not rest[:1].isalnum() and not rest.lstrip(" ")[:1].islower()


def visible_text(text: str, limit: int) -> str:
    """`text` itself, or what a browser shows of it when it is HTML."""
    if not is_markup(text):
        return text
    root = parse_html(text)
    return "" if root is None else render(root, limit)


def is_markup(text: str) -> bool:
    """Whether a text is HTML: a block tag, or two inline ones; a lone "<" or "<i>" is no HTML."""
    head = text[:LOOKED_AT]
    if "<" not in head:
        return False
    if BLOCK_TAG.search(head) is not None:
        return True
    return sum(1 for _ in islice(ANY_TAG.finditer(head), MIN_INLINE)) == MIN_INLINE


def moment(value: str) -> str:
    """A date as said; one in seconds or milliseconds since 1970 (years 2001 to 2286) in ISO."""
    if EPOCH.fullmatch(value) is None:
        return value
    seconds = int(value[:10])
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def plain(text: str) -> str:
    """A line (a title, a name) without the tags and entities that some feeds and tables keep in it."""
    if "<" in text and (ANY_TAG.search(text[:LOOKED_AT]) or is_markup(text)):
        root = parse_html(text)
        text = "" if root is None else render(root, LOOKED_AT)
    return entities.unescape(text) if ENTITY.search(text) else text
