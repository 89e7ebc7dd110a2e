"""What kind of thing some bytes are: by content first, by name and told media type where that cannot tell."""

import re
from enum import StrEnum

from onrecord.readers.csvs import looks_like_csv
from onrecord.readers.decode import is_binary
from onrecord.readers.entry import Told
from onrecord.readers.expanding import expanded_head
from onrecord.readers.rows import looks_like_json, looks_like_rows
from onrecord.readers.xmlstream import root_name

HEAD_BYTES = 16_384


class Kind(StrEnum):
    """A kind of input. PAGE is HTML or flat text: `read_page` tells which."""

    PAGE = "page"
    ROWS = "jsonl"
    WARC = "warc"
    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"
    MAIL = "mail"
    MBOX = "mbox"
    FEED = "feed"
    SITEMAP = "sitemap"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    PDF = "pdf"
    OFFICE = "office"
    ASSET = "asset"


COMPRESSED = {
    b"\x1f\x8b": Kind.GZIP,
    b"BZh": Kind.BZIP2,
    b"\xfd7zXZ\x00": Kind.XZ,
    b"\x28\xb5\x2f\xfd": Kind.ZSTD,
}
SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")  # a zstd frame that is no data
DICTIONARY = b"\x5d\x2a\x4d\x18"  # the one that holds the dictionary of a WARC
SURE_STARTS = {b"PAR1": Kind.PARQUET, b"%PDF-": Kind.PDF, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Kind.OFFICE}
OFFICE_START = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/\.rels|docProps/|word/"
    rb"|mimetypeapplication/vnd\.oasis\.opendocument\.)",
    re.DOTALL,
)
FEED_ROOTS = ("rss", "feed", "rdf")
SITEMAP_ROOTS = ("urlset", "sitemapindex")
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
WARC_START = re.compile(rb"WARC/[0-9]{1,2}\.[0-9]{1,2}\r?\n")
TAR_MARK = slice(257, 262)
COMPRESSION_NAMES = (".gz", ".bz2", ".xz", ".zst", ".zstd")
ASSET_NAMES = (
    ".css", ".js", ".mjs", ".map", ".svg", ".ico", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp",
    ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".wav", ".m4a", ".mov",
)  # fmt: skip
ASSET_TYPES = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript")
PAGE_TYPES = ("text/html", "text/plain", "application/xhtml+xml")
HTML_START = re.compile(rb"\s{0,200}(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype|html|head|body)\b", re.IGNORECASE)

HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
MAIL_TYPES = ("message/rfc822", "multipart/", "application/x-mimearchive")
MAIL_NAMES = (".eml", ".mht", ".mhtml", ".mim")
SURELY_MAIL = frozenset(
    (b"mime-version", b"received", b"return-path", b"message-id", b"delivered-to", b"x-mailer")
)
MAIL_HEADERS = SURELY_MAIL | frozenset(
    (b"from", b"to", b"subject", b"date", b"cc", b"reply-to", b"content-type")
)
MBOX_START = re.compile(rb"From \S{1,200} .{0,40}[0-9]{2}:[0-9]{2}.{0,40}\r?\n")
MAX_HEADER_LINES = 60


def kind_of(head: bytes, place: str, told: Told) -> Kind:
    """The kind of an entry from its first HEAD_BYTES bytes, its place (name) and what is told of it."""
    name = name_of(place)
    found = _binary_kind(head)
    if found is not None:
        return found
    media = (told.media_type or "").lower()
    if HTML_START.match(head) is not None:
        return Kind.PAGE
    listed = _listed_kind(head)
    if listed is not None:
        return listed
    if name.endswith(ASSET_NAMES) or media.startswith(ASSET_TYPES):
        return Kind.ASSET
    return _text_kind(head, name, media)


def _listed_kind(head: bytes) -> Kind | None:
    """Feeds and sitemaps, by their first element; RDF is a feed when it speaks of RSS."""
    root = root_name(head).lower()
    if root in SITEMAP_ROOTS:
        return Kind.SITEMAP
    of_rss = b"purl.org/rss/" in head or b"netscape.com/rdf" in head
    return Kind.FEED if root in FEED_ROOTS and (of_rss or root != "rdf") else None


def name_of(place: str) -> str:
    """The name in lower case that hints at a kind: without ".gz" and the like."""
    name = place.lower()
    for ending in COMPRESSION_NAMES:
        name = name.removesuffix(ending)
    return name


def _binary_kind(head: bytes) -> Kind | None:
    """Kinds known by their first bytes."""
    for start, kind in COMPRESSED.items():
        if head.startswith(start):
            return Kind.WARC if WARC_START.match(expanded_head(head)) else kind
    if SKIPPABLE.match(head):
        return Kind.WARC if head.startswith(DICTIONARY) else Kind.ZSTD
    for start, kind in SURE_STARTS.items():
        if head.lstrip(b"\r\n\t ").startswith(start):
            return kind
    if head.startswith(ZIP_STARTS):
        return Kind.OFFICE if OFFICE_START.match(head) else Kind.ZIP
    if head[TAR_MARK] == b"ustar":
        return Kind.TAR
    return Kind.WARC if WARC_START.match(head) else None


def _text_kind(head: bytes, name: str, media: str) -> Kind:
    """Kinds of text. A told page is not taken for a mail because it begins with a mail's headers."""
    is_page = media.startswith(PAGE_TYPES)
    if not is_page and looks_like_csv(head, name):  # perhaps in UTF-16, which looks binary
        return Kind.CSV
    if is_binary(head):
        return Kind.PAGE  # read_page says that it is not text
    return _line_kind(head, name, is_page, media.startswith(MAIL_TYPES))


def _line_kind(head: bytes, name: str, is_page: bool, is_told_mail: bool) -> Kind:
    if looks_like_rows(head, name):
        return Kind.ROWS
    if looks_like_json(head, name):
        return Kind.JSON
    if not is_page and MBOX_START.match(head) and HEADER_LINE.match(head.partition(b"\n")[2]):
        return Kind.MBOX
    if not is_page and is_mail(head, name, is_told_mail):
        return Kind.MAIL
    return Kind.PAGE


def is_mail(head: bytes, name: str, is_told: bool = False) -> bool:
    """A mail or MHTML file: it begins with headers, and enough of them are a mail's; one of them is
    enough when the name or whoever sent it says so."""
    seen: set[bytes] = set()
    for line in head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", MAX_HEADER_LINES)[:MAX_HEADER_LINES]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        found = HEADER_LINE.match(line)
        if found is None:
            return False
        seen.add(found.group()[:-1].lower())
    known = seen & MAIL_HEADERS
    if is_told or name.endswith(MAIL_NAMES):
        return bool(known)
    return len(known) >= 2 and bool(known & SURELY_MAIL)
