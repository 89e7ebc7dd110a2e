"""Streams that readers stand on: parts of a file, members that come by once, copies to wind back."""

import io
import shutil
from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, Protocol, cast

from onrecord.config import ReaderConfig
from onrecord.readers.entry import Entry

CHUNK = 16_384
HELD_BYTES = 1_000_000  # of a member that comes by once, kept so that it can be looked at and then read
MEMORY_BYTES = 16_000_000  # of a copy that can be wound back; the rest lies in a nameless file


class LimitError(Exception):
    """A limit of ReaderConfig is reached: the rest of the source is not read."""


class Readable(Protocol):
    """The little that is asked of a stream below another."""

    def read(self, size: int = -1, /) -> bytes | None:
        """At most `size` bytes, none at the end (None: none now, which no stream of ours says)."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Forward(io.RawIOBase):
    """A stream that only goes forward, over one that may do more (a ZIP member winds back slowly).

    `closes`: closing it closes the stream below, too.
    """

    def __init__(self, inner: Readable, closes: bool = True) -> None:
        self._inner, self._closes = inner, closes

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """See `io.RawIOBase`."""
        found = self._inner.read(len(buffer)) or b""
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Close the stream below, too, if it was given away."""
        if not self.closed and self._closes:
            self._inner.close()
        super().close()


class Part(io.RawIOBase):
    """Bytes `start` to `end` of a stream that can be wound back, with a position of its own.

    Several parts of one stream can be read in turn. Closing a part leaves the stream open.
    """

    def __init__(self, base: IO[bytes], start: int, end: int) -> None:
        self._base, self._start, self._end = base, start, end
        self._at = start

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Position within the part."""
        return self._at - self._start

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """See `io.IOBase`; a position before the beginning is the beginning."""
        origin = {io.SEEK_SET: self._start, io.SEEK_CUR: self._at, io.SEEK_END: self._end}[whence]
        self._at = max(self._start, origin + offset)
        return self.tell()

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """See `io.RawIOBase`."""
        wanted = min(len(buffer), self._end - self._at)
        if wanted <= 0:
            return 0
        self._base.seek(self._at)
        found = self._base.read(wanted)
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)


class Counted(io.RawIOBase):
    """A stream that tells how many bytes were read of it; `spend` may raise LimitError."""

    def __init__(self, inner: BinaryIO, spend: Callable[[int], None]) -> None:
        self._inner, self._spend = inner, spend

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """As the stream below."""
        return self._inner.seekable()

    def tell(self) -> int:
        """As the stream below."""
        return self._inner.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """As the stream below."""
        return self._inner.seek(offset, whence)

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """See `io.RawIOBase`."""
        found = self._inner.read(len(buffer))
        self._spend(len(found))
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Close the stream below, too."""
        if not self.closed:
            self._inner.close()
        super().close()


class Passing(io.RawIOBase):
    """The next `size` bytes of a stream that only goes forward."""

    def __init__(self, inner: Readable, size: int) -> None:
        self._inner = inner
        self.left = size
        self.short = False  # the stream ended before

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """See `io.RawIOBase`."""
        wanted = min(len(buffer), self.left)
        found = (self._inner.read(wanted) or b"") if wanted else b""
        self.short = self.short or len(found) < wanted
        self.left = 0 if self.short else self.left - len(found)
        buffer[: len(found)] = found
        return len(found)

    def skip(self) -> None:
        """Go to the end of these bytes."""
        while self.left:
            self.read(CHUNK)


class _Again(io.RawIOBase):
    """A held beginning, then the rest, which only one reader can have."""

    def __init__(self, head: bytes, rest: Passing) -> None:
        self._head, self._rest, self._at = head, rest, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """See `io.RawIOBase`."""
        found = self._head[self._at : self._at + len(buffer)]
        if not found:
            found = self._rest.read(len(buffer)) or b""
        self._at += len(found)
        buffer[: len(found)] = found
        return len(found)


def passing_by(member: Passing) -> Callable[[], BinaryIO]:
    """Opens a member that comes by once: from memory when it is small. Of a large one the beginning
    can be looked at as often as wanted, and the rest read once; OSError when it is gone."""
    head = read_up_to(member, HELD_BYTES)
    if not member.left:
        return lambda: io.BytesIO(head)
    left = member.left

    def opened() -> BinaryIO:
        if member.left != left:
            raise OSError("a member this large can be read only once")
        return io.BufferedReader(_Again(head, member))

    return opened


def read_up_to(stream: io.RawIOBase | BinaryIO, size: int) -> bytes:
    """The next `size` bytes, fewer only at the end (a raw stream may give fewer at a time)."""
    parts: list[bytes] = []
    while size > 0 and (found := stream.read(min(size, 1_000_000))):
        parts.append(found)
        size -= len(found)
    return b"".join(parts)


def wound_back(entry: Entry, config: ReaderConfig) -> BinaryIO:
    """The entry as a stream that can be wound back: itself, or a copy (a nameless temporary file when large).

    Raises LimitError when the copy would be larger than `config.max_copy`.
    """
    stream = entry.open()
    if stream.seekable():
        return stream
    copy = SpooledTemporaryFile(MEMORY_BYTES)  # noqa: SIM115 - the caller closes it
    with stream:
        shutil.copyfileobj(Bounded(stream, config.max_copy), copy, 1_000_000)
    copy.seek(0)
    return cast(BinaryIO, copy)


class Bounded:
    """Raises LimitError beyond so many bytes."""

    def __init__(self, inner: BinaryIO, most: int) -> None:
        self._inner, self._left, self._most = inner, most, most

    def read(self, size: int = -1, /) -> bytes:
        """See `io.RawIOBase`."""
        found = self._inner.read(size)
        self._left -= len(found)
        if self._left < 0:
            raise LimitError(f"more than {self._most} bytes to be copied")
        return found
