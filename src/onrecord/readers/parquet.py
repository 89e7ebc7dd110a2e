"""Parquet: one page a row, read row group by row group in a process of its own (`parquet_child.py`)."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from onrecord.config import ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers.child import ChildError, run_child
from onrecord.readers.columns import choose, row_record, told
from onrecord.readers.entry import Entry
from onrecord.readers.pages import problem
from onrecord.readers.records import record_page
from onrecord.readers.streams import wound_back

PROGRAM = Path(__file__).with_name("parquet_child.py")
MARK = b"PAR1"


def read_parquet(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    """Pages of a Parquet file. `place` counts its rows from 1."""
    number = 0
    try:
        with wound_back(entry, config) as stream:
            for found in _pages(stream, entry, config):
                number += 1
                yield found
    except ChildError as error:
        yield problem("broken table", entry.place, f"after row {number}: {error}; the rest is not read")


def _pages(stream: BinaryIO, entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem]:
    names = _columns(stream, config)
    choice = choose(names, config.columns)
    yield from told(choice, names, entry.place)
    if not choice.has_text:
        return
    wanted = sorted({name if name in names else name.split(".")[0] for name in choice.taken.values()})
    number = 0
    arguments = [str(config.document_memory), json.dumps(wanted)]
    stream.seek(0)
    with closing(run_child(PROGRAM, arguments, stream, config.document_seconds, each_line=True)) as lines:
        for line in lines:
            row = json.loads(line)
            if isinstance(row, dict):
                if "error" in row:
                    raise ChildError(str(row["error"]))
                continue
            number += 1
            values = dict(zip(wanted, row, strict=False))
            record = row_record(values, choice, f"{entry.place}:{number}")
            yield record if isinstance(record, Problem) else record_page(record, config, entry.told)
    if not number:
        yield problem("empty page", entry.place, "a table without rows")


def _columns(stream: BinaryIO, config: ReaderConfig) -> list[str]:
    """Names of the columns; ChildError when the file is no Parquet."""
    for line in run_child(PROGRAM, [str(config.document_memory)], stream, config.document_seconds):
        values = json.loads(line)
        if "error" in values:
            raise ChildError(str(values["error"]))
        return [str(name) for name in values.get("columns", [])]
    raise ChildError("it is not a Parquet file")
