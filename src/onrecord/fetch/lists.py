"""Lists of URLs: one a line, UTF-8; empty lines and those that begin with # are passed over."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.fetch.urls import MAX_LENGTH

STDIN = "-"
# More bytes than a URL of MAX_LENGTH characters can have: what is cut off a line is refused anyway.
_LINE_BYTES = 4 * MAX_LENGTH + 10


def urls_of(named: Iterable[str], lists: Iterable[str]) -> Iterator[str]:
    """The URLs named on the command line, then those of the lists ("-" is standard input).

    Raises InputError for a list that cannot be read.
    """
    yield from named
    for name in lists:
        if name == STDIN:
            yield from _lines(sys.stdin.buffer)
            continue
        try:
            with Path(name).open("rb") as file:
                yield from _lines(file)
        except OSError as error:
            raise InputError(f"{name}: this list of URLs cannot be read: {error.strerror}") from error


def _lines(file: BinaryIO) -> Iterator[str]:
    inside = False
    while line := file.readline(_LINE_BYTES):
        begins, inside = not inside, not line.endswith(b"\n")
        # Bytes that are not UTF-8 become surrogates, which no URL may hold.
        text = line.decode("utf-8", "surrogateescape").removeprefix("\ufeff").strip(" \t\r\n\f")
        if begins and text and not text.startswith("#"):
            yield text
