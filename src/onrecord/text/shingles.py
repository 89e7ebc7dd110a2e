"""Word shingles, their MinHash bands, and the longest word runs that two texts share."""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import chain

import numpy as np
from rensa import RMinHash

from onrecord.text.joins import U64, mixed

SEED = 7
WORDS_KEPT = 200_000
AT_ONCE = 512  # texts whose minimal hashes are held at a time
# An odd multiplier (Knuth's MMIX), so that the order of words counts; sums wrap at 64 bits.
MULTIPLIER = np.uint64(6364136223846793005)


class _Numbers(dict[str, int]):
    """A 64-bit number for each word that was asked for, the same on every machine."""

    def __missing__(self, word: str) -> int:
        if len(self) >= WORDS_KEPT:
            self.clear()
        digest = blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
        self[word] = number = int.from_bytes(digest, "big")
        return number


_numbers = _Numbers()


def run_numbers(words: Sequence[str], size: int) -> U64:
    """A 64-bit number for every run of `size` words, in order: a polynomial over the words' numbers."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    numbers = np.fromiter(map(_numbers.__getitem__, words), dtype=np.uint64, count=len(words))
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total = total * MULTIPLIER + numbers[place : place + count]
    return total


def hashed(words: Sequence[str], size: int) -> list[int]:
    """`run_numbers` as plain numbers."""
    values: list[int] = run_numbers(words, size).tolist()
    return values


def bands(words: Sequence[str], size: int, count: int, rows: int) -> U64:
    """Keys of `count` MinHash bands of `rows` rows over the runs of `size` words; none when too short."""
    return many_bands([words], size, count, rows)[0]


def many_bands(texts: Sequence[Sequence[str]], size: int, count: int, rows: int) -> list[U64]:
    """`bands` of many texts at once: the same keys, faster."""
    found = [np.zeros(0, np.uint64)] * len(texts)
    for start in range(0, len(texts), AT_ONCE):
        runs = [run_numbers(words, size) for words in texts[start : start + AT_ONCE]]
        ends = np.cumsum([0, *map(len, runs)], dtype=np.uint64)
        keys = _banded(_minimal(np.concatenate(runs), ends, count * rows), count, rows)
        for place, own in enumerate(runs):
            if len(own):
                found[start + place] = keys[place]
    return found


def _minimal(numbers: U64, ends: U64, count: int) -> U64:
    """The smallest value of each of `count` hash functions, a row for each text; `numbers` of text n stand
    from `ends[n]` to `ends[n + 1]`."""
    made = RMinHash.digest_matrix_from_flat_token_hashes(numbers, ends, num_perm=count, seed=SEED)
    flat = np.fromiter(chain.from_iterable(made.to_rows()), np.uint64, count * (len(ends) - 1))
    return flat.reshape(len(ends) - 1, count)


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
