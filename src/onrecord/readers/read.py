"""One source to pages: containers are walked member by member, each read by the reader of its kind.

To add a kind: name it in `kinds.py`, write `read_x(entry, config)`, and enter it in READERS.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers.compressed import read_bzip2, read_gzip, read_xz, read_zstd
from onrecord.readers.csvs import read_csv
from onrecord.readers.entry import Entry
from onrecord.readers.feeds import read_feed
from onrecord.readers.files import Source
from onrecord.readers.kinds import HEAD_BYTES, Kind, kind_of
from onrecord.readers.limits import Budget, bounded
from onrecord.readers.listing import Listing
from onrecord.readers.mail import read_mail, read_mbox
from onrecord.readers.office import read_office
from onrecord.readers.pages import problem, read_page, read_page_entry
from onrecord.readers.parquet import read_parquet
from onrecord.readers.pdf import read_pdf
from onrecord.readers.rows import read_json, read_jsonl
from onrecord.readers.sitemap import read_sitemap
from onrecord.readers.streams import Counted, LimitError, read_up_to
from onrecord.readers.tars import read_tar
from onrecord.readers.warc import read_warc
from onrecord.readers.zips import read_zip

__all__ = ["READERS", "read_page", "read_source"]

Read = PageInput | Problem | Listing
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError)
Reader = Callable[[Entry, ReaderConfig], Iterator[Entry | Read]]

READERS: dict[Kind, Reader] = {
    Kind.PAGE: read_page_entry,
    Kind.ROWS: read_jsonl,
    Kind.GZIP: read_gzip,
    Kind.BZIP2: read_bzip2,
    Kind.XZ: read_xz,
    Kind.ZSTD: read_zstd,
    Kind.WARC: read_warc,
    Kind.ZIP: read_zip,
    Kind.TAR: read_tar,
    Kind.MAIL: read_mail,
    Kind.MBOX: read_mbox,
    Kind.FEED: read_feed,
    Kind.SITEMAP: read_sitemap,
    Kind.JSON: read_json,
    Kind.CSV: read_csv,
    Kind.PARQUET: read_parquet,
    Kind.PDF: read_pdf,
    Kind.OFFICE: read_office,
}
"""The reader of each kind. A reader yields members (entries), pages and problems, lazily."""


def read_source(
    source: Source, config: ReaderConfig, meter: Callable[[int], None] | None = None
) -> Iterator[Read]:
    """Pages of one source, lazily; what cannot be read comes as problems. Never raises on content.

    `meter` is told of the bytes of the source's own file as they are read (some twice: its beginning,
    and a ZIP's parts).
    """
    if source.problem is not None:
        yield source.problem
        return

    def opened() -> BinaryIO:
        stream = source.open()
        return stream if meter is None else io.BufferedReader(Counted(stream, meter))

    with closing(walk(Entry(source.place, opened, source.size), config)) as found:
        yield from bounded(found, source.place, config)


def walk(root: Entry, config: ReaderConfig) -> Generator[Read, None, None]:
    """Pages and problems of an entry and all members in it, in the order of the containers.

    The stack holds what is left of each container that is open: no recursion, whatever is nested.
    """
    budget = Budget(root.size, config)
    stack: list[tuple[Entry, Iterator[Entry | Read]]] = [(root, _members(root, config))]
    try:
        while stack:
            entry, members = stack[-1]
            try:
                found = next(members, None)
                if isinstance(found, Entry):
                    found = budget.member(found, entry.depth + 1)
            except LimitError as error:
                yield problem(
                    "expands too far", entry.place, f"{error}; the rest of {root.place} is not read"
                )
                return
            except Exception as error:  # content of any kind must not stop a run
                stack.pop()
                yield failed(entry, error)
                continue
            if found is None:
                stack.pop()
            elif not isinstance(found, Entry):
                yield found
            elif found.depth > config.max_depth:
                yield problem("nested too deeply", found.place, f"more than {config.max_depth} containers")
            else:
                stack.append((found, _members(found, config)))
    finally:
        for _, members in reversed(stack):
            _close(members)


def _members(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Read]:
    """What the reader of its kind finds in an entry."""
    with entry.open() as stream:
        head = read_up_to(stream, HEAD_BYTES)
    kind = kind_of(head, entry.place, entry.told)
    if kind is Kind.ASSET:
        yield problem("not a page", entry.place, "a picture, font, script or style sheet")
        return
    empty = True
    for found in READERS[kind](entry, config):
        empty = False
        yield found
    if empty:
        yield problem("empty page", entry.place, f"nothing to read in it ({kind})")


def failed(entry: Entry, error: Exception) -> Problem:
    """A reader gave up."""
    if isinstance(error, OSError) and entry.depth == 0 and error.strerror:
        return problem("unreadable file", entry.place, error.strerror)
    if isinstance(error, DAMAGE):
        return problem("damaged", entry.place, " ".join(str(error).split())[:200])
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return problem("reader failed", entry.place, what)


def _close(members: Iterator[object]) -> None:
    """End a reader that has not come to its end, so that it closes its files."""
    close = getattr(members, "close", None)
    if close is not None:
        close()
