"""The invented articles and furniture that pages are composed of, as they are kept in TOML."""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

FOLDER = Path(__file__).parent
HALVES = ("seen", "unseen")
LANGUAGES = ("en", "de", "ru", "uk")
MARKS = ("photo", "pull", "post", "list", "tail")
Item = TypeVar("Item")


@dataclass(frozen=True)
class Part:
    """A block of an article. `kind`: para, sub (subheading), photo, pull, post, list or tail."""

    kind: str
    text: str


@dataclass(frozen=True)
class Text:
    """An invented article."""

    id: str
    language: str
    topic: str
    title: str
    outlet: str
    byline: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Teaser:
    """A headline and one sentence that lead to another page."""

    title: str
    sentence: str


@dataclass(frozen=True)
class Furniture:
    """What stands around articles, in one language: lists of lines by kind."""

    lines: dict[str, tuple[str, ...]]
    teasers: tuple[Teaser, ...]
    comments: tuple[tuple[str, ...], ...]

    def one(self, kind: str) -> str:
        """The only line of a kind that has one."""
        return self.lines[kind][0]


@dataclass(frozen=True)
class Dice:
    """Choices that depend on a seed and the name of the choice alone, on any machine and version."""

    seed: str

    def number(self, name: str) -> int:
        """A large number for this name."""
        return int.from_bytes(hashlib.sha256(f"{self.seed}|{name}".encode()).digest()[:8], "big")

    def pick(self, name: str, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.number(name) % len(items)]

    def some(self, name: str, items: Sequence[Item], count: int) -> list[Item]:
        """`count` different items in an order of their own."""
        order = sorted(range(len(items)), key=lambda place: self.number(f"{name} {place}"))
        return [items[place] for place in order[:count]]

    def chance(self, name: str, percent: int) -> bool:
        """True in so many of a hundred names."""
        return self.number(name) % 100 < percent


def load_texts(half: str) -> tuple[Text, ...]:
    """All articles of a half, in the order of the files."""
    return tuple(text for language in LANGUAGES for text in _texts(half, language))


def _texts(half: str, language: str) -> list[Text]:
    with (FOLDER / half / f"{language}.toml").open("rb") as file:
        rows = tomllib.load(file)["article"]
    return [
        Text(
            row["id"],
            language,
            row["topic"],
            row["title"],
            row["outlet"],
            row.get("byline", ""),
            tuple(part for block in row["body"].strip().split("\n\n") for part in _parts(block)),
        )
        for row in rows
    ]


def _parts(block: str) -> list[Part]:
    """A block is one paragraph, or lines that each begin with a mark."""
    return [_part(line.strip()) for line in block.splitlines()]


def _part(line: str) -> Part:
    if line.startswith("## "):
        return Part("sub", line[3:])
    for mark in MARKS:
        if line.startswith(f"[{mark}] "):
            return Part(mark, line[len(mark) + 3 :])
    return Part("para", line)


def load_furniture(half: str) -> dict[str, Furniture]:
    """Furniture of a half by language."""
    with (FOLDER / half / "furniture.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {language: _furniture(table) for language, table in tables.items()}


def _furniture(table: dict[str, object]) -> Furniture:
    lines: dict[str, tuple[str, ...]] = {}
    rows: dict[str, list[tuple[str, ...]]] = {}
    for name, value in table.items():
        if isinstance(value, str):
            lines[name] = (value,)
        elif isinstance(value, list) and value and isinstance(value[0], list):
            rows[name] = [tuple(row) for row in value]
        elif isinstance(value, list):
            lines[name] = tuple(value)
    return Furniture(lines, tuple(Teaser(*row) for row in rows["teasers"]), tuple(rows["comments"]))
