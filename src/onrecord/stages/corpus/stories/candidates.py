"""Which articles are held against each other: those that share heavy terms, without making all pairs."""

from onrecord.config import StoryConfig
from onrecord.stages.corpus.stories.ground import Ground, ground_of
from onrecord.stages.corpus.stories.likeness import Shelf
from onrecord.stages.corpus.stories.stack import Stack, heads_of, orders, pair_keys, single_keys
from onrecord.sweeps import Sweep, merged, swept
from onrecord.text.joins import U64, packed, sharing

ORDERED = 10  # heads by which a large bucket is sorted


def by_terms(
    stack: Stack, keys: int, paired: int, shared: int, bucket: int, ground: Ground | None = None
) -> U64:
    """Pairs that share `shared` of their `keys` heaviest terms, or two of the `paired` heaviest: packed."""
    heads = heads_of(stack, keys)
    order = orders(heads.first(ORDERED))
    digests, memo = ground or ground_of(len(order))
    one, two = single_keys(heads), pair_keys(heads.first(paired))
    single = swept(memo, "heads of stories", digests, Sweep(lambda _: one, order, bucket, shared))
    double = swept(memo, "two heads of stories", digests, Sweep(lambda _: two, order, bucket))
    return merged(double.pairs, single.pairs)


def _by_clues(shelf: Shelf, config: StoryConfig) -> U64:
    """Pairs in two languages that share two of their heaviest clues."""
    heads = heads_of(shelf.clues, config.clues)
    found = sharing(pair_keys(heads), orders(heads), config.bucket)
    across = shelf.languages[found.left] != shelf.languages[found.right]
    return packed(found.left[across], found.right[across])


def candidates(shelf: Shelf, config: StoryConfig, ground: Ground | None = None) -> U64:
    """Pairs of articles to compare: packed, sorted."""
    found = by_terms(shelf.terms, config.keys, config.paired, config.shared, config.bucket, ground)
    return merged(found, _by_clues(shelf, config)) if shelf.several else found
