"""MIME messages cut into their parts (RFC 2045 to 2049), in time linear in their length at any depth.

Headers and their codings are the standard library's work (`email`). Bodies are cut here: `email` looks at
each line once a level and gives up at some 900 levels (docs/decisions/readers.md).
"""

import binascii
import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from typing import TypeVar

from onrecord.readers.encodings import encoding_named

MAX_HEADER_BYTES = 65_536
MAX_VALUE = 2_000
MAX_LEVELS = 30
MAX_PARTS = 10_000
NEWLINE = 10
END_OF_HEADERS = re.compile(rb"\r?\n[ \t]{0,100}\r?\n|\r\r")
NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


T = TypeVar("T")


def quietly(call: Callable[[], T], default: T) -> T:
    """What `call` returns; the default for headers that make the standard library stumble."""
    try:
        return call()
    except Exception:
        return default


@dataclass(frozen=True, slots=True)
class MailPart:
    """A part: its headers, its body as it stands, and the multiparts around it, outermost first,
    each as (number of the multipart in the message, subtype: "alternative")."""

    headers: "Message[str, str]"
    body: bytes
    around: tuple[tuple[int, str], ...] = ()
    closed: bool = True

    @property
    def media_type(self) -> str:
        """ "text/html", in lower case; "text/plain" when none is declared."""
        return quietly(self.headers.get_content_type, "text/plain")

    @property
    def charset(self) -> str | None:
        """As declared."""
        return quietly(self.headers.get_content_charset, None)

    @property
    def file_name(self) -> str | None:
        """The name that the sender gave an attachment."""
        name = quietly(self.headers.get_filename, None)
        return decoded(name) if name else None

    @property
    def is_attached(self) -> bool:
        """Whether it is declared an attachment, not a part of the text."""
        return quietly(self.headers.get_content_disposition, None) == "attachment"

    def header(self, name: str) -> str:
        """A header's text, "" when there is none."""
        value = quietly(lambda: self.headers.get(name), None)
        return decoded(str(value)) if value is not None else ""

    def content(self) -> bytes:
        """The body without its transfer coding."""
        coding = self.header("Content-Transfer-Encoding").strip().lower()
        if coding == "base64":
            return _base64(self.body)
        return quopri.decodestring(self.body) if coding == "quoted-printable" else self.body


def read_message(raw: bytes) -> MailPart:
    """A message: its headers and its whole body."""
    raw = raw.lstrip(b"\xef\xbb\xbf\r\n")
    found = END_OF_HEADERS.search(raw, 0, MAX_HEADER_BYTES)
    head, body = (raw[: found.start()], raw[found.end() :]) if found else (raw[:MAX_HEADER_BYTES], b"")
    return MailPart(BytesHeaderParser().parsebytes(head + b"\n"), body)


def leaves(message: MailPart) -> Iterator[MailPart]:
    """Parts that hold no further parts, in order; `closed` when the end of what holds them is there."""
    pending = [message]
    number = found = 0
    while pending and found < MAX_PARTS:
        part = pending.pop()
        boundary = quietly(part.headers.get_boundary, None)
        if not part.media_type.startswith("multipart/") or not boundary or len(part.around) >= MAX_LEVELS:
            found += 1
            yield part
            continue
        number += 1
        around = (*part.around, (number, part.media_type.removeprefix("multipart/")))
        pending += reversed([*_cut(part, boundary, around)])


def _cut(part: MailPart, boundary: str, around: tuple[tuple[int, str], ...]) -> Iterator[MailPart]:
    """The parts directly in a multipart; what stands before and after them is for old programs."""
    mark = re.escape(boundary.encode("ascii", "replace"))
    line = re.compile(rb"--" + mark + rb"(--)?[ \t]{0,100}(?=\r?\n|\Z)")
    start: int | None = None
    count = 0
    for found in line.finditer(part.body):
        at = found.start()
        if at and part.body[at - 1] != NEWLINE:
            continue
        if start is not None:
            yield _part(part.body[start:at].removesuffix(b"\n").removesuffix(b"\r"), around, part.closed)
        count += 1
        if found.group(1) or count > MAX_PARTS:
            return
        start = found.end()
    if start is not None:
        yield _part(part.body[start:], around, False)


def _part(raw: bytes, around: tuple[tuple[int, str], ...], closed: bool) -> MailPart:
    raw = raw.removeprefix(b"\r").removeprefix(b"\n")
    if raw[:2] in (b"\r\n", b"") or raw[:1] == b"\n":  # no headers at all
        return MailPart(Message(), raw.removeprefix(b"\r").removeprefix(b"\n"), around, closed)
    part = read_message(raw)
    return MailPart(part.headers, part.body, around, closed)


def decoded(value: str) -> str:
    """A header's text with its encoded words decoded (RFC 2047), in one line."""
    value = value[:MAX_VALUE]
    parts = quietly(lambda: decode_header(value), [(value, None)])
    words = [_word(part, charset) for part, charset in parts]
    return " ".join("".join(words).encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").split())


def _word(part: str | bytes, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    name = encoding_named(charset) if charset else None
    return part.decode(name or "utf-8", "replace")


def _base64(body: bytes) -> bytes:
    """What base64 text stands for, with whatever is no base64 left out and a cut end made whole."""
    body = body.translate(None, NOT_BASE64)
    body = body[: len(body) - (len(body) % 4 == 1)]
    return binascii.a2b_base64(body + b"=" * (-len(body) % 4))
