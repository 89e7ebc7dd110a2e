"""`python -m eval.bench.near`: near-duplicate search by MinHash, beside rensa's and datasketch's LSH.

All three get the same texts as folded words and look at the same three-word shingles with as many hash
functions and the same bands; what is timed is from words to the set of pairs that share a band, in one
process, one after the other, the best of some rounds (processor time). rensa and datasketch take shingles as
strings: what making these costs stands in a row of its own. Recall is of all pairs at a Jaccard index of .5,
.7, .9 and more, computed exactly for every pair that any of them, or a banding with far more and smaller
bands, brings up.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence

import numpy as np
from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH
from rich.console import Console
from rich.table import Table

from eval.bench.corpus_pile import Maker
from onrecord.text.fold import words
from onrecord.text.joins import keyed, sharing
from onrecord.text.shingles import hashed, many_bands

SIZE, BANDS, ROWS, SEED = 3, 42, 3, 7
WIDE = 120  # bands of two rows, for the pairs that recall is counted over
LEVELS = (0.5, 0.7, 0.9)
Pairs = set[tuple[int, int]]


def ours(texts: Sequence[Sequence[str]]) -> Pairs:
    """Bands as 64-bit numbers and one sweep over all of them (`onrecord.text.joins`)."""
    rows = many_bands(texts, SIZE, BANDS, ROWS)
    found = sharing(keyed(rows), np.zeros(len(rows), np.uint64), len(rows))
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


def with_rensa(texts: Sequence[Sequence[str]]) -> Pairs:
    """rensa's LSH: every text is asked for, then put in."""
    index = RMinHashLSH(threshold=0.5, num_perm=BANDS * ROWS, num_bands=BANDS)
    found: Pairs = set()
    for number, words_of in enumerate(texts):
        minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
        minhash.update(list(shingles_of(words_of)))
        found.update((other, number) for other in index.query(minhash))
        index.insert(number, minhash)
    return found


def with_datasketch(texts: Sequence[Sequence[str]]) -> Pairs:
    """datasketch's LSH, likewise."""
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    found: Pairs = set()
    for number, words_of in enumerate(texts):
        minhash = MinHash(num_perm=BANDS * ROWS, seed=SEED)
        minhash.update_batch([one.encode() for one in shingles_of(words_of)])
        found.update((other, number) for other in index.query(minhash))
        index.insert(number, minhash)
    return found


def no_search(texts: Sequence[Sequence[str]]) -> Pairs:
    """The making of shingles as strings alone, which is part of the two above."""
    for words_of in texts:
        shingles_of(words_of)
    return set()


SYSTEMS: dict[str, Callable[[Sequence[Sequence[str]]], Pairs]] = {
    "onrecord": ours,
    "rensa LSH": with_rensa,
    "datasketch LSH": with_datasketch,
    "(shingles as strings)": no_search,
}


def texts_of(count: int) -> list[str]:
    """Made articles; every fourth is another one's text with some share of its words exchanged."""
    dice = random.Random(3)  # noqa: S311 - the same texts every time
    found: list[str] = []
    for number, made in enumerate(Maker().articles(count)):
        text = made.article.text
        if number % 4 == 3:
            share = dice.choice((0.02, 0.05, 0.1, 0.15))
            other = dice.choice(found[-40:]).split()
            text = " ".join(f"{word}x" if dice.random() < share else word for word in other)
        found.append(text)
    return found


def shingles_of(folded: Sequence[str]) -> frozenset[str]:
    """The three-word shingles of a text's words."""
    return frozenset(" ".join(folded[at : at + SIZE]) for at in range(len(folded) - SIZE + 1))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared shingles beside all."""
    return len(one & other) / max(1, len(one | other))


def main() -> None:
    """Time all three, count what they find, print the table."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.near", description=__doc__)
    parser.add_argument("--texts", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = [[word.fold for word in words(text)] for text in texts_of(options.texts)]
    seconds = dict.fromkeys(SYSTEMS, float("inf"))
    found: dict[str, Pairs] = {}
    for _ in range(options.rounds):
        for name, system in SYSTEMS.items():
            started = time.process_time()
            found[name] = system(texts)
            seconds[name] = min(seconds[name], time.process_time() - started)
    alike = _alike(texts, found)
    table = Table(title=f"{len(texts)} texts, {BANDS} bands of {ROWS} rows, shingles of {SIZE} words")
    for column in ("", "seconds", *(f"recall at {level}" for level in LEVELS), "pairs"):
        table.add_column(column, justify="right" if column else "left")
    for name, pairs in found.items():
        recalls = [
            _recall(pairs, {pair for pair, value in alike.items() if value >= level}) for level in LEVELS
        ]
        row = [f"{value:.4f}" for value in recalls]
        table.add_row(name, f"{seconds[name]:.2f}", *row, str(len(pairs)))
    console = Console(width=120)
    console.print(table)
    counts = ", ".join(f"{sum(value >= level for value in alike.values())} at {level}" for level in LEVELS)
    console.print(f"pairs there are: {counts}")


def _alike(texts: Sequence[Sequence[str]], found: dict[str, Pairs]) -> dict[tuple[int, int], float]:
    """The Jaccard index of every pair that anything brought up."""
    wide = sharing(keyed(many_bands(texts, SIZE, WIDE, 2)), np.zeros(len(texts), np.uint64), 400)
    every = set(zip(wide.left.tolist(), wide.right.tolist(), strict=True)).union(*found.values())
    sets = [frozenset(hashed(one, SIZE)) for one in texts]
    return {pair: jaccard(sets[pair[0]], sets[pair[1]]) for pair in sorted(every)}


def _recall(pairs: Pairs, wanted: Pairs) -> float:
    return len(pairs & wanted) / max(1, len(wanted))


if __name__ == "__main__":
    main()
