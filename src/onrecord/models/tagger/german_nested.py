"""A speaker's own words within an indirect content, by quotation marks, where the network missed them.

In the training text 142 of 167 quotations of three or more words within such a content are marked so.
"""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.models.tagger.german_words import CLOSES, OPENS
from onrecord.models.tagger.paths import Marked
from onrecord.models.tagger.words import NO_LETTER, Words

FEWEST_QUOTED = 3  # words of a quotation: shorter ones are often names and titles

Held = tuple[int, int, int]  # first word, last word, number of the attribution


def quoted(words: Words, holders: Sequence[Held], inner: Sequence[Marked]) -> list[tuple[Marked, int]]:
    """Quotations within contents that are no quotation themselves, and whose content they stand in."""
    taken = sorted((span.first, span.last) for span in inner)
    found = []
    for first, last in quotations(words):
        held = holder(holders, first, last)
        size = sum(words.case[place] != NO_LETTER for place in range(first, last))
        if held is None or size < FEWEST_QUOTED or (held[0], held[1]) == (first, last):
            continue
        if not _overlaps(taken, first, last):
            found.append((Marked(0, first, last, 0.5), held[2]))
    return found


def quotations(words: Words) -> list[tuple[int, int]]:
    """(opening mark, closing mark) of each quotation that is closed in its paragraph."""
    found = []
    for first, last in words.paragraphs:
        begin: int | None = None
        for place in range(first, last):
            if words.quote[place] == OPENS:
                begin = place
            elif words.quote[place] == CLOSES and begin is not None:
                found.append((begin, place))
                begin = None
    return found


def holder(holders: Sequence[Held], first: int, last: int) -> Held | None:
    """The content that holds the words first..last; none of `holders` overlaps another."""
    place = bisect_right(holders, first, key=lambda item: item[0]) - 1
    return holders[place] if place >= 0 and holders[place][1] >= last else None


def _overlaps(taken: list[tuple[int, int]], first: int, last: int) -> bool:
    place = bisect_right(taken, last, key=lambda item: item[0]) - 1
    return place >= 0 and taken[place][1] >= first
