"""An article's sketch: all by which it can become a candidate, as numbers; made once, from it alone.

Copies share MinHash bands over word triples, rewriting leaves runs of words in quotation marks alone, and no
story is told without its rarest terms: names, figures, rare words. Those come in pairs, since single ones are
shared by too many in a large pile. Articles in different languages share figures and, once their spelling is
brought together, names.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.lang.background import background_of
from onrecord.text.fold import Word, words
from onrecord.text.joins import U64, hash64
from onrecord.text.quotes import find_quotations
from onrecord.text.shingles import bands, hashed
from onrecord.text.terms import Weights, is_number, terms_of
from onrecord.text.translit import name_key

MAX_CHARACTERS = 100_000
QUOTE_WORDS = 6
QUOTE_KEYS = 4
TERMS = 192  # terms kept to weigh what two articles share
NAMES = 48  # names and figures kept
MOST = 2  # times that a term counts at most
NAMED = 1.5  # what a name weighs beside another word as rare
FIGURED = 1.2
YEAR, FIGURE_BASE, FIGURE_DIGIT, FIGURE_MOST = 3.0, 1.5, 2.0, 8.0
STEPS = 24.0  # a weight of 1 nat as a whole number
WEIGHT = np.uint64(8)  # bits of a weight, below those of the term
UNSTEMMED, CUT = frozenset({"uk"}), 5  # no stemmer is at hand: words are cut to so many letters
CAPITAL_NOUNS = frozenset({"de", "lb"})  # languages that write all nouns with a capital
_OPENING = re.compile(r"[.!?…:\n\"“„«‘'(\-–—]")


class Sketch(NamedTuple):
    """`order` places an article in a large bucket, `language` is a number for it.

    Of `sure` one shared key makes a candidate, of `strong` (its strongest terms) two; `names` are the names
    and figures that languages share, the strongest first. `terms` and `names` carry their weight in the
    lowest 8 bits.
    """

    order: int
    language: int
    sure: U64
    strong: U64
    names: U64
    terms: U64


def sketch_of(article: ArticleFindings, config: ReuseConfig) -> Sketch:
    """The sketch of one article."""
    text = article.article.text[:MAX_CHARACTERS]
    language = article.language.code
    found = words(text)
    folded = [word.fold for word in found]
    terms = [
        (_term(term, language), word) for term, word in terms_of(found, language, background_of(language))
    ]
    terms = [(term, word) for term, word in terms if term]
    single = _weights(terms, language)
    times = Counter(term for term, _ in terms)
    heavy = {term: weight * min(MOST, times[term]) for term, weight in single.items()}
    return Sketch(
        min(hashed(folded, config.shingle), default=0),
        hash64(language),
        np.unique(np.concatenate((_numbers(_quote_keys(text, found)), _bands(folded, config)))),
        _numbers(_first(heavy, config.rare)),
        _weighed(_names(text, found, language)),
        np.sort(_weighed({term: single[term] for term in _first(single, TERMS)})),
    )


def _bands(folded: list[str], config: ReuseConfig) -> U64:
    return bands(folded, config.shingle, config.bands, config.rows)


def _term(term: str, language: str = "") -> str:
    """A figure as its digits alone, whatever parts its thousands; "" for one digit, which tells nothing."""
    if not is_number(term):
        return term[:CUT] if language in UNSTEMMED else term
    digits = re.sub(r"\D", "", term)
    return f"#{digits}" if len(digits) > 1 else ""


def _figure(term: str) -> float:
    digits = term[1:]
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return YEAR
    return min(FIGURE_MOST, FIGURE_BASE + FIGURE_DIGIT * len(digits)) * FIGURED


def _weights(terms: Sequence[tuple[str, Word]], language: str) -> dict[str, float]:
    """What each term tells when it comes once: how rare it is in its language, names more."""
    weight = Weights(0, {}, background_of(language)).weight
    times = Counter(term for term, _ in terms)
    capitals = Counter(term for term, word in terms if word.capital)
    return {
        term: _figure(term)
        if term.startswith("#")
        else weight(term) * (NAMED if 2 * capitals[term] > count and language not in CAPITAL_NOUNS else 1.0)
        for term, count in times.items()
    }


def _first(weights: dict[str, float], count: int) -> list[str]:
    """The heaviest, ties by spelling."""
    return sorted(weights, key=lambda term: (-round(weights[term], 6), term))[:count]


def _names(text: str, found: Sequence[Word], language: str) -> dict[str, float]:
    """Names (not those that open a sentence) and figures, as other languages may write them too."""
    weight = Weights(0, {}, background_of(language)).weight
    times: Counter[str] = Counter()
    single: dict[str, float] = {}
    before = 0
    for word in found:
        gap, before = text[before : word.start], word.end
        if is_number(word.fold):
            key = _term(word.fold)
            value = _figure(key) if key else 0.0
        else:
            opens = not before or _OPENING.search(gap) is not None
            key = name_key(word.fold) if word.capital and not opens and len(word.fold) > 2 else ""
            value = weight(word.fold)
        if key:
            times[key] += 1
            single[key] = max(value, single.get(key, 0.0))
    heavy = {key: value * min(MOST, times[key]) for key, value in single.items()}
    return {key: single[key] for key in _first(heavy, NAMES)}


def _quote_keys(text: str, found: Sequence[Word]) -> list[str]:
    """The smallest hashes of the six-word runs of every quotation: they survive trimming."""
    keys: list[str] = []
    at = 0
    for quote in find_quotations(text):
        if quote.depth or not quote.closed:
            continue
        while at < len(found) and found[at].start < quote.start:
            at += 1
        first = at
        while at < len(found) and found[at].start < quote.end:
            at += 1
        runs = sorted(set(hashed([word.fold for word in found[first:at]], QUOTE_WORDS)))
        keys += [f"q{run:x}" for run in runs[:QUOTE_KEYS]]
    return keys


def _numbers(keys: Iterable[str]) -> U64:
    return np.array(sorted({hash64(key) for key in keys}), dtype=np.uint64)


def _weighed(weights: dict[str, float]) -> U64:
    """Terms as 56 bits of their hash and 8 of their weight, in the order given."""
    return np.array(
        [
            (hash64(term) >> 8 << 8) | min(255, max(1, round(weight * STEPS)))
            for term, weight in weights.items()
        ],
        dtype=np.uint64,
    )


def put_sketch(sketch: Sketch) -> bytes:
    """A sketch as bytes."""
    parts = sketch[2:]
    head = np.array([sketch.order, sketch.language, *map(len, parts)], dtype=np.uint64)
    return bytes(np.concatenate((head, *parts)).astype("<u8"))


def get_sketch(data: bytes) -> Sketch:
    """The sketch of its bytes. Raises ValueError on other bytes."""
    numbers = np.frombuffer(data, dtype="<u8").astype(np.uint64, copy=False)
    count = len(Sketch._fields)
    sizes = [int(size) for size in numbers[2:count]]
    if len(sizes) != count - 2 or len(numbers) != count + sum(sizes):
        raise ValueError("a sketch that is not whole")
    ends = np.cumsum([count, *sizes]).tolist()
    parts = [numbers[low:high] for low, high in pairwise(ends)]
    return Sketch(int(numbers[0]), int(numbers[1]), *parts)
