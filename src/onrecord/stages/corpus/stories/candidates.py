"""Which articles are held against each other: those that share heavy terms, without making all pairs."""

from onrecord.config import StoryConfig
from onrecord.stages.corpus.stories.likeness import Shelf
from onrecord.stages.corpus.stories.stack import Stack, heads_of, orders, pair_keys, single_keys
from onrecord.text.joins import Rows, Shared, sharing, united

ORDERED = 10  # heads by which a large bucket is sorted


def by_terms(stack: Stack, keys: int, paired: int, shared: int, bucket: int) -> Shared:
    """Pairs that share `shared` of their `keys` heaviest terms, or two of the `paired` heaviest."""
    heads = heads_of(stack, keys)
    order = orders(heads.first(ORDERED))
    single = sharing(single_keys(heads), order, bucket, shared)
    return united([single, sharing(pair_keys(heads.first(paired)), order, bucket)])


def _by_clues(shelf: Shelf, config: StoryConfig) -> Shared:
    """Pairs in two languages that share two of their heaviest clues."""
    heads = heads_of(shelf.clues, config.clues)
    found = sharing(pair_keys(heads), orders(heads), config.bucket)
    across = shelf.languages[found.left] != shelf.languages[found.right]
    return Shared(*(part[across] for part in found))


def candidates(shelf: Shelf, config: StoryConfig) -> tuple[Rows, Rows]:
    """Pairs of articles to compare, smaller number first, sorted."""
    found = by_terms(shelf.terms, config.keys, config.paired, config.shared, config.bucket)
    if shelf.several:
        found = united([found, _by_clues(shelf, config)])
    return found.left, found.right
