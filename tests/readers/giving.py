"""Bytes given to a reader, and what came out of it, sorted by what it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from onrecord.config import ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers import Listing
from onrecord.readers.entry import Entry

CONFIG = ReaderConfig()
Found = Entry | PageInput | Problem | Listing


@dataclass(frozen=True)
class Given:
    """What a reader made of some bytes."""

    pages: list[PageInput]
    problems: list[Problem]
    listings: list[Listing]

    @property
    def texts(self) -> list[str]:
        return [found.page.text for found in self.pages]

    @property
    def kinds(self) -> list[str]:
        return [problem.kind for problem in self.problems]

    def fields(self, number: int = 0) -> dict[str, str]:
        """Origins and values of one page's fields."""
        return {field.origin: field.value for field in self.pages[number].page.fields}


def give(
    reader: Callable[[Entry, ReaderConfig], Iterator[Found]],
    raw: bytes,
    place: str = "given",
    config: ReaderConfig = CONFIG,
) -> Given:
    found = list(reader(Entry(place, lambda: BytesIO(raw), len(raw)), config))
    return Given(
        [item for item in found if isinstance(item, PageInput)],
        [item for item in found if isinstance(item, Problem)],
        [item for item in found if isinstance(item, Listing)],
    )
