"""WARC and WET: one page a record, read forward in flat memory, compressed in any way or not at all.

ISO 28500:2017. A record is read by its Content-Length; what is no record is passed over to the next line
that begins one, and said. Why not a library: docs/decisions/readers.md.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.readers.answers import (
    MAX_LINE,
    Headers,
    answered_at,
    charset_of,
    media_type_of,
    modified_fields,
    opened_body,
    read_answer,
    read_headers,
    without_chunks,
)
from onrecord.readers.entry import Entry, Told
from onrecord.readers.expanding import (
    DAMAGED_DICTIONARY,
    STARTS,
    Expanding,
    NewDecoder,
    dictionary_of,
    new_zstd,
)
from onrecord.readers.pages import problem
from onrecord.readers.streams import Forward, Passing, read_up_to

RECORD_START = re.compile(rb"WARC/[0-9]{1,2}\.[0-9]{1,2}\r?\n")
DICTIONARY_START = b"\x5d\x2a\x4d\x18"
ZSTD_START = b"\x28\xb5\x2f\xfd"
GZIP_MEMBER = b"\x1f\x8b\x08"
BUFFER = 65_536
HEAD_BYTES = 65_536  # of an answer, which its headers are in
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,20}(?:Z|[+-][0-9:]{4,6})?)?")
READ_TYPES = frozenset(
    (
        "text/html", "text/plain", "application/xhtml+xml", "text/xml", "application/xml",
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "message/rfc822",
        "multipart/related", "application/x-mimearchive",
    )
)  # fmt: skip
ABOUT_OTHERS = frozenset(("warcinfo", "request", "metadata"))
MAX_KINDS = 100
MAX_BROKEN = 50
OTHERS = "records of other kinds"


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number in the file from 1, its headers (names in lower case), its block."""

    number: int
    headers: Headers
    block: Passing


class Missed:
    """What is not read of one archive, counted by what it is."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, what: str) -> None:
        """One more record; `what` is content, so neither its length nor the number of kinds is trusted."""
        what = what[:100]
        known = what in self._counts or len(self._counts) < MAX_KINDS
        self._counts[what if known else OTHERS] += 1

    def problems(self, place: str) -> Iterator[Problem]:
        """One problem a kind, most frequent first."""
        for what, count in sorted(self._counts.items(), key=lambda item: (-item[1], item[0])):
            yield problem("not a page", place, f"{count:,} {what}")


@dataclass(slots=True)
class Counted:
    """Records met so far, and places where there was none."""

    records: int = 0
    gaps: int = 0


@dataclass(frozen=True, slots=True)
class Archive:
    """The records' bytes, one after the other, and what takes the compression off, if there is one;
    `start` is how its members begin."""

    stream: BinaryIO
    expanding: Expanding | None = None
    start: bytes = b""


def read_warc(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Problem]:
    """Entries for responses, resources and conversions that may hold pages; counts of the others."""
    breaks: list[str] = []
    missed, counted = Missed(), Counted()
    with entry.open() as raw:
        try:
            archive = _expanded(raw, breaks)
        except DAMAGED_DICTIONARY as error:
            yield problem("damaged", entry.place, f"its dictionary: {error}")
            return
        goes_on = True
        while goes_on:
            for found in records(archive.stream, entry.place, counted):
                if isinstance(found, Problem):
                    yield found
                else:
                    yield from _record(found, f"{entry.place}:{found.number}", config, missed)
            goes_on = archive.expanding is not None and archive.expanding.resumed(archive.start)
            if breaks:
                kept = "what follows it is read" if goes_on else "the records before are kept"
                yield problem("damaged" if goes_on else "broken end", entry.place, f"{breaks.pop()}; {kept}")
    yield from missed.problems(entry.place)


def _expanded(raw: BinaryIO, breaks: list[str]) -> Archive:
    """The archive without its compression. A zstd archive may begin with the dictionary of its records
    (the "WARC zstd" practice of the Internet Archive)."""
    stream = io.BufferedReader(Forward(raw, closes=False), BUFFER)
    head = stream.peek(16)
    found: tuple[bytes, NewDecoder] | None = next((pair for pair in STARTS if head.startswith(pair[0])), None)
    if head.startswith(DICTIONARY_START):
        found = (ZSTD_START, partial(new_zstd, dictionary_of(stream)))
    if found is None:
        return Archive(stream)
    start, new = found
    expanding = Expanding(stream, new, breaks.append)
    start = GZIP_MEMBER if start == GZIP_MEMBER[:2] else start
    return Archive(io.BufferedReader(expanding, BUFFER), expanding, start)


def records(stream: BinaryIO, place: str, counted: Counted) -> Iterator[Record | Problem]:
    """Records in order. A record's block must be used before the next one is asked for."""
    while True:
        lost, more = _to_record(stream)
        if lost:
            counted.gaps += 1
            if counted.gaps <= MAX_BROKEN:
                what = f"{lost:,} bytes after record {counted.records} are no record"
                yield problem("broken record", place, what)
        if not more:
            return
        counted.records += 1
        headers = read_headers(stream)
        block = Passing(stream, _length(headers))
        yield Record(counted.records, headers, block)
        block.skip()
        if block.short:
            yield problem("broken end", place, f"record {counted.records} is cut off")
            return


