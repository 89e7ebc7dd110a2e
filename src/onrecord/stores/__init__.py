"""Where a case is kept: the store protocols and the SQLite store."""
