"""A connection to a case file on which statements are run, each with the errors that a user needs."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.stores.sqlite.explain import explained


class Statements:
    """What every part of the writer is made of: statements, alone or in one transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def _rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        with explained(self.path):
            return self._connection.execute(statement, parameters).fetchall()

    def _execute(self, statement: str, parameters: Sequence[Any] = ()) -> sqlite3.Cursor:
        with explained(self.path):
            return self._connection.execute(statement, parameters)

    def _many(self, statement: str, parameters: Iterable[Sequence[Any]]) -> None:
        with explained(self.path):
            self._connection.executemany(statement, parameters)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            self._execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise
