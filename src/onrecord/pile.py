"""Articles (and what is found between them) packed in bytes, and unpacked one at a time when asked for.

A hundred thousand articles as objects take many gigabytes; packed they take a few hundred megabytes. A
`Pile` is a sequence like any other, in the order of the articles' ids, so that the number of an article is
the same whenever the set is the same.
"""

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.data import ArticleFindings, Reuse, ReuseKind

T = TypeVar("T")
KEPT = 1024  # unpacked articles that a pile keeps
PLAIN, LOOSE = b"m", b"j"  # msgpack; JSON for texts with lone surrogates, which msgpack refuses
MAX_UNPACKED = 1 << 30  # bytes


def pack(value: object) -> bytes:
    """A dataclass as bytes: the same bytes for the same value, on every machine."""
    try:
        return PLAIN + msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return LOOSE + json.dumps(msgspec.to_builtins(value), separators=(",", ":")).encode("ascii")


def unpack(data: bytes, kind: type[T]) -> T:
    """What `pack` was given. Raises ValueError on bytes that hold nothing of this kind."""
    try:
        if data[:1] == PLAIN:
            return msgspec.msgpack.decode(memoryview(data)[1:], type=kind)
        if data[:1] == LOOSE:
            return msgspec.convert(json.loads(data[1:]), kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"packed {kind.__name__}: {error}") from error
    raise ValueError(f"packed {kind.__name__}: neither msgpack nor JSON")


def squeezed(data: bytes) -> bytes:
    """Packed bytes made smaller."""
    return zlib.compress(data, 1)


def expanded(data: bytes) -> bytes:
    """What `squeezed` was given. Raises ValueError on anything else."""
    work = zlib.decompressobj()
    try:
        found = work.decompress(data, MAX_UNPACKED)
    except zlib.error as error:
        raise ValueError(f"packed bytes: {error}") from error
    if not work.eof:
        raise ValueError("packed bytes: cut off, or too long")
    return found


def digest_of(data: bytes) -> bytes:
    """16 bytes that stand for packed bytes."""
    return blake2b(data, digest_size=16).digest()


class Packed(Sequence[T], Generic[T]):
    """A sequence whose items lie squeezed in bytes and are unpacked each time that one is taken."""

    __slots__ = ("_kind", "_parts")

    def __init__(self, parts: Sequence[bytes], kind: type[T]) -> None:
        self._parts = parts
        self._kind = kind

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Packed[T]": ...
    def __getitem__(self, place: "int | slice") -> "T | Packed[T]":
        if isinstance(place, slice):
            return Packed(self._parts[place], self._kind)
        return unpack(expanded(self._parts[place]), self._kind)

    def packed(self, place: int) -> bytes:
        """An item as `squeezed` bytes."""
        return self._parts[place]

    def __iter__(self) -> Iterator[T]:
        return (unpack(expanded(part), self._kind) for part in self._parts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((len(self), self._kind))


class Pile(Sequence[ArticleFindings]):
    """Articles in the order of their ids. `digests` has two 64-bit numbers an article, of all that is in it.

    `load` gives the packed and squeezed bytes of the article with a number. Raises ValueError when `names`
    are not in order: numbers that depend on arrival would make results that do.
    """

    def __init__(
        self,
        names: Sequence[str],
        digests: NDArray[np.uint64],
        load: Callable[[int], bytes],
        kept: int = KEPT,
    ) -> None:
        self.names = tuple(names)
        if any(one >= other for one, other in pairwise(self.names)):
            raise ValueError("the articles of a pile stand in the order of their ids, each once")
        self.digests = digests
        self.places = {name: place for place, name in enumerate(self.names)}
        self._load = load
        self._kept = kept
        self._near: OrderedDict[int, ArticleFindings] = OrderedDict()

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, place: int) -> ArticleFindings: ...
    @overload
    def __getitem__(self, place: slice) -> list[ArticleFindings]: ...
    def __getitem__(self, place: int | slice) -> ArticleFindings | list[ArticleFindings]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        found = self._near.pop(number, None)
        if found is None:
            found = article_of(self._load(number))
        self._near[number] = found
        if len(self._near) > self._kept:
            self._near.popitem(last=False)
        return found

    def named(self, name: str) -> ArticleFindings:
        """The article of an id. Raises KeyError."""
        return self[self.places[name]]

    def packed(self, place: int) -> bytes:
        """An article as `squeezed` bytes, as it is sent to workers."""
        return self._load(place)

    def digest(self, place: int) -> bytes:
        """16 bytes that stand for all that is in an article."""
        return bytes(self.digests[place].astype("<u8"))


def article_of(data: bytes) -> ArticleFindings:
    """The article of squeezed bytes."""
    return unpack(expanded(data), ArticleFindings)


def digests_of(found: Sequence[bytes]) -> NDArray[np.uint64]:
    """Digests of 16 bytes as rows of two numbers."""
    return np.frombuffer(b"".join(found), dtype="<u8").astype(np.uint64).reshape(len(found), 2)


def pile_of(articles: Sequence[ArticleFindings]) -> Pile:
    """A pile of any articles; of two with one id, that with the smaller digest stays."""
    if isinstance(articles, Pile):
        return articles
    made: dict[str, tuple[bytes, bytes]] = {}
    for found in articles:
        data = pack(found)
        entry = digest_of(data), squeezed(data)
        made[found.article.id] = min(made.get(found.article.id, entry), entry)
    names = sorted(made)
    parts = [made[name][1] for name in names]
    return Pile(names, digests_of([made[name][0] for name in names]), parts.__getitem__)


class Bond(NamedTuple):
    """The little of a `Reuse` that groups and dates need, so that no passages are unpacked for them."""

    id: str
    earlier: str
    later: str
    kind: ReuseKind
    share: float
    score: float
    directed: bool
    direction: float


def bond_of(reuse: Reuse) -> Bond:
    """The bond of one reuse."""
    return Bond(
        reuse.id,
        reuse.earlier,
        reuse.later,
        reuse.kind,
        reuse.share,
        reuse.score,
        reuse.directed,
        reuse.direction,
    )


class Reuses(Packed[Reuse]):
    """Packed reuses with their bonds, which are not packed; both in the same order."""

    __slots__ = ("bonds",)

    def __init__(self, parts: Sequence[bytes], bonds: Sequence[Bond]) -> None:
        super().__init__(parts, Reuse)
        self.bonds = tuple(bonds)


def bonds_of(reuses: Sequence[Reuse]) -> tuple[Bond, ...]:
    """The bonds of any reuses, in their order."""
    return reuses.bonds if isinstance(reuses, Reuses) else tuple(map(bond_of, reuses))
