"""What a flat table is: its name, its columns with types, and how its rows come out of a case."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyarrow as pa

from onrecord.export.rows import Row
from onrecord.stores.base import View

TEXT = pa.string()
WHOLE = pa.int32()
REAL = pa.float64()
YES = pa.bool_()
TEXTS = pa.list_(pa.string())
REALS = pa.list_(pa.float64())
SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))


@dataclass(frozen=True)
class TableSpec:
    """One table: its columns with types, and how its rows come out of a case."""

    name: str
    columns: dict[str, pa.DataType]
    rows: Callable[[View], Iterable[Row]]
