"""How alike articles are as reports of an event, by their outlines."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.config import StoryConfig
from onrecord.memo import key_of
from onrecord.pile import digests_of
from onrecord.stages.corpus.stories.outline import Outline, Table, clues, terms
from onrecord.stages.corpus.stories.stack import HASH, Stack, products, stacked
from onrecord.text.joins import U64, Rows, mixed


class Shelf:
    """Outlines, in the order of their ids, with their columns: what many comparisons share."""

    def __init__(self, outlines: Sequence[Outline]) -> None:
        self.outlines = tuple(outlines)
        self.terms: Stack = stacked(map(_columns, map(terms, outlines)))
        self.clues: Stack = stacked(map(_columns, map(clues, outlines)))
        codes = {code: place for place, code in enumerate(sorted({one.language for one in outlines}))}
        self.languages = np.array([codes[one.language] for one in outlines], dtype=np.int64)
        self.several = len(codes) > 1
        self.first, self.last = _days(outlines)
        self.credits = np.array([bool(one.carriers) for one in outlines], dtype=np.bool_)
        self.past = np.array([bool(one.told.past) for one in outlines], dtype=np.bool_)
        self.news = np.array([bool(one.told.news) for one in outlines], dtype=np.bool_)


def digests_of_outlines(outlines: Sequence[Outline]) -> U64:
    """Two 64-bit numbers for each outline, of all that its likeness to another depends on."""
    found = [key_of(one.id.encode(), one.language.encode(), one.terms, one.clues) for one in outlines]
    return digests_of(found)


def reweighed_digests(digests: U64, shelf: Shelf) -> U64:
    """The same numbers, by the weights that the terms (and clues) of each item have by now."""
    found = digests.copy()
    for stack in (shelf.terms, shelf.clues):
        data = stack.weights.astype("<i2").tobytes()
        sums = [key_of(data[2 * low : 2 * high]) for low, high in pairwise(stack.starts.tolist())]
        found = mixed(found ^ digests_of(sums))
    return found


def _columns(rows: Table) -> tuple[HASH, NDArray[np.int16], NDArray[np.uint16]]:
    return rows["term"], rows["weight"], rows["rarity"]


def _days(outlines: Sequence[Outline]) -> tuple[Rows, Rows]:
    """First and last day of publication of each; 0 and a day far ahead where it is not known."""
    spans = [one.days or (0, 10_000_000) for one in outlines]
    return np.array([s[0] for s in spans], dtype=np.int64), np.array([s[1] for s in spans], dtype=np.int64)


def products_of(shelf: Shelf, left: Rows, right: Rows, config: StoryConfig) -> Rows:
    """Cosines of the terms of pairs, and of the clues where the languages differ, in millionths."""
    found = np.zeros(len(left), dtype=np.int64)
    same = shelf.languages[left] == shelf.languages[right]
    found[same] = products(shelf.terms, left[same], right[same])
    found[~same] = (products(shelf.clues, left[~same], right[~same]) * config.across).astype(np.int64)
    return found


def factors(shelf: Shelf, left: Rows, right: Rows, config: StoryConfig) -> NDArray[np.float64]:
    """By what the likeness of pairs is lowered: softly where the dates lie apart (dates lie), where the news
    of one is the past in the other ("had said two weeks ago"), and where the two retell others, not the same
    ones: two agencies' stories of one topic are more often two events."""
    later, sooner = (
        np.maximum(shelf.first[left], shelf.first[right]),
        np.minimum(shelf.last[left], shelf.last[right]),
    )
    late = np.maximum(0, later - sooner - config.near_days)
    factor: NDArray[np.float64] = np.maximum(config.date_floor, 1.0 - late * config.date_slope)
    for place in np.flatnonzero(shelf.credits[left] & shelf.credits[right]).tolist():
        one, other = shelf.outlines[left[place]], shelf.outlines[right[place]]
        if not set(one.carriers) & set(other.carriers):
            factor[place] *= config.other_carriers
    told = (shelf.past[left] & shelf.news[right]) | (shelf.past[right] & shelf.news[left])
    for place in np.flatnonzero(told).tolist():
        mine, theirs = shelf.outlines[left[place]].told, shelf.outlines[right[place]].told
        if mine.looks_back_on(theirs) or theirs.looks_back_on(mine):
            factor[place] *= config.looks_back
    return factor
