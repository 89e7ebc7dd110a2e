"""The default store: one SQLite file a case, opened by anything that opens SQLite (docs/store.md)."""

from onrecord.stores.sqlite.files import open_view, open_writer, upgrade
from onrecord.stores.sqlite.view import SqliteView
from onrecord.stores.sqlite.writer import SqliteWriter

__all__ = ["SqliteView", "SqliteWriter", "open_view", "open_writer", "upgrade"]
