"""An article's sketch: all keys by which it can become a candidate, as numbers; made once, from it alone.

Three kinds of key: MinHash bands over word triples (copies, also heavily cut ones), runs of words in
quotation marks (rewriting leaves quotations alone), and the rarest terms (what a story cannot be told
without). A band or a quotation suffices; of rare terms several must be shared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.lang.background import background_of
from onrecord.text.fold import Word, words
from onrecord.text.joins import U64, hash64
from onrecord.text.quotes import find_quotations
from onrecord.text.shingles import bands, hashed
from onrecord.text.terms import Weights, terms_of

MAX_CHARACTERS = 100_000
QUOTE_WORDS = 6
QUOTE_KEYS = 4
HEAD = 3  # numbers before the keys: order, how many of `sure`, how many of `rare`


class Sketch(NamedTuple):
    """`order` places an article in a large bucket. One shared key of `sure` makes a candidate, of `rare`
    several must be shared."""

    order: int
    sure: U64
    rare: U64


def sketch_of(article: ArticleFindings, config: ReuseConfig) -> Sketch:
    """The sketch of one article."""
    text = article.article.text[:MAX_CHARACTERS]
    found = words(text)
    folded = [word.fold for word in found]
    sure = [f"b{key}" for key in bands(folded, config.shingle, config.bands, config.rows)]
    sure += _quote_keys(text, found)
    rare = _rare_terms(found, article.language.code)[: config.rare]
    return Sketch(
        min(hashed(folded, config.shingle), default=0),
        _numbers(sure),
        _numbers([f"t{term}" for term in rare]),
    )


def _quote_keys(text: str, found: Sequence[Word]) -> Iterator[str]:
    """The smallest hashes of the six-word runs of every quotation: they survive trimming."""
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
        yield from (f"q{run:x}" for run in runs[:QUOTE_KEYS])


def _rare_terms(found: list[Word], language: str) -> list[str]:
    """The terms that tell most first: rare ones, and more so when they come again."""
    prior = background_of(language)
    counts = Counter(term for term, _ in terms_of(found, language, prior))
    weight = Weights(0, {}, prior).weight
    return sorted(counts, key=lambda term: (-round(weight(term) * min(3, counts[term]), 9), term))


def _numbers(keys: Sequence[str]) -> U64:
    return np.array(sorted({hash64(key) for key in keys}), dtype=np.uint64)


def put_sketch(sketch: Sketch) -> bytes:
    """A sketch as bytes."""
    head = np.array([sketch.order, len(sketch.sure), len(sketch.rare)], dtype=np.uint64)
    return bytes(np.concatenate((head, sketch.sure, sketch.rare)).astype("<u8"))


def get_sketch(data: bytes) -> Sketch:
    """The sketch of its bytes. Raises ValueError on other bytes."""
    numbers = np.frombuffer(data, dtype="<u8").astype(np.uint64)
    if len(numbers) < HEAD or len(numbers) != HEAD + int(numbers[1]) + int(numbers[2]):
        raise ValueError("a sketch that is not whole")
    middle = HEAD + int(numbers[1])
    return Sketch(int(numbers[0]), numbers[HEAD:middle], numbers[middle:])
