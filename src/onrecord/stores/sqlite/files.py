"""Opening a case file, and saying plainly why one cannot be opened."""

import os
import sqlite3
from pathlib import Path

from onrecord.errors import CaseError
from onrecord.stores.sqlite.codec import get
from onrecord.stores.sqlite.explain import explained
from onrecord.stores.sqlite.schema import APPLICATION_ID, SCHEMA, migrate, schema_of
from onrecord.stores.sqlite.view import SqliteView
from onrecord.stores.sqlite.writer import SqliteWriter

BUSY_SECONDS = 10.0
CACHE = "cache_size = -65536"  # 64 MB: a page of 100,000 pieces spills a smaller one to disk again and again


def _check(path: Path, connection: sqlite3.Connection) -> int:
    """The schema of an existing case."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise CaseError(f"{path}: an SQLite file, but not a case of onrecord; name another file")
    found = schema_of(connection)
    if found > SCHEMA:
        raise CaseError(
            f"{path}: schema {found} was written by a newer onrecord (this one knows {SCHEMA});"
            " install a newer onrecord"
        )
    return found


def _must_be_file(path: Path) -> None:
    """Say plainly what cannot be opened, without opening it: only SQLite may open a case.

    Closing a file drops all POSIX locks that this process holds on it, also those of SQLite's connections in
    other threads ("How to corrupt an SQLite database file", 2.2): the case could be damaged by a build that
    ends meanwhile.
    """
    if path.is_dir():
        raise CaseError(f"{path}: a folder, not a case; name the case file itself")
    if not path.exists():
        raise CaseError(f"{path}: no such case; build it with: onrecord build FOLDER --case {path}")
    if not os.access(path, os.R_OK):
        raise CaseError(f"{path}: cannot be read; check the permissions of the file")


def open_view(path: Path) -> SqliteView:
    """Open a case to read it; nothing is written. Raises CaseError saying what to do."""
    _must_be_file(path)
    if path.stat().st_size == 0:
        raise CaseError(f"{path}: an empty file; build the case with: onrecord build FOLDER --case {path}")
    with explained(path):
        connection = _read_connection(path)
        try:
            found = _check(path, connection)
            if found < SCHEMA:
                raise CaseError(
                    f"{path}: schema {found} is older than this onrecord's {SCHEMA};"
                    f" bring it up to date with: onrecord upgrade {path}"
                )
        except BaseException:
            connection.close()
            raise
    return SqliteView(connection, path)


def _read_connection(path: Path) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    connection = sqlite3.connect(
        f"{address}?mode=ro", uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if Path(f"{path}-wal").exists():
            raise
        # A folder that cannot be written to has no place for WAL's side files: read it as it lies.
        connection = sqlite3.connect(
            f"{address}?immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
    connection.create_function("fold", 1, _fold, deterministic=True)
    return connection


def _fold(value: str | bytes | None) -> str | None:
    return None if value is None else get(value).casefold()


def open_writer(
    path: Path, stages: str = "", config: str = "", patience: float | None = None
) -> SqliteWriter:
    """Open a case to write, making or upgrading it if need be.

    `stages` and `config` are the fingerprints of what will be written; pages that were analysed
    with others are pending. `patience` is how many seconds it waits while another program writes
    (BUSY_SECONDS). Raises CaseError saying what to do.
    """
    if path.exists():
        _must_be_file(path)
    elif not path.absolute().parent.is_dir():
        raise CaseError(f"{path}: there is no folder {path.absolute().parent}; make it first")
    with explained(path):
        connection = _write_connection(path, BUSY_SECONDS if patience is None else patience)
        try:
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                _check(path, connection)
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection)
        except BaseException:
            connection.close()
            raise
    return SqliteWriter(connection, path, stages, config)


def _write_connection(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    for pragma in ("foreign_keys = ON", "secure_delete = ON", "synchronous = NORMAL", CACHE):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def upgrade(path: Path) -> int:
    """Bring a case of an older schema to this one; returns the schema it had."""
    _must_be_file(path)
    with explained(path):
        connection = _write_connection(path, BUSY_SECONDS)
        try:
            found = _check(path, connection)
            migrate(connection)
        finally:
            connection.close()
    return found
