"""SQLite's errors in words that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import CaseError

_BUSY = "another program is writing to this case; wait until it is done, then try again"
_WORDS = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_NOTADB": "not a case of onrecord; name a file that `onrecord build` has written",
    "SQLITE_CORRUPT": "this file is damaged or not a case; restore a copy or build it anew elsewhere",
    "SQLITE_FULL": "the disk is full; make room, then run the same build again: it goes on where it was",
    "SQLITE_READONLY": "this case cannot be written to; check the permissions of the file and its folder",
    "SQLITE_CANTOPEN": "cannot open this case; check the permissions of the file and its folder",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a CaseError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise CaseError(_explain(path, error)) from error


def _explain(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    for begins, words in _WORDS.items():
        if name.startswith(begins):
            return f"{path}: {words}"
    return f"{path}: cannot use this case: {error}"
