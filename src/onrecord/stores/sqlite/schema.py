"""The tables of a case file, and how a file of an older schema becomes one of this.

`user_version` holds the schema number, `application_id` says that a file is a case. A new schema
appends one function to MIGRATIONS; the tables are always made by running all of them.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

APPLICATION_ID = 0x6F6E7263  # "onrc"


def _script(name: str) -> Callable[[sqlite3.Connection], None]:
    def run(connection: sqlite3.Connection) -> None:
        text = (Path(__file__).parent / name).read_text(encoding="utf-8")
        for statement in text.split(";\n"):
            if statement.strip():
                connection.execute(statement)

    return run


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _script("schema1.sql"),
    _script("schema2.sql"),
    _script("schema3.sql"),
    _script("schema4.sql"),
)
SCHEMA = len(MIGRATIONS)


def schema_of(connection: sqlite3.Connection) -> int:
    """The schema number of an open file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open file, empty or of an older schema, to SCHEMA; each step is one transaction."""
    for number in range(schema_of(connection), SCHEMA):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_of(connection) == number:
                MIGRATIONS[number](connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
