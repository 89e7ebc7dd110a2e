"""TAR archives: read forward, a member at a time, in flat memory; nothing is written to disk by its name.

Headers are parsed by the standard library (`tarfile.TarInfo.frombuf`), the walk is our own: tarfile ends
silently at a damaged header, holds extended headers of any length in memory, and searches them with
expressions that take quadratic time (docs/decisions/readers.md).
"""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.readers.entry import Entry
from onrecord.readers.members import member_place
from onrecord.readers.pages import problem
from onrecord.readers.streams import Passing, passing_by, read_up_to

BLOCK = 512
MAX_EXTENDED = 1_000_000  # bytes of a long name or of extended headers that are looked at
FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
WITHOUT_DATA = (
    tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE
)  # fmt: skip
LINKS = (tarfile.LNKTYPE, tarfile.SYMTYPE)
PAX = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
SPARSE_FLAG = 482
SPARSE_FLAG_AGAIN = 504
PAX_LENGTH = re.compile(rb"([0-9]{1,7}) ")
DIGITS = re.compile(rb"[0-9]{1,18}")


@dataclass(slots=True)
class _Ahead:
    """What extended headers say of the member that follows."""

    name: str | None = None
    size: int | None = None
    sparse: bool = False


def read_tar(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Problem]:
    """The files of an archive."""
    with entry.open() as stream:
        ahead = _Ahead()
        number = 0
        while True:
            head = read_up_to(stream, BLOCK)
            if len(head) == BLOCK and not head.strip(b"\0"):
                return
            number += 1
            info = _header(head)
            if isinstance(info, str):
                yield problem("broken end", entry.place, f"{info} at member {number}; those before are kept")
                return
            size = _size(info, ahead)
            body = Passing(stream, size)
            if info.type == tarfile.GNUTYPE_LONGNAME:
                ahead.name = _text(read_up_to(body, MAX_EXTENDED).partition(b"\0")[0])
            elif info.type in PAX:
                _look_ahead(read_up_to(body, MAX_EXTENDED), ahead)
            elif info.type not in (tarfile.GNUTYPE_LONGLINK, tarfile.XGLTYPE):
                _pass_sparse_headers(info, head, stream)
                yield from _member(info, body, ahead, entry.place)
                ahead = _Ahead()
            body.skip()
            if body.short or len(read_up_to(stream, -size % BLOCK)) < -size % BLOCK:
                yield problem("broken end", entry.place, f"member {number} is cut off")
                return


def _header(head: bytes) -> tarfile.TarInfo | str:
    """A header, or what is wrong with it."""
    if not head:
        return "no end mark"
    try:
        info = tarfile.TarInfo.frombuf(head, "utf-8", "replace")
    except (tarfile.TarError, ValueError) as error:
        return str(error)
    return "a negative size" if info.size < 0 else info


def _size(info: tarfile.TarInfo, ahead: _Ahead) -> int:
    """Bytes that follow a header."""
    if info.type in WITHOUT_DATA:
        return 0
    return ahead.size if ahead.size is not None and info.type in FILES else info.size


def _member(info: tarfile.TarInfo, body: Passing, ahead: _Ahead, place: str) -> Iterator[Entry | Problem]:
    inner = member_place(place, ahead.name if ahead.name is not None else info.name)
    if info.type in LINKS:
        yield problem("link", inner, "a link in an archive is not followed")
    elif info.type == tarfile.GNUTYPE_SPARSE or ahead.sparse:
        yield problem("sparse file", inner, "files with holes are not read")
    elif info.type in FILES:
        size = body.left
        yield Entry(inner, passing_by(body), size)
    elif info.type != tarfile.DIRTYPE:
        yield problem("not a file", inner, "a device, a pipe, or something unknown")


def _pass_sparse_headers(info: tarfile.TarInfo, head: bytes, stream: BinaryIO) -> None:
    """Go past the further headers that GNU's old form of sparse files has."""
    more = info.type == tarfile.GNUTYPE_SPARSE and head[SPARSE_FLAG] != 0
    while more:
        block = read_up_to(stream, BLOCK)
        more = len(block) == BLOCK and block[SPARSE_FLAG_AGAIN] != 0


def _look_ahead(data: bytes, ahead: _Ahead) -> None:
    """Name, size and holes from POSIX extended headers: records of "length key=value\\n"."""
    at = 0
    while (found := PAX_LENGTH.match(data, at)) is not None:
        end = at + int(found.group(1))
        if end <= found.end():
            return
        key, _, value = data[found.end() : end - 1].partition(b"=")
        if key == b"path":
            ahead.name = _text(value)
        elif key == b"size" and DIGITS.fullmatch(value):
            ahead.size = int(value)
        elif key.startswith(b"GNU.sparse."):
            ahead.sparse = True
        at = end


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")