def _to_record(stream: BinaryIO) -> tuple[int, bool]:
    """Go past the next line that begins a record: how many bytes were no record, and whether there is one."""
    lost = 0
    while line := stream.readline(MAX_LINE):
        if RECORD_START.match(line):
            return lost, True
        if lost or line.strip():
            lost += len(line)
    return lost, False


def _length(headers: Headers) -> int:
    """Bytes of a block; 0 when nothing usable is said: the search for the next record begins there."""
    value = headers.get("content-length", "")
    return int(value) if len(value) < 19 and value.isascii() and value.isdigit() else 0


def _record(record: Record, place: str, config: ReaderConfig, missed: Missed) -> Iterator[Entry | Problem]:
    kind = record.headers.get("warc-type", "").lower()
    if kind in ABOUT_OTHERS:
        return
    if kind not in ("response", "resource", "conversion"):
        missed.add(f"{kind or 'nameless'} records")
    elif kind == "response" and _is_http(record.headers):
        yield from _response(record, place, config, missed)
    else:
        yield from _plain(record, kind, place, config, missed)


def _is_http(headers: Headers) -> bool:
    media = media_type_of(headers.get("content-type"))
    return media is None or media == "application/http"


def _response(record: Record, place: str, config: ReaderConfig, missed: Missed) -> Iterator[Entry | Problem]:
    """What a server answered, when it is a success that may be a page."""
    head = io.BytesIO(read_up_to(record.block, HEAD_BYTES))
    answer = read_answer(head)
    if answer is None:
        yield problem("broken record", place, "a response without an HTTP status line")
        return
    if not 200 <= answer.status < 300:
        missed.add(f"answers with status {answer.status}")
        return
    content_type = answer.headers.get("content-type")
    told = Told(
        _target(record.headers),
        None,
        _fetched(record.headers) or answered_at(answer.headers),
        charset_of(content_type),
        media_type_of(content_type),
        modified_fields(answer.headers),
    )
    if not _may_be_page(told, missed):
        return
    raw = head.read()
    raw += read_up_to(record.block, config.max_bytes + 1 - len(raw))
    if len(raw) > config.max_bytes:
        yield problem("too large", place, f"more than {config.max_bytes} bytes")
        return
    raw = without_chunks(raw, answer.headers)
    breaks: list[str] = []
    yield Entry(place, partial(opened_body, raw, answer.headers, breaks.append), None, told=told)
    if breaks:
        yield problem("broken end", place, f"compressed {breaks[0]}; what stands before is kept")


def _plain(
    record: Record, kind: str, place: str, config: ReaderConfig, missed: Missed
) -> Iterator[Entry | Problem]:
    """A resource, or what an archive made of another record (WET: its text)."""
    content_type = record.headers.get("content-type")
    media, charset = media_type_of(content_type), charset_of(content_type)
    if kind == "conversion":
        charset = charset or "utf-8"
    told = Told(_target(record.headers), None, _fetched(record.headers), charset, media)
    if told.url is None and "warc-target-uri" in record.headers:
        missed.add(f"{kind} records that are not of the web")
        return
    if not _may_be_page(told, missed):
        return
    raw = read_up_to(record.block, config.max_bytes + 1)
    if len(raw) > config.max_bytes:
        yield problem("too large", place, f"more than {config.max_bytes} bytes")
        return
    yield Entry(place, partial(io.BytesIO, raw), len(raw), told=told)


def _may_be_page(told: Told, missed: Missed) -> bool:
    """Whether a reader takes this media type; servers that tell none may mean a page."""
    if told.media_type is not None and told.media_type not in READ_TYPES:
        missed.add(f"{told.media_type} records")
        return False
    if told.url is not None and told.url.lower().endswith("/robots.txt"):
        missed.add("robots.txt files")
        return False
    return True


def _target(headers: Headers) -> str | None:
    """The address of what is recorded, when it is one of the web or a file."""
    url = headers.get("warc-target-uri", "").strip("<> \t")
    return url if url.lower().startswith(("http:", "https:", "ftp:", "file:")) else None


def _fetched(headers: Headers) -> str | None:
    found = TIME.match(headers.get("warc-date", ""))
    return found.group() if found else None
