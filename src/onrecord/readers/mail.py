"""Mails (EML, mbox) and saved web pages in their form (MHTML): the text, and what is attached as members."""

import io
import re
from collections.abc import Iterator
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial

from onrecord.config import ReaderConfig
from onrecord.data import Field, Problem
from onrecord.readers.entry import Entry, Told
from onrecord.readers.mailparts import MAX_LEVELS, MAX_PARTS, MailPart, leaves, quietly, read_message
from onrecord.readers.members import member_place
from onrecord.readers.pages import problem, read_whole

TEXTS = ("text/html", "text/plain", "application/xhtml+xml")
HTML = ("text/html", "application/xhtml+xml")
ENCRYPTED = ("application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
UNSAID = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "text/calendar", "text/vcard", "text/x-vcard", "text/x-amp-html", "message/delivery-status",
    "message/disposition-notification",
)  # fmt: skip
"""Parts that hold no page and are passed over without a word."""
PICTURES = ("image/", "audio/", "video/", "font/", "text/css")
MAX_VALUE = 1_000
LINE = 65_536
MBOX_LINE = re.compile(rb"From \S{1,300} .{0,60}[0-9]{2}:[0-9]{2}")
QUOTED_FROM = re.compile(rb"^>(>{0,20}From )", re.MULTILINE)


def read_mail(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Problem]:
    """The text of a mail and its attachments, or the page that an MHTML file keeps."""
    raw = read_whole(entry, config)
    if isinstance(raw, Problem):
        yield raw
        return
    message = read_message(raw)
    parts = list(leaves(message))
    if parts and not all(part.closed for part in parts):
        yield problem("broken end", entry.place, "the last part of this mail has no end; it is kept as it is")
    if len(parts) >= MAX_PARTS:
        yield problem("too large", entry.place, f"more than {MAX_PARTS:,} parts; the others are not read")
    root = _saved_page(message, parts)
    if root is not None:
        told = Told(_address(message, root), None, _time(message), root.charset, "text/html")
        yield _entry(entry.place, root, told)
        return
    yield from _mail(message, parts, entry)


def _saved_page(message: MailPart, parts: list[MailPart]) -> MailPart | None:
    """The page of an MHTML file (RFC 2557); None for a mail."""
    pages = [part for part in parts if part.media_type in HTML]
    if not pages or message.header("To") or message.header("Received"):
        return None
    start = quietly(lambda: str(message.headers.get_param("start") or ""), "")
    named = [part for part in pages if start and part.header("Content-ID") == start]
    root = (named or pages)[0]
    saved = message.header("Snapshot-Content-Location") or message.header("From").lower().startswith(
        "<saved by"
    )
    return root if saved or root.header("Content-Location") else None


def _address(message: MailPart, root: MailPart) -> str | None:
    for value in (root.header("Content-Location"), message.header("Snapshot-Content-Location")):
        if value.lower().startswith(("http:", "https:", "file:")):
            return value
    return None


def _mail(message: MailPart, parts: list[MailPart], entry: Entry) -> Iterator[Entry | Problem]:
    fields = _fields(message)
    best = _best_of_alternatives(parts)
    body_is_there = False
    for number, part in enumerate(parts, 1):
        media, group = part.media_type, _group(part)
        if media in ENCRYPTED:
            yield problem("encrypted", entry.place, "an encrypted mail")
        elif media.startswith("multipart/"):
            yield problem("nested too deeply", entry.place, f"more than {MAX_LEVELS} multiparts")
        elif media in UNSAID or (media.startswith(PICTURES) and not part.is_attached):
            continue
        elif _is_text(part):
            if not group or best[group] is part:
                place = member_place(entry.place, f"part-{number}") if body_is_there else entry.place
                body_is_there = True
                yield _entry(place, part, Told(None, None, None, part.charset, media, fields))
        elif part.is_attached or part.file_name or media == "message/rfc822":
            place = member_place(entry.place, part.file_name or f"part-{number}")
            yield _entry(place, part, Told(None, None, None, part.charset, _told_type(media)))


def _is_text(part: MailPart) -> bool:
    """A part of what the mail says, not something attached."""
    return part.media_type in TEXTS and not part.is_attached and not part.file_name


def _group(part: MailPart) -> int:
    """The number of the alternatives that a part is one of, 0 when it is none."""
    return next((number for number, kind in part.around if kind == "alternative"), 0)


def _best_of_alternatives(parts: list[MailPart]) -> dict[int, MailPart]:
    """Of the ways in which a mail says the same the first HTML with something in it, else the first text."""
    best: dict[int, MailPart] = {}
    for part in parts:
        group = _group(part)
        if group and _is_text(part):
            kept = best.setdefault(group, part)
            if part.media_type in HTML and part.body.strip() and kept.media_type not in HTML:
                best[group] = part
    return best


def _told_type(media: str) -> str | None:
    """What a sender's program calls an attachment it does not know tells nothing."""
    return None if media == "application/octet-stream" else media


def _entry(place: str, part: MailPart, told: Told) -> Entry:
    raw = part.content()
    return Entry(place, partial(io.BytesIO, raw), len(raw), told=told)


def _fields(message: MailPart) -> tuple[Field, ...]:
    """What a mail says of its text: subject, sender, date."""
    sender = message.header("From")
    name, address = quietly(lambda: parseaddr(sender[:MAX_VALUE]), ("", ""))
    values = (
        Field("title", message.header("Subject")[:MAX_VALUE], "mail subject"),
        Field("byline", (name or address)[:MAX_VALUE], "mail from"),
        Field("published", _time(message) or "", "mail date"),
    )
    return tuple(field for field in values if field.value)


def _time(message: MailPart) -> str | None:
    value = message.header("Date")[:100]
    return quietly(lambda: parsedate_to_datetime(value).isoformat(), None) if value else None


def read_mbox(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Problem]:
    """The mails of a Unix mailbox (RFC 4155), read forward."""
    lines: list[bytes] = []
    size = number = 0
    with entry.open() as stream:
        after_blank = True
        while True:
            line = stream.readline(LINE)
            starts = after_blank and MBOX_LINE.match(line) is not None
            if (starts or not line) and number:
                yield from _kept(lines, size, f"{entry.place}:{number}", config)
            if not line:
                return
            if starts:
                lines, size, number = [], 0, number + 1
            elif size <= config.max_bytes:
                lines.append(line)
                size += len(line)
            after_blank = not line.strip()


def _kept(lines: list[bytes], size: int, place: str, config: ReaderConfig) -> Iterator[Entry | Problem]:
    if size > config.max_bytes:
        yield problem("too large", place, f"more than {config.max_bytes} bytes")
        return
    raw = QUOTED_FROM.sub(rb"\1", b"".join(lines))
    yield Entry(place, partial(io.BytesIO, raw), len(raw), told=Told(media_type="message/rfc822"))
