"""JSON: one object a line (JSONL), or a file that is one list of objects; a page for each.

Objects say url, title, text, date, outlet, byline, fetched ... under these names, usual ones or mapped ones.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers.columns import NO_TEXT, Choice, choose, known_names, listed, row_record, told
from onrecord.readers.decode import BOMS, is_binary
from onrecord.readers.entry import Entry
from onrecord.readers.pages import problem, read_whole
from onrecord.readers.records import record_page

LONG_ROW = 16_000
ROW_START = re.compile(rb"\{\s*\"(?:url|title|text|date|outlet|byline|fetched|id)\"\s*:")
LIST_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}\[\s{0,100}\{\s{0,100}(?:\"|\})")
OBJECT_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}\{\s{0,100}(?:\"|\})")
BLANK = re.compile(r"[\s,\[]*")
NAMES = (".jsonl", ".ndjson", ".jl")
JSON_NAME = ".json"
CHUNK = 65_536
MAX_CHOICES = 1_000


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
    return values is not None and not {"text", "title"}.isdisjoint(known_names(values))


def looks_like_json(head: bytes, place: str) -> bool:
    """A list of objects, or a file called .json that is one object; ask `looks_like_rows` first."""
    if is_binary(head):
        return False
    named = place.lower().endswith(JSON_NAME)
    return LIST_START.match(head) is not None or (named and OBJECT_START.match(head) is not None)


class Rows:
    """Rows of one file to pages: what each set of keys means is decided once, and told once."""

    def __init__(self, entry: Entry, config: ReaderConfig) -> None:
        self._entry, self._config = entry, config
        self._choices: dict[tuple[str, ...], Choice] = {}
        self._told: set[str] = set()

    def pages(self, values: dict[str, object], place: str) -> Iterator[PageInput | Problem]:
        """The page of a row, before it what is to be told of its columns."""
        keys = tuple(values)
        choice = self._choices.get(keys)
        if choice is None:
            choice = choose(keys, self._config.columns)
            if len(self._choices) < MAX_CHOICES:
                self._choices[keys] = choice
            for found in told(choice, keys, self._entry.place):
                if found.kind not in self._told and found.kind != NO_TEXT:
                    self._told.add(found.kind)
                    yield found
        if not choice.has_text:
            yield problem("empty page", place, f"neither title nor text in it, but {listed(keys)}")
            return
        record = row_record(values, choice, place)
        told_of = self._entry.told
        yield record if isinstance(record, Problem) else record_page(record, self._config, told_of)


def read_jsonl(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """Pages of a JSONL file, one a row, lazily; a bad row is a problem that names file and line."""
    rows = Rows(entry, config)
    with entry.open() as stream:
        number = 0
        while line := stream.readline(config.max_bytes + 1):
            number += 1
            place = f"{entry.place}:{number}"
            if len(line) > config.max_bytes:
                yield problem("too large", place, f"a row of more than {config.max_bytes} bytes")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(config.max_bytes)
                continue
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                values = _object(line)
                if values is None:
                    yield problem("bad row", place, "not a JSON object")
                else:
                    yield from rows.pages(values, place)
        if number == 0:
            yield problem("empty page", entry.place, "nothing in it")


def read_json(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """Pages of a JSON file: each object of a list, read one by one; or one object, or the list in it."""
    with entry.open() as stream:
        head = stream.read(200).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"["):
        with entry.open() as stream:
            yield from _list_pages(stream, entry, config)
        return
    raw = read_whole(entry, config)
    if isinstance(raw, Problem):
        yield raw
        return
    values = _object(raw)
    if values is None:
        yield problem("bad row", entry.place, "not a JSON object")
        return
    rows = Rows(entry, config)
    inside = _inner_list(values, config)
    for number, item in enumerate(inside or [values], 1):
        yield from rows.pages(item, f"{entry.place}:{number}" if inside else entry.place)


def _inner_list(values: dict[str, object], config: ReaderConfig) -> list[dict[str, object]]:
    """The articles of an object that only wraps them: `{"status": "ok", "articles": [...]}`, a JSON feed."""
    if choose(tuple(values), config.columns).taken.get("text") is not None:
        return []
    for value in values.values():
        objects = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
        if objects and choose(tuple(objects[0]), config.columns).has_text:
            return objects
    return []


def _list_pages(stream: BinaryIO, entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    rows = Rows(entry, config)
    number = 0
    for number, item in enumerate(_items(stream, config.max_bytes), 1):
        place = f"{entry.place}:{number}"
        if isinstance(item, str):
            yield problem("bad row", place, item)
        elif isinstance(item, dict):
            yield from rows.pages(item, place)
        else:
            yield problem("bad row", place, "not a JSON object")
    if not number:
        yield problem("empty page", entry.place, "an empty list")


def _items(stream: BinaryIO, most: int) -> Iterator[object]:
    """The items of a JSON list, one by one; a string that says so where it cannot be read further."""
    decoder = json.JSONDecoder()
    text, at, more = "", 0, CHUNK
    ended = False
    raw = stream.read(CHUNK)
    encoding = next((name for mark, name in BOMS if raw.startswith(mark)), "utf-8-sig")
    bytes_of = _decoded(stream, raw, encoding)
    while True:
        blank = BLANK.match(text, at)
        at = blank.end() if blank else at
        if text[at : at + 1] == "]":
            return
        try:
            if at >= len(text):
                raise ValueError("nothing left")
            item, at = decoder.raw_decode(text, at)
        except RecursionError:
            yield "nested too deeply; the rest of the list is not read"
            return
        except ValueError as error:
            if ended or len(text) - at > most:
                yield f"{error}; the rest of the list is not read"[:300]
                return
            more = max(CHUNK, len(text) - at)  # what is there again, so that long items are parsed few times
            text, at = text[at:], 0
            parts = [text]
            while more > 0 and not ended:
                part = next(bytes_of, None)
                ended = part is None
                parts.append(part or "")
                more -= len(part or "")
            text = "".join(parts)
            continue
        yield item


def _decoded(stream: BinaryIO, raw: bytes, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while raw:
        yield decoder.decode(raw)
        raw = stream.read(CHUNK)
    yield decoder.decode(b"", True)


def _object(line: bytes) -> dict[str, object] | None:
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
