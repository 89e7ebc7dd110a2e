"""CSV and Parquet: a folder with one file for each table of `tables`.

In CSV, lists are JSON, and a text that a spreadsheet would run as a formula gets a leading
apostrophe (OWASP, "CSV Injection"); JSON lines and Parquet have the text as it is.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from onrecord.export.files import whole_folder
from onrecord.export.tables import table_names, to_arrow
from onrecord.stores.base import View

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_parquet(view: View, out: Path) -> int:
    """Write `out`/<table>.parquet for every table; returns how many rows in all."""
    written = 0
    with whole_folder(out) as folder:
        for name in table_names():
            table = to_arrow(view, name)
            pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
            written += table.num_rows
    return written


def write_csv(view: View, out: Path) -> int:
    """Write `out`/<table>.csv for every table, UTF-8 with a header; returns how many rows in all."""
    written = 0
    with whole_folder(out) as folder:
        for name in table_names():
            table = to_arrow(view, name)
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(table.column_names)
                for batch in table.to_batches(max_chunksize=1000):
                    columns = [column.to_pylist() for column in batch.columns]
                    writer.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))
            written += table.num_rows
    return written


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
