"""What one source may cost: expanded bytes and members, and how many of its problems are kept."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeVar

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.readers.entry import Entry
from onrecord.readers.streams import Counted, LimitError

T = TypeVar("T")


class Budget:
    """Expanded bytes and members of one source, of all containers in it together."""

    def __init__(self, size: int | None, config: ReaderConfig) -> None:
        allowed = max(config.free_expanded, config.max_ratio * (size or 0))
        self._bytes = self._bytes_left = min(config.max_expanded, allowed)
        self._members = self._members_left = config.max_members

    def spend(self, size: int) -> None:
        """So many expanded bytes were read. Raises LimitError."""
        self._bytes_left -= size
        if self._bytes_left < 0:
            raise LimitError(f"it expands to more than {self._bytes:,} bytes")

    def member(self, entry: Entry, depth: int) -> Entry:
        """A member whose bytes are counted here. Raises LimitError."""
        self._members_left -= 1
        if self._members_left < 0:
            raise LimitError(f"it holds more than {self._members:,} members")

        def opened() -> BinaryIO:
            return io.BufferedReader(Counted(entry.open(), self.spend))

        return Entry(entry.place, opened, entry.size, depth, entry.told)


def bounded(found: Iterable[T], place: str, config: ReaderConfig) -> Iterator[T | Problem]:
    """`found`, with at most `config.max_problems` problems of a kind; the others are counted at the end."""
    met: Counter[str] = Counter()
    for item in found:
        if isinstance(item, Problem):
            met[item.kind] += 1
            if met[item.kind] > config.max_problems:
                continue
        yield item
    for kind, count in sorted(met.items()):
        if count > config.max_problems:
            yield Problem(kind, f"{place}: and {count - config.max_problems:,} more", place)
