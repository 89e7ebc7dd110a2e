"""What was computed, in a file beside the case (`CASE-memo`): SQLite, one version at a time.

The file is a cache: it may be taken away at any time, and whatever in it is not whole is computed again. It
holds words of articles, so it goes when a page is removed from its case.
"""

import contextlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from onrecord.memo import NO_NUMBERS, Numbers, joined

SUM = 4  # bytes of the checksum (CRC-32) before each value: against damage, not against forgery
AT_ONCE = 500  # keys of one question
MANY = 2_000  # keys from which on all of a kind are read in one go
_TABLES = """
CREATE TABLE IF NOT EXISTS about (version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entry (kind TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS entry_key ON entry (kind, key);
CREATE TABLE IF NOT EXISTS numbers (kind TEXT NOT NULL, value BLOB NOT NULL);
"""


def memo_path(case: Path) -> Path:
    """Where the memo of a case lies."""
    return case.with_name(f"{case.name}-memo")


def forget(case: Path) -> None:
    """Take the memo of a case away. Raises OSError when it is there and cannot be."""
    path = memo_path(case)
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


class FileMemo:
    """See `onrecord.memo.Memo`. Use it in `with`; a file that fails is a memo that knows nothing."""

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version
        self._connection: sqlite3.Connection | None = None
        self._used: defaultdict[str, set[bytes]] = defaultdict(set)

    def __enter__(self) -> Self:
        if not self._open():
            self._drop()  # another version, or no whole file
            self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _open(self) -> bool:
        """Whether the file is there now, whole as far as can be seen, and of this version."""
        try:
            self._connection = sqlite3.connect(self._path, timeout=10.0, isolation_level=None)
            for pragma in ("journal_mode = WAL", "synchronous = OFF", "cache_size = -64000"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.executescript(_TABLES)
            found = [row[0] for row in self._connection.execute("SELECT version FROM about")]
            if not found:
                self._connection.execute("INSERT INTO about (version) VALUES (?)", (self._version,))
            if found in ([], [self._version]):
                return True
        except sqlite3.Error:
            pass
        self._close()
        return False

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _drop(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def _run(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Change the file in one transaction; a file that cannot be changed is left behind."""
        if self._connection is None:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._close()

    def _rows(self, statement: str, parameters: Sequence[object]) -> list[tuple[bytes, bytes]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, parameters).fetchall()
        except sqlite3.Error:
            self._close()
            return []

    def read(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """See `Memo.read`."""
        self._used[kind].update(keys)
        found: dict[bytes, bytes] = {}
        if len(keys) >= MANY and 4 * len(keys) > self._count(kind):
            found = dict(self._rows("SELECT key, value FROM entry WHERE kind = ?", (kind,)))
        else:
            for start in range(0, len(keys), AT_ONCE):
                some = keys[start : start + AT_ONCE]
                places = ", ".join("?" * len(some))
                statement = f"SELECT key, value FROM entry WHERE kind = ? AND key IN ({places})"  # noqa: S608
                found.update(self._rows(statement, (kind, *some)))
        return [_whole(kind, key, found.get(key)) for key in keys]

    def _count(self, kind: str) -> int:
        found = self._rows("SELECT count(*), '' FROM entry WHERE kind = ?", (kind,))
        return int(found[0][0]) if found else 0

    def write(self, kind: str, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """See `Memo.write`."""
        self._used[kind].update(key for key, _ in rows)
        self._run(
            "INSERT OR REPLACE INTO entry (kind, key, value) VALUES (?, ?, ?)",
            [(kind, key, _sum(kind, key, value) + value) for key, value in rows],
        )

    def numbers(self, kind: str) -> Numbers:
        """See `Memo.numbers`."""
        found = self._rows("SELECT value, '' FROM numbers WHERE kind = ?", (kind,))
        parts = [_numbers(kind, value) for value, _ in found]
        return parts[0] if len(parts) == 1 else joined(parts)

    def add_numbers(self, kind: str, found: Numbers) -> None:
        """See `Memo.add_numbers`."""
        self._run("INSERT INTO numbers (kind, value) VALUES (?, ?)", [(kind, _number_bytes(kind, found))])

    def replace_numbers(self, kind: str, found: Numbers) -> None:
        """See `Memo.replace_numbers`."""
        self._run("DELETE FROM numbers WHERE kind = ?", [(kind,)])
        self.add_numbers(kind, found)

    def sweep(self) -> None:
        """Take out what was neither read nor written since this memo was opened."""
        for kind, _ in self._rows("SELECT DISTINCT kind, '' FROM entry", ()):
            used = self._used[str(kind)]
            keys = (row[0] for row in self._rows("SELECT key, '' FROM entry WHERE kind = ?", (kind,)))
            gone = [(kind, key) for key in keys if key not in used]
            if gone:
                self._run("DELETE FROM entry WHERE kind = ? AND key = ?", gone)


def _sum(kind: str, key: bytes, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key, zlib.crc32(kind.encode()))).to_bytes(SUM, "big")


def _whole(kind: str, key: bytes, stored: bytes | None) -> bytes | None:
    """The value in stored bytes, None where they are not what was once stored under this key."""
    if not isinstance(stored, bytes) or len(stored) < SUM:
        return None
    value = stored[SUM:]
    return value if stored[:SUM] == _sum(kind, key, value) else None


def _number_bytes(kind: str, found: Numbers) -> bytes:
    parts = (found.first.astype("<u8"), found.second.astype("<u8"), found.values.astype("<f8"))
    data = b"".join(bytes(part) for part in parts)
    return _sum(kind, b"", data) + data


def _numbers(kind: str, stored: bytes) -> Numbers:
    """The numbers in stored bytes; none where these are not whole."""
    data = _whole(kind, b"", stored)
    if data is None or len(data) % 24:
        return NO_NUMBERS
    size = len(data) // 24
    first, second = (np.frombuffer(data, "<u8", size, size * 8 * part).astype(np.uint64) for part in (0, 1))
    return Numbers(first, second, np.frombuffer(data, "<f8", size, size * 16).astype(np.float64))
