"""XML read as a stream: elements one by one, in bounded memory, whatever the file claims.

No entity is expanded, no DTD loaded, nothing fetched. Broken markup is read on past the break, as far as
libxml2 can; nesting is limited by it to 256 and one text to 10 million bytes.
"""

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO

from lxml import etree

from onrecord.readers.decode import BOMS, decode

CHUNK = 65_536
HEAD = 1_048_576
REFERENCE = re.compile(
    r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,30});|(?P<bare>(?!#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)))"
)
UNFINISHED = re.compile(r"(?:&[A-Za-z0-9#]{0,32}|<!?\[?C?D?A?T?A?|\]\]?)\Z")
READ_OVER = frozenset(
    ("ERR_ENTITYREF_SEMICOL_MISSING", "ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY",
     "ERR_TAG_NAME_MISMATCH", "ERR_INVALID_CHAR", "ERR_INVALID_CHARREF",
     "ERR_RESERVED_XML_NAME")
)  # fmt: skip
DATA_START, DATA_END = "<![CDATA[", "]]>"
OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ROOT = re.compile(r"<([A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})")
BEFORE_ROOT = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]{0,1000})(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
MAX_BEFORE_ROOT = 100
MAX_HELD = 200_000


def root_name(head: bytes) -> str:
    """Local name of the first element of an XML file, from its first bytes; "" when there is none."""
    text = _head_text(head)
    at = 0
    for _ in range(MAX_BEFORE_ROOT):
        found = BEFORE_ROOT.match(text, at)
        if found is None or found.end() == at:
            break
        at = found.end()
    root = ROOT.match(text, at)
    return root.group(2) if root else ""


def _head_text(head: bytes) -> str:
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return head.decode(encoding, "replace").lstrip("\ufeff")
    for start, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if head.startswith(start):
            return head.decode(encoding, "replace")
    return head.decode("latin-1")


def local_name(element: etree._Element) -> str:
    """Name of an element without its namespace; "" for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class XmlStream:
    """The elements of a stream, as they end (and, for `starting` names, as they start).

    Elements inside one of the `whole` names stay until the reader drops that one; all others are
    dropped when the reader asks for the next. After the last one `broken` is what the parser complained
    of first, "" when it was sound.
    """

    def __init__(self, stream: BinaryIO, whole: tuple[str, ...], starting: tuple[str, ...] = ()) -> None:
        self._stream = stream
        self._whole = whole
        self._starting = starting
        self._open = self._held = 0
        self.broken = ""

    def __iter__(self) -> Iterator[tuple[str, etree._Element]]:
        parser = etree.XMLPullParser(
            events=("start", "end"),
            encoding="utf-8",
            recover=True,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for chunk in self._chunks():
                parser.feed(chunk)
                yield from self._events(parser)
                if self._held > MAX_HELD:
                    self.broken = f"more than {MAX_HELD:,} elements in one"
                    return
            parser.close()
        except (etree.LxmlError, ValueError) as error:
            self.broken = str(error)
        yield from self._events(parser)
        self.broken = self.broken or _break(parser)

    def _events(self, parser: etree.XMLPullParser) -> Iterator[tuple[str, etree._Element]]:
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            name = local_name(element)
            if event == "start":
                self._open += name in self._whole
                if name in self._starting:
                    yield "start", element
                continue
            yield "end", element
            self._open -= name in self._whole
            self._held = self._held + 1 if self._open else 0
            if not self._open:
                drop(element)

    def _chunks(self) -> Iterator[bytes]:
        """UTF-8 bytes of what XML allows, with HTML's named characters by number."""
        head = self._stream.read(HEAD)
        encoding = _encoding(head)
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        mend = Mend()
        left = ""
        first = True
        data = head
        while data:
            text = left + decoder.decode(data)
            if first:
                text = text.lstrip("\ufeff \t\r\n\x00")
                first = not text
            unfinished = UNFINISHED.search(text, max(0, len(text) - 34))
            cut = unfinished.start() if unfinished else len(text)
            left = text[cut:]
            yield from _pieces(mend(text[:cut]))
            data = self._stream.read(CHUNK)
        yield from _pieces(mend(left + decoder.decode(b"", True)))


class Mend:
    """XML as feeds write it to XML as parsers want it, piece by piece: outside of CDATA a bare "&" is
    escaped and HTML's named characters are numbered; characters that XML forbids are replaced.
    """

    def __init__(self) -> None:
        self._in_data = False

    def __call__(self, text: str) -> str:
        text = FORBIDDEN.sub("\ufffd", text)
        parts: list[str] = []
        at = 0
        while at < len(text):
            mark = DATA_END if self._in_data else DATA_START
            found = text.find(mark, at)
            end = len(text) if found < 0 else found + len(mark)
            part = text[at:end]
            parts.append(part if self._in_data else REFERENCE.sub(_numbered, part))
            self._in_data = self._in_data if found < 0 else not self._in_data
            at = end
        return "".join(parts)


def _pieces(text: str) -> Iterator[bytes]:
    """In small pieces, so that elements can be dropped before the next come."""
    for start in range(0, len(text), CHUNK):
        yield text[start : start + CHUNK].encode("utf-8", "replace")


def _numbered(match: re.Match[str]) -> str:
    name = match["name"]
    if name is None:
        return "&amp;"
    characters = None if name in OF_XML else html5.get(f"{name};")
    return match.group() if characters is None else "".join(f"&#{ord(mark)};" for mark in characters)


def _encoding(head: bytes) -> str:
    for start, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if head.startswith(start):
            return encoding
    found = decode(head.rpartition(b">")[0] or head, declares=True)
    return found[1] if found is not None else "utf-8"


def _break(parser: etree.XMLPullParser) -> str:
    """The first complaint after which something is missing; slips that are read over are none."""
    for complaint in parser.feed_error_log:
        if complaint.level_name == "FATAL" and complaint.type_name not in READ_OVER:
            return " ".join(str(complaint.message).split())[:200]
    return ""


def drop(element: etree._Element) -> None:
    """Free an element that was read, and what stands before it under its parent."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
