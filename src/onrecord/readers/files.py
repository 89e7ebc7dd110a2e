"""What there is to read: files found below the paths that the user named."""

import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.errors import InputError
from onrecord.readers.streams import MEMORY_BYTES, Bounded, LimitError, Part

STDIN = Path("-")
STDIN_PLACE = "stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. `place` is relative to the folder given, with "/" on every system.

    `size` is in bytes. `problem` is set when the place cannot be read at all. `copy` holds what came
    by standard input, which has no path.
    """

    path: Path
    place: str
    size: int
    problem: Problem | None = None
    copy: IO[bytes] | None = field(default=None, compare=False)

    def open(self) -> BinaryIO:
        """Its bytes, from the beginning. Raises OSError."""
        if self.copy is None:
            return self.path.open("rb")
        return io.BufferedReader(Part(self.copy, 0, self.size))


def find_sources(paths: Sequence[Path], config: ReaderConfig | None = None) -> list[Source]:
    """Files below `paths`, sorted by place; "-" is standard input. Names that start with a dot are
    passed over.

    Links to folders are not followed, so that no loop can arise; a folder that cannot be listed
    becomes a source with a problem. Raises InputError for a path that does not exist, and for standard
    input larger than `config.max_copy`.
    """
    found: dict[tuple[str, str], Source] = {}
    for path in paths:
        if path == STDIN:
            found.setdefault((STDIN_PLACE, ""), _standard_input((config or ReaderConfig()).max_copy))
            continue
        if not path.exists():
            raise InputError(f"{path}: there is no such file or folder")
        sources = _walk(path) if path.is_dir() else [_source(path, path.name)]
        for source in sources:
            found.setdefault((source.place, os.path.realpath(source.path)), source)
    return [found[key] for key in sorted(found)]


def _standard_input(most: int) -> Source:
    """What standard input holds, copied to a nameless temporary file when it is large."""
    copy = SpooledTemporaryFile(MEMORY_BYTES)  # noqa: SIM115 - it lives as long as the source
    try:
        shutil.copyfileobj(Bounded(sys.stdin.buffer, most), copy, 1_000_000)
    except LimitError as error:
        raise InputError(f"standard input: {error} (the setting reader.max_copy)") from error
    return Source(STDIN, STDIN_PLACE, copy.tell(), copy=copy)


def _walk(folder: Path) -> Iterator[Source]:
    pending = [folder]
    while pending:
        current = pending.pop()
        place = current.relative_to(folder).as_posix()
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(current, place, "unreadable folder", error)
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            if _is_folder(entry, follow=False):
                pending.append(path)
            elif _is_folder(entry, follow=True):
                yield _linked(path, path.relative_to(folder).as_posix())
            else:
                yield _source(path, path.relative_to(folder).as_posix())


def _is_folder(entry: os.DirEntry[str], follow: bool) -> bool:
    """Whether an entry is a folder; False for a link that leads to itself."""
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:
        return False


def _source(path: Path, place: str) -> Source:
    # names that are no UTF-8: their odd bytes as numbers, so that two files keep two places
    place = os.fsencode(place).decode("utf-8", "backslashreplace")
    try:
        if not path.is_file():
            return _unreadable(path, place, "not a file", None)
        return Source(path, place, path.stat().st_size)
    except OSError as error:
        return _unreadable(path, place, "unreadable file", error)


def _linked(path: Path, place: str) -> Source:
    message = f"{place}: a link to a folder is not followed"
    return Source(path, place, 0, Problem("linked folder", message, place))


def _unreadable(path: Path, place: str, kind: str, error: OSError | None) -> Source:
    why = error.strerror if error and error.strerror else _oddity(path)
    return Source(path, place, 0, Problem(kind, f"{place}: {why}", place))


def _oddity(path: Path) -> str:
    """What is listed like a file and is none."""
    return "a link that leads nowhere" if path.is_symlink() else "a device, a pipe, or something unknown"
