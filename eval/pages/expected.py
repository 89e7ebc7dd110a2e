"""The expected rows, read from expected.toml; `skinned` gives them for the re-skinned copy."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

Rows = dict[str, Any]
FILE = Path(__file__).parent / "expected.toml"


def load() -> Rows:
    """All rows as the file has them."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def skinned(rows: Rows, reskin: Callable[[str, str], str]) -> Rows:
    """The rows with every quoted word and date as `reskin` has it on the page the row is about."""
    result: Rows = {}
    for name, value in rows.items():
        if isinstance(value, list):
            result[name] = [_row(row, reskin) for row in value]
        else:
            result[name] = _row(value, reskin)
    return result


def _row(row: Rows, reskin: Callable[[str, str], str]) -> Rows:
    page = row.get("page") or row.get("article") or next(iter(row.get("articles", [])), "")
    kept = {"page", "article", "articles", "about", "acts", "status"}

    def skin(value: Any, page: str) -> Any:
        if isinstance(value, str):
            return reskin(value, page)
        if isinstance(value, list):
            own = value[0] if value and isinstance(value[0], str) and "#" in value[0] else page
            return [skin(item, own) if item is not own else item for item in value]
        return value

    return {key: value if key in kept else skin(value, page) for key, value in row.items()}
