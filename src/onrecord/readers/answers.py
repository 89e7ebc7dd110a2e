"""HTTP answers as web archives keep them: status, headers, and the body without its codings."""

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO

import brotli

from onrecord.data import Field
from onrecord.readers.expanding import Deflated, Expanding, NewDecoder, new_gzip, new_zstd

MAX_LINE = 65_536
MAX_HEADERS = 500
STATUS = re.compile(rb"HTTP/[0-9](?:\.[0-9])?[ \t]{1,4}([0-9]{3})(?![0-9])")
CHUNK_SIZE = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,16})[ \t]{0,8}(?:;[^\r\n]{0,1000})?\r?\n")
CHARSET = re.compile(r";\s{0,8}charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
MEDIA_TYPE = re.compile(r"\s{0,8}([\w.+\-]{1,60}/[\w.+\-]{1,80})", re.ASCII)
JUST_NOW = 120  # seconds: a page "modified" when it was asked for was made for the answer
GZIP_START = b"\x1f\x8b"
ZSTD_START = b"\x28\xb5\x2f\xfd"

Headers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and headers (names in lower case, the first of each name) of an answer."""

    status: int
    headers: Headers


def read_answer(stream: BinaryIO) -> Answer | None:
    """Read up to the body; None when it does not begin with a status line."""
    found = STATUS.match(stream.readline(MAX_LINE))
    return Answer(int(found.group(1)), read_headers(stream)) if found else None


def read_headers(stream: BinaryIO) -> Headers:
    """Header lines up to the empty one (or MAX_HEADERS of them); folded lines are joined."""
    headers: Headers = {}
    last = ""
    for _ in range(MAX_HEADERS):
        line = stream.readline(MAX_LINE)
        if not line.strip():
            break
        text = line.decode("utf-8", "replace").replace("\x00", "\ufffd")
        if text[0] in " \t":
            if last and len(headers[last]) < MAX_LINE:
                headers[last] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        last = name.strip().lower()
        if last in headers:
            last = ""
        else:
            headers[last] = value.strip()
    return headers


def media_type_of(content_type: str | None) -> str | None:
    """ "text/html" of "text/html; charset=utf-8", in lower case."""
    found = MEDIA_TYPE.match(content_type or "")
    return found.group(1).lower() if found else None


def charset_of(content_type: str | None) -> str | None:
    """The charset that a Content-Type declares."""
    found = CHARSET.search(content_type or "")
    return found.group(1) if found else None


def modified_fields(headers: Headers) -> tuple[Field, ...]:
    """When a page was modified, unless it was at the moment of answering, which says nothing."""
    modified, answered = _time(headers.get("last-modified")), _time(headers.get("date"))
    if modified is None:
        return ()
    if answered is not None and abs((answered - modified).total_seconds()) < JUST_NOW:
        return ()
    return (Field("modified", modified.isoformat(), "http last-modified"),)


def answered_at(headers: Headers) -> str | None:
    """The time of an answer, ISO, as the server said it."""
    found = _time(headers.get("date"))
    return found.isoformat() if found else None


def _time(value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        found = parsedate_to_datetime(value[:100])
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def opened_body(raw: bytes, headers: Headers, broke: Callable[[str], None]) -> BinaryIO:
    """The body decoded as its headers say. Archives often keep headers of codings that they took off:
    a coding that the bytes do not show is passed over."""
    body: BinaryIO = io.BytesIO(raw)
    if "content-encoding" not in headers:
        return body
    codings = [coding.strip().lower() for coding in headers["content-encoding"].split(",")]
    head = raw[:16]
    for coding in reversed(codings[:4]):
        new = _decoder(coding, head)
        if new is not None:
            body = io.BufferedReader(Expanding(body, new, broke))
            head = body.peek(16)[:16]
    return body


def _decoder(coding: str, head: bytes) -> NewDecoder | None:
    if coding in ("gzip", "x-gzip") and head.startswith(GZIP_START):
        return new_gzip
    if coding == "zstd" and head.startswith(ZSTD_START):
        return new_zstd
    if coding == "deflate" and head:
        return _deflate(head)
    if coding == "br" and head and not head.lstrip().startswith((b"<", b"{")):
        return _Brotli
    return None


def _deflate(head: bytes) -> NewDecoder | None:
    """zlib's format, or the bare one that some servers send; None for text that is not deflated."""
    if head.lstrip().startswith(b"<"):
        return None
    for window in (15, -15):
        try:
            zlib.decompressobj(window).decompress(head, 64)
        except zlib.error:
            continue
        return lambda: Deflated(window)
    return None


class _Brotli:
    """brotli's decoder in the shape of the others; it gives more than it is asked for, which is held."""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self._held = memoryview(b"")
        self.unused_data = b""

    @property
    def eof(self) -> bool:
        """See `Decoder`."""
        return not self._held and bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        """See `Decoder`."""
        return not self._held and bool(self._inner.can_accept_more_data())

    def decompress(self, data: bytes, /, max_length: int = -1) -> bytes:
        """See `Decoder`."""
        if data or not self._held:
            try:
                found = bytes(self._inner.process(data, output_buffer_limit=max_length))
            except brotli.error as error:
                raise ValueError("brotli") from error
            self._held = memoryview(bytes(self._held) + found)
        found, self._held = bytes(self._held[:max_length]), self._held[max_length:]
        return found


def without_chunks(raw: bytes, headers: Headers) -> bytes:
    """The body without chunked transfer coding, if it has it; up to the last whole chunk when cut off."""
    if "chunked" not in headers.get("transfer-encoding", "").lower():
        return raw
    parts: list[bytes] = []
    at = 0
    while (found := CHUNK_SIZE.match(raw, at)) is not None:
        size = int(found.group(1), 16)
        parts.append(raw[found.end() : found.end() + size])
        at = found.end() + size
        if size == 0 or at >= len(raw):
            break
        at += 2 if raw[at : at + 2] == b"\r\n" else raw[at : at + 1] == b"\n"
    return b"".join(parts) if parts else raw
