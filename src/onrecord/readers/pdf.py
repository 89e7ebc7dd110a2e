"""PDF: its text in paragraphs, and what the document says of itself.

PDFium looks into the file in a process of its own (`pdf_child.py`); lines and paragraphs are made here.
"""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from onrecord.config import ReaderConfig
from onrecord.data import Field, Media, Page, PageInput, Problem
from onrecord.ids import make_id
from onrecord.readers.child import ChildError, run_child
from onrecord.readers.decode import printable
from onrecord.readers.entry import Entry
from onrecord.readers.pages import problem, read_whole, seen
from onrecord.readers.pdf_lines import Line, Word, mark_running, page_lines
from onrecord.readers.pdf_paragraphs import paragraphs

PROGRAM = Path(__file__).with_name("pdf_child.py")
ENCRYPTED = (4, 5)
ERRORS = {3: "it is not a PDF, or broken", 4: "it needs a password", 5: "its security scheme is unknown"}
FAR = 1e6
DATE = re.compile(
    r"(?:D:)?(?P<y>[0-9]{4})(?P<m>[0-9]{2})?(?P<d>[0-9]{2})?(?P<H>[0-9]{2})?(?P<M>[0-9]{2})?(?P<S>[0-9]{2})?"
    r"(?:(?P<z>Z)|(?P<sign>[+-])(?P<zh>[0-9]{2})'?(?P<zm>[0-9]{2})?'?)?"
)
NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint) - .*|untitled.*"
    r"|.*\.(?:docx?|pdf|rtf|odt|indd|qxd|tex|dvi|xlsx?|pptx?|html?))",
    re.IGNORECASE,
)


def read_pdf(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """The page of a PDF; a scan without text, an encrypted, broken or huge one is counted."""
    raw = read_whole(entry, config)
    if isinstance(raw, Problem):
        yield raw
        return
    try:
        yield _read(raw, entry, config)
    except ChildError as error:
        yield problem("broken document", entry.place, f"this PDF cannot be read: {error}")


def _read(raw: bytes, entry: Entry, config: ReaderConfig) -> PageInput | Problem:
    arguments = [str(config.document_pages), str(config.max_text), str(config.document_memory)]
    said: dict[str, str] = {}
    pages: list[list[Line]] = []
    ended = False
    for line in run_child(PROGRAM, arguments, BytesIO(raw), config.document_seconds):
        values = json.loads(line)
        if "error" in values:
            kind = "encrypted document" if values["error"] in ENCRYPTED else "broken document"
            return problem(kind, entry.place, ERRORS.get(values["error"], "PDFium cannot open it"))
        if values.get("pages", 0) > config.document_pages:
            what = f"{values['pages']} pages, more than {config.document_pages}"
            return problem("too large", entry.place, what)
        if "info" in values:
            said = values["info"]
        ended = "end" in values
        if "words" in values:
            pages.append(page_lines(len(pages), [_word(word) for word in values["words"]]))
    text = printable("\n".join(paragraphs(mark_running(pages))))
    if not text.strip():
        what = f"{len(pages)} pages without text: a scan, or drawn letters"
        return problem("no text in document", entry.place, what)
    if len(text) > config.max_text or not ended:
        return problem("too large", entry.place, f"more than {config.max_text} characters")
    page_id = make_id("pg", [Media.PDF.value, raw])
    return seen(Page(page_id, Media.PDF, text, raw, "pdf", _fields(said)), entry.place, entry.told)


def _word(values: list[object]) -> Word:
    text, left, bottom, right, _, size, after = values
    return Word(str(text), _number(left), _number(bottom), _number(right), _number(size), str(after))


def _number(value: object) -> float:
    """A finite coordinate; a file can claim any."""
    return float(value) if isinstance(value, int | float) and abs(value) < FAR else 0.0


def _fields(said: dict[str, str]) -> tuple[Field, ...]:
    """What the document information says; titles that are names of files are none."""
    found = []
    title = _line(said.get("Title", ""))
    if title and not NO_TITLE.fullmatch(title):
        found.append(Field("title", title, "pdf Title"))
    if _line(said.get("Author", "")):
        found.append(Field("byline", _line(said["Author"]), "pdf Author"))
    for key, name in (("CreationDate", "published"), ("ModDate", "modified")):
        if value := iso_date(said.get(key, "")):
            found.append(Field(name, value, f"pdf {key}"))
    return tuple(found)


def _line(value: str) -> str:
    return " ".join(printable(value).split())[:1_000]


def iso_date(value: str) -> str:
    """A PDF date ("D:20310503120000+02'00'", ISO 32000-1, 7.9.4) as ISO; "" when it is none."""
    found = DATE.fullmatch(value.strip()[:60])
    if found is None:
        return ""
    parts = found.groupdict()
    date = "-".join(part for part in (parts["y"], parts["m"], parts["d"]) if part)
    if parts["H"] is None:
        return date
    time = ":".join((parts["H"], parts["M"] or "00", parts["S"] or "00"))
    zone = (
        "Z" if parts["z"] else f"{parts['sign']}{parts['zh']}:{parts['zm'] or '00'}" if parts["sign"] else ""
    )
    return f"{date}T{time}{zone}"
