"""Word shingles, their MinHash bands, and the longest word runs that two texts share."""

from collections.abc import Sequence, Set
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from rensa import RMinHash

from onrecord.text.joins import U64, mixed

SEED = 7
AT_ONCE = 2_000  # sets whose minimal hashes are held at a time
# An odd multiplier (Knuth's MMIX), so that the order of words counts; sums wrap at 64 bits.
MULTIPLIER = np.uint64(6364136223846793005)


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """A 64-bit number for one word, the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def hashed(words: Sequence[str], size: int) -> list[int]:
    """A 64-bit number for every run of `size` words, in order: a polynomial over the words' numbers."""
    count = len(words) - size + 1
    if count <= 0:
        return []
    numbers = np.fromiter((_number(word) for word in words), dtype=np.uint64, count=len(words))
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total = total * MULTIPLIER + numbers[place : place + count]
    values: list[int] = total.tolist()
    return values


def bands(words: Sequence[str], size: int, count: int, rows: int) -> U64:
    """Keys of `count` MinHash bands of `rows` rows over the shingles of `words`; none when too short."""
    return band_keys({" ".join(words[at : at + size]) for at in range(len(words) - size + 1)}, count, rows)


def band_keys(shingles: Set[str], count: int, rows: int) -> U64:
    """Keys of `count` MinHash bands of `rows` rows over a set of shingles; none of none."""
    if not shingles:
        return np.zeros(0, np.uint64)
    row: U64 = _banded(np.array([_minimal(shingles, count * rows)], dtype=np.uint64), count, rows)[0]
    return row


def _minimal(shingles: Set[str], count: int) -> list[int]:
    """The smallest value of each of `count` hash functions."""
    minhash = RMinHash(num_perm=count, seed=SEED)
    minhash.update(list(shingles))
    values: list[int] = minhash.digest()
    return values


def many_band_keys(sets: Sequence[Set[str]], count: int, rows: int) -> list[U64]:
    """`band_keys` of many sets at once: the same keys, faster."""
    held = [place for place, one in enumerate(sets) if one]
    found = [np.zeros(0, np.uint64)] * len(sets)
    for start in range(0, len(held), AT_ONCE):
        places = held[start : start + AT_ONCE]
        digests = np.array([_minimal(sets[place], count * rows) for place in places], dtype=np.uint64)
        keys = _banded(digests, count, rows)
        for number, place in enumerate(places):
            found[place] = keys[number]
    return found


def _banded(digests: U64, count: int, rows: int) -> U64:
    """One row of keys for each row of minimal hashes."""
    table = digests.reshape(len(digests), count, rows)
    keys = np.broadcast_to(mixed(np.arange(count, dtype=np.uint64)), (len(digests), count))
    for row in range(rows):
        keys = mixed(keys ^ table[:, :, row])
    return keys


def covered(runs: Sequence[int], other: frozenset[int], size: int, count: int) -> list[bool]:
    """For each of `count` words whether it lies in a run (of `runs`, in order) that is among `other`."""
    found = [False] * count
    for at, value in enumerate(runs):
        if value in other:
            found[at : at + size] = [True] * size
    return found
