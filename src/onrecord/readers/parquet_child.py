"""The program that reads one Parquet file, in a process of its own: what hostile files do to native code
ends this process only.

Run as a script: `python parquet_child.py MEMORY_BYTES [COLUMNS]`, the file on standard input (it must be one
that can be wound back). Without COLUMNS it writes {"columns": [...]}; with them (a JSON list) one JSON list
of rows a line, each row a list of the columns' values, read row group by row group, at last {"end": true}.
"""

import datetime
import json
import os
import sys
from contextlib import suppress

import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 64
MAX_COLUMNS = 200_000
MAX_CELL = 60_000_000


def main() -> int:
    """Read, write, end."""
    limit_memory(int(sys.argv[1]))
    with os.fdopen(os.dup(0), "rb") as stream:
        source = pq.ParquetFile(pa.PythonFile(stream, mode="r"), pre_buffer=False)
        names = source.schema_arrow.names[:MAX_COLUMNS]
        if len(sys.argv) < 3:
            say({"columns": names})
            return 0
        wanted = json.loads(sys.argv[2])
        for batch in source.iter_batches(batch_size=ROWS, columns=wanted, use_threads=False):
            columns = [batch.column(batch.schema.get_field_index(name)).to_pylist() for name in wanted]
            for row in zip(*columns, strict=True):
                say([plain(value) for value in row])
    say({"end": True})
    return 0


def limit_memory(size: int) -> None:
    """Where the system can: no more address space than `size` bytes."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def say(value: object) -> None:
    """One line to standard output."""
    sys.stdout.write(json.dumps(value) + "\n")


def plain(value: object) -> object:
    """A value that JSON has: times in ISO, bytes as UTF-8 text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str | bytes):
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
        return text if len(text) <= MAX_CELL else text[:MAX_CELL]
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (pa.ArrowException, OSError, ValueError, MemoryError, RecursionError) as error:
        say({"error": f"{type(error).__name__}: {error}"[:200]})
