"""Two passages that tell the same, as the shifts read them."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from onrecord.data import Span
from onrecord.stages.corpus.reuse.readings import Reading
from onrecord.text.fold import Word, words
from onrecord.text.stems import stem

TELLING = 0.08
_START = attrgetter("start")

short_words = lru_cache(maxsize=20_000)(words)  # of names and quotations, which come again and again


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage of either article; `headed`: one sums up the whole (a headline, an opening)."""

    earlier: Span
    later: Span
    headed: bool = False


def words_in(reading: Reading, span: Span) -> list[Word]:
    """The words of a passage."""
    found = reading.words
    first = bisect_left(found, span.start, key=_START)
    return list(found[first : bisect_left(found, span.end, lo=first, key=_START)])


def unquoted_in(reading: Reading, span: Span) -> list[Word]:
    """The words of a passage that stand outside quotation marks."""
    found, inside = reading.words, reading.side.profile.draft.inside
    first = bisect_left(found, span.start, key=_START)
    last = bisect_left(found, span.end, lo=first, key=_START)
    return [found[at] for at in range(first, last) if not inside[at]]


def telling(reading: Reading, text: str, common: float = TELLING) -> frozenset[str]:
    """The stems of a text that fewer than `common` of all articles hold; figures left out."""
    roots = (stem(word.fold, reading.language) for word in short_words(text) if not word.fold[:1].isdigit())
    return frozenset(root for root in roots if len(root) > 2 and reading.prior(root) < common)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that the other has too; 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
