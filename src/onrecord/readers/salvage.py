"""Members of a ZIP archive that has lost its table: each stands behind a header of its own."""

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.data import Problem
from onrecord.readers.entry import Entry
from onrecord.readers.expanding import Deflated, Expanding
from onrecord.readers.members import member_place
from onrecord.readers.pages import problem
from onrecord.readers.streams import Forward, Part

HEADER = struct.Struct("<4s5H3I2H")  # APPNOTE 6.3.10, 4.3.7
START = b"PK\x03\x04"
TABLE = b"PK\x01\x02"
ENCRYPTED = 0x1
SIZE_BEHIND = 0x8
UTF8 = 0x800
STEP = 1_000_000


def salvage(stream: BinaryIO, place: str) -> Iterator[Entry | Problem]:
    """Members from the beginning on, up to the first header that makes no sense."""
    end = stream.seek(0, io.SEEK_END)
    at = 0
    while True:
        stream.seek(at)
        head = stream.read(HEADER.size)
        if len(head) < HEADER.size or not head.startswith(START):
            return
        _, _, flags, method, _, _, _, packed, _, name_length, extra = HEADER.unpack(head)
        name = stream.read(name_length).decode("utf-8" if flags & UTF8 else "cp437", "replace")
        start = at + HEADER.size + name_length + extra
        if start >= end:
            return
        known = packed and not flags & SIZE_BEHIND
        at = min(end, start + packed) if known else _next_header(stream, start, end)
        inner = member_place(place, name)
        if name.endswith("/"):
            continue
        if flags & ENCRYPTED:
            yield problem("encrypted", inner, "it needs a password")
        elif method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield problem("unknown compression", inner, f"method {method}")
        else:
            yield from _member(Part(stream, start, at), inner, method == zipfile.ZIP_DEFLATED)


def _member(part: Part, place: str, deflated: bool) -> Iterator[Entry | Problem]:
    breaks: list[str] = []

    def opened() -> BinaryIO:
        part.seek(0)
        raw = (
            Expanding(Forward(part, closes=False), lambda: Deflated(-15), breaks.append, 1)
            if deflated
            else Forward(part, closes=False)
        )
        return io.BufferedReader(raw)

    yield Entry(place, opened, None)
    if breaks:
        yield problem("broken end", place, f"compressed {breaks[0]}; what stands before is kept")


def _next_header(stream: BinaryIO, at: int, end: int) -> int:
    """Where the next member or the table begins."""
    before = b""
    while at < end:
        stream.seek(at)
        data = before + stream.read(STEP)
        found = [place for place in (data.find(START), data.find(TABLE)) if place >= 0]
        if found:
            return at - len(before) + min(found)
        at += len(data) - len(before)
        before = data[-3:]
    return end
