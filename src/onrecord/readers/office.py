"""Word processors' files (DOCX, DOCM, ODT) as archives of XML: their parts, with limits, read as streams.

Nothing in them is run or fetched: macros, links to templates, embedded files and pictures are not opened.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import IO, BinaryIO, cast

from lxml import etree

from onrecord.config import ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, Problem
from onrecord.ids import make_id
from onrecord.readers.decode import printable
from onrecord.readers.docx_text import DOCUMENT, part_order, read_docx_part
from onrecord.readers.docx_text import STARTING as DOCX_STARTING
from onrecord.readers.entry import Entry
from onrecord.readers.odt_text import CONTENT, MANIFEST, PARAGRAPHS, STYLES, is_encrypted, read_odt_part
from onrecord.readers.odt_text import STARTING as ODT_STARTING
from onrecord.readers.pages import problem, read_whole, seen
from onrecord.readers.streams import Counted, LimitError
from onrecord.readers.xmlstream import XmlStream, local_name

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_NAME = "EncryptedPackage".encode("utf-16-le")
WORD_NAME = "WordDocument".encode("utf-16-le")
OLE_HEAD = 16_384
MAX_PARTS = 10_000
MAX_RATIO = 100
FREE_BYTES = 20_000_000
CORE = {
    "title": "title",
    "creator": "byline",
    "initial-creator": "byline",
    "created": "published",
    "creation-date": "published",
    "modified": "modified",
    "date": "modified",
    "language": "language",
}
PROPERTIES = {"docx": "docProps/core.xml", "odt": "meta.xml"}
ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
    ValueError, OSError, MemoryError,
)  # fmt: skip
SPACE = re.compile(r"[ \t\r\f\v\xa0]+")
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
MAX_FIELDS = 20
SOON = 3
"""Days between a document's beginning and its last change in which the first can date it."""


def office_kind(archive: zipfile.ZipFile) -> str:
    """ "docx", "odt", or "" for an archive that is neither; never raises."""
    names = set(archive.namelist()[:MAX_PARTS])
    if DOCUMENT in names and "[Content_Types].xml" in names:
        return "docx"
    return "odt" if CONTENT in names and MANIFEST in names and _is_text(archive) else ""


def _is_text(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument file is a text, by its `mimetype`; a drawing or a table is not."""
    try:
        with archive.open("mimetype") as stream:
            return stream.read(100).startswith(b"application/vnd.oasis.opendocument.text")
    except (KeyError, *ERRORS):
        return False


def read_office(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """The page of a DOCX, DOCM or ODT file; an encrypted, old or broken one is counted."""
    raw = read_whole(entry, config)
    if isinstance(raw, Problem):
        yield raw
    elif raw.startswith(OLE):
        yield _old(raw, entry.place)
    else:
        yield _read(raw, entry, config)


def _old(raw: bytes, place: str) -> Problem:
    """A file of Office 97 to 2003, or a new one that a password locks (both are OLE files)."""
    if ENCRYPTED_NAME in raw:
        return problem("encrypted document", place, "it needs a password")
    what = "a Word 97-2003 file (.doc)" if WORD_NAME in raw else "a file of Microsoft Office 97-2003"
    return problem("old document", place, f"{what}: save it as .docx or PDF to have it read")


def _read(raw: bytes, entry: Entry, config: ReaderConfig) -> PageInput | Problem:
    found: tuple[str, list[str], tuple[Field, ...], str] | Problem
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            found = _document(Parts(archive, len(raw)), entry.place, office_kind(archive))
    except LimitError as error:
        found = problem("expands too far", entry.place, str(error))
    except ERRORS as error:
        found = problem("broken document", entry.place, f"{type(error).__name__}: {error}"[:200])
    if isinstance(found, Problem):
        return found
    kind, lines, fields, broken = found
    text = printable("\n".join(line for line in map(_folded, lines) if line))
    if not text.strip():
        what = f"there is no text in it{': ' if broken else ''}{broken}"
        return problem("no text in document", entry.place, what)
    if len(text) > config.max_text:
        return problem("too large", entry.place, f"more than {config.max_text} characters")
    page_id = make_id("pg", [Media.DOCUMENT.value, raw])
    return seen(Page(page_id, Media.DOCUMENT, text, raw, kind, fields), entry.place, entry.told)


def _document(
    parts: "Parts", place: str, kind: str
) -> tuple[str, list[str], tuple[Field, ...], str] | Problem:
    """Kind, lines, fields, and what the parser complained of."""
    if not kind:
        return problem("broken document", place, "an archive without a document in it")
    if kind == "odt" and is_encrypted(parts.read(MANIFEST)):
        return problem("encrypted document", place, "it needs a password")
    lines = _docx_lines(parts) if kind == "docx" else _odt_lines(parts)
    return kind, lines, _properties(parts, kind), parts.broken


class Parts:
    """The parts of an archive, which together may not expand beyond what the archive's size allows."""

    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        self._archive = archive
        self._most = self._left = max(FREE_BYTES, MAX_RATIO * size)
        self.broken = ""

    def names(self) -> list[str]:
        """Names of all parts, in the order of the archive."""
        return self._archive.namelist()[:MAX_PARTS]

    def read(self, name: str) -> bytes:
        """A small part; b"" when it is not there."""
        if name not in self._archive.NameToInfo:
            return b""
        with self._archive.open(name) as stream:
            found = stream.read(FREE_BYTES)
        self._spend(len(found))
        return found

    def elements(
        self, name: str, whole: tuple[str, ...] = (), starting: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, etree._Element]]:
        """See `XmlStream`; nothing for a part that is not there. Raises LimitError."""
        if name not in self._archive.NameToInfo:
            return
        with self._archive.open(name) as stream:
            elements = XmlStream(_metered(stream, self._spend), whole, starting)
            yield from elements
        self.broken = self.broken or elements.broken

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise LimitError(f"its parts expand to more than {self._most:,} bytes")


