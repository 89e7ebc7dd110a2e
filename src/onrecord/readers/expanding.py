"""Compressed streams: what they expand to, all members one after the other, up to a break, in flat memory."""

import bz2
import io
import lzma
import sys
import zlib
from collections.abc import Callable
from typing import Protocol

from onrecord.readers.streams import CHUNK, Readable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

XZ_MEMORY = 256_000_000
ZSTD_WINDOW = 27  # log2 of bytes: 128 MB, what `zstd --ultra -22` uses at most
HEAD_EXPANDED = 1_024
MAX_DICTIONARY = 20_000_000
MAX_RESUMED = 200
MAX_EMPTY = 10_000  # members in a row that expand to nothing


class Decoder(Protocol):
    """One member being expanded (as `bz2.BZ2Decompressor`)."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes without input."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What stands after the member's end."""
        ...

    def decompress(self, data: bytes, /, max_length: int = -1) -> bytes:
        """At most `max_length` bytes of what `data`, and what was left over before, expand to."""
        ...


class Deflated:
    """zlib's decoder in the shape of the others; `window` as zlib has it (31 gzip, 15 zlib, -15 raw)."""

    def __init__(self, window: int = 31) -> None:
        self._inner = zlib.decompressobj(window)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """See `Decoder`."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """See `Decoder`."""
        return self._inner.unused_data

    def decompress(self, data: bytes, /, max_length: int = -1) -> bytes:
        """See `Decoder`."""
        left = self._inner.unconsumed_tail
        found = self._inner.decompress(left + data if left else data, max(0, max_length))
        self.needs_input = not self._inner.unconsumed_tail and len(found) < max_length
        return found


DAMAGED_DICTIONARY = (zstd.ZstdError, ValueError)
NewDecoder = Callable[[], Decoder]
ERRORS = (zlib.error, lzma.LZMAError, zstd.ZstdError, EOFError, OSError, ValueError, MemoryError)


def new_gzip() -> Decoder:
    """A gzip member."""
    return Deflated()


def new_bzip2() -> Decoder:
    """A bzip2 stream."""
    return bz2.BZ2Decompressor()


def new_xz() -> Decoder:
    """An xz or lzma stream that needs no more than XZ_MEMORY."""
    return lzma.LZMADecompressor(lzma.FORMAT_AUTO, memlimit=XZ_MEMORY)


def new_zstd(dictionary: "zstd.ZstdDict | None" = None) -> Decoder:
    """A zstd frame, perhaps one that needs a dictionary, whose window is no larger than ZSTD_WINDOW."""
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: ZSTD_WINDOW}
    return zstd.ZstdDecompressor(zstd_dict=dictionary, options=options)


STARTS: tuple[tuple[bytes, NewDecoder], ...] = (
    (b"\x1f\x8b", new_gzip),
    (b"BZh", new_bzip2),
    (b"\xfd7zXZ\x00", new_xz),
    (b"\x28\xb5\x2f\xfd", new_zstd),
)


def dictionary_of(stream: Readable) -> "zstd.ZstdDict":
    """The dictionary in the frame that a zstd archive begins with, which may be compressed itself.

    Raises ValueError when it is cut off or larger than MAX_DICTIONARY.
    """
    head = stream.read(8) or b""
    size = int.from_bytes(head[4:8], "little")
    if len(head) < 8 or size > MAX_DICTIONARY:
        raise ValueError(f"a zstd dictionary of {size:,} bytes")
    raw = stream.read(size) or b""
    if raw.startswith(b"\x28\xb5\x2f\xfd"):
        raw = new_zstd().decompress(raw, max_length=MAX_DICTIONARY)
    return zstd.ZstdDict(raw)


def expanded_head(head: bytes) -> bytes:
    """The first bytes that the beginning of a compressed file expands to; b"" when there are none."""
    for start, new in STARTS:
        if head.startswith(start):
            try:
                return new().decompress(head, max_length=HEAD_EXPANDED)
            except ERRORS:
                return b""
    return b""


class Expanding(io.RawIOBase):
    """What a compressed stream expands to. At a break it ends, and `broke` is told why.

    `most` members are read; what follows them is no concern.
    """

    def __init__(
        self, inner: Readable, new: NewDecoder, broke: Callable[[str], None], most: int | None = None
    ) -> None:
        self._inner, self._new, self._broke, self._most = inner, new, broke, most
        self._decoder: Decoder | None = None
        self._data = b""
        self._members = self._empty = 0
        self._ended = False
        self._failed = b""
        self._resumed = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """See `io.RawIOBase`."""
        found = b""
        while not self._ended and not found:
            found = self._step(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def _step(self, size: int) -> bytes:
        """A little further: some bytes, or none and another state."""
        if self._decoder is None:
            self._next_member()
            if self._decoder is None:
                return b""
        decoder = self._decoder
        if decoder.needs_input and not self._data:
            self._data = self._inner.read(CHUNK) or b""
            if not self._data:
                self._end(f"member {self._members} is cut off")
                return b""
        data, self._data = self._data, b""
        try:
            found = decoder.decompress(data, max_length=size)
        except ERRORS as error:
            self._failed = data
            self._end(f"member {self._members} is damaged ({error})")
            return b""
        if found:
            self._empty = 0
        if decoder.eof:
            self._data, self._decoder = decoder.unused_data, None
            self._empty += 1
            if self._empty > MAX_EMPTY:
                self._end(f"member {self._members} is the {MAX_EMPTY:,}th in which there is nothing")
        return found

    def _next_member(self) -> None:
        """Another member, or the end; zeros between and after members are padding."""
        if self._members == self._most:
            self._ended = True
            return
        self._data = self._data.lstrip(b"\0")
        while not self._data:
            chunk = self._inner.read(CHUNK)
            if not chunk:
                self._ended = True
                return
            self._data = chunk.lstrip(b"\0")
        self._members += 1
        try:
            self._decoder = self._new()
        except ERRORS as error:  # a dictionary that is none
            self._end(f"member {self._members} cannot be expanded ({error})")

    def resumed(self, start: bytes) -> bool:
        """Go on after damage where the next member may `start`. False when it starts nowhere, and when
        that was done MAX_RESUMED times."""
        data, self._failed = self._failed[1:], b""
        self._resumed += 1
        while data and self._resumed <= MAX_RESUMED:
            at = data.find(start)
            if at >= 0:
                self._data, self._decoder, self._ended = data[at:], None, False
                return True
            more = self._inner.read(CHUNK) or b""
            data = data[1 - len(start) :] + more if more else b""
        return False

    def _end(self, why: str) -> None:
        self._ended = True
        self._broke(why)

    def close(self) -> None:
        """Close the stream below, too."""
        if not self.closed:
            self._inner.close()
        super().close()
