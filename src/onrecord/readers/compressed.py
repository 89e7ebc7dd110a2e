"""Single compressed files: gzip, bzip2, xz, zstd, of one member or many. What they hold keeps their place."""

import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.readers.entry import Entry
from onrecord.readers.expanding import Expanding, NewDecoder, new_bzip2, new_gzip, new_xz, new_zstd
from onrecord.readers.pages import problem


def read_compressed(entry: Entry, config: ReaderConfig, new: NewDecoder) -> Iterator[Entry | Problem]:
    """The one thing that is compressed; what stands before a break is kept, and the break said."""
    breaks: list[str] = []

    def opened() -> BinaryIO:
        return io.BufferedReader(Expanding(entry.open(), new, breaks.append))

    yield Entry(entry.place, opened, None, told=entry.told)
    if breaks:
        yield problem("broken end", entry.place, f"compressed {breaks[-1]}; what stands before is kept")


read_gzip = partial(read_compressed, new=new_gzip)
read_bzip2 = partial(read_compressed, new=new_bzip2)
read_xz = partial(read_compressed, new=new_xz)
read_zstd = partial(read_compressed, new=new_zstd)
