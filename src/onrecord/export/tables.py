"""The case as flat tables: names, columns and rows, the same for CSV, Parquet, Arrow and pandas.

Offsets count Unicode code points. Spans are lists of {start, end} into the text of the article that
the row names (furniture, `page_spans` and judgements on pages: of the page). Characters that UTF-8
cannot hold become U+FFFD.
"""

from typing import Any

import pyarrow as pa

from onrecord.errors import NotFoundError
from onrecord.export import article_specs, corpus_specs
from onrecord.stores.base import View

SPECS = (*article_specs.SPECS, *corpus_specs.SPECS)


def table_names() -> tuple[str, ...]:
    """The names of all tables."""
    return tuple(spec.name for spec in SPECS)


def to_arrow(view: View, name: str) -> pa.Table:
    """One table of the case. Raises NotFoundError for a name that there is no table of."""
    spec = next((spec for spec in SPECS if spec.name == name), None)
    if spec is None:
        raise NotFoundError(f"no table {name!r}; there are {', '.join(table_names())}")
    columns: list[list[Any]] = [[] for _ in spec.columns]
    for row in spec.rows(view):
        for column, value in zip(columns, row, strict=True):
            column.append(_clean(value))
    arrays = [pa.array(values, type_) for values, type_ in zip(columns, spec.columns.values(), strict=True)]
    return pa.Table.from_arrays(arrays, names=list(spec.columns))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else str(value)
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value
