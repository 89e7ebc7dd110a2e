"""What was computed before, so that it need not be computed again: by what a function reads, not by when.

A key is a hash of all that a function reads (the packed articles, the links of a group, rulings); a memo
is opened for one version of code and settings, and entries of other versions are never seen. So an answer
out of a memo is what the function would give now. Whatever cannot be read is computed again; an absent memo
costs only time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.text.joins import U64, Rows, mixed

BATCH = 512  # results that are kept at a time


class Numbers(NamedTuple):
    """One number for each of many keys of 128 bits (`first` and `second`), sorted by key."""

    first: U64
    second: U64
    values: NDArray[np.float64]


class Memo(Protocol):
    """Keeps bytes by kind and key, and numbers by kind and key in bulk (a million pairs and more)."""

    def read(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """What was kept under each key; None where nothing (whole) is."""
        ...

    def write(self, kind: str, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """Keep values; from then on a killed run does not lose them."""
        ...

    def numbers(self, kind: str) -> Numbers: ...
    def add_numbers(self, kind: str, found: Numbers) -> None:
        """Keep further numbers, beside those that are there."""
        ...

    def replace_numbers(self, kind: str, found: Numbers) -> None:
        """Keep these numbers and no others of the kind."""
        ...


NO_NUMBERS = Numbers(np.zeros(0, np.uint64), np.zeros(0, np.uint64), np.zeros(0, np.float64))


class MemoryMemo:
    """Keeps everything in this process."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, bytes], bytes] = {}
        self._numbers: dict[str, Numbers] = {}

    def read(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """See `Memo.read`."""
        return [self._values.get((kind, key)) for key in keys]

    def write(self, kind: str, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """See `Memo.write`."""
        self._values.update(((kind, key), value) for key, value in rows)

    def numbers(self, kind: str) -> Numbers:
        """See `Memo.numbers`."""
        return self._numbers.get(kind, NO_NUMBERS)

    def add_numbers(self, kind: str, found: Numbers) -> None:
        """See `Memo.add_numbers`."""
        self._numbers[kind] = joined((self.numbers(kind), found))

    def replace_numbers(self, kind: str, found: Numbers) -> None:
        """See `Memo.replace_numbers`."""
        self._numbers[kind] = found


class Forgetful:
    """Keeps nothing: everything is computed."""

    def read(self, kind: str, keys: Sequence[bytes]) -> list[bytes | None]:
        """See `Memo.read`."""
        return [None] * len(keys)

    def write(self, kind: str, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """See `Memo.write`."""

    def numbers(self, kind: str) -> Numbers:
        """See `Memo.numbers`."""
        return NO_NUMBERS

    def add_numbers(self, kind: str, found: Numbers) -> None:
        """See `Memo.add_numbers`."""

    def replace_numbers(self, kind: str, found: Numbers) -> None:
        """See `Memo.replace_numbers`."""


NO_MEMO: Memo = Forgetful()


def joined(parts: Iterable[Numbers]) -> Numbers:
    """Several tables as one, sorted by key; of one key the smallest value stays."""
    known = list(parts)
    first = np.concatenate([*(part.first for part in known), NO_NUMBERS.first])
    second = np.concatenate([*(part.second for part in known), NO_NUMBERS.second])
    values = np.concatenate([*(part.values for part in known), NO_NUMBERS.values])
    order = np.lexsort((values, second, first))
    first, second, values = first[order], second[order], values[order]
    fresh = np.ones(len(first), dtype=np.bool_)
    fresh[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return Numbers(first[fresh], second[fresh], values[fresh])


def pair_keys(digests: U64, left: Rows, right: Rows) -> tuple[U64, U64]:
    """128-bit keys of pairs of articles, by the digests of both; (left, right) is not (right, left)."""
    with np.errstate(over="ignore"):
        one, other = digests[left], digests[right]
        first = mixed(one[:, 0] ^ mixed(other[:, 0] + mixed(one[:, 1])))
        second = mixed(one[:, 1] + mixed(other[:, 1] ^ mixed(one[:, 0])))
    return first, second


def key_bytes(first: U64, second: U64) -> list[bytes]:
    """Keys of 128 bits as 16 bytes each."""
    whole = np.stack((first, second), axis=1).astype("<u8").tobytes()
    return [whole[place : place + 16] for place in range(0, len(whole), 16)]


def recalled(known: Numbers, first: U64, second: U64) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Which keys are known, and their values (0 where not)."""
    if not len(known.first):
        return np.zeros(len(first), np.bool_), np.zeros(len(first), np.float64)
    place = np.minimum(np.searchsorted(known.first, first), len(known.first) - 1)
    found = (known.first[place] == first) & (known.second[place] == second)
    return found, np.where(found, known.values[place], 0.0)


def key_of(*parts: bytes) -> bytes:
    """A key of 16 bytes for all that a function reads; parts do not run into each other."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def remembered(
    memo: Memo,
    kind: str,
    keys: Sequence[bytes],
    compute: Callable[[list[int]], Iterable[bytes]],
    done: Callable[[int], None] = lambda count: None,
) -> list[bytes]:
    """The value of each key, out of the memo where it is there.

    `compute` is given the numbers of those that are not and yields their values in that order; they are kept
    as they come. `done` is told how many more are there.
    """
    found = memo.read(kind, keys)
    missing = [place for place, value in enumerate(found) if value is None]
    done(len(keys) - len(missing))
    fresh: list[tuple[bytes, bytes]] = []
    for place, value in _computed(missing, compute):
        found[place] = value
        fresh.append((keys[place], value))
        if len(fresh) >= BATCH:
            memo.write(kind, fresh)
            done(len(fresh))
            fresh = []
    if fresh:
        memo.write(kind, fresh)
        done(len(fresh))
    return [value for value in found if value is not None]


def _computed(
    missing: list[int], compute: Callable[[list[int]], Iterable[bytes]]
) -> Iterator[tuple[int, bytes]]:
    if missing:
        yield from zip(missing, compute(missing), strict=True)
