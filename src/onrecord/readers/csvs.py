"""CSV and TSV: one page a row, with encoding, delimiter and columns found out; any spreadsheet's dialect."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from onrecord.config import ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers.columns import choose, known_names, row_record, told
from onrecord.readers.decode import BOMS, decode, is_binary
from onrecord.readers.entry import Entry
from onrecord.readers.pages import problem
from onrecord.readers.records import record_page
from onrecord.readers.streams import read_up_to, wound_back

NAMES = (".csv", ".tsv", ".tab")
DELIMITERS = (",", ";", "\t", "|")
SAMPLE_BYTES = 262_144
SAMPLE_ROWS = 50
CHUNK = 262_144
WIDE = ("utf-16", "utf-32")  # known by their byte order mark only
BEFORE_ODD = 1_000
MAX_COLUMNS = 200_000
LONG_NAME = 60
MOST_FIELD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written. `skipped` lines before its header are Excel's "sep=;"."""

    delimiter: str
    escape: str | None
    skipped: int = 0


def looks_like_csv(head: bytes, place: str) -> bool:
    """By name; or by a header whose short names are those of a text and of something else said of it."""
    if is_binary(head) and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    if place.lower().endswith(NAMES):
        return True
    found = decode(head.rpartition(b"\n")[0] or head)
    if found is None or "\n" not in found.text:
        return False
    dialect = find_dialect(found.text)
    header = next(_reader(io.StringIO(found.text[:20_000], newline=""), dialect), [])
    known = known_names(header)
    return len(header) > 1 and max(map(len, header)) <= LONG_NAME and "text" in known and len(known) > 1


def find_dialect(sample: str) -> Dialect:
    """The delimiter that cuts the first rows most evenly into columns, known names counting most."""
    first, _, rest = sample.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        return Dialect(first[4], _escape(rest), 1)
    escape = _escape(sample)
    scored = [(_evenness(sample, Dialect(mark, escape)), -number) for number, mark in enumerate(DELIMITERS)]
    return Dialect(DELIMITERS[-max(scored)[1]], escape)


def _escape(sample: str) -> str | None:
    """Whether quotes inside quotes are written as \\" (not doubled)."""
    return "\\" if sample.count('\\"') > sample.count('""') else None


def _evenness(sample: str, dialect: Dialect) -> tuple[int, float, int]:
    rows: list[list[str]] = []
    try:
        for row in _reader(io.StringIO(sample, newline=""), dialect):
            rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    if not rows or len(rows[0]) < 2:
        return 0, 0.0, 0
    width = len(rows[0])
    return len(known_names(rows[0][:1_000])), sum(len(row) == width for row in rows) / len(rows), width


def _reader(lines: Iterator[str] | TextIO, dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=dialect.delimiter,
        escapechar=dialect.escape,
        doublequote=dialect.escape is None,
        skipinitialspace=True,
    )


def read_csv(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """Pages of a table, one a row, lazily. `place` names the row as a spreadsheet numbers it."""
    csv.field_size_limit(min(config.max_bytes, MOST_FIELD))
    with wound_back(entry, config) as stream:
        encoding, sample = find_encoding(stream)
        if not sample.strip():
            yield problem("empty page", entry.place, "nothing in it")
            return
        stream.seek(0)
        text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        try:
            yield from _rows(text, find_dialect(sample), entry, config)
        finally:
            text.detach()


def find_encoding(stream: BinaryIO) -> tuple[str, str]:
    """The encoding of a whole stream and a first sample of its text. UTF-8 only if all of it is."""
    head = read_up_to(stream, SAMPLE_BYTES)
    for mark, name in BOMS:
        if head.startswith(mark):
            encoding = "utf-8-sig" if name == "utf-8" else name
            return encoding, head.decode(encoding, "replace")
    odd = _first_not_utf8(head, stream)
    if odd is None:
        return "utf-8", head.decode("utf-8", "replace")
    found = decode(odd.replace(b"\x00", b""))
    name = found.encoding if found is not None and not found.encoding.startswith(WIDE) else "cp1252"
    return name, head.decode(name, "replace")


def _first_not_utf8(head: bytes, stream: BinaryIO) -> bytes | None:
    """The part of a stream from a little before it stops being UTF-8; None when all of it is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    part = head
    while part:
        try:
            decoder.decode(part)
        except UnicodeDecodeError as error:
            return part[max(0, error.start - BEFORE_ODD) :]
        part = stream.read(CHUNK)
    try:
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return head
    return None


class Lines:
    """Lines of a text for the csv module, without NULs. `quotes` counts those of the row being read;
    `cut` is set at a line that is longer than it may be, where reading ends; `ended` when the row being
    read went on to the end of the text.
    """

    def __init__(self, text: TextIO, most: int) -> None:
        self._text, self._most = text, most
        self.quotes = 0
        self.cut = False
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(self._most):
            if len(line) >= self._most and not line.endswith(("\n", "\r")):
                self.cut = True
                return
            self.quotes += line.count('"')
            yield line.replace("\x00", "\ufffd")
        self.ended = True


def _rows(
    text: TextIO, dialect: Dialect, entry: Entry, config: ReaderConfig
) -> Iterator[PageInput | Problem]:
    lines = Lines(text, config.max_bytes)
    given = iter(lines)
    for _ in range(dialect.skipped):
        next(given, None)
    reader = _reader(given, dialect)
    number = 1 + dialect.skipped
    blank = 0
    try:
        header = [name.strip("\ufeff \t\r\n") for name in next(reader, [])][: MAX_COLUMNS + 1]
        choice = choose(header, config.columns)
        yield from told(choice, header, entry.place)
        if not choice.has_text:
            return
        index = {name: place for place, name in reversed(list(enumerate(header)))}
        wanted = {theirs: index[theirs] for theirs in choice.taken.values() if theirs in index}
        lines.quotes = 0
        for row in reader:
            number += 1
            wrong = _wrong(row, len(header), dialect.escape is None and lines.quotes % 2 == 1 and lines.ended)
            lines.quotes = 0
            if wrong:
                yield problem("bad row", f"{entry.place}:{number}", wrong)
            elif any(cell.strip() for cell in row):
                values = {name: row[at] for name, at in wanted.items() if at < len(row)}
                record = row_record(values, choice, f"{entry.place}:{number}")
                yield record if isinstance(record, Problem) else record_page(record, config, entry.told)
            else:
                blank += 1
    except csv.Error as error:
        yield problem("broken table", entry.place, f"after row {number}: {error}; the rest is not read")
    if lines.cut:
        what = f"after row {number}: a line of more than {config.max_bytes} characters; the rest is not read"
        yield problem("too large", entry.place, what)
    elif blank == number - 1 - dialect.skipped:
        yield problem("empty page", entry.place, "a table without rows")


def _wrong(row: list[str], columns: int, unclosed: bool) -> str:
    """What is wrong with a row, "" when it can be read: more cells than columns, a cell that never ends."""
    if len(row) > columns and any(cell.strip() for cell in row[columns:]):
        return f"{len(row)} cells under {columns} columns"
    return "a quotation mark opens a cell that never ends" if unclosed else ""
