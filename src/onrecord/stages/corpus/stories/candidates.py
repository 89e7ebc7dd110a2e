"""Which articles are held against each other: those that share heavy terms, without making all pairs."""

import numpy as np

from onrecord.config import StoryConfig
from onrecord.stages.corpus.stories.likeness import Shelf
from onrecord.stages.corpus.stories.stack import Stack, heaviest, orders, pair_keys
from onrecord.text.joins import Rows, Shared, keyed, sharing, united

ORDERED = 10  # heavy terms by which a large bucket is sorted


def _by_terms(stack: Stack, config: StoryConfig) -> list[Shared]:
    """Pairs that share `shared` of their heaviest terms, or two of the very heaviest."""
    first = heaviest(stack, config.keys)
    order = orders([terms[:ORDERED] for terms in first])
    single = keyed([terms.astype(np.uint64) for terms in first])
    double = keyed([pair_keys(terms[: config.paired]) for terms in first])
    return [
        sharing(single, order, config.bucket, config.shared),
        sharing(double, order, config.bucket),
    ]


def _by_clues(shelf: Shelf, config: StoryConfig) -> list[Shared]:
    """Pairs in two languages that share two of their heaviest clues."""
    if len(shelf.languages) == 0 or (shelf.languages == shelf.languages[0]).all():
        return []
    first = heaviest(shelf.clues, config.clues)
    found = sharing(keyed([pair_keys(terms) for terms in first]), orders(first), config.bucket)
    across = shelf.languages[found.left] != shelf.languages[found.right]
    return [Shared(*(part[across] for part in found))]


def candidates(shelf: Shelf, config: StoryConfig) -> tuple[Rows, Rows]:
    """Pairs of articles to compare, smaller number first, sorted."""
    found = united([*_by_terms(shelf.terms, config), *_by_clues(shelf, config)])
    return found.left, found.right
