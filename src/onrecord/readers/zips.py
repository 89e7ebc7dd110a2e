"""ZIP archives: members in the order of the archive, never written to disk by their names.

The table at the end says what there is. An archive that has lost it (a broken download) is read from its
beginning, member by member, as far as it goes.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.readers.entry import Entry
from onrecord.readers.members import member_place
from onrecord.readers.pages import problem
from onrecord.readers.salvage import salvage
from onrecord.readers.streams import Forward, wound_back

ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)  # LZMA can ask for 4 GB of memory
WACZ_MARK = "datapackage.json"
WACZ_RECORDS = "archive/"
LINK = 0o120000
FILE_TYPES = 0o170000
END = b"PK\x05\x06"
END_BYTES = 22
END64 = b"PK\x06\x06"
END64_BYTES = 76  # with its locator
MAX_COMMENT = 65_535
MAX_TABLE = 100_000_000  # bytes: a million members and more; zipfile holds them all in memory
UNREADABLE = (
    zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, OSError, EOFError,
    struct.error, zlib.error,
)  # fmt: skip


def read_zip(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Problem]:
    """The files of an archive."""
    with wound_back(entry, config) as stream:
        table = _table_bytes(stream)
        if table > MAX_TABLE:
            yield problem("too large", entry.place, f"a table of {table:,} bytes, more than {MAX_TABLE:,}")
            return
        stream.seek(0)
        try:
            archive = zipfile.ZipFile(stream)
        except UNREADABLE as error:
            yield problem("broken end", entry.place, f"{error}; its members are read as far as they go")
            yield from salvage(stream, entry.place)
            return
        only = WACZ_RECORDS if _is_wacz(archive) else ""
        for info in archive.infolist():
            if not info.filename.endswith("/") and info.filename.startswith(only):
                yield _member(archive, info, member_place(entry.place, info.filename))


def _is_wacz(archive: zipfile.ZipFile) -> bool:
    """A web archive collection (WACZ 1.1.1): its records count, its lists of them are no pages."""
    names = archive.namelist()
    return WACZ_MARK in names and any(name.startswith(WACZ_RECORDS) for name in names)


def _table_bytes(stream: BinaryIO) -> int:
    """Bytes of the table, as the archive's end says; 0 when there is no end."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - END64_BYTES - END_BYTES - MAX_COMMENT))
    tail = stream.read()
    at = tail.rfind(END)
    if at < 0:
        return 0
    before = tail[max(0, at - END64_BYTES) : at]
    if before.startswith(END64):
        return int.from_bytes(before[40:48], "little")
    return int.from_bytes(tail[at + 12 : at + 16], "little")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str) -> Entry | Problem:
    if info.external_attr >> 16 & FILE_TYPES == LINK:
        return problem("link", place, "a link in an archive is not followed")
    if info.flag_bits & ENCRYPTED:
        return problem("encrypted", place, "it needs a password")
    if info.compress_type not in METHODS:
        return problem("unknown compression", place, f"method {info.compress_type}")

    def opened() -> BinaryIO:
        return io.BufferedReader(Forward(_Member(archive, info)))

    return Entry(place, opened, info.file_size)


class _Member:
    """A member's bytes; whatever zipfile stumbles over is said as BadZipFile."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        try:
            self._inner = archive.open(info)
        except UNREADABLE as error:
            raise zipfile.BadZipFile(str(error)) from error

    def read(self, size: int = -1, /) -> bytes:
        """See `Readable`."""
        try:
            return self._inner.read(size)
        except UNREADABLE as error:
            raise zipfile.BadZipFile(str(error)) from error

    def close(self) -> None:
        """See `Readable`."""
        self._inner.close()
