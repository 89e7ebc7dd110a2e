"""JSONL: one page a row, with the fields url, title, text, date and optionally outlet, byline, fetched."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.config import ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, Problem
from onrecord.ids import make_id
from onrecord.readers.decode import is_binary, printable
from onrecord.readers.entry import Entry, Told
from onrecord.readers.pages import seen

LONG_ROW = 16_000
ROW_START = re.compile(rb"\{\s*\"(?:url|title|text|date|outlet|byline|fetched|id)\"\s*:")
NAMES = (".jsonl", ".ndjson")
CONTENT = ("title", "text", "date", "byline")
COLUMN_FIELDS = {"title": "title", "date": "published", "byline": "byline"}


@dataclass(frozen=True, slots=True)
class Row:
    """One good row. `raw` is canonical JSON of what it says, without where it was seen."""

    place: str
    text: str
    raw: bytes
    fields: tuple[Field, ...]
    url: str | None
    outlet: str | None
    fetched: str | None


def looks_like_rows(head: bytes, place: str) -> bool:
    """By name, or by a first line that is a JSON object with a title or a text."""
    if is_binary(head):
        return False
    if place.lower().endswith(NAMES):
        return True
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not first.startswith(b"{"):
        return False
    line, newline, _ = first.partition(b"\n")
    if not newline and len(head) >= len(first) > LONG_ROW:
        return ROW_START.match(first) is not None
    values = _object(line)
    return values is not None and ("text" in values or "title" in values)


def read_jsonl(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """Pages of a JSONL file, one a row, lazily; a bad row is a problem that names file and line."""
    for row in _rows(entry, config):
        yield row if isinstance(row, Problem) else _page(row, config)


def _page(row: Row, config: ReaderConfig) -> PageInput | Problem:
    if len(row.text) > config.max_text:
        return _bad("too large", row.place, f"{len(row.text)} characters, more than {config.max_text}")
    if not row.text.strip():
        return _bad("empty page", row.place, "neither title nor text in the row")
    page_id = make_id("pg", [Media.RECORD.value, row.raw])
    page = Page(page_id, Media.RECORD, row.text, row.raw, "utf-8", row.fields)
    return seen(page, row.place, Told(row.url, row.outlet, row.fetched))


def _rows(entry: Entry, config: ReaderConfig) -> Iterator[Row | Problem]:
    with entry.open() as stream:
        number = 0
        while line := stream.readline(config.max_bytes + 1):
            number += 1
            place = f"{entry.place}:{number}"
            if len(line) > config.max_bytes:
                yield _bad("too large", place, f"a row of more than {config.max_bytes} bytes")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(config.max_bytes)
                continue
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _row(line, place)
        if number == 0:
            yield _bad("empty page", entry.place, "nothing in it")


def _row(line: bytes, place: str) -> Row | Problem:
    values = _object(line)
    if values is None:
        return _bad("bad row", place, "not a JSON object")
    unusable = [name for name in (*CONTENT, "url", "outlet", "fetched") if not _usable(values.get(name))]
    if unusable:
        return _bad("bad row", place, f"{', '.join(unusable)} should be text")
    content = {name: _value(values, name) for name in CONTENT if _value(values, name)}
    title, body = content.get("title", "").strip(), content.get("text", "")
    if title and body.lstrip().startswith(title):
        title = ""
    text = f"{title}\n\n{body}" if title and body else title or body
    raw = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    fields = tuple(
        Field(COLUMN_FIELDS[name], " ".join(content[name].split()), f"column {name}")
        for name in COLUMN_FIELDS
        if content.get(name, "").strip()
    )
    seen = [_value(values, name).strip() or None for name in ("url", "outlet", "fetched")]
    return Row(place, text, raw, fields, *seen)


def _object(line: bytes) -> dict[str, object] | None:
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _usable(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _value(values: dict[str, object], name: str) -> str:
    value = values.get(name)
    return "" if value is None else printable(str(value))


def _bad(kind: str, place: str, what: str) -> Problem:
    return Problem(kind, f"{place}: {what}", place)
