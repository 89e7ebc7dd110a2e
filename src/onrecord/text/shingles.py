"""Word shingles, their MinHash bands, and the longest word runs that two texts share."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from rensa import RMinHash

SEED = 7
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


def bands(words: Sequence[str], size: int, count: int, rows: int) -> list[str]:
    """Keys of `count` MinHash bands of `rows` rows over the shingles of `words`; none when too short."""
    shingles = sorted({" ".join(words[at : at + size]) for at in range(len(words) - size + 1)})
    if not shingles:
        return []
    minhash = RMinHash(num_perm=count * rows, seed=SEED)
    minhash.update(shingles)
    digest = minhash.digest()
    return [
        f"{band}:" + ",".join(str(value) for value in digest[band * rows : (band + 1) * rows])
        for band in range(count)
    ]


def covered(runs: Sequence[int], other: frozenset[int], size: int, count: int) -> list[bool]:
    """For each of `count` words whether it lies in a run (of `runs`, in order) that is among `other`."""
    found = [False] * count
    for at, value in enumerate(runs):
        if value in other:
            found[at : at + size] = [True] * size
    return found