def _metered(stream: IO[bytes], spend: Callable[[int], None]) -> BinaryIO:
    return cast(BinaryIO, Counted(cast(BinaryIO, stream), spend))


def _folded(line: str) -> str:
    """White space as a browser folds it; soft hyphens and marks of no width out."""
    return SPACE.sub(" ", UNSEEN.sub("", line)).strip()


def _docx_lines(parts: Parts) -> list[str]:
    """Lines of all parts that hold text; of headers that say the same, one."""
    lines: list[str] = []
    known: set[tuple[str, ...]] = set()
    for name in part_order(parts.names()):
        found = tuple(read_docx_part(parts.elements(name, ("p",), DOCX_STARTING)))
        if name == DOCUMENT or found not in known:
            lines += found
        known.add(found)
    return lines


def _odt_lines(parts: Parts) -> list[str]:
    """Page headers, the text, its notes, page footers."""
    found = read_odt_part(parts.elements(CONTENT, PARAGRAPHS, ODT_STARTING))
    pages = read_odt_part(parts.elements(STYLES, PARAGRAPHS, ODT_STARTING))
    return pages["header"] + found["body"] + found["note"] + pages["footer"]


def _properties(parts: Parts, kind: str) -> tuple[Field, ...]:
    """What the document says of itself (Dublin Core), each once."""
    found: dict[str, Field] = {}
    for _, element in parts.elements(PROPERTIES[kind]):
        name = local_name(element)
        value = " ".join(printable(element.text or "").split())[:1_000]
        if name in CORE and value and len(found) < MAX_FIELDS:
            found.setdefault(name, Field(CORE[name], value, f"{kind} {name}"))
    dated = [name for name in found if CORE[name] == "published"]
    finished = [found[name].value for name in found if CORE[name] == "modified"]
    if not any(_soon(found[name].value, end) for name in dated for end in finished):
        # The file grew out of an older one (a template, last month's release): begun then, not published.
        found = {name: field for name, field in found.items() if name not in dated}
    return tuple(found[name] for name in CORE if name in found)


def _soon(begun: str, finished: str) -> bool:
    """Whether a document was finished within SOON days of being begun."""
    try:
        return abs((date.fromisoformat(finished[:10]) - date.fromisoformat(begun[:10])).days) <= SOON
    except ValueError:
        return False
