"""One module per export format; `export_case` picks one by name."""

from collections.abc import Callable
from pathlib import Path

from onrecord.errors import InputError
from onrecord.export.arrow import write_csv, write_parquet
from onrecord.export.jsonl import write_jsonl
from onrecord.export.linked import write_jsonld
from onrecord.stores.base import View

FORMATS: dict[str, Callable[[View, Path], int]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "jsonld": write_jsonld,
}


def export_case(view: View, format_name: str, out: Path) -> int:
    """Write the whole case to `out` and return how many records were written.

    jsonl and jsonld write one file, csv and parquet a folder with one file a table. What stood at
    `out` is replaced only once the new one is complete. Raises InputError for an unknown format or
    a place that cannot be written.
    """
    writer = FORMATS.get(format_name)
    if writer is None:
        raise InputError(f"unknown format {format_name!r}; there are {', '.join(FORMATS)}")
    try:
        return writer(view, out)
    except OSError as error:
        raise InputError(f"cannot write {out}: {error}") from error
