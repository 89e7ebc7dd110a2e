"""Text of pages on a terminal, and JSON: nothing in it may steer the terminal or break the encoding."""

import json
import unicodedata
from collections.abc import Sequence

import click
import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPE_WIDTH = 140
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: object, limit: int = 0) -> str:
    """One line of text without control characters (they could steer a terminal), cut after `limit`."""
    words = " ".join(str(text).split())
    if limit and len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return "".join("\ufffd" if _unsafe(character) else character for character in words)


def _unsafe(character: str) -> bool:
    return character in BIDI or unicodedata.category(character) in ("Cc", "Cs")


def print_json(value: object, without: Sequence[str] = ()) -> None:
    """Write frozen dataclasses as JSON, `without` some fields of the outermost one."""
    built: dict[str, object] = msgspec.to_builtins(value)
    for name in without:
        built.pop(name, None)
    text = json.dumps(built, ensure_ascii=False, indent=2)
    # Half a surrogate pair has no UTF-8; as \udc80 it is valid JSON and says what was there.
    click.echo(text.encode("utf-8", "backslashreplace"))


def console() -> Console:
    """Where tables go: as wide as the terminal, or wide enough for a table in a file or pipe."""
    made = Console(highlight=False)
    if not made.is_terminal:
        made.width = max(made.width, PIPE_WIDTH)
    return made


def table(title: str, *columns: str) -> Table:
    """A table; a column whose name begins with # is right-aligned numbers, with ! is never wrapped."""
    made = Table(
        title=Text(plain(title)),
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
    )
    for column in columns:
        made.add_column(
            column.lstrip("#!"),
            justify="right" if column.startswith("#") else "left",
            no_wrap=column.startswith(("#", "!")),
            overflow="fold",
        )
    return made


def add(made: Table, *cells: object) -> None:
    """A row of plain text."""
    made.add_row(*(Text(plain(cell)) for cell in cells))
