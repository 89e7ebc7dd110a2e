"""What is found in each article, packed article by article, and unpacked only where it is asked for.

A hundred thousand articles have a million links and chains: as objects they take gigabytes, and reading all
of them again takes minutes. A shelf is what one article gave: a head, the little that later stages read of
every article, and a body, the things themselves. What made a shelf is remembered by what it read.
"""

import struct
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar, cast, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.memo import BATCH, Memo
from onrecord.pile import PLAIN, expanded, pack, squeezed, unpack

T = TypeVar("T")
KEPT = 512  # unpacked shelves that are kept
SQUEEZED = 300  # bytes from which on a body is made smaller
_FRAME = struct.Struct(">IIB")


class Shelf(NamedTuple):
    """What one article gave, packed: how many things, their head, their body."""

    size: int
    head: bytes
    body: bytes


def shelf_bytes(head: bytes, items: Sequence[object]) -> bytes:
    """A shelf as bytes: the same for the same head and items."""
    body = pack(tuple(items)) if items else b""
    small = len(body) > SQUEEZED
    return _FRAME.pack(len(items), len(head), small) + head + (squeezed(body) if small else body)


def shelf_of(data: bytes) -> Shelf:
    """The shelf of `shelf_bytes`; its body is expanded. Raises ValueError on anything else."""
    count, size, small = _framed(data)
    body = data[_FRAME.size + size :]
    return Shelf(count, data[_FRAME.size : _FRAME.size + size], expanded(body) if small else body)


def head_of(data: bytes) -> bytes:
    """The head of a shelf alone."""
    _, size, _ = _framed(data)
    return data[_FRAME.size : _FRAME.size + size]


def _framed(data: bytes) -> tuple[int, int, int]:
    try:
        count, size, small = _FRAME.unpack_from(data)
    except struct.error as error:
        raise ValueError(f"a shelf of {len(data)} bytes") from error
    return count, size, small


@cache
def _decoder(kind: Hashable) -> "msgspec.msgpack.Decoder[object]":
    return msgspec.msgpack.Decoder(kind)


def read(data: bytes, kind: type[T]) -> T:
    """`onrecord.pile.unpack` for a kind that is read very often. Raises ValueError."""
    if data[:1] != PLAIN:
        return unpack(data, kind)
    try:
        return cast(T, _decoder(cast(Hashable, kind)).decode(memoryview(data)[1:]))
    except msgspec.MsgspecError as error:
        raise ValueError(f"packed {kind}: {error}") from error


class Shelves(Sequence[T], Generic[T]):
    """The shelves of a pile as one sequence: article after article in the order of `names`."""

    def __init__(self, names: Sequence[str], parts: Sequence[bytes], kind: type[tuple[T, ...]]) -> None:
        self.names = tuple(names)
        self.parts = parts
        self.places = {name: place for place, name in enumerate(self.names)}
        self._kind = kind
        self._near: OrderedDict[int, tuple[T, ...]] = OrderedDict()
        self._ends: NDArray[np.int64] | None = None

    def head(self, place: int) -> bytes:
        """The head of the shelf of the article with a number."""
        return head_of(self.parts[place])

    def at(self, place: int) -> tuple[T, ...]:
        """What the article with a number gave."""
        found = self._near.pop(place, None)
        if found is None:
            count, _, body = shelf_of(self.parts[place])
            found = read(body, self._kind) if count else ()
        self._near[place] = found
        if len(self._near) > KEPT:
            self._near.popitem(last=False)
        return found

    def of(self, name: str) -> tuple[T, ...]:
        """What an article gave, by its id; nothing for an article that is not there."""
        place = self.places.get(name)
        return self.at(place) if place is not None else ()

    @property
    def ends(self) -> NDArray[np.int64]:
        """After how many things each shelf ends."""
        if self._ends is None:
            self._ends = np.cumsum([_framed(part)[0] for part in self.parts], dtype=np.int64)
        return self._ends

    def __len__(self) -> int:
        return int(self.ends[-1]) if len(self.ends) else 0

    def _placed(self, number: int) -> tuple[int, int]:
        place = int(np.searchsorted(self.ends, number, side="right"))
        return place, number - (int(self.ends[place - 1]) if place else 0)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        shelf, at = self._placed(number)
        return self.at(shelf)[at]

    def __iter__(self) -> Iterator[T]:
        for place in range(len(self.parts)):
            yield from self.at(place)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((len(self), self._kind))


class Sorted(Shelves[T]):
    """Shelves whose things stand in the order of their ids over all articles; `ids` reads those of a head."""

    def __init__(
        self,
        names: Sequence[str],
        parts: Sequence[bytes],
        kind: type[tuple[T, ...]],
        ids: Callable[[bytes], Sequence[str]],
    ) -> None:
        super().__init__(names, parts, kind)
        self._ids = ids
        self._order: list[tuple[int, int]] | None = None

    @property
    def order(self) -> list[tuple[int, int]]:
        """Shelf and place in it, thing by thing."""
        if self._order is None:
            found = (
                (name, place, at)
                for place, part in enumerate(self.parts)
                for at, name in enumerate(self._ids(head_of(part)))
            )
            self._order = [(place, at) for _, place, at in sorted(found)]
        return self._order

    def _placed(self, number: int) -> tuple[int, int]:
        return self.order[number]

    def __iter__(self) -> Iterator[T]:
        return (self.at(place)[at] for place, at in self.order)


def checked(
    memo: Memo,
    kind: str,
    keys: Sequence[bytes],
    holds: Callable[[int, bytes], bool],
    compute: Callable[[list[int]], Iterable[bytes]],
) -> list[bytes]:
    """`onrecord.memo.remembered` for values that tell what else they rest on.

    `holds` says of a number and its value whether what the value rests on is still so; else it is
    computed again and takes the place of the other.
    """
    found = memo.read(kind, keys)
    wanted = [place for place, value in enumerate(found) if value is None or not holds(place, value)]
    fresh: list[tuple[bytes, bytes]] = []
    for place, value in zip(wanted, compute(wanted) if wanted else (), strict=True):
        found[place] = value
        fresh.append((keys[place], value))
        if len(fresh) >= BATCH:
            memo.write(kind, fresh)
            fresh = []
    if fresh:
        memo.write(kind, fresh)
    return [value for value in found if value is not None]
