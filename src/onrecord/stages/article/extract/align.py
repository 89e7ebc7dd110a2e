"""Find an extractor's output again in the lines of the page, so that main text has spans.

Long lines are found by runs of characters, wherever the output holds them. Short lines (list items,
table cells, subheadings) count only in their place: between the same long lines as in the output.
Linear in page and output.
"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.stages.article.extract.lines import Line

GRAM = 12
MAX_PLACES = 8
STEP = 6
LONG = 24
MIN_SHARE = 0.6
MAX_OUTPUT = 1_000_000
REACH = 400
OUTER_LINES = 60


def aligned_lines(lines: Sequence[Line], output: str) -> set[int]:
    """Indexes of the lines of a page that `output` holds."""
    text = letters(output[:MAX_OUTPUT])
    grams = _grams(text)
    folded = [letters(line.text) for line in lines]
    anchors: list[tuple[int, int, int]] = []
    cursor = 0
    for line, own in zip(lines, folded, strict=True):
        found = _find_long(own, grams, cursor) if len(own) >= LONG else None
        if found is not None:
            anchors.append((line.index, *found))
            cursor = found[1]
    main = {index for index, _, _ in anchors}
    for first, last, start, end in _gaps(anchors, len(lines), len(text)):
        main |= _short_lines(folded, range(first, last), text, start, end)
    return main


def letters(text: str) -> str:
    """Letters and digits in lower case: what survives any way of rendering."""
    return "".join(mark for mark in text.casefold() if mark.isalnum())


def _grams(text: str) -> dict[str, list[int]]:
    """The first few places of each run of characters."""
    grams: dict[str, list[int]] = {}
    for place in range(len(text) - GRAM + 1):
        places = grams.setdefault(text[place : place + GRAM], [])
        if len(places) < MAX_PLACES:
            places.append(place)
    return grams


def _find_long(own: str, grams: dict[str, list[int]], cursor: int) -> tuple[int, int] | None:
    """Where the output holds a long line, from `cursor` on if it can; None when it holds too little."""
    places = range(0, len(own) - GRAM + 1, STEP)
    hits = [found for place in places if (found := grams.get(own[place : place + GRAM])) is not None]
    if len(hits) < MIN_SHARE * len(places):
        return None
    start = next((place for place in hits[0] if place >= cursor), hits[0][0])
    end = next((place for place in hits[-1] if place >= start), start) + GRAM
    return start, end


def _gaps(anchors: Sequence[tuple[int, int, int]], lines: int, size: int) -> list[tuple[int, int, int, int]]:
    """(first line, last line, start, end): lines between two anchors and the output between them."""
    if not anchors:
        return []
    first, begins = anchors[0][0], anchors[0][1]
    gaps = [(max(0, first - OUTER_LINES), first, max(0, begins - REACH), begins)]
    for (index, _, end), (following, start, _) in pairwise(anchors):
        if following > index + 1 and end < start:
            gaps.append((index + 1, following, end, start))
    index, _, end = anchors[-1]
    gaps.append((index + 1, min(lines, index + OUTER_LINES), end, size))
    return gaps


def _short_lines(folded: Sequence[str], indexes: range, text: str, start: int, end: int) -> set[int]:
    """Short lines that stand in the output between `start` and `end`, in order."""
    found = set()
    cursor = start
    for index in indexes:
        own = folded[index]
        if not own:
            continue
        place = text.find(own, cursor, min(end, cursor + REACH + len(own)))
        if place >= 0:
            found.add(index)
            cursor = place + len(own)
    return found
