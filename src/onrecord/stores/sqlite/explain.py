"""SQLite's errors in words that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import CaseError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a CaseError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise CaseError(_explain(path, error)) from error


def _explain(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path}: another program is writing to this case; wait until it is done, then try again"
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return f"{path}: this file is damaged or not a case; restore a copy or build it anew elsewhere"
    if name.startswith("SQLITE_FULL"):
        return f"{path}: the disk is full; make room, then run the same build again: it goes on where it was"
    if name.startswith("SQLITE_READONLY"):
        return f"{path}: this case cannot be written to; check the permissions of the file and its folder"
    if name.startswith("SQLITE_CANTOPEN"):
        return f"{path}: cannot open this case; check the permissions of the file and its folder"
    return f"{path}: cannot use this case: {error}"
