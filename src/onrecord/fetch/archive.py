"""The WARC on disk: who may write to it, what it holds, and how a torn end is mended.

An archive is a row of gzip members, one record each. All records of a URL go down in one write, so
a run that is killed leaves whole members and at most one torn one at the end.
"""

import mmap
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.errors import InputError
from onrecord.fetch.lock import lock_file
from onrecord.fetch.outcome import Earlier, RefusedError
from onrecord.fetch.records import FIELDS, OUTCOME

SUFFIX = ".warc.gz"
_MAGIC = b"\x1f\x8b\x08"
_BEGINS = b"WARC/1."
_CHUNK = 1 << 16
_MAX_FIELDS = 1 << 16
# A file in which not even the first record is whole is taken for ours only if it is as short as that one.
_TORN_START = 4096


@dataclass(slots=True)
class Held:
    """What an archive holds: URLs that are done, those refused, and what to ask "has it changed" with."""

    done: set[str] = field(default_factory=set)
    refused: dict[str, RefusedError] = field(default_factory=dict)
    answers: dict[str, Earlier] = field(default_factory=dict)


class Archive:
    """An open archive; only this process writes to it."""

    def __init__(self, path: Path, descriptor: int, cut: int, held: Held) -> None:
        self.path, self.cut, self.held = path, cut, held
        self._descriptor = descriptor
        self._size = os.fstat(descriptor).st_size

    def append(self, records: bytes) -> None:
        """Write whole records, or (a full disk) nothing. Raises InputError."""
        try:
            os.lseek(self._descriptor, self._size, os.SEEK_SET)
            left = memoryview(records)
            while left:
                left = left[os.write(self._descriptor, left) :]
        except BaseException as error:
            # A full disk, or Ctrl-C in the middle of it.
            os.ftruncate(self._descriptor, self._size)
            if isinstance(error, OSError):
                raise InputError(f"{self.path}: cannot write: {error.strerror}; the rest is kept") from error
            raise
        self._size += len(records)

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        return self._size == 0


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open an archive to add to it, or make it. A torn last record is cut off.

    Raises InputError when the name does not end in .warc.gz, when another process writes to it, when
    it is no WARC, or when it is broken in the middle.
    """
    if not path.name.endswith(SUFFIX):
        raise InputError(f"{path}: an archive's name ends in {SUFFIX}")
    try:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags, 0o644)
    except OSError as error:
        raise InputError(f"{path}: cannot be opened to write: {error.strerror}") from error
    try:
        if not lock_file(descriptor):
            raise InputError(
                f"{path}: another onrecord fetch is writing to it; wait, or name another archive"
            )
        if os.fstat(descriptor).st_nlink == 0:
            raise InputError(f"{path}: another onrecord fetch has just removed it; run the command again")
        size = os.fstat(descriptor).st_size
        whole = _whole_members(path, size) if size else 0
        if whole < size:
            os.ftruncate(descriptor, whole)
        archive = Archive(path, descriptor, size - whole, _read_held(path) if whole else Held())
        try:
            yield archive
        finally:
            if archive.empty:
                path.unlink(missing_ok=True)
            else:
                os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _whole_members(path: Path, size: int) -> int:
    """The end of the last whole record. Raises InputError when more than the end is broken."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        at = 0
        while at < size:
            end, begins = _member(data, at)
            if not _fits(data, at, end, begins):
                raise InputError(
                    f"{path}: no WARC with a gzip member a record (byte {at}); nothing was changed"
                )
            if end is None:
                _refuse_if_more_follows(path, data, at)
                return at
            at = end
        return at


def _fits(data: mmap.mmap, at: int, end: int | None, begins: bytes) -> bool:
    """Whether a member that begins so is a record, or a torn one that may be cut off."""
    if end is not None:
        return begins.startswith(_BEGINS)
    # Behind whole records anything may stand after a crash, zeros too; a file that has none must look ours.
    ours = _MAGIC.startswith(data[:3]) and _BEGINS.startswith(begins[: len(_BEGINS)])
    return at > 0 or (ours and len(data) < _TORN_START)


def _member(data: mmap.mmap, at: int) -> tuple[int | None, bytes]:
    """The end of the gzip member at an offset (None when it is not whole), and its first bytes."""
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    begins = b""
    position = at
    try:
        while position < len(data):
            chunk = data[position : position + _CHUNK]
            position += len(chunk)
            while chunk and not unpack.eof:
                out = unpack.decompress(chunk, _CHUNK)
                begins = begins if len(begins) >= len(_BEGINS) else begins + out[: len(_BEGINS)]
                chunk = unpack.unconsumed_tail
            if unpack.eof:
                return position - len(unpack.unused_data), begins
    except zlib.error:
        pass
    return None, begins


def _refuse_if_more_follows(path: Path, data: mmap.mmap, at: int) -> None:
    """Cutting at a broken record must not throw whole ones away that stand behind it."""
    found = data.find(_MAGIC, at + 1)
    while found >= 0:
        end, begins = _member(data, found)
        if end is not None and begins.startswith(_BEGINS):
            raise InputError(
                f"{path}: the record at byte {at} is broken and whole ones follow at byte {found}; "
                "nothing was changed: name another archive, or mend this one first"
            )
        found = data.find(_MAGIC, found + 1)


def _read_held(path: Path) -> Held:
    """What earlier runs left in an archive; answers that other programs put there count as well."""
    held = Held()
    kinds = WarcRecordType.response | WarcRecordType.metadata
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=kinds, parse_http=False):
            url = record.headers.get("WARC-Target-URI")
            if not url:
                continue
            if record.record_type == WarcRecordType.metadata:
                _take_outcome(held, url, record)
            elif record.is_http and "WARC-Truncated" not in record.headers:
                _take_answer(held, url, record)
    for url in held.done:
        held.refused.pop(url, None)
    return held


def _take_outcome(held: Held, url: str, record: WarcRecord) -> None:
    if record.headers.get("Content-Type") != FIELDS or record.reader is None:
        return
    text = record.reader.read(_MAX_FIELDS).decode("utf-8", "replace")
    told = dict(line.split(": ", 1) for line in reversed(text.splitlines()) if ": " in line)
    outcome = told.get(OUTCOME)
    if outcome in ("fetched", "unchanged"):
        held.done.add(url)
    elif outcome == "refused":
        kind, message = told.get("kind", "refused"), told.get("message", url)
        held.refused[url] = RefusedError(kind, message, told.get("lasting") == "yes")


def _take_answer(held: Held, url: str, record: WarcRecord) -> None:
    try:
        record.parse_http()
    except (OSError, ValueError):
        return
    http = record.http_headers
    if http is None or not 200 <= (http.status_code or 0) < 300:
        return
    held.done.add(url)
    held.answers[url] = Earlier(
        etag=http.get("ETag"),
        modified=http.get("Last-Modified"),
        record=record.record_id or "",
        date=record.headers.get("WARC-Date") or "",
        digest=record.headers.get("WARC-Payload-Digest"),
    )
