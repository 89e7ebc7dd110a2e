"""Word shingles, their MinHash bands, and the longest word runs that two texts share."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from rensa import RMinHash

SEED = 7


def hashed(words: Sequence[str], size: int) -> list[int]:
    """A 64-bit number for every run of `size` words, in order; the same on every machine."""
    return [
        int.from_bytes(blake2b(" ".join(words[at : at + size]).encode("utf-8", "replace"), digest_size=8).digest())
        for at in range(len(words) - size + 1)
    ]


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


def covered(words: Sequence[str], other: Iterable[int], size: int) -> list[bool]:
    """For each word whether it lies in a run of `size` words that is among the hashed runs `other`."""
    known = other if isinstance(other, (set, frozenset)) else set(other)
    found = [False] * len(words)
    for at, value in enumerate(hashed(words, size)):
        if value in known:
            found[at : at + size] = [True] * size
    return found
