"""Lines that recur across the pages of one site: menus, footers, notices, boxes.

A line is folded (case, digits, white space) and kept as 8 bytes, so that a site of many thousand pages
is counted in little memory. Pages that are nearly the same count once: one text under three addresses
teaches nothing. The counts depend on the set of pages only, never on the order of their arrival.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

# Raise FORM whenever `fold_line`, `hash_line` or `page_hashes` changes: kept hashes are then made anew.
FORM = 1
MOST_LINES = 2_000
LONGEST = 300
SAMPLE = 10_000  # pages of one site that are counted: those first by id

MIN_PAGES = 3
MIN_SHARE = 5  # on at least a fifth of the pages ...
MANY_PAGES = 10  # ... or on as many as this
LONG_WORDS = 12
LONG_PAGES = 10  # a sentence of more words must stand on so many, and on half of all
COPY = 0.8  # pages that share more than this of their long sentences are copies
NEAR = 0.5  # pages that share more than this of what is their own are nearly the same

EXACT = 19
STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80)

_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»“)\]]{0,3}$")
_BANDS = 8
_ODD = np.array(
    [
        int.from_bytes(hashlib.blake2b(bytes([band]), digest_size=8).digest(), "little") | 1
        for band in range(_BANDS)
    ],
    np.uint64,
)


def fold_line(line: str) -> str:
    """One line as it is compared: case folded, each number one zero, white space single."""
    return " ".join(_DIGITS.sub("0", line.casefold()).split())


def is_long_sentence(folded: str) -> bool:
    """More than LONG_WORDS words and the end of a sentence: it may be an article's own text."""
    return _SENTENCE_END.search(folded[-6:]) is not None and folded.count(" ") >= LONG_WORDS


def page_lines(text: str) -> Iterator[str]:
    """Folded lines of a page that can recur, each once: they hold a letter and are not too long."""
    seen = set()
    for line in text.splitlines():
        stripped = line.strip()
        if not 0 < len(stripped) <= LONGEST or _LETTER.search(stripped) is None:
            continue
        folded = fold_line(stripped)
        if folded not in seen:
            seen.add(folded)
            yield folded
            if len(seen) >= MOST_LINES:
                return


def hash_line(folded: str) -> bytes:
    """8 bytes; the lowest bit of the first tells whether the line is a long sentence."""
    digest = hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return bytes([(digest[0] & 0xFE) | is_long_sentence(folded)]) + digest[1:]


def page_hashes(text: str) -> bytes:
    """The lines of a page as a store keeps them: `hash_line` of each of `page_lines`."""
    return b"".join(map(hash_line, page_lines(text)))


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages of one site share: sorted hashes of lines, on how many of `of` pages each stands."""

    keys: Hashes
    counts: NDArray[np.int64]
    of: int

    def on_page(self, hashes: bytes) -> tuple[tuple[bytes, int], ...]:
        """The recurring lines of one page, in its order, with the number of pages (`rounded`)."""
        lines = _numbers(hashes)
        if not len(self.keys) or not len(lines):
            return ()
        places = np.minimum(np.searchsorted(self.keys, lines), len(self.keys) - 1)
        held = np.flatnonzero(self.keys[places] == lines)
        return tuple(
            (hashes[8 * place : 8 * place + 8], rounded(int(self.counts[places[place]])))
            for place in held.tolist()
        )


def learn(pages: Sequence[bytes]) -> Site:
    """What a site's pages (`page_hashes` of each, in order of id) share; time and memory are linear.

    A line recurs when it stands on MIN_PAGES different pages, and on a fifth of all or on MANY_PAGES;
    a long sentence when it stands on LONG_PAGES and on half of all.
    """
    lines = [_numbers(page) for page in pages[:SAMPLE]]
    different = _different(lines)
    keys, counts = _counted([lines[place] for place in different])
    long = (keys & np.uint64(1)).astype(bool)
    of = len(different)
    many = (counts >= MIN_PAGES) & ((MIN_SHARE * counts >= of) | (counts >= MANY_PAGES))
    kept = many & (~long | ((counts >= LONG_PAGES) & (2 * counts >= of)))
    return Site(keys[kept], counts[kept], of)


def rounded(count: int) -> int:
    """A count as reasons say it: exact up to EXACT, above that the next lower round number.

    So a page is not analysed again whenever one more page of a large site arrives.
    """
    if count <= EXACT:
        return count
    power = 1
    while STEPS[-1] * power < count and STEPS[0] * power * 10 <= count:
        power *= 10
    return max(step * power for step in STEPS if step * power <= count)


def _numbers(hashes: bytes) -> Hashes:
    return np.frombuffer(hashes[: len(hashes) // 8 * 8], dtype="<u8")


def _counted(lines: Sequence[Hashes]) -> tuple[Hashes, NDArray[np.int64]]:
    if not lines:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    keys, counts = np.unique(np.concatenate(lines), return_counts=True)
    return keys, counts.astype(np.int64)


def _different(lines: Sequence[Hashes]) -> list[int]:
    """Places of the pages left when of pages that are nearly the same only the first is kept.

    First copies go, which share nearly all their long sentences; then what most of the others share is the
    site's, and pages that share more than half of the rest are nearly the same.
    """
    whole = [_long(page) for page in lines]
    kept = _unlike([own if len(own) else page for own, page in zip(whole, lines, strict=True)], COPY)
    keys, counts = _counted([lines[place] for place in kept])
    common = keys[2 * counts > len(kept)]
    own = [_own(lines[place], common) for place in kept]
    return [kept[place] for place in _unlike(own, NEAR)]


def _unlike(pages: Sequence[Hashes], share: float) -> list[int]:
    """Places of pages that are not like an earlier one that was kept: no more than `share` is shared.

    Candidates have one of a few least hashes in common (min-wise hashing: Broder 1997, "On the
    resemblance and containment of documents"), so that not every pair is compared.
    """
    buckets: list[dict[int, int]] = [{} for _ in range(_BANDS)]
    kept: list[int] = []
    empty = False
    for place, page in enumerate(pages):
        if not len(page):
            if not empty:
                kept.append(place)
            empty = True
            continue
        signs = (page[:, None] * _ODD[None, :]).min(axis=0).tolist()
        near = {buckets[band][sign] for band, sign in enumerate(signs) if sign in buckets[band]}
        if any(_like(page, pages[other], share) for other in sorted(near)):
            continue
        kept.append(place)
        for band, sign in enumerate(signs):
            buckets[band].setdefault(sign, place)
    return kept


def _like(one: Hashes, other: Hashes, share: float) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared > share * max(len(one), len(other))


def _own(page: Hashes, common: Hashes) -> Hashes:
    """What a page has of its own: long sentences, or its lines where it has none, but for the site's."""
    mine = page[~np.isin(page, common)]
    long = _long(mine)
    return long if len(long) else mine


def _long(page: Hashes) -> Hashes:
    kept: Hashes = page[(page & np.uint64(1)).astype(bool)]
    return kept
